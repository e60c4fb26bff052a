import { FACET_NAMES, type SearchState } from './address.ts';
import type { Entries } from '../index/entries.ts';
import type { FacetName } from '../../entry-table.ts';

/** A value of a facet as its control shows it. */
export interface FacetValue {
  id: string;
  label: string;
  /** Results it would leave, or has left. */
  count: number;
  chosen: boolean;
}

export interface Filtered {
  /** The entries that every facet lets through, in their order. */
  order: number[];
  /** Values that results have, and those chosen whether or not any has them. */
  facets: Record<FacetName, FacetValue[]>;
}

/**
 * Applies the chosen values: one of the values of each facet must hold. The counts of a facet's values follow the query and the other
 * facets, not its own choice, so that a second value can be seen before it is added.
 */
export function filter(order: readonly number[], chosen: SearchState['chosen'], entries: Entries): Filtered {
  const wanted = FACET_NAMES.map((name) => {
    const ids = chosen[name];
    return ids.length === 0 ? null : new Set(entries.facets[name].flatMap(({ id }, place) => (ids.includes(id) ? [place] : [])));
  });
  const counts = FACET_NAMES.map((name) => new Array<number>(entries.facets[name].length).fill(0));
  const kept: number[] = [];
  for (const entry of order) {
    const refusing = wanted.flatMap((places, facet) =>
      places && !entries.values[FACET_NAMES[facet] as FacetName][entry]?.some((place) => places.has(place)) ? [facet] : [],
    );
    if (refusing.length === 0) kept.push(entry);
    FACET_NAMES.forEach((name, facet) => {
      const counted = counts[facet] as number[];
      if (refusing.every((each) => each === facet))
        for (const place of entries.values[name][entry] ?? []) counted[place] = (counted[place] ?? 0) + 1;
    });
  }
  const facets = FACET_NAMES.map((name, facet): [FacetName, FacetValue[]] => {
    const known = entries.facets[name].map(({ id, label }, place) => ({
      id,
      label,
      count: counts[facet]?.[place] ?? 0,
      chosen: chosen[name].includes(id),
    }));
    const unknown = chosen[name]
      .filter((id) => !known.some((value) => value.id === id))
      .map((id) => ({ id, label: id, count: 0, chosen: true }));
    return [name, [...known, ...unknown].filter(({ count, chosen }) => count > 0 || chosen)];
  });
  return { order: kept, facets: Object.fromEntries(facets) as Filtered['facets'] };
}

/** By day, entries without one last whichever way round. The order of the log is the newest first. */
export function sortByDay(order: readonly number[], entries: Entries, sort: 'newest' | 'oldest'): number[] {
  const those = (isDated: boolean) => order.filter((entry) => (entries.days[entry] !== null) === isDated).sort((a, b) => a - b);
  const dated = those(true);
  return [...(sort === 'newest' ? dated : dated.reverse()), ...those(false)];
}
