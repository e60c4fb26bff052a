import { createHash } from 'node:crypto';
import type { Log } from '../log/log.ts';

/** Raised when the shape of the index changes, so that an old page never meets a new index. */
const SHAPE = 2;

/**
 * Where the index of this log is published: `/search/index-3f9a…/`. The name is a function of what is indexed, so pages and index change
 * together, and everything below it may be cached for ever. (`bodyKey` is a hash of an entry's whole text and of the code that reads it.)
 */
export function indexAddress(log: Log): string {
  const { law, language, topics } = log.settings;
  const hash = createHash('sha256').update(JSON.stringify([SHAPE, law, language, topics]));
  for (const { slug, bodyKey } of log.entries) hash.update(`${slug} ${bodyKey}\n`);
  return `/search/index-${hash.digest('hex').slice(0, 12)}/`;
}
