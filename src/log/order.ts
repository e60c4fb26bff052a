import type { Disclosure } from './disclosure.ts';

const NUMERIC = new Intl.Collator('en', { numeric: true });

/** The order of every list: newest day first, then the entries of which only the year is known, then those without; by reference within a day. */
export function newestFirst(a: Disclosure, b: Disclosure): number {
  return compare(sortDay(b), sortDay(a)) || NUMERIC.compare(b.slug, a.slug);
}

/** An entry of which only the year is known stands at the end of that year's list, so that it is not shown as newer than it can be. */
function sortDay({ date, year }: Disclosure): string {
  return date ?? (year ? `${year.value}-00-00` : '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
