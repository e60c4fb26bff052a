import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readBundle, writeBundle } from './bundle.ts';
import { checkSum, withSum } from './checked.ts';
import { readPacked, writePacked } from './packed.ts';
import type { WordLists } from './word-rows.ts';

/*
 * Files of a span that are not published as they are: what the files of a group of spans are made of (group-files.ts).
 */
const META = 'meta.bin';
const WORDS = 'lists.bin';
const BYTES = 'lists.cbor';

/** The words of a span in their order, and how many bytes each takes of the lists that say where it stands. */
export type WordSizes = Omit<WordLists, 'bytes'>;

/** What the meta file of a span says before and after the list of its files of words. */
export function writeMeta(folder: string, [before, after]: [before: Buffer, after: Buffer]): void {
  writeFileSync(path.join(folder, META), writeBundle([before, after]));
}

export function readMeta(folder: string): [before: Buffer, after: Buffer] {
  const [before = Buffer.alloc(0), after = Buffer.alloc(0)] = readBundle(readFileSync(path.join(folder, META)));
  return [before, after];
}

export function writeLists(folder: string, { words, sizes, bytes }: WordLists): void {
  writeFileSync(path.join(folder, BYTES), Buffer.concat(withSum(bytes)));
  writePacked(path.join(folder, WORDS), { words, sizes } satisfies WordSizes, 1);
}

export function readSizes(folder: string): WordSizes {
  return readPacked<WordSizes>(path.join(folder, WORDS));
}

/** The lists themselves, one after the other. */
export function readLists(folder: string): Buffer {
  return checkSum(readFileSync(path.join(folder, BYTES)));
}
