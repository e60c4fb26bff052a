import { expect, test } from 'vitest';
import type { Reading } from '../../../src/attachments/reading.ts';
import { formulaText } from '../../../src/checks/xlsx/formula-text.ts';

const tells = (text: string): boolean => {
  const hidden = [{ how: 'formula-text', text, count: 1, place: { sheet: 'Overtime', cells: 'B2' } }];
  const reading: Reading = { kind: 'xlsx', visible: [], hidden, facts: [], stored: [], notInspected: [] };
  return formulaText.find(reading, { name: 'a.xlsx', size: 1, allowed: [] }).length > 0;
};

test.each([
  'J Smith',
  'J. Smith',
  'J.Smith',
  'J. R. Smith',
  'JR Smith J. Smith',
  'Ask J.R.Smith',
  '(J Orr)',
  'Mr Q',
  'Mr. Quill',
  'Mrs Quill',
  'Ms Quill',
  'Miss Quill',
  'Mx Quill',
  'Dr Quill',
  'Prof Quill',
  'Cllr Quill',
  'PC Quill',
  'DC Quill',
  'Sgt Quill',
  'under investigation still pending',
  'https wants encryption keys everywhere',
])('“%s” is a name or a sentence', (text) => expect(tells(text)).toBe(true));

test.each([
  'Not found',
  'see table below',
  'A Bc',
  'xJ Smith',
  '2J Smith',
  'j Smith',
  'J smith',
  'HMr Quill',
  'Mr quill',
  'http://example.org/a b c d',
  'https://example.org/J Smith',
  ' https://example.org/a b c d',
  'mailto:a b c d e',
  '#Sheet 2 of the whole workbook',
])('“%s” is neither', (text) => expect(tells(text)).toBe(false));

test('what stands before an address is read', () => expect(tells('The answer is at https://example.org')).toBe(true));
