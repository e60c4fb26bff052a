import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HIDING_DOCUMENTS, HIDING_WORKBOOKS } from '../attachments/hiding.ts';
import { judgeFile } from './judge.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/attachments');

/** Where each is found, in the hand-written file and in the one that LibreOffice saved. */
const PLACES: Record<string, string> = {
  'hidden-sheet': 'sheet “Raw data”',
  'hidden-rows': 'sheet “Overtime”, row 3',
  'hidden-columns': 'sheet “Overtime”, column B',
  'filtered-rows': 'sheet “Overtime”, row 4',
  'blank-format': 'sheet “Overtime”, cell C2',
  'text-in-background-colour': 'sheet “Overtime”, cell A4',
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
};

describe.each([
  ['xlsx', HIDING_WORKBOOKS],
  ['docx', HIDING_DOCUMENTS],
] as const)('what hides in a .%s', (kind, files) => {
  test.each(Object.keys(files))('by %s is found at its place, whoever made the file', async (name) => {
    const byHand = await judgeFile(kind, files[name] ?? new Uint8Array());
    const byLibreOffice = await judgeFile(kind, readFileSync(path.join(FOLDER, `${name}.${kind}`)));
    const expected = name === 'plain' ? [] : [{ rule: name, place: PLACES[name] }];
    expect(byHand.map(({ rule, place }) => ({ rule, place }))).toEqual(expected);
    expect(byLibreOffice.map(({ rule, place }) => ({ rule, place }))).toEqual(expected);
  });
});
