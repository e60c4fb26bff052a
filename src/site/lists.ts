import { PAGE_SIZE } from '../log/addresses.ts';
import type { Disclosure, QuestionFacts } from '../log/disclosure.ts';
import { outcomesOf, provisionsOf } from '../log/facets.ts';
import type { Log } from '../log/log.ts';

/*
 * Who is where: every list of the site and every neighbour, found once for a whole build, so that no page looks through all entries.
 */
export interface Lists {
  bySlug: Map<string, Disclosure>;
  byReference: Map<string, Disclosure>;
  /** Place of each entry in the log, by slug. */
  place: Map<string, number>;
  topics: Map<string, Disclosure[]>;
  /** By year as text. */
  years: Map<string, Disclosure[]>;
  /** Under each outcome that the entry or one of its questions has. */
  outcomes: Map<string, Disclosure[]>;
  /** By the slug of the provision that has a page. */
  exemptions: Map<string, Disclosure[]>;
  series: Map<string, Disclosure[]>;
}

const known = new WeakMap<Log, Lists>();

/** The lists of a log, made once. */
export function listsOf(log: Log): Lists {
  const lists = known.get(log) ?? makeLists(log.entries);
  known.set(log, lists);
  return lists;
}

function makeLists(entries: Disclosure[]): Lists {
  const by = (keys: (entry: Disclosure) => Iterable<string>) => {
    const lists = new Map<string, Disclosure[]>();
    for (const entry of entries)
      for (const key of keys(entry)) {
        const list = lists.get(key);
        if (list) list.push(entry);
        else lists.set(key, [entry]);
      }
    return lists;
  };
  return {
    bySlug: new Map(entries.map((entry) => [entry.slug, entry])),
    byReference: new Map(entries.map((entry) => [entry.reference, entry])),
    place: new Map(entries.map((entry, index) => [entry.slug, index])),
    topics: by(({ topics }) => topics),
    years: by(({ year }) => (year ? [String(year.value)] : [])),
    outcomes: by(outcomesOf),
    exemptions: by((entry) => provisionsOf(entry).keys()),
    series: by(({ more }) => (more.series ? [more.series] : [])),
  };
}

/** One page of a list. */
export interface ListPage {
  entries: Disclosure[];
  number: number;
  last: number;
  /** Entries in the whole list. */
  total: number;
  /** First and last year of the whole list, `null` where no entry has one. */
  span: [number, number] | null;
}

/** A list cut into pages of 50. An empty list has one page. */
export function pagesOf(entries: Disclosure[]): ListPage[] {
  const last = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const years = entries.flatMap(({ year }) => year?.value ?? []);
  const span: ListPage['span'] = years.length > 0 ? [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))] : null;
  return Array.from({ length: last }, (_, index) => ({
    entries: entries.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    number: index + 1,
    last,
    total: entries.length,
    span,
  }));
}

/** The part of a path that names a page of a list, as Astro's rest parameter takes it: none for the first, then `page/2`. */
export function pageParameter(number: number): string | undefined {
  return number > 1 ? `page/${number}` : undefined;
}

/** The page numbers worth a link: the first, the last, those around this one; `null` where numbers are left out. */
export function pageNumbers(number: number, last: number): (number | null)[] {
  const wanted = [...new Set([1, number - 1, number, number + 1, last])].filter((each) => each >= 1 && each <= last).sort((a, b) => a - b);
  return wanted.flatMap((each, index) => {
    const before = wanted[index - 1] ?? 0;
    if (each - before === 2) return [each - 1, each];
    return each - before > 2 ? [null, each] : [each];
  });
}

/** Entries in their order under the year they are listed under; `null` for those without one. */
export function underYears(entries: Disclosure[]): { year: number | null; entries: Disclosure[] }[] {
  const groups: { year: number | null; entries: Disclosure[] }[] = [];
  for (const entry of entries) {
    const year = entry.year?.value ?? null;
    const last = groups.at(-1);
    if (last && last.year === year) last.entries.push(entry);
    else groups.push({ year, entries: [entry] });
  }
  return groups;
}

/** The questions of an entry that a list is about; none where it is about all of them, or about the entry as a whole. */
export function someOf({ questions }: Disclosure, about: (question: QuestionFacts) => boolean): QuestionFacts[] {
  const some = questions.filter(about);
  return some.length < questions.length ? some : [];
}
