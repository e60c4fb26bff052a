import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Effort } from './pdf-effort.ts';
import { MOST_PIXELS, openPdf } from './pdf-document.ts';
import { readObjects } from './pdf-objects.ts';
import { readPages } from './pdf-pages.ts';
import { PdfGathering } from './pdf-gathering.ts';
import { readRemains } from './pdf-remains.ts';
import { readStructure, type Structure } from './pdf-structure.ts';
import { reckonWork, WORK, WORK_OF_A_BYTE } from './pdf-work.ts';
import { UnreadableFile, type Reading } from './reading.ts';

/** Pages that are read; a longer document is not inspected whole. */
const MOST_PAGES = 3000;
const HEAD = 1024;
/** Bytes around a file from which on they may say something. */
const LEAST_AROUND = 32;

/**
 * Reads a PDF (ISO 32000): what its pages show, what they paint and do not show, and what the file holds beside them.
 *
 * The caller limits time and memory: run it in a thread of its own.
 * @param onStep Called before each page.
 * @throws UnreadableFile where the PDF is broken, locked with a password, or made to be slow.
 */
export async function readPdf(bytes: Uint8Array, onStep: () => void = () => undefined): Promise<Reading> {
  if (!Buffer.from(bytes.subarray(0, HEAD)).includes('%PDF-')) throw new UnreadableFile('the file does not begin as a PDF does');
  const objects = readObjects(bytes);
  const most = WORK + WORK_OF_A_BYTE * bytes.length;
  const { work, painted } = reckonWork(objects, most);
  const structure = readStructure(objects, { painted, mostPixels: MOST_PIXELS });
  const gathering = new PdfGathering();
  const effort = new Effort(bytes.length);
  onStep();
  await openPdf(bytes, async (pdf) => {
    for await (const page of readPages(pdf, effort, MOST_PAGES)) {
      onStep();
      gathering.takePage(page);
    }
    if (pdf.numPages > MOST_PAGES)
      gathering.leave(`only the first ${MOST_PAGES} of its ${pdf.numPages} pages were read`, { page: MOST_PAGES + 1 });
    if (structure.pages > pdf.numPages)
      gathering.leave(`its list of pages says ${pdf.numPages}, and names ${structure.pages}`, { page: pdf.numPages + 1 });
    onStep();
    await addWhatPdfJsTells(pdf, structure);
  });
  gathering.takeStructure(structure);
  await readRemains(bytes, objects, structure, gathering, { painted, effort, onStep, times: Math.max(1, Math.floor(most / work)) });
  for (const [count, where] of bytesAround(bytes))
    if (count >= LEAST_AROUND) gathering.leave(`it holds ${count} bytes ${where}, which no program shows`, {});
  if (objects.encrypted) gathering.fact('encrypted', 'yes');
  if (objects.locked > 0)
    gathering.leave('parts of it are packed in a way that could not be opened, so attached files and scripts could not be looked for', {});
  return gathering.reading();
}

/** Bytes that are more than blanks before the file’s head, and behind its end: what servers and programs put there by mistake is shorter. */
function bytesAround(bytes: Uint8Array): [count: number, where: string][] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const end = [...text.matchAll(/startxref[\0\t\n\f\r ]+\d{1,12}[\0\t\n\f\r ]+%%EOF/g)].at(-1);
  const behind = end ? text.slice(end.index + end[0].length) : '';
  const countOf = (part: string) => part.replace(/[\0-\x20]+/g, '').length;
  return [
    [countOf(text.slice(0, text.indexOf('%PDF-'))), 'before its beginning'],
    // Objects there are read with the others: the end of the file is damaged.
    [/\bendobj\b/.test(behind) ? 0 : countOf(behind), 'behind its end'],
  ];
}

/** In an encrypted file the strings are read by pdf.js only. */
async function addWhatPdfJsTells(pdf: PDFDocumentProxy, structure: Structure): Promise<void> {
  const attached = (await pdf.getAttachments().catch(() => null)) as object | null;
  structure.embeddedFiles = Math.max(structure.embeddedFiles, Object.keys(attached ?? {}).length);
  if (structure.scripts === 0 && (await pdf.hasJSActions().catch(() => false))) structure.scripts = 1;
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  for (const what of ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer']) {
    const value: unknown = (info as Record<string, unknown>)[what];
    if (typeof value !== 'string' || value.trim() === '' || structure.info.some((one) => one.what === what.toLowerCase())) continue;
    structure.info.push({ what: what.toLowerCase(), value });
    if (what === 'Title') structure.title = value;
  }
  type Outline = { title: string; items: Outline }[] | null;
  const known = new Set(structure.asides.filter(({ how }) => how === 'bookmark').map(({ text }) => text));
  const walk = (items: Outline, depth: number) => {
    for (const { title, items: inner } of items ?? []) {
      if (!known.has(title.trim())) structure.asides.push({ how: 'bookmark', text: title });
      known.add(title.trim());
      if (depth < 20) walk(inner, depth + 1);
    }
  };
  walk(await pdf.getOutline().catch(() => null), 0);
}
