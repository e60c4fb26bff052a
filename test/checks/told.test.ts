import { describe, expect, test } from 'vitest';
import type { Fact, Hidden, Place } from '../../src/attachments/reading.ts';
import { isAre, oneProblem, quantity, quoted, total, wherever } from '../../src/checks/told.ts';

const hidden = (count: number, place: Place = {}): Hidden => ({ how: 'hidden-row', text: '', count, place });
const fact = (place: Place = {}): Fact => ({ what: 'far-cell', value: 'x', place });
const onPages = (...pages: number[]) => pages.map((page) => hidden(1, { page }));

describe('quantities', () => {
  test.each([
    [0, '0 cells are'],
    [1, '1 cell is'],
    [2, '2 cells are'],
    [1204, '1,204 cells are'],
  ])('%i in words', (count, words) => expect(`${quantity(count, 'cell')} ${isAre(count)}`).toBe(words));
  test('with a plural of their own', () => {
    expect([1, 3].map((count) => quantity(count, 'query', 'queries'))).toEqual(['1 query', '3 queries']);
  });
  test('are what is counted, and one for each thing that counts nothing', () => {
    expect(total([])).toBe(0);
    expect(total([hidden(4), hidden(0), fact(), fact()])).toBe(6);
  });
});

describe('places', () => {
  test('are named once each, in the order of the file, and what has no place is left out', () => {
    expect(wherever([...onPages(2, 1, 2), hidden(1)])).toBe('page 2; page 1');
    expect(wherever([hidden(1)])).toBe('');
  });
  test.each([
    [6, 'page 1; page 2; page 3; page 4; page 5; page 6'],
    [7, 'page 1; page 2; page 3; page 4; page 5; page 6; and 1 more place'],
    [9, 'page 1; page 2; page 3; page 4; page 5; page 6; and 3 more places'],
  ])('%i of them', (count, words) => {
    expect(wherever(onPages(...Array.from({ length: count }, (_, at) => at + 1)))).toBe(words);
  });
});

describe('names in quotation marks', () => {
  test.each([
    [[], ''],
    [['A'], '“A”'],
    [['A', 'B'], '“A” and “B”'],
    [['A', 'B', 'C', 'D', 'E', 'F'], '“A”, “B”, “C”, “D”, “E” and “F”'],
    [['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'], '“A”, “B”, “C”, “D”, “E”, “F” and 2 more'],
  ])('%j', (names, words) => expect(quoted(names)).toBe(words));
  test('are cut where they are long', () => {
    expect(quoted(['x'.repeat(60)])).toBe(`“${'x'.repeat(60)}”`);
    expect(quoted([`${'x'.repeat(60)}y`])).toBe(`“${'x'.repeat(60)}…”`);
  });
});

test('one cause is one problem, at the first place', () => {
  const say = (count: number, where: string) => `${count} at ${where}`;
  expect(oneProblem([], say)).toEqual([]);
  expect(oneProblem([hidden(2, { page: 5 }), hidden(3, { page: 1 })], say)).toEqual([
    { place: { page: 5 }, message: '5 at page 5; page 1' },
  ]);
});
