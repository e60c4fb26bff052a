import { createHash } from 'node:crypto';
import type { Disclosure } from '../log/disclosure.ts';

/** Entries of a span that are indexed together, in the order of the log. Kept in the cache by name. */
export interface Batch {
  name: string;
  entries: readonly Disclosure[];
}

/** Entries of a batch, on average and about: what one more answer costs to index, against what it costs to ask Pagefind and to keep a batch. */
const SIZE = 256;

/**
 * Cuts the entries of a span into batches. Where one ends, an entry says by its slug alone (one in so many does): one more entry, wherever it stands,
 * changes the batch it is in, and seldom another. It is counted from the oldest entry, as spans are.
 */
export function batchesOf<Entry extends Pick<Disclosure, 'slug'>>(
  entries: readonly Entry[],
  size: number = Number(process.env['DISCLOSURE_LOG_BATCH']) || SIZE,
): Entry[][] {
  const least = Math.ceil(size / 4);
  const batches: Entry[][] = [];
  let batch: Entry[] = [];
  for (const entry of entries.toReversed()) {
    batch.push(entry);
    if (batch.length >= 2 * size || (batch.length >= least && hashOf(entry.slug) % size === 0)) {
      batches.push(batch.reverse());
      batch = [];
    }
  }
  if (batch.length > 0) batches.push(batch.reverse());
  return batches.reverse();
}

/** Names a batch by all that goes into its index. @param code a hash of the code that makes it */
export function nameBatch(entries: readonly Disclosure[], code: string, language: string): string {
  const hash = createHash('sha256').update(JSON.stringify([code, language]));
  for (const { reference, title, bodyKey, law, attachments } of entries)
    hash.update(JSON.stringify([reference, title, bodyKey, law, attachments.map(({ title }) => title)]));
  return hash.digest('hex').slice(0, 24);
}

/** A number for a text, always the same. */
function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  // The lowest bits of neighbouring references are alike: all of them are mixed.
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8;
}
