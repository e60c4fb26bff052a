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
 * two words. `null` where it is a plain text, a year, an amount.
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
  return normalise(candidate).length >= 3 ? candidate : null;
}

/** Parts of a reference, without leading zeros: `FOI-2021-00434` is FOI, 2021, 434. */
const segmentsOf = (text: string) =>
  text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean)
    .map((part) => part.replace(/^0+(?=\d)/, ''));

/** The references that a candidate names: those it gives whole, else those of which it is a part. */
export function matchReferences(candidate: string, { references, withdrawn }: ReferenceTable): ReferenceMatch[] {
  const wanted = normalise(candidate);
  const wantedDigits = wanted.replace(/^[A-Z]+(?=\d)/, '');
  const segments = segmentsOf(candidate);
  const places = [...references, ...withdrawn.map(({ reference }) => reference)].map((reference, index) => ({
    reference,
    place: index < references.length ? index : references.length - 1 - index,
  }));
  const whole = places.filter(({ reference }) => {
    const normal = normalise(reference);
    return normal === wanted || (/^[A-Z]+\d/.test(normal) && wantedDigits.length >= 5 && normal.replace(/^[A-Z]+/, '') === wantedDigits);
  });
  if (whole.length > 0) return whole.map(({ place }) => ({ place, how: 'whole' }));
  const parts = places.filter(({ reference }) => {
    const theirs = segmentsOf(reference);
    if (segments.length > 0 && segments.every((segment) => theirs.includes(segment)) && segments.join('').length >= 2) return true;
    return wanted.length >= 4 && /\d{3}/.test(wanted) && (normalise(reference).startsWith(wanted) || normalise(reference).endsWith(wanted));
  });
  return parts.map(({ place }) => ({ place, how: 'part' }));
}
