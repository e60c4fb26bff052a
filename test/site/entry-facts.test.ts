import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import type { Disclosure } from '../../src/log/disclosure.ts';
import { factsOf } from '../../src/site/entry-facts.ts';
import { entry, settings } from './an-entry.ts';

describe('facts beside an answer', () => {
  const terms = (of: Disclosure) =>
    factsOf(of, settings, en).map(({ term, values }) => `${term}: ${values.map(({ text }) => text).join(', ')}`);
  test('are those that are stated', () => {
    expect(terms(entry('1', { dates: { received: '2024-05-01' }, date: '2024-05-01', topics: ['parking'] }))).toEqual([
      'Received: 1 May 2024',
      'Answered under: Freedom of Information Act 2000',
      'Topics: Parking',
    ]);
  });
  test('say that a year was taken from the reference', () => {
    expect(terms(entry('920A/21', { year: { value: 2021, derived: true } }))).toContain('Year: 2021, taken from the reference');
  });
});
