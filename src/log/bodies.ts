import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RenderedBody } from '../markdown/body.ts';
import type { Law } from '../model/laws.ts';
import { cachedBody } from './cached-bodies.ts';
import type { Disclosure } from './disclosure.ts';

/**
 * The body of an entry, one at a time: from the cache, or read again where that has been deleted. What reads entries is loaded for that alone: it
 * takes longer than all else that a thread of the index loads.
 */
export async function readBodyOf(entry: Disclosure, from: { dir: string; cache: string; law: Law }): Promise<RenderedBody> {
  const cached = cachedBody(from.cache, from.dir, entry.bodyKey);
  if (cached) return cached;
  const { entryOptions } = await import('./read-one.ts');
  const { readEntry } = await import('../markdown/read-entry.ts');
  return readEntry(await readFile(path.join(from.dir, entry.file), 'utf8'), entryOptions(from.law)).body;
}
