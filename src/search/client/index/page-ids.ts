/*
 * Pagefind's ids of pages, as the build replaces them: the place of an entry in its span as one character, which needs no table and packs well.
 */
const FIRST = 0x100;

/** The id of a place from 0 to about 55,000. */
export function idOf(place: number): string {
  return String.fromCharCode(place + FIRST);
}

export function placeOf(id: string): number {
  return id.charCodeAt(0) - FIRST;
}
