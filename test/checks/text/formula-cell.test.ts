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
  ])('%j is none', (cell) => expect(find(cell)).toEqual([]));
});
