import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../src/log/disclosure.ts';
import { listsOf, pageNumbers, pagesOf, someOf, underYears } from '../../src/site/lists.ts';
import { entry, logOf, one, question } from './an-entry.ts';

describe('lists', () => {
  const entries = [
    entry('3', { year: { value: 2024, derived: false }, topics: ['parking'], ...one('ncnd') }),
    entry('2', {
      year: { value: 2024, derived: false },
      questions: [question('1', 'granted'), question('2', 'ncnd')],
      exemptions: [
        { law: 'foia', provision: '31(3)' },
        { law: 'foia', provision: '31(1)(a)' },
      ],
    }),
    entry('1'),
  ];
  const lists = listsOf(logOf(entries));

  test('hold an entry once under each topic, year, outcome and provision that it or one of its questions has', () => {
    const references = (list: Map<string, Disclosure[]>) =>
      Object.fromEntries([...list].map(([id, each]) => [id, each.map(({ reference }) => reference)]));
    expect(references(lists.topics)).toEqual({ parking: ['3'] });
    expect(references(lists.years)).toEqual({ 2024: ['3', '2'] });
    expect(references(lists.outcomes)).toEqual({ ncnd: ['3', '2'], granted: ['2'] });
    expect(references(lists.exemptions)).toEqual({ 'foia-31': ['2'] });
  });
  test('name the questions they are about, unless it is all of them', () => {
    const about = (id: string) => someOf(entries[1] as Disclosure, ({ outcome }) => outcome === id).map(({ number }) => number);
    expect([about('ncnd'), about('granted'), about('cost')]).toEqual([['2'], ['1'], []]);
    expect(someOf(entries[1] as Disclosure, () => true)).toEqual([]);
  });
  test('are made once for a log', () => {
    const log = logOf(entries);
    expect(listsOf(log)).toBe(listsOf(log));
  });
  test('are grouped by year in their order', () => {
    expect(underYears(entries).map(({ year, entries: of }) => [year, of.length])).toEqual([
      [2024, 2],
      [null, 1],
    ]);
  });
  test('are cut into pages of 50, and an empty one still has a page', () => {
    const pages = pagesOf(
      Array.from({ length: 101 }, (_, index) => entry(String(index), { year: { value: 2000 + (index % 7), derived: false } })),
    );
    expect(pages.map(({ number, last, total, entries: of }) => [number, last, total, of.length])).toEqual([
      [1, 3, 101, 50],
      [2, 3, 101, 50],
      [3, 3, 101, 1],
    ]);
    expect(pages[2]?.span).toEqual([2000, 2006]);
    expect(pagesOf([])).toMatchObject([{ number: 1, last: 1, total: 0, span: null }]);
  });
  test.each([
    [1, 1, [1]],
    [1, 4, [1, 2, 3, 4]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [3, 200, [1, 2, 3, 4, null, 200]],
    [200, 200, [1, null, 199, 200]],
  ])('page %i of %i links to %j', (number, last, expected) => {
    expect(pageNumbers(number, last)).toEqual(expected);
  });
});
