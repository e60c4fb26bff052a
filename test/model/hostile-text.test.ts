import { expect, test } from 'vitest';
import { findCitations } from '../../src/model/citations.ts';
import { findReference, slugOfReference, splitTitle, yearOfReference } from '../../src/model/references.ts';

/* Texts come from strangers. Twice the text may cost about twice the time; a pattern that backtracks would take four times and more. */

const READERS: [string, (text: string) => unknown][] = [
  ['findCitations', (text) => findCitations(text, { law: 'foia' })],
  ['findReference', findReference],
  ['splitTitle', splitTitle],
  ['slugOfReference', slugOfReference],
  ['yearOfReference', yearOfReference],
];

const PIECES = [
  's ',
  'section 31, ',
  'section 31 and section 31 ',
  'Section 12 of that Act ',
  'section 31(1)(a)(b)',
  `section 12 ${'A '.repeat(300)}`,
  `section${' '.repeat(600)}`,
  'Police Act 1997, section 31 ',
  '(the Act) ',
  'Freedom of Information ',
  '((((',
  'ref: ',
  'Our ref ',
  'FOI-1/',
  '(920A/21',
  '- ',
  '-',
  '2',
  'A',
  '\n',
];

/** The best of several runs, in milliseconds. */
function fastest(read: (text: string) => unknown, text: string): number {
  let best = Infinity;
  for (let run = 0; run < 4; run += 1) {
    const start = performance.now();
    read(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

// Tried again, because another process may take the processor in between.
test.each(READERS)('%s takes time in proportion to a hostile text', { retry: 4 }, (_, read) => {
  for (const piece of PIECES) {
    const text = (length: number) => `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length - 1)}x`;
    read(text(10_000));
    const [short, long] = [fastest(read, text(25_000)), fastest(read, text(100_000))];
    // Four times the text; the square would be sixteen times. The milliseconds are for runs too short to compare.
    expect(long, JSON.stringify(piece.slice(0, 20))).toBeLessThan(short * 7 + 8);
  }
});
