import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Disclosure } from '../log/disclosure.ts';
import { readBatch, writeBatch } from './batch-file.ts';
import { CborWriter } from './cbor.ts';
import { idOf } from './client/index/page-ids.ts';
import type { EntryText } from './client/index/pagefind.ts';
import { SHELF, shelfOf } from './client/index/shelves.ts';
import { entryTable } from './entry-table.ts';
import { PAGEFIND } from './index-address.ts';
import { type BodyOf, indexBatches, type IndexedBatch, type IndexTools } from './index-batch.ts';
import { FIELDS } from './row-counter.ts';
import { writePacked } from './packed.ts';
import { writeLists, writeMeta } from './span-files.ts';
import { joinRows } from './word-rows.ts';

/** Batches of which the words are asked of Pagefind at once: some thousand entries in memory. */
const AT_ONCE = 8;

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
 */
export async function writeSpan(job: SpanJob, bodyOf: BodyOf, tools: IndexTools, onProgress?: (done: number) => void): Promise<void> {
  const { entries, together, folder } = job;
  const published = path.join(folder, 'published');
  mkdirSync(published, { recursive: true });
  const batches = await takeBatches(job, bodyOf, tools, onProgress);
  const texts = batches.flatMap(({ texts }) => texts).map((text, place): PublishedText => ({ slug: entries[place]?.slug ?? '', ...text }));
  for (let at = 0; at < texts.length; at += together) {
    const file = path.join(published, 'texts', `${shelfOf(at / together)}.bin`);
    if ((at / together) % SHELF === 0) mkdirSync(path.dirname(file), { recursive: true });
    writePacked(file, texts.slice(at, at + together));
  }
  writeMeta(folder, metaOf(texts));
  writeLists(
    folder,
    joinRows(
      batches.map(({ rows }) => rows),
      job.batches.map(({ entries }) => entries),
    ),
  );
  const named = batches.flatMap(({ named }) => named);
  writePacked(path.join(published, 'entries.bin'), entryTable(entries, named, together));
  writePacked(
    path.join(published, 'references.bin'),
    entries.map(({ reference }) => reference),
  );
  writePacked(path.join(folder, 'words.bin'), wordsOf(batches), 1);
}

/** The batches of a span, in their order: from the cache, or made and put there. */
async function takeBatches(
  { entries, batches, kept }: SpanJob,
  bodyOf: BodyOf,
  tools: IndexTools,
  onProgress?: (done: number) => void,
): Promise<IndexedBatch[]> {
  const taken: IndexedBatch[] = [];
  const missing: { place: number; file: string; entries: readonly Disclosure[] }[] = [];
  let start = 0;
  for (const [place, batch] of batches.entries()) {
    const own = entries.slice(start, (start += batch.entries));
    const file = path.join(kept, `${batch.name}.bin`);
    const known = readBatch(file);
    if (known) {
      taken[place] = known;
      onProgress?.(own.length);
    } else missing.push({ place, file, entries: own });
  }
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing.slice(at, at + AT_ONCE);
    const indexed = await indexBatches(
      some.map(({ entries }) => entries),
      bodyOf,
      tools,
    );
    for (const [nth, batch] of indexed.entries()) {
      const { place, file, entries } = some[nth] as (typeof some)[number];
      writeBatch(file, batch);
      taken[place] = batch;
      onProgress?.(entries.length);
    }
  }
  return taken;
}

/**
 * What tells Pagefind of the entries, as `[version, [[id, words, file of the text], …], files of words, filters, sorts, fields]`: before and after the list
 * of files of words, which is not known yet. The texts have files of the site's own.
 */
function metaOf(texts: readonly PublishedText[]): [before: Buffer, after: Buffer] {
  const before = new CborWriter().list(6).text(PAGEFIND).list(texts.length);
  for (const [place, { content }] of texts.entries()) before.list(3).text(idOf(place)).integer(content.split(' ').length).text('');
  const after = new CborWriter().list(0).list(0).list(FIELDS.length);
  for (const field of FIELDS) after.text(field);
  return [before.written(), after.written()];
}

function wordsOf(batches: readonly IndexedBatch[]): [word: string, entries: number][] {
  const counts = new Map<string, number>();
  for (const { words } of batches) for (const [word, entries] of words) counts.set(word, (counts.get(word) ?? 0) + entries);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
