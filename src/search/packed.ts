import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

/** JSON packed with gzip: the same bytes for the same value. @param level of gzip: 9 for what is published, 1 for what only the cache has */
export function pack(value: unknown, level: 1 | 9): Buffer {
  return gzipSync(JSON.stringify(value), { level });
}

/** The inverse of `pack`. Throws where the bytes are cut short or not of it. */
export function unpack<T>(bytes: Buffer): T {
  return JSON.parse(gunzipSync(bytes).toString()) as T;
}

export function writePacked(file: string, value: unknown, level: 1 | 9 = 9): void {
  writeFileSync(file, pack(value, level));
}

export function readPacked<T>(file: string): T {
  return unpack<T>(readFileSync(file));
}
