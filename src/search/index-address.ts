import { createHash } from 'node:crypto';
import type { Log } from '../log/log.ts';

/** Raised when the shape of the index changes, so that an old page never meets a new index. */
const SHAPE = 1;

/**
 * Where the index of this log is published: `/search/index-3f9a…/`. The name is a function of what is indexed, so pages and index change
 * together, and everything below it may be cached for ever.
 */
export function indexAddress(log: Log): string {
  const hash = createHash('sha256').update(`${SHAPE}`);
  for (const entry of log.entries) hash.update(JSON.stringify(entry));
  return `/search/index-${hash.digest('hex').slice(0, 12)}/`;
}
