import type { EntryTable, FacetName, PlainFacet, WholeLog } from '../../entry-table.ts';
import { type Column, readCell, readColumn, readPlaces } from './columns.ts';

/**
 * What the tables say of the entries, as the browser works with it. An entry is its place in the log, from 0: the newest. Of spans that have not been
 * opened, nothing is there.
 */
export interface Entries {
  /** Entries that are searched: those before this place. */
  count: number;
  /** ISO day, `null` where none is stated. */
  days: (string | null)[];
  /** Words of each title. */
  titles: number[];
  facets: WholeLog['facets'];
  /** Places in `facets` of each entry's values. */
  values: Record<FacetName, number[][]>;
  /** Each with the place in `facets.exemption` of the list that has it, -1 for none. */
  provisions: { law: string; number: string; facet: number }[];
  /** Places in `provisions` of what each entry relied on, and of what only its text names. */
  relied: number[][];
  named: number[][];
  /** Outcomes of each entry as a whole, with how often where there are several. */
  overall: { outcome: string; count: number | null }[][];
}

export function noEntries(facets: WholeLog['facets']): Entries {
  const values = { topic: [], year: [], outcome: [], exemption: [], law: [], department: [] };
  return { count: 0, days: [], titles: [], facets, values, provisions: [], relied: [], named: [], overall: [] };
}

/** Takes in the table of a span. @param from place of its first entry in the log */
export function addTable(entries: Entries, table: EntryTable, from: number): void {
  const { facets, provisions, values } = entries;
  const put = <T>(into: T[], all: readonly T[]) => all.forEach((each, at) => (into[from + at] = each));
  const read = <T>(column: Column, into: T[], of: (value: string) => T) => put(into, readColumn(column, of));
  const placeOf = (name: FacetName, value: string | undefined) => facets[name].findIndex(({ id }) => id === value);
  const placesOf = (name: FacetName, value: string) => [placeOf(name, value)].filter((place) => place >= 0);
  for (const name of Object.keys(table.columns) as PlainFacet[]) {
    const places = table.facets[name].map((value) => placesOf(name, value));
    read(table.columns[name], values[name], (value) => readPlaces(value).flatMap((place) => places[place] ?? []));
  }
  const known = table.provisions.map(([law, number, list]) => {
    const place = provisions.findIndex((each) => each.law === law && each.number === number);
    return place < 0 ? provisions.push({ law, number, facet: placeOf('exemption', list) }) - 1 : place;
  });
  const places = (value: string) => readPlaces(value).map((place) => known[place] ?? -1);
  read(table.relied, entries.relied, places);
  read(table.named, entries.named, places);
  read(table.relied, values.exemption, (value) => [...new Set(places(value).map((place) => provisions[place]?.facet ?? -1))]);
  read(table.outcomes, entries.overall, readOverall);
  read(table.outcomes, values.outcome, (value) => (value.match(/[a-z-]+/g) ?? []).flatMap((outcome) => placesOf('outcome', outcome)));
  put(entries.days, readDays(table.days));
  put(
    entries.titles,
    Array.from({ length: table.entries }, (_, place) => readCell(table.titles, place)),
  );
}

/** `part+not-held` as `part`, and `6 not-held 1 ncnd` as two with how often; what follows a `+` is not of the whole. */
function readOverall(value: string): { outcome: string; count: number | null }[] {
  return [...value.replace(/\+.*/, '').matchAll(/(\d* ?)([a-z-]+)/g)].map(([, count, outcome = '']) => ({
    count: Number(count) || null,
    outcome,
  }));
}

function readDays(days: string): (string | null)[] {
  let day = 0;
  return days.split(',').map((step) => {
    if (step === '') return null;
    day += parseInt(step, 36);
    return new Date(day * 86_400_000).toISOString().slice(0, 10);
  });
}
