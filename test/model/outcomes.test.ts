import { describe, expect, test } from 'vitest';
import { describeOutcome, overallOutcome, type Outcome } from '../../src/model/outcomes.ts';

describe('the outcome of an entry as a whole', () => {
  const cases: [string, Outcome | null, (Outcome | null)[], string | null][] = [
    ['is the one it states, whatever its questions', 'refused', ['granted', 'not-held'], 'Information withheld'],
    ['is that of its questions where they agree', null, ['ncnd', 'ncnd'], 'Neither confirmed nor denied'],
    ['is “some” where anything was provided beside what was not', null, ['granted', 'ncnd', 'cost'], 'Some information provided'],
    ['is “some” where a reader was pointed to part of it', null, ['accessible', 'cost'], 'Some information provided'],
    [
      'is a list where nothing was provided, never one word',
      null,
      [...Array<Outcome>(6).fill('not-held'), 'ncnd'],
      '1 neither confirmed nor denied · 6 not held',
    ],
    ['is a list where some questions do not say', null, ['not-held', null], '1 not held'],
    ['is a list where the others do not say, also when something was provided', null, ['granted', null], '1 provided'],
    [
      'is “some” whatever the others do not say, where something was provided and something not',
      null,
      ['granted', 'cost', null],
      'Some information provided',
    ],
    ['is not stated where nothing is', null, [null, null], null],
    ['is not stated where there are no questions', null, [], null],
  ];
  test.each(cases)('%s', (_, stated, questions, words) => {
    expect(describeOutcome(overallOutcome(stated, questions))).toBe(words);
  });
});
