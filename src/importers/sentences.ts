/** A sentence with its place in the text it was cut from. */
export interface Sentence {
  text: string;
  start: number;
}

/** Words with a full stop that end no sentence. */
const SHORT =
  /(?:\b(?:s|ss|reg|regs|sec|para|paras|no|nos|e\.g|i\.e|eg|ie|etc|mr|mrs|ms|dr|st|ltd|art|cf|vs|approx|dept|ref|vol|p|pp|q|inc|co)|\b\p{Lu})\.$/iu;

/** Cuts a text into sentences: at `.`, `?`, `!` before a capital, and at line ends. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const push = (end: number) => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim()) found.push({ text: raw.trim(), start: start + lead });
    start = end;
  };
  for (const match of text.matchAll(/[.?!][”"’')\]]?(?=\s)|\n/g)) {
    const end = match.index + match[0].length;
    if (
      match[0] === '\n' ||
      (!SHORT.test(text.slice(Math.max(start, end - 12), end)) && /^\s+[\p{Lu}\d“"‘'(•-]/u.test(text.slice(end, end + 4)))
    )
      push(end);
  }
  push(text.length);
  return found;
}
