/** Where a thing that was asked for stands in an entry, and how much of it is there. */
export interface Hit {
  /** From 0 to 1. */
  strength: number;
  /** Positions in the text, in no order; none where a field of the entry says it. */
  places: number[];
}

export type Hits = ReadonlyMap<number, Hit>;

export const NONE: Hits = new Map();

/** Hits of which none counts for more than `factor`. */
export function weaken(hits: Hits, factor: number): Hits {
  return factor === 1 ? hits : new Map([...hits].map(([entry, { strength, places }]) => [entry, { strength: strength * factor, places }]));
}

/** Entries that have any of several things: the strongest counts, the places of all are kept. */
export function anyOf(all: readonly Hits[]): Hits {
  if (all.length === 1) return all[0] as Hits;
  const merged = new Map<number, Hit>();
  for (const hits of all)
    for (const [entry, hit] of hits) {
      const known = merged.get(entry);
      merged.set(entry, known ? { strength: Math.max(known.strength, hit.strength), places: [...known.places, ...hit.places] } : hit);
    }
  return merged;
}

/** Hits without the places of others: what is left of a search for two things is where the second stands. */
export function without(hits: Hits, others: Hits): Hits {
  return new Map(
    [...hits].map(([entry, { strength, places }]) => {
      const known = new Set(others.get(entry)?.places);
      return [entry, { strength, places: places.filter((place) => !known.has(place)) }];
    }),
  );
}

/** Entries for which a field says it. */
export function fieldHits(values: readonly (readonly number[])[], strengthOf: (value: number) => number): Hits {
  const hits = new Map<number, Hit>();
  values.forEach((places, entry) => {
    const strength = places.reduce((most, value) => Math.max(most, strengthOf(value)), 0);
    if (strength > 0) hits.set(entry, { strength, places: [] });
  });
  return hits;
}
