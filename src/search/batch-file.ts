import { readFileSync } from 'node:fs';
import { writeWhole } from '../log/whole-file.ts';
import type { Citation } from '../model/laws.ts';
import { readBundle, writeBundle } from './bundle.ts';
import { checkSum, withSum } from './checked.ts';
import type { IndexedBatch, IndexedText } from './index-batch.ts';
import type { WordRows } from './word-rows.ts';

/*
 * Batches as the cache has them: not packed, which would take as long as to index a good part of them. Read and written without waiting: a thread that
 * indexes has nothing else to do, and each file that it waits for takes ten times as long.
 */

/** Writes a batch into a file of the cache. */
export function writeBatch(file: string, { texts, rows, words, named }: IndexedBatch): void {
  const members = [...[texts, words, named, rows.rows].map((value) => Buffer.from(JSON.stringify(value))), rows.bytes];
  writeWhole(file, Buffer.concat(withSum(writeBundle(members))));
}

/** Reads a batch from its file; `null` where there is none, or none that is whole. */
export function readBatch(file: string): IndexedBatch | null {
  try {
    const [texts, words, named, rows, bytes] = readBundle(checkSum(readFileSync(file)));
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
