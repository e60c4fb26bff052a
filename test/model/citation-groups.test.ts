import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCitationGroups } from '../../src/model/citation-groups.ts';

/** The words that can open a citation, as they are read from left to right. */
const OPENING =
  /(?<![\p{L}\p{N}])(?:(?:sections?(?:\(s\))?|adran(?:nau)?|secs?\.?|ss?\.?)|(?:regulations?(?:\(s\))?|rh?eoliad(?:au)?|regs?\.?)|(?:(?:exemptions?|exceptions?|exempt)(?:\s{1,4}(?:at|under|in|by\s{1,3}virtue\s{1,3}of|of))?(?=\s))|(?:FOISA|FOIA|EISRs?|EIRs?)(?=\s))(?=\s{0,9}\d)/giu;

const words = [
  'section',
  'Sections',
  'section(s)',
  'sec.',
  's',
  'S.',
  'ss.',
  'adran',
  'regulation',
  'regs.',
  'reg',
  'rheoliadau',
  'ſection',
];
const grounds = ['exempt', 'exemption at', 'Exemptions by virtue of', 'exceptions  under', 'FOIA', 'FOISA', 'EIRs', 'EISR'];
const numbers = ['1', '12', '31(3)', '40(2)(a)', '12(4)(b)', '(b)', '22A', '4.2', '10%', '1234'];
const between = [
  ' ',
  '  ',
  '\n',
  '\u00a0',
  ' '.repeat(9),
  ' '.repeat(10),
  ',',
  ' and ',
  ' & ',
  '/',
  '.',
  '-',
  '(',
  ')',
  'of',
  'x',
  'é',
  '’',
];
const piece = fc.oneof(...[words, grounds, numbers, between, [' ']].map((each) => fc.constantFrom(...each)));

test('numbers are found by the words before them, wherever a word of those stands before a number', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      const groups = readCitationGroups(text);
      found += groups.length;
      const openings = [...text.matchAll(OPENING)].map((match) => ({ start: match.index, word: match[0] }));
      for (const { start, word, items } of groups) {
        expect(openings).toContainEqual({ start, word });
        expect(text.slice(start + word.length, items[0].end)).toMatch(/^\s{0,9}\d/);
      }
      // Where only one word can open a citation, and its number stands at the end, it does.
      const [only, ...more] = openings;
      if (
        only &&
        more.length === 0 &&
        /^\s*\d{1,3}\(\d\)$/.test(text.slice(only.start + only.word.length)) &&
        /(?:^|[ \n])$/.test(text.slice(0, only.start))
      )
        expect(groups.map(({ start, word }) => ({ start, word }))).toEqual([only]);
    }),
    { numRuns: 5000 },
  );
  expect(found).toBeGreaterThan(100);
});
