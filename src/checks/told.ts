import { describePlace, type Fact, type Hidden, type Reading } from '../attachments/reading.ts';
import type { Problem } from './rule.ts';

/** Places that a message names at most. */
const MOST_PLACES = 6;
/** `A, B and C` */
const AND = new Intl.ListFormat('en-GB');

/** What a reading tells as hidden by one of these techniques. */
export function hiddenBy(reading: Reading, ...techniques: string[]): Hidden[] {
  return reading.hidden.filter(({ how }) => techniques.includes(how));
}

/** What a file says of itself in one of these ways. */
export function factsOf(reading: Reading, ...whats: string[]): Fact[] {
  return reading.facts.filter(({ what }) => whats.includes(what));
}

/** One problem for all that has one cause, at the place of the first; none where there is nothing. `say` gets how many there are, and where in words. */
export function oneProblem(found: readonly (Hidden | Fact)[], say: (count: number, where: string) => string): Problem[] {
  const [first] = found;
  if (!first) return [];
  return [{ place: first.place, message: say(total(found), wherever(found)) }];
}

/** How many things these are together. */
export function total(found: readonly (Hidden | Fact)[]): number {
  return found.reduce((sum, each) => sum + ('count' in each ? each.count : 1), 0);
}

/** `sheet “A”, rows 3 to 5; sheet “B”, row 2; and 4 more places` */
export function wherever(found: readonly { place: Hidden['place'] }[]): string {
  const places = [...new Set(found.map(({ place }) => describePlace(place)).filter((place) => place !== ''))];
  const more = places.length - MOST_PLACES;
  return [...places.slice(0, MOST_PLACES), ...(more > 0 ? [`and ${more} more ${more === 1 ? 'place' : 'places'}`] : [])].join('; ');
}

/** `“A”, “B” and “C”` */
export function quoted(names: readonly string[]): string {
  const shown = names.slice(0, MOST_PLACES).map((name) => `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`);
  const more = names.length - shown.length;
  return AND.format(more > 0 ? [...shown, `${more} more`] : shown);
}

/** `1 cell`, `1,204 cells` */
export function quantity(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** ` is` or ` are` after a quantity. */
export const isAre = (count: number) => (count === 1 ? 'is' : 'are');
