import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Disclosure } from '../log/disclosure.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { findCitations } from '../model/citations.ts';
import type { Citation } from '../model/laws.ts';
import { SHELF } from './client/index/shelves.ts';
import { entryTable } from './entry-table.ts';
import { indexDocument } from './index-document.ts';
import { takeFiles, writePacked } from './pagefind-files.ts';
import { documentFile, runPagefind } from './run-pagefind.ts';
import { SpanWords } from './vocabulary.ts';

/** Entries after which progress is told. */
const TOLD = 32;

/** A span to be indexed. */
export interface SpanJob {
  entries: readonly Disclosure[];
  language: string;
  /** Texts in one file. */
  together: number;
  /** Folder that takes what becomes of it: `published/`, `engine/`, and files for what is made of several spans. */
  folder: string;
}

/**
 * Indexes the entries of one span. Throws with Pagefind's own words when it reports an error: a site without its search is never published in
 * silence.
 */
export async function writeSpan(
  { entries, language, together, folder }: SpanJob,
  bodyOf: (entry: Disclosure) => RenderedBody,
  onProgress?: (done: number) => void,
): Promise<void> {
  const published = path.join(folder, 'published');
  const raw = path.join(folder, 'pagefind');
  const documents = path.join(folder, 'documents');
  const words = new SpanWords();
  const named: Citation[][] = [];
  await mkdir(published, { recursive: true });
  await mkdir(documents);
  for (const [place, entry] of entries.entries()) {
    const body = bodyOf(entry);
    const content = indexDocument(entry, body, language);
    words.add(textOf(content));
    named.push(citationsIn(body, entry));
    const file = path.join(documents, documentFile(place));
    if (place % SHELF === 0) mkdirSync(path.dirname(file));
    writeFileSync(file, content);
    if ((place + 1) % TOLD === 0) onProgress?.(TOLD);
  }
  if (entries.length > 0) await runPagefind(documents, { to: raw, language });
  onProgress?.(entries.length % TOLD);
  await takeFiles(raw, { folder, published, engine: path.join(folder, 'engine'), slugs: entries.map(({ slug }) => slug), together });
  await Promise.all([rm(raw, { recursive: true }), rm(documents, { recursive: true })]);
  await writePacked(path.join(published, 'entries.bin'), entryTable(entries, named, together));
  await writePacked(
    path.join(published, 'references.bin'),
    entries.map(({ reference }) => reference),
  );
  await writePacked(path.join(folder, 'words.bin'), words.list());
}

/** What the authority's own text names: not what the person who asked does. */
function citationsIn(body: RenderedBody, { law }: Disclosure): Citation[] {
  const own = body.sections.filter(({ kind }) => kind !== 'request').flatMap(({ parts }) => parts.map(({ text }) => text));
  return findCitations(own.join('\n'), { law }).map(({ law, provision }) => ({ law, provision }));
}

/** The words of a document that was made by indexDocument. */
function textOf(document: string): string {
  return document.replace(/<[^>]+>/g, ' ').replace(/&(amp|lt|gt|quot);/g, ' ');
}
