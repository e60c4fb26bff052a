import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../src/attachments/kinds.ts';
import type { Place, Reading } from '../../src/attachments/reading.ts';
import { passagesOf, Table } from '../../src/checks/passages.ts';

const reading = (kind: Kind, visible: [text: string, place: Place][], hidden: string[] = []): Reading => ({
  kind,
  visible: visible.map(([text, place]) => ({ text, place })),
  hidden: hidden.map((text) => ({ how: 'hidden-row', text, count: 1, place: { cells: 'B2' } })),
  facts: [],
  stored: [],
  notInspected: [],
});
const cells = (sheet: string | undefined, its: Record<string, string>): [string, Place][] =>
  Object.entries(its).map(([at, text]) => [text, { ...(sheet === undefined ? {} : { sheet }), cells: at }]);
/** Every passage as `label | line`. */
const labelled = (its: Reading) => [...passagesOf(its)].map(({ line, near }) => `${near.label} | ${line}`);
const beside = (its: Reading, text: string) => [...passagesOf(its)].find(({ line }) => line === text)?.near.beside();

describe('passages of a text', () => {
  test('are its lines, each labelled by the end of the line before', () => {
    const long = `${'a'.repeat(50)}${'b'.repeat(60)}`;
    expect(
      labelled(
        reading('text', [
          ['NHS number', { line: 1 }],
          [long, { line: 2 }],
          ['9434765919', { line: 3 }],
        ]),
      ),
    ).toEqual([' | NHS number', `NHS number | ${long}`, `${'b'.repeat(60)} | 9434765919`]);
  });

  test('of many lines in one place are one for each line, which empty lines do not part', () => {
    const long = `${'a'.repeat(50)}${'b'.repeat(60)}`;
    const its = reading('docx', [
      ['Before', { paragraph: 1 }],
      [`Date of birth\n\n \n1 May 1980\n${long}\nend`, { paragraph: 2 }],
    ]);
    expect(labelled(its)).toEqual([
      ' | Before',
      'Before | Date of birth',
      'Date of birth | ',
      'Date of birth |  ',
      'Date of birth | 1 May 1980',
      `1 May 1980 | ${long}`,
      `${'b'.repeat(60)} | end`,
    ]);
    expect([...passagesOf(its)].every(({ near }) => near.beside() === '')).toBe(true);
    expect([...passagesOf(its)].at(-1)?.place).toEqual({ paragraph: 2 });
  });

  test('say whether they are seen; what is hidden has nothing beside it', () => {
    const its = reading('xlsx', cells('A', { A1: 'Name', A2: 'Wren' }), ['one\ntwo']);
    expect([...passagesOf(its)].map(({ line, isHidden }) => [line, isHidden])).toEqual([
      ['Name', false],
      ['Wren', false],
      ['one', true],
      ['two', true],
    ]);
    expect(labelled(its).slice(-2)).toEqual([' | one', 'one | two']);
    expect(beside(its, 'one')).toBe('');
  });
});

describe('a cell', () => {
  const table = { A1: 'Staff', A3: 'Name', B3: 'Sort code', A4: 'Jane', B4: '12-34-56', C4: 'x' };

  test.each<[Kind, string | undefined]>([
    ['csv', undefined],
    ['xlsx', 'Staff'],
  ])('of %s knows the heading of its column and the rest of its row', (kind, sheet) => {
    const its = reading(kind, cells(sheet, table));
    expect(labelled(its)).toEqual([' | Staff', ' | Name', ' | Sort code', 'Name | Jane', 'Sort code | 12-34-56', ' | x']);
    expect(beside(its, '12-34-56')).toBe('Name, Sort code, Jane, 12-34-56, x');
    expect(beside(its, 'Name')).toBe('');
  });

  test('of another kind of file has no headings', () => {
    expect(new Table(reading('pdf', cells('Staff', table))).sheets.size).toBe(0);
  });

  test('belongs to its own sheet', () => {
    const its = reading('xlsx', [...cells('A', { A1: 'Name', A2: 'Jane' }), ...cells('B', { A1: 'Town', A2: 'Tarnby' })]);
    expect(labelled(its)).toEqual([' | Name', 'Name | Jane', ' | Town', 'Town | Tarnby']);
  });

  test('keeps at most four thousand letters of what is beside it', () => {
    const its = reading('csv', cells(undefined, { A1: 'Name', B1: 'Note', A2: 'Jane', B2: 'n'.repeat(5000) }));
    expect(beside(its, 'Jane')).toHaveLength(4000);
  });

  test('that is a range, or none, is labelled by what stands before', () => {
    const its = reading('xlsx', [
      ...cells('A', { A1: 'Name', A2: 'Jane' }),
      ['Title', { sheet: 'A', cells: 'A2:B3' }],
      ['Note', { sheet: 'A' }],
    ]);
    expect(labelled(its).slice(2)).toEqual(['Jane | Title', 'Title | Note']);
    expect(new Table(its).near({ sheet: 'C', cells: 'A1' })).toBeNull();
  });

  test('is found by its letters, whatever column it stands in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16_383 }), (column) => {
        let letters = '';
        for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
          letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
        const { headings, rows } = new Table(
          reading('csv', cells(undefined, { [`${letters}1`]: 'Name', [`${letters}2`]: '7' })),
        ).sheets.get('') ?? {
          headings: new Map<number, string>(),
          rows: new Map<number, []>(),
        };
        expect([...headings]).toEqual([[column, 'Name']]);
        expect(rows.get(1)).toEqual([{ row: 1, column, text: '7', place: { cells: `${letters}2` } }]);
      }),
    );
  });
});

describe('headings', () => {
  const headings = (its: Record<string, string>) => [
    ...(new Table(reading('csv', cells(undefined, its))).sheets.get('')?.headings.values() ?? []),
  ];

  test('are the first row with the most words', () => {
    expect(headings({ A1: 'Arrests', A2: 'Ward', B2: 'Arrests', A3: 'East', B3: 'three' })).toEqual(['Ward', 'Arrests']);
  });
  test('are no numbers and no sentences', () => {
    expect(headings({ A1: '2019', B1: '2020', A2: 'Ward', B2: '7' })).toEqual(['Ward', '7']);
    const sentence = 'x'.repeat(120);
    expect(headings({ A1: sentence, B1: sentence, A2: 'Ward', B2: '7' })).toEqual(['Ward', '7']);
    expect(headings({ A1: sentence.slice(1), B1: sentence.slice(1), A2: 'Ward', B2: '7' })).toHaveLength(2);
  });
  test('stand among the first twelve rows', () => {
    const titles = (many: number) => Object.fromEntries(Array.from({ length: many }, (_, at) => [`A${at + 1}`, 'Title']));
    expect(headings({ ...titles(11), A12: 'Ward', B12: 'Arrests' })).toEqual(['Ward', 'Arrests']);
    expect(headings({ ...titles(12), A13: 'Ward', B13: 'Arrests' })).toEqual(['Title']);
  });
  test('of a table of numbers are its first row', () => {
    const sheet = new Table(reading('csv', cells(undefined, { A1: '1', A2: '2' }))).sheets.get('');
    expect([...(sheet?.headings ?? [])]).toEqual([[0, '1']]);
    expect([...(sheet?.rows.keys() ?? [])]).toEqual([1]);
  });
});
