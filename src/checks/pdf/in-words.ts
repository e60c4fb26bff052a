import type { Hidden, Place, Reading } from '../../attachments/reading.ts';
import type { Problem } from '../rule.ts';

/** The hidden things of a few techniques, in the order of the file. */
export function hiddenBy(reading: Reading, ...techniques: readonly string[]): Hidden[] {
  return reading.hidden.filter(({ how }) => techniques.includes(how));
}

/** One problem for all of them: the message gets where they are and how many. None where there are none. */
export function oneProblem(hidden: readonly Hidden[], message: (where: string, count: number) => string): Problem[] {
  const [first] = hidden;
  if (!first) return [];
  const count = hidden.reduce((sum, one) => sum + one.count, 0);
  return [{ place: first.place, message: message(pagesOf(hidden.map(({ place }) => place)), count) }];
}

/** ` on page 3`, ` on pages 3, 5 and 7`, ` on 12 pages, the first of them page 3`; nothing where no page is known. */
export function pagesOf(places: readonly Place[]): string {
  const pages = [...new Set(places.flatMap(({ page }) => page ?? []))].sort((one, other) => one - other);
  const [first] = pages;
  if (first === undefined) return '';
  if (pages.length === 1) return ` on page ${first}`;
  if (pages.length > 8) return ` on ${pages.length} pages, the first of them page ${first}`;
  return ` on pages ${pages.slice(0, -1).join(', ')} and ${pages.at(-1)}`;
}

/** `1 word`, `12 words`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
