/** Letters, at least three of them, or figures, at least six: what is shorter stands in every file and tells nothing. */
const WORD = /\p{L}[\p{L}\p{M}’'-]*[\p{L}\p{M}]|\d{6,}/gu;
const SHORTEST = 3;

/** The words of a text, lower case: the unit in which what is stored is compared with what is seen. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.matchAll(WORD)) if (word.length >= SHORTEST) words.push(word.toLowerCase());
  return words;
}
