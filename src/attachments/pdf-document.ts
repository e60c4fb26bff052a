import path from 'node:path';
import { createRequire } from 'node:module';
import { getDocument, PasswordException, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { UnreadableFile } from './reading.ts';

const PDFJS = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string) => `${path.join(PDFJS, name)}/`;

/** Pixels of a picture that are still looked at; a larger one is left out by pdf.js. */
export const MOST_PIXELS = 64_000_000;

/**
 * Opens a PDF with pdf.js, which has no `eval` in it, fetches nothing and here runs in the thread that calls it: its limits of time and memory are the
 * caller's. The bytes are copied, because pdf.js keeps what it is given.
 */
export async function openPdf<T>(bytes: Uint8Array, use: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS - 1,
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    stopAtErrors: false,
  });
  try {
    return await use(await task.promise);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    if (error instanceof PasswordException) throw new UnreadableFile('the PDF is locked with a password');
    if (/unknown encryption method/i.test(String(error))) throw new UnreadableFile('the PDF is locked in a way that is not known here');
    throw new UnreadableFile('the PDF is broken or not a PDF', { cause: error });
  } finally {
    await task.destroy().catch(() => undefined);
  }
}
