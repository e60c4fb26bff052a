import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCell, readColumn, readPlaces, writeCell, writeColumn } from '../../../src/search/client/index/columns.ts';

test('a cell is one character that JSON writes as it is, and gives back its number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(300), fc.nat(55_000)), (number) => {
      const cell = writeCell(number);
      expect(cell.length).toBe(1);
      expect(JSON.stringify(cell)).toBe(`"${cell}"`);
      expect(readCell(cell, 0)).toBe(number);
    }),
  );
});

test('a column gives back what every entry has', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 60 }), (values) => {
      const column = JSON.parse(JSON.stringify(writeColumn(values))) as ReturnType<typeof writeColumn>;
      expect(readColumn(column, (value) => value)).toEqual(values);
      expect(column.values.length).toBe(new Set(values).size);
    }),
  );
});

test('a value that many have is read once', () => {
  let read = 0;
  expect(readColumn(writeColumn(Array.from({ length: 50 }, (_, entry) => String(entry % 2))), () => (read += 1))).toHaveLength(50);
  expect(read).toBe(2);
});

test.each([
  ['', []],
  ['0', [0]],
  ['3 0 12', [3, 0, 12]],
])('the places %j are %j', (value, places) => {
  expect(readPlaces(value)).toEqual(places);
});
