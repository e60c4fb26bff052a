import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { convertCommand } from '../../src/cli/convert.ts';
import { UsageError } from '../../src/cli/command.ts';
import { OutputError } from '../../src/cli/replacement.ts';
import { smallWorkbook, workbook } from '../attachments/xlsx-builder.ts';

let home: string;
beforeAll(async () => (home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'))));
afterAll(() => rm(home, { recursive: true, force: true }));

/** Runs `convert` on a file in `home` and returns what it said and the folder after it. */
async function convert(file: string, values: Record<string, string | boolean> = {}) {
  const said: { out: string[]; note: string[] } = { out: [], note: [] };
  const terminal = {
    out: (text: string) => said.out.push(text),
    note: (text: string) => said.note.push(text),
    progress: () => undefined,
    done: () => undefined,
    colour: false,
  };
  const code = await convertCommand.run({
    values: { force: false, ...values },
    operands: [path.join(home, file)],
    log: home,
    cache: home,
    terminal,
  });
  return { code, ...said };
}
const csv = (name: string) => readFile(path.join(home, name), 'utf8');

test('a sheet is written as a reader sees it: formats applied, what is hidden left out', async () => {
  const bytes = smallWorkbook(
    {
      rows: [
        ['Day', 'Officer', 'Hours', 'Note'],
        [45_658, 'Zebedee', -12.5, '=1+1'],
        [45_659, 'Ottoline', 7, 'a "b", c'],
        [45_660, 'Quill', 8, '-see below'],
        [null],
        [45_661, 'Marsh', 9, 'white'],
      ],
      styles: { A2: 1, A3: 1, A4: 1, A6: 1, D6: 2 },
      rowAttributes: { 4: 'hidden="1"' },
      before: '<cols><col min="2" max="2" width="9" hidden="1"/></cols>',
    },
    {
      sheets: [{ name: 'Raw', rows: [['Zebedee']], state: 'hidden' }],
      styles: { fonts: '<font><color rgb="FFFFFFFF"/></font>', cells: '<xf numFmtId="14"/><xf fontId="1"/>' },
    },
  );
  await writeFile(path.join(home, 'overtime.xlsx'), bytes);
  const { code, note } = await convert('overtime.xlsx');
  expect(code).toBe(0);
  expect(await csv('overtime.csv')).toBe(
    '\ufeffDay,Hours,Note\r\n01/01/2025,-12.5,\'=1+1\r\n02/01/2025,7,"a ""b"", c"\r\n,,\r\n04/01/2025,9,\r\n',
  );
  expect(note.join('\n')).toMatch(
    /overtime\.csv: 9 filled cells left out, because no reader of the workbook sees them\.\nLeft out as a whole, because no reader of the workbook sees it: “Raw”\.\n1 sheet converted\. Read it through before publishing\.$/,
  );
});

test('nothing that is there is replaced, unless --force says so, and nothing is left beside it', async () => {
  await writeFile(path.join(home, 'kept.xlsx'), smallWorkbook());
  await writeFile(path.join(home, 'kept.csv'), 'mine');
  await expect(convert('kept.xlsx')).rejects.toThrow(
    /kept\.csv is there already\. Use --force to replace, or --out DIR for another folder$/,
  );
  expect(await csv('kept.csv')).toBe('mine');
  await convert('kept.xlsx', { force: true });
  expect(await csv('kept.csv')).toMatch(/^\ufeffDistrict,Month,Hours\r\nNorthmoor,January,412\r\n/);
  expect((await readdir(home)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('several sheets are several files, named after their tabs, in the folder that --out names', async () => {
  const rows = [['x']];
  await writeFile(
    path.join(home, 'many.xlsx'),
    workbook({
      sheets: [
        { name: 'By month', rows },
        { name: 'By Month?', rows },
        { name: '../../up', rows },
        { name: '***', rows },
        { name: 'Empty' },
      ],
    }),
  );
  const { out } = await convert('many.xlsx', { out: path.join(home, 'new/folder') });
  expect(out).toHaveLength(4);
  expect((await readdir(path.join(home, 'new/folder'))).sort()).toEqual([
    'many-by-month-2.csv',
    'many-by-month.csv',
    'many-sheet.csv',
    'many-up.csv',
  ]);
});

test.each([
  ['no-such.xlsx', null, UsageError, /expected an Excel workbook: there is no such file$/],
  ['letter.xlsx', 'Dear Mr Quill', OutputError, /letter\.xlsx could not be converted\. The file is damaged or is no Office file/],
  [
    'hidden.xlsx',
    workbook({ sheets: [{ name: 'A' }, { name: 'B', rows: [['x']], state: 'hidden' }] }),
    OutputError,
    /has no visible sheet that holds something: there is nothing to convert$/,
  ],
  [
    'wide.xlsx',
    workbook({
      sheets: [
        { name: 'A', rows: [['x']], after: '' },
        {
          name: 'B',
          rows: Array.from({ length: 400 }, (_, row) => (row === 399 ? [...Array.from({ length: 16_000 }, () => null), 'far'] : ['x'])),
        },
      ],
    }),
    OutputError,
    /A sheet reaches to row 400 and column 16001, mostly empty/,
  ],
])('%s is refused with a sentence', async (name, content, kind, message) => {
  if (content !== null) await writeFile(path.join(home, name), content);
  const refused = convert(name);
  await expect(refused).rejects.toThrow(kind);
  await expect(refused).rejects.toThrow(message);
});
