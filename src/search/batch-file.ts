import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Citation } from '../model/laws.ts';
import { readBundle, writeBundle } from './bundle.ts';
import { pack, unpack } from './packed.ts';
import type { IndexedBatch, IndexedText } from './index-batch.ts';
import type { WordRows } from './word-rows.ts';

/** Writes a batch into a file of the cache: elsewhere first, so that the file is there whole or not at all. */
export async function writeBatch(file: string, { texts, rows, words, named }: IndexedBatch): Promise<void> {
  const members = [pack(texts, 1), pack(words, 1), pack(named, 1), pack(rows.rows, 1), gzipSync(rows.bytes, { level: 1 })];
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, writeBundle(members));
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Reads a batch from its file; `null` where there is none, or none that is whole. */
export async function readBatch(file: string): Promise<IndexedBatch | null> {
  try {
    const [texts, words, named, rows, bytes] = readBundle(await readFile(file));
    if (!texts || !words || !named || !rows || !bytes) return null;
    return {
      texts: unpack<IndexedText[]>(texts),
      words: unpack<IndexedBatch['words']>(words),
      named: unpack<Citation[][]>(named),
      rows: { rows: unpack<WordRows>(rows), bytes: gunzipSync(bytes) },
    };
  } catch {
    return null;
  }
}
