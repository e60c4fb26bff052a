import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { plainHeading, reasonsHeading } from '../../src/site/headings.ts';
import { entry, one, question } from './an-entry.ts';

test.each([
  ['REASON FOR DECISION', 'Reason for decision'],
  ['PUBLIC INTEREST TEST (FOIA)', 'Public interest test (FOIA)'],
  ['Factors *against* disclosure', 'Factors against disclosure'],
  ['NCND', 'NCND'],
  ['Question 3', 'Question 3'],
])('the heading %s is shown as %s', (written, shown) => {
  expect(plainHeading(written)).toBe(shown);
});

test.each([
  [one('refused'), 'Why we withheld information'],
  [one('ncnd'), 'Why we neither confirmed nor denied'],
  [one('cost'), 'Why we did not go further'],
  [{ questions: [question('1', 'granted'), question('2', 'ncnd')] }, 'Why we neither confirmed nor denied'],
  [{ ...one('part'), questions: [question('1', 'granted'), question('2', 'ncnd')] }, 'The reasons'],
])('the reasons for %j are headed %s', (facts, heading) => {
  expect(reasonsHeading(entry('1', facts), en)).toBe(heading);
});
