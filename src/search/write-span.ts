import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { addresses } from '../log/addresses.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { findCitations } from '../model/citations.ts';
import type { Citation } from '../model/laws.ts';
import { entryTable } from './entry-table.ts';
import { indexDocument } from './index-document.ts';
import { takeFiles, writePacked } from './pagefind-files.ts';
import { SpanWords } from './vocabulary.ts';

/** Entries on their way to Pagefind at once: enough to keep it busy, few enough to hold little. */
const AT_ONCE = 32;

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
 *
 * Pagefind numbers pages in the order in which they come, and the entry table relies on that: they are handed over in the order of the log.
 */
export async function writeSpan(
  { entries, language, together, folder }: SpanJob,
  bodyOf: (entry: Disclosure) => RenderedBody,
  onProgress?: (done: number) => void,
): Promise<void> {
  const published = path.join(folder, 'published');
  const raw = path.join(folder, 'pagefind');
  const words = new SpanWords();
  const named: Citation[][] = [];
  await mkdir(published, { recursive: true });
  try {
    const { index, errors } = await createIndex({ forceLanguage: language, writePlayground: false });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (let from = 0; from < entries.length; from += AT_ONCE) {
      const batch = entries.slice(from, from + AT_ONCE);
      await Promise.all(
        batch.map(async (entry, place) => {
          const body = bodyOf(entry);
          const content = indexDocument(entry, body, language);
          words.add(textOf(content));
          named[from + place] = citationsIn(body, entry);
          const answer = await index.addHTMLFile({ url: addresses.entry(entry.slug), content });
          if (answer.errors.length > 0) throw new Error(`Pagefind could not index ${entry.reference}: ${answer.errors.join('; ')}`);
        }),
      );
      onProgress?.(batch.length);
    }
    const written = await index.writeFiles({ outputPath: raw });
    if (written.errors.length > 0) throw new Error(`Pagefind could not write its index: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
  await takeFiles(raw, { folder, published, engine: path.join(folder, 'engine'), entries: entries.length, together });
  await rm(raw, { recursive: true });
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
