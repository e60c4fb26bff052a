import { sameWords } from './block.ts';

/** The words of a text, once for many comparisons. */
export interface Fingerprint {
  words: string;
  tokens: string[];
  set: Set<string>;
}

export function fingerprint(text: string): Fingerprint {
  const words = sameWords(text);
  const tokens = words === '' ? [] : words.split(' ');
  return { words, tokens, set: new Set(tokens) };
}

/** True for two texts that say the same but for a word here and there: nine of ten words shared, at least four of them. */
export function isAlike(a: Fingerprint, b: Fingerprint): boolean {
  if (a.words === b.words) return a.words !== '';
  const [less, more] = a.tokens.length < b.tokens.length ? [a, b] : [b, a];
  if (less.tokens.length < 4 || less.tokens.length < more.tokens.length * 0.75) return false;
  return shared(less, more) >= 0.86 && shared(more, less) >= 0.8;
}

/** True where nearly all words of `part` stand in `whole`, and there are enough of them to mean something. */
export function isWithin(part: Fingerprint, whole: Fingerprint): boolean {
  return part.tokens.length >= 6 && shared(part, whole) >= 0.85;
}

function shared(part: Fingerprint, whole: Fingerprint): number {
  return part.tokens.filter((token) => whole.set.has(token)).length / part.tokens.length;
}

/** How many characters of `text` the words of `start` take, where it begins with them; 0 where it does not. */
export function lengthOfStart(text: string, start: Fingerprint): number {
  if (start.tokens.length < 3) return 0;
  let at = 0;
  for (const token of start.tokens) {
    const match = /[\p{L}\p{N}]+/u.exec(text.slice(at, at + 80));
    if (!match || sameWords(match[0]) !== token) return 0;
    at += match.index + match[0].length;
  }
  const close = /^[\s.?!:;,)”"’'–—-]*/.exec(text.slice(at))?.[0] ?? '';
  return at + close.length;
}
