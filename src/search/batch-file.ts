import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Citation } from '../model/laws.ts';
import { readBundle, writeBundle } from './bundle.ts';
import { checkSum, withSum } from './checked.ts';
import type { IndexedBatch, IndexedText } from './index-batch.ts';
import type { WordRows } from './word-rows.ts';

/*
 * Batches as the cache has them: not packed, which would take as long as to index a good part of them.
 */

/** Writes a batch into a file of the cache: elsewhere first, so that the file is there whole or not at all. */
export async function writeBatch(file: string, { texts, rows, words, named }: IndexedBatch): Promise<void> {
  const members = [...[texts, words, named, rows.rows].map((value) => Buffer.from(JSON.stringify(value))), rows.bytes];
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, withSum(writeBundle(members)));
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Reads a batch from its file; `null` where there is none, or none that is whole. */
export async function readBatch(file: string): Promise<IndexedBatch | null> {
  try {
    const [texts, words, named, rows, bytes] = readBundle(checkSum(await readFile(file)));
    if (!texts || !words || !named || !rows || !bytes) return null;
    return {
      texts: parse<IndexedText[]>(texts),
      words: parse<IndexedBatch['words']>(words),
      named: parse<Citation[][]>(named),
      rows: { rows: parse<WordRows>(rows), bytes },
    };
  } catch {
    return null;
  }
}

function parse<T>(bytes: Buffer): T {
  return JSON.parse(bytes.toString()) as T;
}
