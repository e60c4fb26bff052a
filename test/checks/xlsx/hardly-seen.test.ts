import { describe, expect, test } from 'vitest';
import { MAIN, smallWorkbook, workbook, workbookMembers, TABLE } from '../../attachments/xlsx-builder.ts';
import { zipOf } from '../../attachments/zip-builder.ts';
import { judgeFile } from '../judge.ts';

const found = async (bytes: Uint8Array) => (await judgeFile('xlsx', bytes)).map(({ rule, severity }) => `${severity} ${rule}`);

test.each([
  ['a row of 4 points', { rowAttributes: { 3: 'ht="4" customHeight="1"' } }, 'block hidden-rows'],
  ['a column of half a letter', { before: '<cols><col min="2" max="2" width="0.8" customWidth="1"/></cols>' }, 'block hidden-columns'],
])('%s hides what is in it', async (_, sheet, told) => {
  expect(await found(smallWorkbook(sheet))).toEqual([told]);
});

test.each([
  ['a row of 6 points', { rowAttributes: { 3: 'ht="6" customHeight="1"' } }],
  ['a column of two letters', { before: '<cols><col min="2" max="2" width="2" customWidth="1"/></cols>' }],
])('%s does not', async (_, sheet) => {
  expect(await found(smallWorkbook(sheet))).toEqual([]);
});

test.each([
  ['FFFFE0', true],
  ['F1F1F1', true],
  ['FFFF00', false],
  ['D9D9D9', false],
])('letters of %s on white are not made out: %s', async (colour, hides) => {
  const styles = { fonts: `<font><color rgb="FF${colour}"/></font>`, cells: '<xf numFmtId="0" fontId="1" fillId="0"/>' };
  expect(await found(smallWorkbook({ styles: { A2: 1 } }, { styles }))).toEqual(hides ? ['block cells-in-background-colour'] : []);
});

test.each([
  ['a default height of nothing', { before: '<sheetFormatPr defaultRowHeight="0" customHeight="1"/>' }, 'block hidden-rows'],
  ['a default width of nothing', { before: '<sheetFormatPr defaultRowHeight="15" defaultColWidth="0"/>' }, 'block hidden-columns'],
])('%s hides all that states none of its own', async (_, sheet, told) => {
  expect(await found(smallWorkbook(sheet))).toEqual([told]);
});

test('what states a size of its own is seen beside a default of nothing, and so is a default that nobody has set', async () => {
  const before =
    '<sheetFormatPr defaultRowHeight="0" customHeight="1" defaultColWidth="0"/><cols><col min="2" max="9" width="12"/><col min="1" max="1" width="12"/></cols>';
  const rowAttributes = Object.fromEntries(TABLE.map((_, row) => [row + 1, 'ht="15" customHeight="1"']));
  expect(await found(smallWorkbook({ before, rowAttributes }))).toEqual([]);
  expect(await found(smallWorkbook({ before: '<sheetFormatPr defaultRowHeight="0"/>' }))).toEqual([]);
});

test.each([
  ['[White]General;[White]General;[White]General;[White]@', true],
  ['[Color2]@', true],
  ['[Color 2]General;[Red]General;0;@', false],
  ['[Red]General;[Red]General;[Red]General;[Red]@', false],
])('letters that the format %s colours are not made out: %s', async (format, hides) => {
  const styles = {
    formats: `<numFmt numFmtId="170" formatCode="${format}"/>`,
    // Of a colour of their own, which the format overrules.
    fonts: `<font><color rgb="FF${hides ? '000000' : 'FFFFFF'}"/></font>`,
    cells: '<xf numFmtId="170" fontId="1" fillId="0"/>',
  };
  const value = format.startsWith('[Color 2]') ? -5 : 'Zebedee';
  const rows = [...TABLE.slice(0, 1), [value, 'January', 3]];
  expect(await found(smallWorkbook({ rows, styles: { A2: 1 } }, { styles }))).toEqual(hides ? ['block cells-in-background-colour'] : []);
});

test('colours of a palette of its own are those of the workbook', async () => {
  const palette = (tenth: string) =>
    Array.from({ length: 64 }, (_, index) => `<rgbColor rgb="00${index === 10 ? tenth : index === 9 ? 'FFFFFF' : '336699'}"/>`).join('');
  const coloured = (tenth: string) => {
    const styles = {
      fonts: '<font><color indexed="10"/></font>',
      cells: '<xf numFmtId="0" fontId="1" fillId="0"/>',
      differences: `</dxfs><colors><indexedColors>${palette(tenth)}</indexedColors></colors><dxfs>`,
    };
    return found(smallWorkbook({ styles: { A2: 1 } }, { styles }));
  };
  expect(await coloured('FFFFFF')).toEqual(['block cells-in-background-colour']);
  expect(await coloured('336699')).toEqual([]);
});

