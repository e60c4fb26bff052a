import { hash } from 'node:crypto';
import type { Disclosure } from '../log/disclosure.ts';
import type { Log } from '../log/log.ts';
import type { ListPage } from './lists.ts';

/*
 * Keys of pages: a hash of everything that a page shows, so that a page whose key is that of the last build need not be drawn again. A page whose
 * route gives `cacheKey` takes what it shows from its props and from `getFrame()` alone; the code that draws it is part of the key elsewhere
 * (see renderer.ts).
 */

/** A key of values of plain JSON. */
export function keyOf(...shown: unknown[]): string {
  return hash('sha1', JSON.stringify(shown), 'base64url');
}

const frames = new WeakMap<Log['settings'], string>();

/** What stands around every page. */
export function frameKey({ settings, pages }: Pick<Log, 'settings' | 'pages'>): string {
  const known = frames.get(settings) ?? keyOf(settings, pages);
  frames.set(settings, known);
  return known;
}

const rows = new WeakMap<Disclosure, string>();

/** What a list shows of an entry; nothing of its text. */
export function rowKey(entry: Disclosure): string {
  const known = rows.get(entry) ?? makeRowKey(entry);
  rows.set(entry, known);
  return known;
}

function makeRowKey({ slug, reference, title, date, year, topics, outcome, questions }: Disclosure): string {
  const about = questions.map(({ number, anchor, outcome, exemptions }) => [number, anchor, outcome, exemptions]);
  return keyOf(slug, reference, title, date, year, topics, outcome, about);
}

/** One page of a list. @param about what else the page says */
export function listKey(log: Log, { entries, number, last, total, span }: ListPage, ...about: unknown[]): string {
  return keyOf(frameKey(log), about, number, last, total, span, entries.map(rowKey));
}
