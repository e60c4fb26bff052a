/* Forms of numbers and days that languages share. */

/** The forms of a counted thing. */
export interface Counted {
  one: string;
  other: string;
}

/** A whole number in groups of three: `12,408`. */
export function amount(value: number, separator: string): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, separator);
}

/** `2022-08-26` as `26 August 2022`. The day is the one that is written; no time zone is involved. */
export function spelledDay(iso: string, months: readonly string[]): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}
