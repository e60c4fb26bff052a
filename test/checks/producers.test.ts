import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HIDING_DOCUMENTS, HIDING_WORKBOOKS } from '../attachments/hiding.ts';
import { judgeFile } from './judge.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/attachments');
const kindOf = (file: string) => (file.endsWith('.docx') ? 'docx' : 'xlsx');
const files = (folder: string) => readdirSync(path.join(FOLDER, folder)).filter((file) => /\.(xlsx|docx)$/.test(file));
const judged = async (folder: string, file: string) => judgeFile(kindOf(file), readFileSync(path.join(FOLDER, folder, file)));

/** Where each is found, whoever made the file. */
const PLACES: Record<string, string> = {
  'hidden-sheet': 'sheet “Raw data”',
  'hidden-rows': 'sheet “Overtime”, row 3',
  'hidden-columns': 'sheet “Overtime”, column B',
  'filtered-rows': 'sheet “Overtime”, row 4',
  'blank-format': 'sheet “Overtime”, cell C2',
  'cells-in-background-colour': 'sheet “Overtime”, cell A4',
  'cell-comments': 'sheet “Overtime”, cell B3',
  'protection-only': 'sheet “Overtime”',
  'defined-names': '',
  'headers-and-footers': 'sheet “Overtime”',
  'merged-cells': 'sheet “Overtime”, cell B2',
  'far-cells': 'sheet “Overtime”, cell A85',
  'tracked-changes': 'paragraph 3',
  'document-comments': 'paragraph 3',
  'hidden-text': 'paragraph 3',
  'unseen-text': 'paragraph 3',
  'hidden-by-condition': 'sheet “Overtime”, cell C4',
  'condition-may-hide': 'sheet “Overtime”, cells C2:C4',
  'formula-text': 'sheet “Overtime”, cell E2',
  'covered-cells': 'sheet “Overtime”, cells A3:A4',
  'cells-behind-drawings': 'sheet “Overtime”, cells C2:C4',
  'text-off-page': 'paragraph 3',
};
/** What is to be found, by the name of the file: `unseen-text--box` hides in a second way what the rule `unseen-text` finds. */
const expected = (name: string) => {
  const [rule = ''] = name.split('--');
  return rule === 'plain' ? [] : [{ rule, place: PLACES[rule] }];
};
const seen = (found: { rule: string; place: string }[]) =>
  found.filter(({ rule }) => !['file-author', 'custom-xml'].includes(rule)).map(({ rule, place }) => ({ rule, place }));

describe('what hides is found at its place', () => {
  test.each([
    ...Object.entries(HIDING_WORKBOOKS).map(([name, bytes]) => ['xlsx', name, bytes] as const),
    ...Object.entries(HIDING_DOCUMENTS).map(([name, bytes]) => ['docx', name, bytes] as const),
  ])('in a .%s written by hand: %s', async (kind, name, bytes) => {
    expect(seen(await judgeFile(kind, bytes))).toEqual(expected(name));
  });

  test.each(files('libreoffice'))('in the file that LibreOffice saved: %s', async (file) => {
    expect(seen(await judged('libreoffice', file))).toEqual(expected(path.parse(file).name));
  });

  test.each(files('python'))('in the file of a library: %s', async (file) => {
    expect(seen(await judged('python', file))).toEqual(expected(path.parse(file).name.replace(/^(openpyxl|xlsxwriter|python-docx)-/, '')));
  });
});

test.each(files('clean'))(
  'a file with tables, charts, pictures, conditions and links that hides nothing is not blocked: %s',
  async (file) => {
    expect((await judged('clean', file)).filter(({ severity }) => severity === 'block')).toEqual([]);
  },
);
