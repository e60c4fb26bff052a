/** What stands around a text, where it helps to say what the text is. */
export interface Near {
  /** What names it: the heading of its column, or the end of the line before. */
  label: string;
  /** What stands beside it: the headings and the cells of its row. Asked only where needed. */
  beside: () => string;
}

/** Nothing around: a text that stands alone. */
export const ALONE: Near = { label: '', beside: () => '' };

/** One place in a text where a rule found something, counted from 0. */
export interface Match {
  index: number;
  length: number;
  /** How it is written where only one spelling counts: an e-mail address in lower case, a telephone number in digits. For what is allowed. */
  canonical: string;
}

/**
 * A rule about words, wherever they stand: in an entry, a cell, a line of a PDF, a file's name. It looks at one line at a time. Each takes time in
 * proportion to the line.
 */
export interface TextRule {
  /** `block` where what is found names a living person beyond doubt, or an account; `warn` where a person should look. */
  severity: 'block' | 'warn';
  /** What it is called, one and many: `a National Insurance number`. */
  one: string;
  many: string;
  /** As a sentence, for the reference. */
  finds: string;
  why: string;
  mend: string;
  find: (line: string, near: Near) => Match[];
}

/** Every match of a pattern (which is global, and never empty) as a rule reports it. @param canonical `null` leaves a match out */
export function matches(pattern: RegExp, text: string, canonical: (match: RegExpExecArray) => string | null): Match[] {
  const found: Match[] = [];
  // Most texts hold nothing: this costs less to learn so than from a list of all matches.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const its = canonical(match);
    if (its !== null) found.push({ index: match.index, length: match[0].length, canonical: its });
  }
  return found;
}

/** What names the thing at `index`: the words before it in its line, or where there are few, the label of the line. */
export function wordsBefore(text: string, index: number, near: Near, length = 48): string {
  return `${near.label} ${text.slice(Math.max(0, index - length), index)}`;
}
