/*
 * How a provision is written: a number and, in brackets, what is below it. Its canonical spelling has no spaces, capital letters after
 * digits and small letters elsewhere: `40(5B)(a)(i)`, `22A`, `12(5)(b)`. Every quantifier is bounded: the texts are not ours.
 */

/** A provision as its levels: `['40', '2', 'a', 'i']`. */
export type Levels = readonly string[];

/** Levels read from a text, and where they stop. */
export interface ReadLevels {
  levels: Levels;
  end: number;
}

/** As deep as any of the four laws goes, and a little deeper. */
const DEEPEST = 6;

/** `31`, `22A`; `41of` has lost its space, and the letters are not part of the number. */
const NUMBER = /(\d{1,3})([A-Z]{1,2})?(?=of\b|[^\p{L}\p{N}]|$)/uy;
/** `22a`, where somebody writes one provision and nothing else. */
const LOOSE_NUMBER = /(\d{1,3})([A-Za-z]{1,2})?(?=[^\p{L}\p{N}]|$)/uy;
/** `(2)`, ` (5B)`, `( a )`, `(iv)`, with the blanks before it. Letters alone are one letter, aa to ag, or a small Roman number. */
const LEVEL = /(\s{0,3})\(\s{0,2}(\d{1,2}[A-Za-z]{0,2}|[a-zA-Z]|a[a-g]|[ivx]{2,5})\s{0,2}\)/y;
/** What follows a level that stands on a new line; otherwise the line is an item of a list. */
const GOES_ON = /\s{0,2}(?:[.,;:()&]|$|of\b|and\b|or\b|to\b|[-–])/y;

/** The canonical spelling of levels. */
export function writeLevels(levels: Levels): string {
  const [number = '', ...below] = levels;
  return number.toUpperCase() + below.map((level) => `(${/^\d/.test(level) ? level.toUpperCase() : level.toLowerCase()})`).join('');
}

/** The levels of a canonical provision. */
export function levelsOf(provision: string): Levels {
  return provision.split(/[()]+/).filter((level) => level !== '');
}

/** Reads a number and the levels below it; `null` when no number of at most three digits stands at `at`. */
export function readLevels(text: string, at: number, loose = false): ReadLevels | null {
  const pattern = loose ? LOOSE_NUMBER : NUMBER;
  pattern.lastIndex = at;
  const number = pattern.exec(text);
  if (!number) return null;
  const below = readBelow(text, at + number[0].length, loose);
  return { levels: [number[0].toUpperCase(), ...below.levels], end: below.end };
}

/**
 * Reads levels in brackets alone, as in `31(1)(a) & (b)`; empty when there are none. Stops before a second letter, because "31(1)(a)(b)"
 * stands for two provisions; not so when `loose`.
 */
export function readBelow(text: string, at: number, loose = false): ReadLevels & { start: number } {
  const levels: string[] = [];
  let start = at;
  let end = at;
  while (levels.length < DEEPEST) {
    LEVEL.lastIndex = end;
    const match = LEVEL.exec(text);
    if (!match) break;
    const [whole, blanks = '', level = ''] = match;
    GOES_ON.lastIndex = end + whole.length;
    if (/[\n\r]/.test(blanks) && !GOES_ON.test(text)) break;
    if (!loose && isBeside(levels, level)) break;
    if (levels.length === 0) start += blanks.length;
    levels.push(/^\d/.test(level) ? level.toUpperCase() : level.toLowerCase());
    end += whole.length;
  }
  return { levels, start, end };
}

/** Whether a level cannot be below the last: digits below digits, a letter below a letter unless it is a Roman number, anything below that. */
function isBeside(levels: readonly string[], level: string): boolean {
  const last = levels.at(-1);
  if (last === undefined) return false;
  if (/^\d/.test(level)) return /^\d/.test(last);
  return /^[a-z]/.test(last) && (/^[a-z]/.test(levels.at(-2) ?? '') || !/^[ivx]+$/i.test(level));
}

/**
 * What `(b)` means after `31(1)(a)`: levels that take the place of those of the same kind, here `31(1)(b)`. Kinds are digits, letters, and
 * Roman numbers below letters. `null` where the earlier provision has no level of that kind.
 */
export function continueLevels(earlier: Levels, below: Levels): Levels | null {
  const [first] = below;
  if (first === undefined) return null;
  for (let depth = earlier.length - 1; depth > 0; depth -= 1) {
    if (isSameKind(earlier, depth, first)) return [...earlier.slice(0, depth), ...below];
  }
  return null;
}

function isSameKind(levels: Levels, depth: number, other: string): boolean {
  const level = levels[depth] ?? '';
  if (/^\d/.test(level) || /^\d/.test(other)) return /^\d/.test(level) && /^\d/.test(other);
  const roman = /^[a-z]+$/.test(levels[depth - 1] ?? '');
  return roman ? /^[ivx]+$/.test(other) : true;
}
