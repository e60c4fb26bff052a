import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { addresses } from '../log/addresses.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Log } from '../log/log.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { findCitations } from '../model/citations.ts';
import type { Citation } from '../model/laws.ts';
import type { ReferenceTable } from './client/query/references.ts';
import { entryTable } from './entry-table.ts';
import { indexAddress } from './index-address.ts';
import { indexDocument } from './index-document.ts';
import { Vocabulary } from './vocabulary.ts';

/** What of Pagefind's output the site needs: its engine for this language and the index. Interfaces, worker and other engines stay out. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|worker)\.|^pagefind-playground|^wasm\.unknown\./;

/** Entries on their way to Pagefind at once: enough to keep it busy, few enough to hold little. */
const AT_ONCE = 32;

export interface IndexTarget {
  /** Folder of the built site. */
  out: string;
  /** Path under which it is served. */
  base: string;
  onProgress?: (done: number, of: number) => void;
}

/**
 * Indexes the published entries of a log into `out`: Pagefind's index, and beside it the tables that the search client reads. Throws with
 * Pagefind's own words when it reports an error: a site without its search is never published in silence.
 *
 * Pagefind numbers pages in the order in which they come, and the entry table relies on that: they are handed over in the order of the log.
 */
export async function writeIndex(log: Log, bodyOf: (entry: Disclosure) => RenderedBody, to: IndexTarget): Promise<void> {
  const outputPath = path.join(to.out, indexAddress(log));
  const vocabulary = new Vocabulary();
  const named: Citation[][] = [];
  try {
    const { index, errors } = await createIndex({ forceLanguage: log.settings.language, writePlayground: false });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (let from = 0; from < log.entries.length; from += AT_ONCE) {
      const batch = log.entries.slice(from, from + AT_ONCE);
      await Promise.all(
        batch.map(async (entry, place) => {
          const body = bodyOf(entry);
          const content = indexDocument(entry, body, log.settings.language);
          vocabulary.add(textOf(content));
          named[from + place] = citationsIn(body, entry);
          const answer = await index.addHTMLFile({ url: addresses.entry(entry.slug), content });
          if (answer.errors.length > 0) throw new Error(`Pagefind could not index ${entry.reference}: ${answer.errors.join('; ')}`);
        }),
      );
      to.onProgress?.(from + batch.length, log.entries.length);
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(`Pagefind could not write its index: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
  const keepsUnknown = !(await readdir(outputPath)).some((name) => name === `wasm.${log.settings.language}.pagefind`);
  for (const name of await readdir(outputPath))
    if (UNUSED.test(name) && !(keepsUnknown && name.startsWith('wasm.'))) await rm(path.join(outputPath, name));
  await writePacked(path.join(outputPath, 'entries.bin'), entryTable(log, named, vocabulary));
  const references: ReferenceTable = {
    references: log.entries.map(({ reference }) => reference),
    withdrawn: log.withdrawn.map(({ reference, slug }) => ({ reference, slug })),
  };
  await writePacked(path.join(outputPath, 'references.bin'), references);
  for (const [letter, words] of vocabulary.byLetter()) await writePacked(path.join(outputPath, `words-${letter}.bin`), words);
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

/** JSON packed with gzip: the same bytes for the same value. */
async function writePacked(file: string, value: unknown): Promise<void> {
  await writeFile(file, gzipSync(JSON.stringify(value), { level: 9 }));
}
