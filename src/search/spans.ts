import type { Disclosure } from '../log/disclosure.ts';

/** Entries of consecutive years that are indexed together, in the order of the log. */
export interface Span<Entry = Disclosure> {
  entries: Entry[];
  /** First and last year of its entries; `null` where none has one. */
  years: readonly [number, number] | null;
}

type Dated = Pick<Disclosure, 'date' | 'year'>;

/** Up to as many entries a log is one span. */
const WHOLE = 2500;
/** Entries of a span; and up to how many times as many a log keeps to it before spans double. */
const SMALL = { limit: 2000, log: 16_000 } as const;
/** No span takes more: a search loads what a span has of each of its words, and one more answer makes its newest span anew. */
const LARGEST = 8000;
/** From this share of the limit on, a span ends with its year. */
const FULL = 0.75;
/** Up to this share of the limit, entries without a date do not count: they stand in the oldest span beside those that do. */
const UNDATED = 0.25;

/** Most entries of a span in a log of so many: doubled at 16,000, 32,000 and so on, so that there are about eight spans. */
export function limitOf(entries: number): number {
  if (entries <= WHOLE) return WHOLE;
  let { limit, log }: { limit: number; log: number } = SMALL;
  while (entries > log && limit < LARGEST) {
    limit *= 2;
    log *= 2;
  }
  return limit;
}

/** Entries of a log up to which all of it is searched at once; of a larger one, its newest spans of about as many. */
const AT_ONCE = 20_000;

/** How many of the newest spans are searched at once: the first, and those that end within the limit. */
export function nearSpans(spans: readonly Pick<Span<unknown>, 'entries'>[], limit: number = AT_ONCE): number {
  let end = 0;
  const near = spans.findIndex(({ entries }, nth) => (end += entries.length) > limit && nth > 0);
  return near < 0 ? spans.length : near;
}

/** One of several machines that build a log together. */
export interface Part {
  /** From 1. */
  number: number;
  of: number;
}

/** The spans that one machine indexes: of each number of entries about the same to all, every span to one of them. */
export function shareOf<Some extends Pick<Span<unknown>, 'entries'>>(spans: readonly Some[], { number, of }: Part): Some[] {
  const loads = new Array<number>(of).fill(0);
  const largestFirst = spans.toSorted((a, b) => b.entries.length - a.entries.length);
  return largestFirst.filter(({ entries }) => {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + entries.length;
    return least === number - 1;
  });
}

/**
 * Cuts a log into spans, the newest first. It is counted from the oldest entry: where a span ends depends on older entries alone, so that a new
 * answer changes the newest span and no other. A span ends where it is full, or with a year when it nearly is.
 *
 * @param entries in the order of the log: newest first, those without a date last
 */
export function spansOf<Entry extends Dated>(entries: readonly Entry[], limit: number = limitOf(entries.length)): Span<Entry>[] {
  const undated = entries.filter(({ date }) => date === null).length;
  const uncounted = undated <= limit * UNDATED ? undated : 0;
  const spans: Entry[][] = [];
  let span: Entry[] = [];
  let counted = 0;
  entries.toReversed().forEach((entry, place, all) => {
    const before = all[place - 1];
    const newYear = before !== undefined && before.year?.value !== entry.year?.value;
    if (place > uncounted && (counted >= limit || (newYear && counted >= limit * FULL))) {
      spans.push(span);
      span = [];
      counted = 0;
    }
    span.push(entry);
    if (place >= uncounted) counted += 1;
  });
  if (span.length > 0) spans.push(span);
  return spans.toReversed().map((each) => ({ entries: each.toReversed(), years: yearsOf(each) }));
}

function yearsOf(entries: readonly Dated[]): Span['years'] {
  let years: [number, number] | null = null;
  for (const { year } of entries)
    if (year) years = years ? [Math.min(years[0], year.value), Math.max(years[1], year.value)] : [year.value, year.value];
  return years;
}
