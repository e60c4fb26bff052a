import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpression, type Value } from '../../src/attachments/xlsx-expression.ts';

const CELLS: Record<string, Value> = { '1:1': 'North', '2:1': 7, '2:2': 'north', '3:1': '#N/A', '4:1': true };
const valueOf = (formula: string, down = 0, right = 0) =>
  parseExpression(formula)({ down, right, at: (row, column) => CELLS[`${row}:${column}`] ?? null });

describe('the value of a formula', () => {
  test.each([
    ['TRUE', true],
    ['1', 1],
    ['-2.5', -2.5],
    ['"a ""b"""', 'a "b"'],
    ['1=1', true],
    ['A1="NORTH"', true],
    ['A1<>B2', false],
    ['$A$2>=7', true],
    ['A2<"7"', true],
    ['C9=0', true],
    ['C9=""', true],
    ['AND(A2>5,A2<10)', true],
    ['OR(A2>5,SUM(A1:A9)>3)', undefined],
    ['AND(FALSE,A2)', false],
    ['NOT(ISBLANK(A1))', true],
    ['LEN(TRIM(A1))>0', true],
    ['ISERROR(A3)', true],
    ['ISNUMBER(A3)', false],
    ['(A4)', true],
  ])('%s is %j', (formula, value) => {
    expect(valueOf(formula)).toBe(value);
  });

  test('moves with the cell that it is for, but for what a $ holds', () => {
    expect(valueOf('A1', 1, 0)).toBe(7);
    expect(valueOf('A1', 1, 1)).toBe('north');
    expect(valueOf('$A1', 1, 1)).toBe(7);
    expect(valueOf('A$2', 1, 1)).toBe('north');
  });

  test.each([
    '',
    'A1+1',
    'Sheet1!A1',
    'A1:A3',
    'SUM(1',
    'VLOOKUP(A1,B1,1)',
    'A3=1',
    'Rate',
    '1=',
    `${'('.repeat(60)}1`,
    `"${'x'.repeat(2000)}"`,
  ])('cannot be told of %s', (formula) => {
    expect(valueOf(formula)).toBeUndefined();
  });

  test('whatever it is, it is told in no time and without an error', () => {
    const piece = fc.constantFrom(
      '"',
      '""',
      '(',
      ')',
      ',',
      'AND(',
      'A1',
      '$',
      '1',
      '=',
      '<>',
      '-',
      ' ',
      'TRUE',
      '!',
      'constructor(',
      '__proto__(',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const value = valueOf(pieces.join(''));
        expect(value === null || ['undefined', 'string', 'number', 'boolean'].includes(typeof value)).toBe(true);
      }),
    );
  });
});
