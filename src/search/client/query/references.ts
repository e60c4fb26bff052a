/** Every reference of the log, in its order, then those of withdrawn answers. */
export interface ReferenceTable {
  references: string[];
  withdrawn: { reference: string; slug: string }[];
}

export interface ReferenceMatch {
  /** Place in `references`, or, for a withdrawn one, that place less the number of references. */
  place: number;
  /** The whole reference was given, in whatever spelling; or a part that can be no part of a word. */
  how: 'whole' | 'part';
}

/** Words that people put before a reference. */
const LABELS =
  /\b(?:our|your|the|foi|foia|eir|freedom of information|ref|reference|no|number|num|id|case|request|requests|disclosure|log|answer)\b[.:#]?/gi;

/** Letters and digits alone, in capitals. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
}

/**
 * The part of a query that could be a reference: the query without such words as `FOI ref no.`, where what is left has a digit and no more than
 * three short words. `null` where it is a plain text or an amount.
 */
export function referenceIn(query: string): string | null {
  const bare = query
    .replace(LABELS, ' ')
    .replace(/[()[\]"“”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const candidate = /\d/.test(bare) ? bare : '';
  if (candidate === '' || /[£$€%]/.test(query) || /\d{1,3}[/_-]\d{2}\s\w{3,}/.test(candidate)) return null;
  const words = candidate.split(' ');
  if (words.length > 3 || words.some((word) => /^\p{L}{4,}$/u.test(word))) return null;
  return normalise(candidate).length >= 2 ? candidate : null;
}

const segmentsOf = (text: string) =>
  text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);

/** `00434` is number 434, and who asks for number 920 may mean 920A. */
const plain = (segment: string) => segment.replace(/^0+(?=\d)/, '');
const withoutLetter = (segment: string) => segment.replace(/(?<=\d)[A-Z]$/, '');

const YEAR = /^(?:19|20)\d\d$/;

/** The number that tells a reference from its neighbours: not the year, `00044` of FOI-2024-00044 and `44` of 44/25. */
function ownNumber(segments: readonly string[]): string {
  const numbers = segments.filter((segment) => /\d/.test(segment) && !YEAR.test(segment));
  return numbers.reduce((longest, number) => (number.length > longest.length ? number : longest), '');
}

/** Those that a candidate gives whole; without the letters before the number, or with others there, only where none has the same. */
function wholly<Place extends { normal: string }>(wanted: string, places: readonly Place[]): Place[] {
  const same = places.filter(({ normal }) => normal === wanted);
  const digits = wanted.replace(/^[A-Z]+(?=\d)/, '');
  if (same.length > 0 || digits.length < 5) return same;
  const alike = places.filter(({ normal }) => /^[A-Z]+\d/.test(normal) && normal.replace(/^[A-Z]+/, '') === digits);
  const ending = alike.filter(({ normal }) => wanted.endsWith(normal));
  return ending.length > 0 ? ending : alike;
}

/**
 * The references that a candidate names: those it gives whole, else those of which it is a part, the likelier first. A year is a part of too
 * many to mean one, and so are two digits, unless they are a reference's own number.
 */
export function matchReferences(candidate: string, { references, withdrawn }: ReferenceTable): ReferenceMatch[] {
  const wanted = normalise(candidate);
  if (wanted === '') return [];
  const places = [...references, ...withdrawn.map(({ reference }) => reference)].map((reference, index) => ({
    reference,
    normal: normalise(reference),
    place: index < references.length ? index : references.length - 1 - index,
  }));
  const whole = wholly(wanted, places);
  if (whole.length > 0) return whole.map(({ place }) => ({ place, how: 'whole' }));
  if (YEAR.test(wanted)) return [];
  const typed = segmentsOf(candidate);
  const parts = places.flatMap(({ reference, normal, place }) => {
    const theirs = segmentsOf(reference);
    if (plain(wanted).length < 3)
      return [plain(ownNumber(theirs)), withoutLetter(plain(ownNumber(theirs)))].includes(plain(wanted)) ? [{ place, theirs }] : [];
    const known = new Set(theirs.flatMap((segment) => [plain(segment), withoutLetter(plain(segment))]));
    const isPart =
      typed.every((segment) => known.has(plain(segment))) ||
      (wanted.length >= 4 && /\d{3}/.test(wanted) && (normal.startsWith(wanted) || normal.endsWith(wanted)));
    return isPart ? [{ place, theirs }] : [];
  });
  const asTyped = ({ theirs }: { theirs: string[] }) => typed.filter((segment) => theirs.includes(segment)).length;
  return parts.sort((a, b) => asTyped(b) - asTyped(a)).map(({ place }) => ({ place, how: 'part' }));
}
