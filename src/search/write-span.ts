import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Disclosure } from '../log/disclosure.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { type IndexedBatch, readBatch, writeBatch } from './batch-file.ts';
import { cborList, cborText } from './cbor.ts';
import { idOf } from './client/index/page-ids.ts';
import type { EntryText } from './client/index/pagefind.ts';
import { SHELF, shelfOf } from './client/index/shelves.ts';
import { entryTable } from './entry-table.ts';
import { writePacked } from './packed.ts';
import { writeLists, writeMeta } from './span-files.ts';
import { joinRows } from './word-rows.ts';
import type { Workplace } from './workplace.ts';

/** A text as it is published. */
export type PublishedText = Omit<EntryText, 'words'> & { content: string };

/** A span to be indexed. */
export interface SpanJob {
  entries: readonly Disclosure[];
  /** Its batches by name, each with its number of entries, in their order. */
  batches: readonly { name: string; entries: number }[];
  /** Texts in one file. */
  together: number;
  /** Folder that takes what becomes of it: `published/`, and files for what is made of several spans. */
  folder: string;
  /** Folder of the batches that are kept. */
  kept: string;
}

/**
 * Indexes the entries of one span: those of its batches that are not kept, and then joins all of them.
 * @param places where batches are indexed, as many at once: while Pagefind indexes one, the documents of another are written
 */
export async function writeSpan(
  job: SpanJob,
  bodyOf: (entry: Disclosure) => RenderedBody,
  places: readonly Workplace[],
  onProgress?: (done: number) => void,
): Promise<void> {
  const { entries, together, folder } = job;
  const published = path.join(folder, 'published');
  await mkdir(published, { recursive: true });
  const batches = await takeBatches(job, bodyOf, places, onProgress);
  const texts = batches.flatMap(({ texts }) => texts).map((text, place): PublishedText => ({ slug: entries[place]?.slug ?? '', ...text }));
  for (let at = 0; at < texts.length; at += together) {
    const file = path.join(published, 'texts', `${shelfOf(at / together)}.bin`);
    if ((at / together) % SHELF === 0) await mkdir(path.dirname(file), { recursive: true });
    await writePacked(file, texts.slice(at, at + together));
  }
  await writeMeta(folder, metaOf(batches));
  await writeLists(
    folder,
    joinRows(
      batches.map(({ rows }) => rows),
      job.batches.map(({ entries }) => entries),
    ),
  );
  const named = batches.flatMap(({ named }) => named);
  await writePacked(path.join(published, 'entries.bin'), entryTable(entries, named, together));
  await writePacked(
    path.join(published, 'references.bin'),
    entries.map(({ reference }) => reference),
  );
  await writePacked(path.join(folder, 'words.bin'), wordsOf(batches), 1);
}

/** The batches of a span, in their order: from the cache, or made and put there. */
async function takeBatches(
  { entries, batches, kept }: SpanJob,
  bodyOf: (entry: Disclosure) => RenderedBody,
  places: readonly Workplace[],
  onProgress?: (done: number) => void,
): Promise<IndexedBatch[]> {
  const taken: IndexedBatch[] = [];
  let next = 0;
  let start = 0;
  const work = async (workplace: Workplace) => {
    for (let batch = batches[next]; batch; batch = batches[next]) {
      const own = entries.slice(start, (start += batch.entries));
      const place = next++;
      const file = path.join(kept, `${batch.name}.bin`);
      const known = await readBatch(file);
      taken[place] = known ?? (await workplace.index(own, bodyOf));
      if (!known) await writeBatch(file, taken[place]);
      onProgress?.(own.length);
    }
  };
  await Promise.all(places.map(work));
  return taken;
}

/** What tells Pagefind of the pages of all batches: before and after the list of files, which is not known yet. */
function metaOf(batches: readonly IndexedBatch[]): [before: Buffer, after: Buffer] {
  const [first] = batches;
  if (!first) return [Buffer.alloc(0), Buffer.alloc(0)];
  const { before, after } = first.meta;
  if (batches.some(({ meta }) => !meta.before.equals(before) || !meta.after.equals(after)))
    throw new Error('Pagefind tells of two batches of one index what does not fit together.');
  const pages = batches.flatMap(({ meta }) => meta.pages);
  const told = pages.flatMap(([head, tail], place) => [head, cborText(idOf(place)), tail]);
  return [Buffer.concat([before, cborList(pages.length), ...told]), after];
}

function wordsOf(batches: readonly IndexedBatch[]): [word: string, entries: number][] {
  const counts = new Map<string, number>();
  for (const { words } of batches) for (const [word, entries] of words) counts.set(word, (counts.get(word) ?? 0) + entries);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
