import { coreOf } from './word.ts';

/** A stretch of a text that is marked, from its first character to before its last. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Where words stand in a text: whole words alone, in any case, with or without what letters carry (`café`, `cafe`). A word that is of several
 * (`cost/price`, `2024/25`) is found as it is.
 */
export function findMarks(text: string, words: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    const token = coreOf(match[0]);
    if (token.text === '') continue;
    const start = match.index + token.from;
    if (words.has(token.text.toLowerCase())) {
      spans.push({ start, end: start + token.text.length });
      continue;
    }
    for (const part of token.text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu))
      if (words.has(part[0].toLowerCase())) spans.push({ start: start + part.index, end: start + part.index + part[0].length });
  }
  return spans;
}
