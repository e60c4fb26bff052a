import type { EntryTable, FacetName } from '../../entry-table.ts';
import { readCell, readColumn, readPlaces } from './columns.ts';

/** The entry table as the browser works with it. An entry is its place in the log, from 0: the newest. */
export interface Entries {
  count: number;
  /** ISO day, `null` where none is stated. */
  days: (string | null)[];
  /** Words of each title. */
  titles: number[];
  facets: EntryTable['facets'];
  /** Places in `facets` of each entry's values. */
  values: Record<FacetName, number[][]>;
  provisions: EntryTable['provisions'];
  /** Places in `provisions` of what each entry relied on, and of what only its text names. */
  relied: number[][];
  named: number[][];
  /** Outcomes of each entry as a whole, with how often where there are several. */
  overall: { outcome: string; count: number | null }[][];
}

export function readEntries(table: EntryTable): Entries {
  const places = (name: FacetName) => readColumn(table.columns[name], readPlaces);
  const lists = (value: string) => [...new Set(readPlaces(value).map((place) => table.provisions[place]?.facet ?? -1))];
  return {
    count: table.entries,
    days: readDays(table.days),
    titles: Array.from({ length: table.entries }, (_, index) => readCell(table.titles, index)),
    facets: table.facets,
    values: {
      topic: places('topic'),
      year: places('year'),
      outcome: places('outcome'),
      exemption: readColumn(table.columns.exemption, lists),
      law: places('law'),
      department: places('department'),
    },
    provisions: table.provisions,
    relied: places('exemption'),
    named: readColumn(table.named, readPlaces),
    overall: readColumn(table.overall, readOverall),
  };
}

function readOverall(value: string): { outcome: string; count: number | null }[] {
  if (value === '') return [];
  const parts = value.split(' ');
  if (parts.length === 1) return [{ outcome: value, count: null }];
  return Array.from({ length: parts.length / 2 }, (_, index) => ({ count: Number(parts[2 * index]), outcome: parts[2 * index + 1] ?? '' }));
}

function readDays(days: string): (string | null)[] {
  let day = 0;
  return days.split(',').map((step) => {
    if (step === '') return null;
    day += parseInt(step, 36);
    return new Date(day * 86_400_000).toISOString().slice(0, 10);
  });
}
