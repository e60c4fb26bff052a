/*
 * Columns of the entry table: a value for each entry as one character of a string, which compresses far better than a list of numbers.
 * Code 35 (`#`) stands for the first value: above the quotation mark, and with a jump over the backslash, so that JSON needs no escapes.
 */
const FIRST = 35;
const BACKSLASH = 92;

/** A value for each entry: each character of `cells` is the place of the entry's value in `values`. */
export interface Column {
  values: string[];
  cells: string;
}

/** The character for a number from 0 to about 55,000. */
export function writeCell(place: number): string {
  const code = place + FIRST;
  return String.fromCharCode(code >= BACKSLASH ? code + 1 : code);
}

/** The number that stands at `index`. */
export function readCell(cells: string, index: number): number {
  const code = cells.charCodeAt(index);
  return (code > BACKSLASH ? code - 1 : code) - FIRST;
}

export function writeColumn(each: readonly string[]): Column {
  const values = [...new Set(each)];
  const characters = new Map(values.map((value, place) => [value, writeCell(place)]));
  return { values, cells: each.map((value) => characters.get(value)).join('') };
}

/** What every entry has in a column, each distinct value read once. */
export function readColumn<T>({ values, cells }: Column, read: (value: string) => T): T[] {
  const meanings = values.map(read);
  return Array.from({ length: cells.length }, (_, index) => meanings[readCell(cells, index)] as T);
}

/** `0 3` as [0, 3]; nothing as []. */
export function readPlaces(value: string): number[] {
  return value === '' ? [] : value.split(' ').map(Number);
}
