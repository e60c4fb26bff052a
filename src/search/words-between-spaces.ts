/*
 * Words as Pagefind has them in its index and in its text: what stands between spaces, with its punctuation.
 */

/** A mark where a line may be broken inside a word, which Pagefind leaves out. */
const BREAK = '\u200B';
/** What a line ends with that Pagefind ends with a full stop: it reads the line as HTML, in which a quotation mark is `&quot;`. */
const UNENDED = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}')$*]$/u;

/** Takes the word that stands in a text from `start` to before `end`. */
type Take = (text: string, start: number, end: number) => void;

/** A line as Pagefind reads it, for `wordsBetweenSpaces`. */
export function endedLine(line: string): string {
  return UNENDED.test(line) ? `${line}.` : line;
}

/** Tells of each word of a text where it stands, in order: in the text itself, or without the marks that Pagefind leaves out. */
export function wordsBetweenSpaces(text: string, take: Take): void {
  const takeWhole = text.includes(BREAK) ? takeUnbroken(take) : take;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !isSpace(text.charCodeAt(at))) continue;
    if (at > start) takeWhole(text, start, at);
    start = at + 1;
  }
}

function takeUnbroken(take: Take): Take {
  return (text, start, end) => {
    const word = text.slice(start, end).replaceAll(BREAK, '');
    if (word) take(word, 0, word.length);
  };
}

/** White space as Pagefind splits at it: the White_Space of Unicode, which is not quite that of JavaScript's `\s`. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  return (
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
