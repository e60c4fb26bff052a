import type { Disclosure, Facet } from '../log/disclosure.ts';
import { outcomesOf } from '../log/facets.ts';
import type { Log } from '../log/log.ts';
import { LAWS } from '../model/laws.ts';
import { slugOfProvision } from '../model/provisions.ts';
import { type Column, writeCell, writeColumn } from './client/columns.ts';
import { wordsOfTitle } from './index-document.ts';

/** The facets of the search page, by the ids of the lists. */
export const FACETS = ['topic', 'year', 'outcome', 'exemption', 'law', 'department'] as const;
export type FacetName = (typeof FACETS)[number];

/**
 * What the browser knows of every entry without asking Pagefind: enough to count facets, to filter and to sort, in about four bytes an
 * entry. Entries have the order of the log (newest first, undated last), which is also the order in which Pagefind has them as pages.
 */
export interface EntryTable {
  entries: number;
  /** Day of each entry as days since the one before it in the list (the first: since 1970), base 36, by commas; empty where undated. */
  days: string;
  /** Words of each title: one cell each. */
  titles: string;
  /** Values of each facet in the order in which they are shown. */
  facets: Record<FacetName, { id: string; label: string }[]>;
  /** Places in `facets` of each entry's values; for `exemption`, places in `provisions`. */
  columns: Record<FacetName, Column>;
  /** Every provision relied on: its law, its number, and the place in `facets.exemption` of the list that has it. */
  provisions: { law: string; number: string; facet: number }[];
  /** Outcome of each entry as a whole: `part`, or `6 not-held 1 ncnd`, or nothing. */
  overall: Column;
}

/** The table of a log. */
export function entryTable(log: Log): EntryTable {
  const { entries } = log;
  const byLaw = new Map<string, number>();
  const departments = new Map<string, number>();
  for (const { law, department } of entries) {
    byLaw.set(law, (byLaw.get(law) ?? 0) + 1);
    if (department) departments.set(department, (departments.get(department) ?? 0) + 1);
  }
  const values = ({ id, label }: Facet) => ({ id, label });
  const facets: EntryTable['facets'] = {
    topic: log.facets.topics.filter(({ count }) => count > 0).map(values),
    year: log.facets.years.map(values),
    outcome: log.facets.outcomes.map(values),
    exemption: log.facets.exemptions.map(values),
    law: byLaw.size < 2 ? [] : [...byLaw.keys()].map((id) => ({ id, label: LAWS[id as Disclosure['law']].name })),
    department: [...departments.keys()].sort((a, b) => a.localeCompare(b, 'en')).map((name) => ({ id: name, label: name })),
  };
  const place = (facet: FacetName) => new Map(facets[facet].map(({ id }, index) => [id, index]));
  const places = {
    topic: place('topic'),
    year: place('year'),
    outcome: place('outcome'),
    exemption: place('exemption'),
    law: place('law'),
    department: place('department'),
  };
  const of = (facet: FacetName, ids: (entry: Disclosure) => readonly string[]) =>
    writeColumn(
      entries.map((entry) =>
        ids(entry)
          .flatMap((id) => places[facet].get(id) ?? [])
          .join(' '),
      ),
    );
  const provisions = new Map<string, EntryTable['provisions'][number]>();
  for (const citation of entries.flatMap(({ exemptions }) => exemptions))
    provisions.set(`${citation.law} ${citation.provision}`, {
      law: citation.law,
      number: citation.provision,
      facet: places.exemption.get(slugOfProvision(citation)) ?? 0,
    });
  const provisionPlaces = new Map([...provisions.keys()].map((key, index) => [key, index]));
  return {
    entries: entries.length,
    days: daysOf(entries),
    titles: entries.map(({ title }) => writeCell(wordsOfTitle(title))).join(''),
    facets,
    columns: {
      topic: of('topic', ({ topics }) => topics),
      year: of('year', ({ year }) => (year ? [String(year.value)] : [])),
      outcome: of('outcome', outcomesOf),
      exemption: writeColumn(
        entries.map(({ exemptions }) => exemptions.map(({ law, provision }) => provisionPlaces.get(`${law} ${provision}`)).join(' ')),
      ),
      law: of('law', ({ law }) => [law]),
      department: of('department', ({ department }) => (department ? [department] : [])),
    },
    provisions: [...provisions.values()],
    overall: writeColumn(
      entries.map(({ outcome }) =>
        !outcome ? '' : outcome.kind === 'one' ? outcome.outcome : outcome.counts.map((each) => `${each.count} ${each.outcome}`).join(' '),
      ),
    ),
  };
}

function daysOf(entries: readonly Disclosure[]): string {
  let before = 0;
  return entries
    .map(({ date }) => {
      if (!date) return '';
      const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;
      const step = day - before;
      before = day;
      return step.toString(36);
    })
    .join(',');
}
