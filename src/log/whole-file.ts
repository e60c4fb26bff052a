import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/*
 * Files of the cache, which several runs may share: each is there whole or not at all, and one that is not what a run has written counts for nothing.
 */

/** Writes a file beside its place, with the folders above it, and then puts it there. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** What `take` makes of the value of a file of JSON; `null` where there is no such file, or none that can be read or taken. */
export function readWhole<T, Taken>(file: string, take: (value: T) => Taken): Taken | null {
  try {
    return take(JSON.parse(readFileSync(file, 'utf8')) as T);
  } catch {
    return null;
  }
}
