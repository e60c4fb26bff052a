import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RenderedBody } from '../markdown/body.ts';
import { readEntry } from '../markdown/read-entry.ts';
import type { Law } from '../model/laws.ts';
import type { Disclosure } from './disclosure.ts';
import { cachedBody } from './entry-cache.ts';
import { entryOptions } from './read-one.ts';

/** The body of an entry, one at a time: from the cache, or read again where that has been deleted. */
export function readBodyOf(entry: Disclosure, from: { dir: string; cache: string; law: Law }): RenderedBody {
  const cached = cachedBody(from.cache, from.dir, entry.bodyKey);
  if (cached) return cached;
  return readEntry(readFileSync(path.join(from.dir, entry.file), 'utf8'), entryOptions(from.law)).body;
}
