/*
 * Words as the index has them. The build makes the vocabulary with these functions and the browser reads queries with them, so that both mean
 * the same by a word. Pagefind cuts text at spaces; of `e-scooters` it keeps `escooters`, `e` and `scooters`, and of `Clare’s` `clares`.
 */

/** Lower case, without accents and apostrophes. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ]/gu, '')
    .toLowerCase();
}

/** The words of one token between spaces, letters and digits only: its parts, and where there are several also the whole without the joints. */
export function wordsOfToken(token: string): string[] {
  const parts = fold(token).match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.length > 1 ? [...parts, parts.join('')] : parts;
}

/**
 * A word without its commonest endings: `seizing`, `seized` and `seize` are the same. Coarser than Pagefind's stemmer and only for English; it
 * decides whether the log has a word at all, and which words to mark, not what is found.
 */
export function rootOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const one = word
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^sui])s$/, '$1');
  const two = one.length > 5 ? one.replace(/(?:ing|ed)$/, '') : one.replace(/([^e])ed$/, '$1');
  const root = two.length < one.length ? two.replace(/([bdfgmnprt])\1$/, '$1') : two;
  if (two.length < one.length && root === two && SHORT.test(root)) return `${root}e`;
  const bare = root.replace(/e$/, '');
  return (SHORT.test(bare) ? root : bare).replace(/y$/, 'i');
}

/** One syllable that an `e` at its end makes another word: `hat` and `hate`, `plan` and `plane` (so in Porter's stemmer). */
const SHORT = /^[^aeiouy]+[aeiouy][^aeiouwxy]$/;

/** The file of the vocabulary in which a word stands: its first letter, `0` for digits, `_` for any other. */
export function letterOf(word: string): string {
  const first = word.charAt(0);
  return /[a-z]/.test(first) ? first : /\d/.test(first) ? '0' : '_';
}
