import { decode } from './encoding.ts';
import { splitInvisible } from './invisible.ts';
import { UnreadableFile, type Hidden, type Reading, type Visible } from './reading.ts';

/** The most that is read: an answer's text is a few kilobytes. */
export const MOST_BYTES = 64 * 1024 * 1024;
const MOST_LINES = 2_000_000;
/** Of what is hidden, in characters. */
const MOST_HIDDEN = 300;

/** Reads a text line by line. @throws UnreadableFile for what is too large, or is no text */
export function readText(bytes: Uint8Array): Reading {
  const visible: Visible[] = [];
  const hidden: Hidden[] = [];
  const lines = linesOf(bytes);
  for (const [index, line] of lines.entries()) {
    const { shown, carried, count } = splitInvisible(line);
    if (shown.trim() !== '') visible.push({ text: shown, place: { line: index + 1, column: 1 } });
    if (count > 0) noteHidden(hidden, carried, count, { line: index + 1, column: 1 });
  }
  return { kind: 'text', visible, hidden, facts: [], stored: [], notInspected: [] };
}

/** The lines of a text. @throws UnreadableFile */
export function linesOf(bytes: Uint8Array): string[] {
  const lines = textOf(bytes).split(/\r\n|\r|\n/);
  if (lines.length > MOST_LINES)
    throw new UnreadableFile(
      `it has ${lines.length.toLocaleString('en-GB')} lines, and at most ${MOST_LINES.toLocaleString('en-GB')} are read`,
    );
  return lines;
}

/** @throws UnreadableFile */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES)
    throw new UnreadableFile(
      `it is a text of ${(bytes.length / 1024 / 1024).toFixed(0)} MB, and at most ${MOST_BYTES / 1024 / 1024} MB are read`,
    );
  const text = decode(bytes);
  if (text === null) throw new UnreadableFile('it is no text: it holds bytes that no text has');
  return text;
}

/** One hidden thing a file, however many lines it is in. */
export function noteHidden(hidden: Hidden[], text: string, count: number, place: Hidden['place']): void {
  const first = hidden[0];
  if (!first) hidden.push({ how: 'invisible-characters', text: text.slice(0, MOST_HIDDEN), count, place });
  else {
    first.count += count;
    first.text = (first.text + text).slice(0, MOST_HIDDEN);
  }
}
