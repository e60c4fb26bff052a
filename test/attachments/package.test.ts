import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/attachments/docx.ts';
import { hasPosition } from '../../src/attachments/office-pictures.ts';
import { kindOfPackage, readKindOfPackage } from '../../src/attachments/package.ts';
import { readXlsx } from '../../src/attachments/xlsx.ts';
import { documentMembers, paragraph } from './docx-builder.ts';
import { smallWorkbook, TABLE, workbookMembers } from './xlsx-builder.ts';
import { zipOf } from './zip-builder.ts';

const MAIN = (type: string) => `<Override PartName="/x" ContentType="application/${type}"/>`;

describe('a package', () => {
  test.each([
    ['vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', [], { kind: 'xlsx', label: 'Excel workbook', macros: false }],
    ['vnd.ms-excel.sheet.macroEnabled.main+xml', [], { kind: 'xlsx', label: 'Excel workbook with macros', macros: true }],
    ['vnd.ms-excel.sheet.binary.macroEnabled.main', [], { kind: null, label: 'binary Excel workbook (.xlsb)', macros: true }],
    ['vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', [], { kind: 'docx', label: 'Word document', macros: false }],
    [
      'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      ['word/vbaProject.bin'],
      { kind: 'docx', label: 'Word document', macros: true },
    ],
    ['vnd.ms-word.document.macroEnabled.main+xml', [], { kind: 'docx', label: 'Word document with macros', macros: true }],
    [
      'vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
      [],
      { kind: null, label: 'PowerPoint presentation', macros: false },
    ],
    ['zip', ['mimetype', 'content.xml'], { kind: null, label: 'OpenDocument file', macros: false }],
    ['zip', ['a.txt'], { kind: null, label: 'archive', macros: false }],
  ])('of type %s with %j is told from what is in it', (type, names, kind) => {
    expect(kindOfPackage(names, MAIN(type))).toEqual(kind);
  });

  test('is told from its bytes', async () => {
    expect(await readKindOfPackage(smallWorkbook())).toMatchObject({ kind: 'xlsx' });
    expect(await readKindOfPackage(zipOf([{ name: 'a.txt', data: 'x' }]))).toMatchObject({ kind: null, label: 'archive' });
  });

  test.each([
    [
      'a Word document',
      () => readXlsx(zipOf(documentMembers({ body: paragraph('x') }))),
      'Expected an Excel workbook, found: Word document',
    ],
    ['an Excel workbook', () => readDocx(smallWorkbook()), 'Expected a Word document, found: Excel workbook'],
    [
      'any other zip',
      () => readXlsx(zipOf([{ name: 'a.txt', data: 'x' }])),
      'The file is a zip archive, but no Office file: it has no list of content types',
    ],
    [
      'a workbook without its main part',
      () => readXlsx(zipOf(workbookMembers({ sheets: [{ name: 'S', rows: TABLE }] }).filter(({ name }) => name !== 'xl/workbook.xml'))),
      'The file is damaged: its main part cannot be told, or is not there',
    ],
    [
      'a workbook without a sheet that it lists',
      () =>
        readXlsx(
          zipOf(workbookMembers({ sheets: [{ name: 'S', rows: TABLE }] }).filter(({ name }) => name !== 'xl/worksheets/sheet1.xml')),
        ),
      'The file is damaged: a sheet that the workbook lists is not there',
    ],
  ])('is refused where it is %s instead', async (_, read, message) => {
    await expect(read()).rejects.toThrow(message);
  });

  test('in the strict form of the standard is read like one in the transitional', async () => {
    const strict = workbookMembers({
      sheets: [
        { name: 'S', rows: TABLE },
        { name: 'H', rows: TABLE, state: 'hidden' },
      ],
    }).map(({ name, data }) => ({
      name,
      data: (data as string)
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    }));
    const { visible, hidden } = await readXlsx(zipOf(strict));
    expect(visible).toHaveLength(13);
    expect(hidden.map(({ how, count }) => [how, count])).toEqual([['hidden-sheet', 12]]);
  });
});

describe('a workbook', () => {
  test('is seen as its cells show it, each at its place', async () => {
    const bytes = smallWorkbook(
      {
        rows: [
          ['Day', 'Cost', 'Share', 'Note'],
          [45_658, 1234.5, 0.125, 'a & b'],
          [null, -3, 7],
        ],
        styles: { A2: 1, B2: 2, B3: 2, C2: 3 },
      },
      {
        styles: {
          formats: '<numFmt numFmtId="164" formatCode="&quot;£&quot;#,##0.00;[Red]-&quot;£&quot;#,##0.00"/>',
          cells: '<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/>',
        },
      },
    );
    const { visible } = await readXlsx(bytes);
    expect(visible.slice(1).map(({ text, place }) => `${place.cells} ${text}`)).toEqual([
      'A1 Day',
      'B1 Cost',
      'C1 Share',
      'D1 Note',
      'A2 01/01/2025',
      'B2 £1,234.50',
      'C2 12.50%',
      'D2 a & b',
      'B3 -£3.00',
      'C3 7',
    ]);
  });

  test('whose days count from 1904 shows the same days', async () => {
    const bytes = smallWorkbook(
      { rows: [[44_196]], styles: { A1: 1 } },
      { before: '<workbookPr date1904="1"/>', styles: { cells: '<xf numFmtId="14"/>' } },
    );
    expect((await readXlsx(bytes)).visible.map(({ text }) => text)).toEqual(['Overtime', '01/01/2025']);
  });
});

test('a sheet with very many hidden rows is told in few stretches, and every cell is counted', async () => {
  const rows = Array.from({ length: 1_000 }, (_, row) => [`Case ${row}`]);
  const rowAttributes = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [at * 2 + 2, 'hidden="1"']));
  const { hidden } = await readXlsx(smallWorkbook({ rows, rowAttributes }));
  expect(hidden).toHaveLength(200);
  expect(hidden.reduce((sum, { count }) => sum + count, 0)).toBe(500);
});

test('a photograph without a position, or cut off, has none', () => {
  expect(hasPosition(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBe(false);
  expect(hasPosition(new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, ...Buffer.from('Exif\0\0MM')]))).toBe(false);
});
