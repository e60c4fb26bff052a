import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/attachments/csv.ts';
import { formulaCell } from '../../../src/checks/text/formula-cell.ts';

const find = (cell: string) =>
  formulaCell.find(readCsv(Buffer.from(`Area,Note\nEast,"${cell.replaceAll('"', '""')}"\n`)), { name: 'a.csv', size: 1, allowed: [] });

describe('a cell that spreadsheets run', () => {
  test.each([
    '=1+1',
    '=HYPERLINK("https://x.example","y")',
    "=cmd|' /C calc'!A0",
    '@SUM(A1)',
    "+cmd|'/C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    '\t=1+1',
    '＝1',
    '-SUM(A1)',
    '= 1',
    '=  A1',
    '@1',
    '@(A1)',
    '＠SUM(A1)',
    '+A1',
    '＋A1',
    '−A1!B2',
    '－a|b',
    '  +A1',
  ])('%j is found', (cell) =>
    expect(find(cell)).toMatchObject([{ message: 'A cell that spreadsheets run as a formula, in cell B2, line 2' }]),
  );
  test.each([
    '-5',
    '-5.2%',
    '+44 1632 960148',
    '-',
    '--',
    '–',
    '- none',
    '-£1,200',
    '+3',
    'a=b',
    'x@example.org',
    '@',
    '-n/a',
    '+/- 5',
    '-1.5e3',
    '=',
    '-(12)',
    '= ',
    'x=1',
    'x@SUM(A1)',
    'x+A1',
    'x -a(b)',
    '@ home',
    '- a(b)',
    '+ a(b)',
    '-a',
  ])('%j is none', (cell) => expect(find(cell)).toEqual([]));
});

test('many cells are told once, with the first of them', () => {
  const of = (many: number) =>
    formulaCell.find(readCsv(Buffer.from(`Area,Note\n${'East,=1+1\n'.repeat(many)}`)), { name: 'a.csv', size: 1, allowed: [] });
  expect(of(2)).toEqual([
    { place: { line: 2, cells: 'B2' }, message: '2 cells that spreadsheets run as formulas, the first in cell B2, line 2' },
  ]);
  expect(of(1204)[0]?.message).toBe('1,204 cells that spreadsheets run as formulas, the first in cell B2, line 2');
});
