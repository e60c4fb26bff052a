/** White space as Pagefind splits at it: the White_Space of Unicode, which is not quite that of JavaScript's `\s`. */
const SPACES = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/;
/** Marks where a line may be broken inside a word. */
const BREAKS = /\u200B/g;
/** What a line ends with that Pagefind ends with a full stop: it reads the line as HTML, in which a quotation mark is `&quot;`. */
const UNENDED = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}')$*]$/u;

/** The words of a line, as Pagefind has them in its index and in its text: what stands between spaces, with its punctuation. */
export function wordsOfLine(line: string): string[] {
  return wordsBetweenSpaces(UNENDED.test(line) ? `${line}.` : line);
}

export function wordsBetweenSpaces(text: string): string[] {
  const words = text.split(SPACES);
  return (text.includes('\u200B') ? words.map((word) => word.replace(BREAKS, '')) : words).filter(Boolean);
}
