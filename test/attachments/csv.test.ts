import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { columnName, readCsv } from '../../src/attachments/csv.ts';

const cells = (text: string) => readCsv(Buffer.from(text)).visible.map(({ text: its, place }) => [place.cells, place.line, its]);

describe('a table of text', () => {
  test('is read cell by cell, as a spreadsheet names them, with the line where the row begins', () => {
    expect(cells('Area,Note\nEast,"two\nlines, one cell"\nWest,x\n')).toEqual([
      ['A1', 1, 'Area'],
      ['B1', 1, 'Note'],
      ['A2', 2, 'East'],
      ['B2', 2, 'two\nlines, one cell'],
      ['A3', 4, 'West'],
      ['B3', 4, 'x'],
    ]);
  });

  test.each([
    ['semicolons', 'a;b;c,d\n1;2;3,5\n'],
    ['tabs', 'a\tb\tc d\n1\t2\t3\n'],
    ['bars', 'a|b|c\n1|2|3\n'],
    ['commas, with others inside quotes', 'a,b,"c;;;;"\n1,2,"3;;;;"\n'],
  ])('has %s between its cells', (_, text) => {
    expect(cells(text).map(([cell]) => cell)).toEqual(['A1', 'B1', 'C1', 'A2', 'B2', 'C2']);
  });

  test('may have rows of any length, quotes inside words, and any end of line', () => {
    expect(cells('a,b\r\n1\r\n2,5" pipe,3').map(([cell]) => cell)).toEqual(['A1', 'B1', 'A2', 'A3', 'B3', 'C3']);
  });

  test('whose quotes never close is read as lines, and said', () => {
    const { visible, notInspected } = readCsv(Buffer.from('a,b\n1,"never closed\nAB123456C\n'));
    expect(notInspected).toMatchObject([{ because: expect.stringContaining('never closed') as string }]);
    expect(visible.map(({ text }) => text)).toContain('AB123456C');
  });

  test('has no prototype to be reached', () => {
    expect(cells('__proto__,constructor\n1,2\n')).toHaveLength(4);
  });
});

test('what is written as CSV is read as the same cells', () => {
  const cell = fc
    .string({ minLength: 1, unit: 'grapheme' })
    .filter(
      (text) => text.trim() !== '' && !/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\0\u180e]|[\u{E0001}-\u{E007F}]/u.test(text),
    );
  const table = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
    .chain(([width, height]) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }));
  fc.assert(
    fc.property(table, (rows) => {
      // Every cell quoted, so that the delimiter outside quotes is the comma alone.
      const text = stringify(rows, { quoted: true });
      expect(readCsv(Buffer.from(text)).visible.map((each) => each.text)).toEqual(rows.flat());
    }),
  );
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('a title before the rows, and rows of fewer cells, do not move a cell or a line', () => {
  const { visible, facts } = readCsv(Buffer.from('Report of 2025\n\nWard,Patients\n"East\nEnd",12\nWest\nNorth,7,8\n'));
  expect(visible.map(({ text, place }) => [text, place.cells, place.line])).toEqual([
    ['Report of 2025', 'A1', 1],
    ['Ward', 'A3', 3],
    ['Patients', 'B3', 3],
    ['East\nEnd', 'A4', 4],
    ['12', 'B4', 4],
    ['West', 'A5', 6],
    ['North', 'A6', 7],
    ['7', 'B6', 7],
    ['8', 'C6', 7],
  ]);
  expect(facts).toEqual([{ what: 'rows', value: '6', place: {} }]);
});

test.each([
  ['on the first line', '"East,1\nWest,2\n'],
  ['further below', 'Ward,Patients\nEast,1\n"West,2\n'],
])('a quotation mark that is never closed, %s, is told within the file', (_, csv) => {
  const lines = csv.split('\n').length;
  const line = readCsv(Buffer.from(csv)).notInspected[0]?.place.line;
  expect(line).toBeGreaterThanOrEqual(1);
  expect(line).toBeLessThanOrEqual(lines);
});
