import { outcomesOf } from '../log/facets.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Lists } from './lists.ts';

/** Entries of one series that a page names, the newest. */
const OF_SERIES = 8;

export interface ReadWith {
  related: Disclosure[];
  series: { name: string; entries: Disclosure[] } | null;
}

/**
 * Entries worth reading beside one, as its author names them. None beside an answer that neither confirms nor denies: what stands next to
 * it could be taken for a hint.
 */
export function readWith(entry: Disclosure, lists: Lists): ReadWith {
  if (outcomesOf(entry).includes('ncnd')) return { related: [], series: null };
  const related = (entry.more.related ?? []).flatMap((reference) => lists.byReference.get(reference) ?? []);
  const name = entry.more.series;
  const others = name ? (lists.series.get(name) ?? []).filter(({ slug }) => slug !== entry.slug).slice(0, OF_SERIES) : [];
  return { related, series: name && others.length > 0 ? { name, entries: others } : null };
}
