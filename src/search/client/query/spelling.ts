import { rootOf } from './tokens.ts';

/** The vocabulary under one first letter: words in the order of the alphabet, and how common each is, from 0 (one answer) upwards. */
export interface WordList {
  words: readonly string[];
  /** Half-steps of doubling: the number of answers is about 2 to the power of half of this. */
  commonness: readonly number[];
}

/** A word of the log that was perhaps meant. */
export interface Guess {
  word: string;
  /** Letters put in, left out, exchanged or swapped. */
  distance: number;
  commonness: number;
}

/** How many letters may be wrong in a word of this length. */
export function tolerance(length: number): number {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

/** Words of the list nearest to one that the log does not have, the best first: fewest mistakes, then the same first letters, then the commoner. */
export function guess(word: string, { words, commonness }: WordList): Guess[] {
  const most = tolerance(word.length);
  if (most === 0) return [];
  const found: (Guess & { same: number })[] = [];
  const wanted = lettersOf(word);
  let letters = known.get(words);
  if (!letters) known.set(words, (letters = Int32Array.from(words, lettersOf)));
  words.forEach((candidate, place) => {
    // A mistake changes two letters at most: most words are out without a closer look.
    if (
      bits(wanted ^ (letters[place] ?? 0)) > 2 * most ||
      Math.abs(candidate.length - word.length) > most ||
      candidate.length < 3 ||
      /\d/.test(candidate)
    )
      return;
    const distance = distanceOf(word, candidate, most);
    if (distance <= most) found.push({ word: candidate, distance, commonness: commonness[place] ?? 0, same: sharedStart(word, candidate) });
  });
  found.sort((a, b) => a.distance - b.distance || cost(b) - cost(a));
  const roots = new Set<string>();
  return found.filter((each) => !roots.has(rootOf(each.word)) && roots.add(rootOf(each.word)));
}

/** Letters of the words of a list, by the list. */
const known = new WeakMap<readonly string[], Int32Array>();

/** Which letters a word has, as bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count += 1;
  return count;
}

const cost = ({ same, commonness }: { same: number; commonness: number }) => Math.min(same, 4) + commonness / 2;

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Damerau–Levenshtein distance (neighbours swapped count once), or `most` + 1 as soon as it is sure to be more. */
export function distanceOf(a: string, b: string, most: number): number {
  const over = most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    // Only near the diagonal can the distance be as small as that.
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    const row: number[] = [];
    row[from - 1] = from > 1 ? over : i;
    let least = row[from - 1] ?? over;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? over) + 1, (row[j - 1] ?? over) + 1, (last[j - 1] ?? over) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (before[j - 2] ?? over) + 1);
      row[j] = value;
      least = Math.min(least, value);
    }
    if (least > most) return over;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? over, over);
}