describe('sheets of a workbook whose tabs are switched off', () => {
  const book = (views: string) =>
    workbook({
      sheets: [
        { name: 'Answer', rows: TABLE },
        { name: 'Raw', rows: TABLE },
      ],
      before: `<bookViews>${views}</bookViews>`,
    });

  test('are hidden, but for the one in front', async () => {
    const [first, ...more] = await judgeFile('xlsx', book('<workbookView showSheetTabs="0" activeTab="1"/>'));
    expect([first?.rule, first?.message]).toEqual([
      'hidden-sheet',
      `1 sheet is hidden and holds ${TABLE.flat().length} filled cells: “Answer” (the tabs of the sheets are switched off)`,
    ]);
    expect(more).toEqual([]);
  });

  test.each([
    ['each is in front of a window', '<workbookView showSheetTabs="0"/><workbookView showSheetTabs="0" activeTab="1"/>'],
    ['another window has tabs', '<workbookView showSheetTabs="0"/><workbookView/>'],
    ['there are tabs', '<workbookView showSheetTabs="1"/>'],
  ])('are seen where %s', async (_, views) => {
    expect(await found(book(views))).toEqual([]);
  });
});

test.each([
  ['[<5]"<5";0', 3, true],
  ['"n/a"', 412, true],
  ['0;0;"-"', 0, false],
  ['[=1]"Yes";"No"', 1, false],
  ['0" days"', 3, false],
  ['"<"0', 5, false],
])('a figure whose format is %s is shown as a word, and kept, where it is %s: %s', async (format, figure, hides) => {
  const styles = {
    formats: `<numFmt numFmtId="170" formatCode="${format.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/>`,
    cells: '<xf numFmtId="170" fontId="0" fillId="0"/>',
  };
  const rows = [...TABLE.slice(0, 1), ['Northmoor', 'January', figure]];
  expect(await found(smallWorkbook({ rows, styles: { C2: 1 } }, { styles }))).toEqual(hides ? ['block blank-format'] : []);
});

test('a link to a file on a disk is a warning, one to a site is not', async () => {
  const linked = (target: string) =>
    smallWorkbook({
      links: [{ id: 'rIdL', type: 'hyperlink', target, external: true }],
      after: '<hyperlinks><hyperlink ref="A2" r:id="rIdL"/></hyperlinks>',
    });
  expect(await found(linked('file:///S:/HR/Zebedee.docx'))).toEqual(['warn network-path']);
  expect(await found(linked('https://northmoor.example/'))).toEqual([]);
});

test('figures of a part that nothing refers to are told', async () => {
  const members = workbookMembers({ sheets: [{ name: 'Overtime', rows: TABLE }] });
  const data = `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>485777</v></c></row></sheetData></worksheet>`;
  expect(await found(zipOf([...members, { name: 'xl/worksheets/sheet9.xml', data }]))).toEqual(['block stored-not-shown']);
});

test('the double of a control for newer programs is not hidden; another shape that is switched off is', async () => {
  const shape = (double: string) =>
    `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1025" name="Box" hidden="1">${double}</xdr:cNvPr></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:p><a:r><a:t>Zebedee</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
  const control = (double: string) =>
    smallWorkbook(
      { links: [{ id: 'rIdD', type: 'drawing', target: '../drawings/drawing1.xml' }], after: '<drawing r:id="rIdD"/>' },
      {
        parts: {
          'xl/drawings/drawing1.xml': {
            data: `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${shape(double)}</xdr:wsDr>`,
          },
        },
      },
    );
  const DOUBLE =
    '<a:extLst><a:ext uri="{63B3BB69-23CF-44E3-9099-C40C66FF867C}"><a14:compatExt xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" spid="_x0000_s1025"/></a:ext></a:extLst>';
  expect(await found(control(DOUBLE))).toEqual([]);
  expect(await found(control(''))).toEqual(['block hidden-shape']);
});

test('a value that a filter looked for and the sheet does not have any more is told; what a filter compares with is not', async () => {
  const filtered = (criterion: string) =>
    found(smallWorkbook({ after: `<autoFilter ref="A1:C4"><filterColumn colId="0">${criterion}</filterColumn></autoFilter>` }));
  expect(await filtered('<filters><filter val="Zebedee"/></filters>')).toEqual(['block stored-not-shown']);
  for (const value of ['Northmoor', '1234567']) expect(await filtered(`<filters><filter val="${value}"/></filters>`)).toEqual([]);
  expect(await filtered('<customFilters><customFilter val="*moor*"/></customFilters>')).toEqual([]);
});

test.each([
  ['prompt', 'showInputMessage'],
  ['error', 'showErrorMessage'],
])('what a check of a cell would say (%s) is seen where it is said, and hidden where it is switched off', async (what, shown) => {
  const checked = (more: string) =>
    found(
      smallWorkbook({
        after: `<dataValidations><dataValidation type="whole" sqref="C2:C4" ${what}="Ask Zebedee" ${more}><formula1>0</formula1></dataValidation></dataValidations>`,
      }),
    );
  expect(await checked(`${shown}="1"`)).toEqual([]);
  expect(await checked('')).toEqual(['block stored-not-shown']);
});

test('what a link once showed is told where the sheet does not have it any more', async () => {
  const linked = (display: string) =>
    found(
      smallWorkbook({
        links: [{ id: 'rIdL', type: 'hyperlink', target: 'https://northmoor.example/vehicles', external: true }],
        after: `<hyperlinks><hyperlink ref="A2" r:id="rIdL" display="${display}"/></hyperlinks>`,
      }),
    );
  expect(await linked('Zebedee')).toEqual(['block stored-not-shown']);
  expect(await linked('Northmoor')).toEqual([]);
  expect(await linked('https://northmoor.example/vehicles')).toEqual([]);
});
