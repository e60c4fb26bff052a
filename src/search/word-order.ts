/** Which of two words comes first. */
export type Order = (a: string, b: string) => number;

const byUnits: Order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const byBytes: Order = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** How Pagefind orders words: by their bytes, which is the order of JavaScript but where a character takes two units. */
export function orderOf(words: readonly string[]): Order {
  return words.some((word) => /[\uD800-\uDFFF]/.test(word)) ? byBytes : byUnits;
}
