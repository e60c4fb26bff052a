import { describe, expect, test } from 'vitest';
import { OFFICE_RULES } from '../../src/checks/office/rules.ts';
import { XLSX_RULES } from '../../src/checks/xlsx/rules.ts';
import { pngWithOpacity } from '../attachments/image-builder.ts';
import { generator } from '../attachments/mutate.ts';
import { type BuiltWorkbook, MAIN, smallWorkbook, TABLE, workbook } from '../attachments/xlsx-builder.ts';
import { judgeFile } from './judge.ts';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'application/vnd.openxmlformats-officedocument';
const WHITE_FONT = '<font><color rgb="FFFFFFFF"/><sz val="11"/></font>';
const part = (type: string, data: string | Uint8Array) => ({ type: `${SHEET}.${type}+xml`, data });
const drawing = (inside: string) => ({
  type: `${DRAWING}.drawing+xml`,
  data: `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${inside}</xdr:wsDr>`,
});
const onSheet = (type: string, target: string) => ({ links: [{ id: 'rId1', type, target: `../${target}` }] });
const inBook = (type: string, target: string) => ({ links: [{ id: 'rIdX', type, target }] });
/** A picture, and a filled box over the middle of it. */
const onPicture = (colour: string) => {
  const anchor = (inner: string, from: number, to: number) =>
    `<xdr:absoluteAnchor><xdr:pos x="${from}" y="${from}"/><xdr:ext cx="${to - from}" cy="${to - from}"/>${inner}</xdr:absoluteAnchor>`;
  const rect = '<a:prstGeom prst="rect"/>';
  const photo = `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="p"/></xdr:nvPicPr><xdr:spPr>${rect}</xdr:spPr></xdr:pic>`;
  const box = `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="b"/></xdr:nvSpPr><xdr:spPr>${rect}<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></xdr:spPr></xdr:sp>`;
  return smallWorkbook(onSheet('drawing', 'drawings/drawing1.xml'), {
    parts: { 'xl/drawings/drawing1.xml': drawing(anchor(photo, 9_000_000, 12_000_000) + anchor(box, 10_000_000, 11_000_000)) },
  });
};
const core = (inside: string) => ({
  packageLinks: [{ id: 'rId2', type: 'core-properties', target: 'docProps/core.xml' }],
  parts: {
    'docProps/core.xml': {
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      data: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${inside}</cp:coreProperties>`,
    },
  },
});
const chart = (from: string, value: string) => ({
  'xl/drawings/drawing1.xml': drawing(''),
  'xl/drawings/_rels/drawing1.xml.rels': {
    data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart1.xml"/></Relationships>',
  },
  'xl/charts/chart1.xml': {
    type: `${DRAWING}.drawingml.chart+xml`,
    data: `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:cat><c:strRef><c:f>${from}</c:f><c:strCache><c:pt idx="0"><c:v>${value}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:chartSpace>`,
  },
});
const pivot = (records: string) => ({
  'xl/pivotTables/pivotTable1.xml': part('pivotTable', `<pivotTableDefinition xmlns="${MAIN}" name="PivotTable1"/>`),
  'xl/pivotTables/_rels/pivotTable1.xml.rels': {
    data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotCacheDefinition" Target="../pivotCache/pivotCacheDefinition1.xml"/></Relationships>',
  },
  'xl/pivotCache/pivotCacheDefinition1.xml': part(
    'pivotCacheDefinition',
    `<pivotCacheDefinition xmlns="${MAIN}"><cacheFields><cacheField name="Officer"><sharedItems><s v="Zebedee Quill"/><s v="Ottoline Marsh"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
  ),
  ...(records === ''
    ? {}
    : {
        'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': {
          data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotCacheRecords" Target="pivotCacheRecords1.xml"/></Relationships>',
        },
        'xl/pivotCache/pivotCacheRecords1.xml': part(
          'pivotCacheRecords',
          `<pivotCacheRecords xmlns="${MAIN}">${records}</pivotCacheRecords>`,
        ),
      }),
});
const table = (style: string) => ({
  'xl/tables/table1.xml': part('table', `<table xmlns="${MAIN}" ref="A1:C4" displayName="T"><tableStyleInfo name="${style}"/></table>`),
});
const INK = '<dxf><font><color rgb="FFFFFFFF"/></font></dxf>';
const BLANK = '<dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf>';
const BLACK_FILL = '<dxf><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf>';
const RED_FILL = '<dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>';
const CALENDAR =
  '<dxf><font><color rgb="FF4472C4"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF4472C4"/><bgColor rgb="FF4472C4"/></patternFill></fill></dxf>';
/** A condition on the hours of the small table, C2 to C4. */
const conditioned = (rule: string, differences: string, cells = 'C2:C4') =>
  smallWorkbook({ after: `<conditionalFormatting sqref="${cells}">${rule}</conditionalFormatting>` }, { styles: { differences } });
const cfRule = (attributes: string, ...formulas: string[]) =>
  `<cfRule ${attributes} dxfId="0" priority="1">${formulas.map((each) => `<formula>${each}</formula>`).join('')}</cfRule>`;
const cell = (name: string, column: number, row: number, offset = 0) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${offset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
const shape = (properties: string, outline = 'rect', style = '') =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Rectangle 1"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="${outline}"/>${properties}</xdr:spPr>${style}</xdr:sp>`;
const fill = (colour: string, inside = '') => `<a:solidFill><a:srgbClr val="${colour}">${inside}</a:srgbClr></a:solidFill>`;
const textBox = (ground: string, letters: string, text: string) =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Box"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"/>${fill(ground)}<a:ln><a:noFill/></a:ln></xdr:spPr><xdr:txBody><a:p><a:r><a:rPr><a:ln><a:noFill/></a:ln>${letters}</a:rPr><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
/** The small table with something drawn over the cells from one corner to the other, which count from 0. */
const drawnOver = (object: string, [left, top]: [number, number], [right, bottom]: [number, number], more: Partial<BuiltWorkbook> = {}) =>
  smallWorkbook(onSheet('drawing', 'drawings/drawing1.xml'), {
    ...more,
    parts: {
      'xl/drawings/drawing1.xml': drawing(
        `<xdr:twoCellAnchor editAs="oneCell">${cell('from', left, top)}${cell('to', right, bottom)}${object}<xdr:clientData/></xdr:twoCellAnchor>`,
      ),
      ...more.parts,
    },
  });
const picture = (name: string, data: Uint8Array, effect = ''): [object: string, more: Partial<BuiltWorkbook>] => [
  `<xdr:pic><xdr:blipFill><a:blip r:embed="rIdP" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${effect}</a:blip></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic>`,
  {
    parts: {
      'xl/drawings/_rels/drawing1.xml.rels': {
        data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdP" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/${name}"/></Relationships>`,
      },
      [`xl/media/${name}`]: { data, type: name.endsWith('png') ? 'image/png' : 'image/jpeg' },
    },
  },
];
const withPicture = (name: string, data: Uint8Array, effect = '') => {
  const [object, more] = picture(name, data, effect);
  return drawnOver(object, [0, 1], [1, 4], more);
};
/** Of the points of a logo: most are clear. */
const OPACITIES = [0, 255, 0, 0, 0, 0, 0, 40, 0, 0, 0, 0];
const JPEG = new Uint8Array([
  ...[0xff, 0xd8, 0xff, 0xe1, 0x00, 0x22, ...Buffer.from('Exif\0\0')],
  ...[...Buffer.from('MM'), 0x00, 0x2a, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0],
  ...[0xff, 0xd9],
]);

/** A workbook that hides something, what is to be found, and the same workbook without. */
interface Case {
  rule: string;
  what: string;
  hides: Uint8Array;
  place: string;
  says: RegExp;
  clean?: Uint8Array;
}

const CASES: readonly Case[] = [
  {
    rule: 'hidden-sheet',
    what: 'two hidden sheets',
    hides: smallWorkbook(
      {},
      {
        sheets: [
          { name: 'Raw data', rows: TABLE, state: 'hidden' },
          { name: 'Names', rows: [['Zebedee Quill']], state: 'veryHidden' },
        ],
      },
    ),
    place: 'sheet “Raw data”',
    says: /^2 sheets are hidden and hold 13 filled cells: “Raw data” and “Names”, where Excel does not even list it under Unhide$/,
    clean: smallWorkbook(
      {},
      {
        sheets: [
          { name: 'Raw data', rows: TABLE },
          { name: 'Empty', state: 'hidden' },
        ],
      },
    ),
  },
  {
    rule: 'hidden-rows',
    what: 'rows that are hidden, and one of no height',
    hides: smallWorkbook({ rowAttributes: { 2: 'hidden="1"', 3: 'ht="0" customHeight="1"' } }),
    place: 'sheet “Overtime”, rows 2 to 3',
    says: /^Hidden rows hold 6 filled cells: sheet “Overtime”, rows 2 to 3$/,
    clean: smallWorkbook({ rowAttributes: { 40: 'hidden="1"' } }),
  },
  {
    rule: 'hidden-rows',
    what: 'rows that are hidden unless they say otherwise',
    hides: workbook({
      sheets: [{ name: 'S', rows: TABLE, before: '<sheetFormatPr zeroHeight="true"/>', rowAttributes: { 4: 'hidden="true"' } }],
    }),
    place: 'sheet “S”, row 4',
    says: /3 filled cells/,
  },
  {
    rule: 'hidden-columns',
    what: 'a hidden column, and one of no width',
    hides: smallWorkbook({ before: '<cols><col min="1" max="1" width="9" hidden="1"/><col min="3" max="3" width="0"/></cols>' }),
    place: 'sheet “Overtime”, column A',
    says: /^Hidden columns hold 8 filled cells: sheet “Overtime”, column A; sheet “Overtime”, column C$/,
    clean: smallWorkbook({ before: '<cols><col min="4" max="16384" width="9" hidden="1"/></cols>' }),
  },
  {
    rule: 'filtered-rows',
    what: 'rows that a filter hides',
    hides: smallWorkbook({ rowAttributes: { 4: 'hidden="1"' }, after: '<autoFilter ref="A1:C4"><filterColumn colId="0"/></autoFilter>' }),
    place: 'sheet “Overtime”, row 4',
    says: /^A filter hides rows that hold 3 filled cells/,
    clean: smallWorkbook({ after: '<autoFilter ref="A1:C4"/>' }),
  },
  {
    rule: 'filtered-rows',
    what: 'rows that the filter of a table hides',
    hides: smallWorkbook(
      { rowAttributes: { 2: 'hidden="1"' }, ...onSheet('table', 'tables/table1.xml') },
      {
        parts: {
          'xl/tables/table1.xml': part(
            'table',
            `<table xmlns="${MAIN}" ref="A1:C4" displayName="T"><autoFilter ref="A1:C4"><filterColumn colId="1"/></autoFilter></table>`,
          ),
        },
      },
    ),
    place: 'sheet “Overtime”, row 2',
    says: /filter/,
  },
  {
    rule: 'merged-cells',
    what: 'a value under a merged cell',
    hides: smallWorkbook({ after: '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>' }),
    place: 'sheet “Overtime”, cell B2',
    says: /^1 filled cell is covered by merged cells/,
    clean: smallWorkbook({ after: '<mergeCells><mergeCell ref="D2:F2"/></mergeCells>' }),
  },
  {
    rule: 'blank-format',
    what: 'the format ;;;',
    hides: smallWorkbook(
      { styles: { A2: 1, C2: 1 } },
      { styles: { formats: '<numFmt numFmtId="165" formatCode=";;;"/>', cells: '<xf numFmtId="165"/>' } },
    ),
    place: 'sheet “Overtime”, cell A2',
    says: /^2 filled cells have a number format that shows nothing/,
    clean: smallWorkbook(
      { rows: [['none', 0]], styles: { B1: 1 } },
      { styles: { formats: '<numFmt numFmtId="165" formatCode="0;-0;;@"/>', cells: '<xf numFmtId="165"/>' } },
    ),
  },
  {
    rule: 'cells-in-background-colour',
    what: 'white on white',
    hides: smallWorkbook({ styles: { A3: 1, A4: 1 } }, { styles: { fonts: WHITE_FONT, cells: '<xf fontId="1" fillId="0"/>' } }),
    place: 'sheet “Overtime”, cells A3:A4',
    says: /^2 filled cells have text that cannot be told from the background/,
    clean: smallWorkbook(
      { styles: { A1: 1 } },
      {
        styles: {
          fonts: WHITE_FONT,
          fills: '<fill><patternFill patternType="solid"><fgColor rgb="FF003366"/></patternFill></fill>',
          cells: '<xf fontId="1" fillId="2"/>',
        },
      },
    ),
  },
  {
    rule: 'cells-in-background-colour',
    what: 'white letters in the body of a table, whose dark header has some as well',
    hides: smallWorkbook(
      { styles: { A1: 1, B3: 1 }, ...onSheet('table', 'tables/table1.xml') },
      { styles: { fonts: WHITE_FONT, cells: '<xf fontId="1" fillId="0"/>' }, parts: table('TableStyleMedium9') },
    ),
    place: 'sheet “Overtime”, cell B3',
    says: /^1 filled cell/,
    clean: smallWorkbook(
      { styles: { A1: 1, B3: 1 }, ...onSheet('table', 'tables/table1.xml') },
      { styles: { fonts: WHITE_FONT, cells: '<xf fontId="1" fillId="0"/>' }, parts: table('TableStyleDark2') },
    ),
  },
  {
    rule: 'cells-in-background-colour',
    what: 'a text box whose letters have its own colour',
    hides: drawnOver(textBox('1F4E78', fill('1F4E78'), 'Zebedee'), [4, 1], [6, 4]),
    place: 'sheet “Overtime”',
    says: /^1 shape has text that cannot be told from the background: sheet “Overtime”$/,
    clean: drawnOver(textBox('1F4E78', fill('FFFFFF'), 'Rounded'), [4, 1], [6, 4]),
  },
  {
    rule: 'cells-in-background-colour',
    what: 'a text box whose letters have no fill',
    hides: drawnOver(textBox('FFFFFF', '<a:noFill/>', 'Zebedee'), [4, 1], [6, 4]),
    place: 'sheet “Overtime”',
    says: /1 shape has/,
    clean: drawnOver(
      textBox('FFFFFF', '<a:noFill/>', 'Hollow').replace('<a:rPr><a:ln><a:noFill/>', `<a:rPr><a:ln>${fill('000000')}`),
      [4, 1],
      [6, 4],
    ),
  },
  {
    rule: 'hidden-by-condition',
    what: 'white letters for numbers below 100',
    hides: conditioned(cfRule('type="cellIs" operator="lessThan"', '100'), INK),
    place: 'sheet “Overtime”, cell C4',
    says: /^Conditional formatting hides what is in 1 filled cell: sheet “Overtime”, cell C4$/,
    clean: conditioned(cfRule('type="cellIs" operator="lessThan"', '5'), INK),
  },
  {
    rule: 'hidden-by-condition',
    what: 'a black fill for the black letters of every cell that is not blank',
    hides: conditioned(cfRule('type="notContainsBlanks"', 'LEN(TRIM(C2))&gt;0'), BLACK_FILL),
    place: 'sheet “Overtime”, cells C2:C4',
    says: /3 filled cells/,
    clean: conditioned(cfRule('type="notContainsBlanks"', 'LEN(TRIM(C2))&gt;0'), RED_FILL),
  },
  {
    rule: 'hidden-by-condition',
    what: 'a number format of nothing where the row is of one district',
    hides: conditioned(cfRule('type="expression"', '$A2="eastmere"'), BLANK),
    place: 'sheet “Overtime”, cell C3',
    says: /1 filled cell/,
    clean: conditioned(cfRule('type="expression"', 'AND($A2="Eastmere",FALSE)'), BLANK),
  },
  {
    rule: 'hidden-by-condition',
    what: 'white letters where the text holds a word',
    hides: conditioned(cfRule('type="containsText" operator="containsText" text="MOOR"', 'NOT(ISERROR(SEARCH("MOOR",A2)))'), INK, 'A2:A4'),
    place: 'sheet “Overtime”, cell A2',
    says: /1 filled cell/,
    clean: conditioned(cfRule('type="containsText" operator="containsText" text="quay"', 'NOT(ISERROR(SEARCH("quay",A2)))'), INK, 'A2:A4'),
  },
  {
    rule: 'hidden-by-condition',
    what: 'two conditions that hide together: white letters, and a white fill in a dark cell',
    hides: smallWorkbook(
      {
        styles: { C2: 1 },
        after: `<conditionalFormatting sqref="C2">${cfRule('type="expression"', 'TRUE')}</conditionalFormatting><conditionalFormatting sqref="C2"><cfRule type="expression" dxfId="1" priority="2"><formula>1</formula></cfRule></conditionalFormatting>`,
      },
      {
        styles: {
          fills: '<fill><patternFill patternType="solid"><fgColor rgb="FF002244"/></patternFill></fill>',
          cells: '<xf numFmtId="0" fontId="0" fillId="2"/>',
          differences: `${INK}<dxf><fill><patternFill><bgColor rgb="FFFFFFFF"/></patternFill></fill></dxf>`,
        },
      },
    ),
    place: 'sheet “Overtime”, cell C2',
    says: /1 filled cell/,
    clean: smallWorkbook(
      {
        after: `<conditionalFormatting sqref="C2:C4">${cfRule('type="expression"', 'TRUE')}<cfRule type="expression" dxfId="1" priority="2"><formula>TRUE</formula></cfRule></conditionalFormatting>`,
      },
      { styles: { differences: `${INK}${BLACK_FILL}` } },
    ),
  },
  {
    rule: 'hidden-by-condition',
    what: 'a condition of the newer kind, in an extension of the sheet',
    hides: smallWorkbook({
      after: `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:conditionalFormatting><x14:cfRule type="cellIs" priority="1" operator="between" id="{1}"><xm:f>90</xm:f><xm:f>100</xm:f><x14:dxf><font><color theme="0"/></font></x14:dxf></x14:cfRule><xm:sqref>A1:A4 C2:C4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
    }),
    place: 'sheet “Overtime”, cell C4',
    says: /1 filled cell/,
  },
  {
    rule: 'condition-may-hide',
    what: 'a condition that needs a spreadsheet to be reckoned',
    hides: conditioned(cfRule('type="expression"', 'VLOOKUP(C2,$A$2:$C$4,1,0)=3'), INK),
    place: 'sheet “Overtime”, cells C2:C4',
    says: /^Conditional formatting may hide what is in 3 filled cells: sheet “Overtime”, cells C2:C4$/,
    clean: conditioned(cfRule('type="expression"', 'VLOOKUP(C2,$A$2:$C$4,1,0)=3'), RED_FILL),
  },
  {
    rule: 'condition-may-hide',
    what: 'icons in the place of the figures',
    hides: conditioned('<cfRule type="iconSet" priority="1"><iconSet showValue="0"><cfvo type="percent" val="0"/></iconSet></cfRule>', ''),
    place: 'sheet “Overtime”, cells C2:C4',
    says: /3 filled cells/,
    clean: conditioned('<cfRule type="iconSet" priority="1"><iconSet><cfvo type="percent" val="0"/></iconSet></cfRule>', ''),
  },
  {
    rule: 'condition-may-hide',
    what: 'a calendar, whose fill stands for one value',
    hides: conditioned(cfRule('type="cellIs" operator="equal"', '97'), CALENDAR),
    place: 'sheet “Overtime”, cell C4',
    says: /1 filled cell/,
    clean: smallWorkbook(
      {
        rows: [...TABLE, ['Fernhill', 'February', 0]],
        after: `<conditionalFormatting sqref="C2:C5">${cfRule('type="cellIs" operator="equal"', '0')}</conditionalFormatting><conditionalFormatting sqref="B2:B5"><cfRule type="expression" dxfId="0" priority="2"><formula>$B2=$B1</formula></cfRule></conditionalFormatting>`,
      },
      { styles: { differences: INK } },
    ),
  },
  {
    rule: 'formula-text',
    what: 'a name and an address in the branch that is not shown',
    hides: smallWorkbook({ formulas: { B2: 'IF(C2>500,"J Quill, 4 High St","January")' } }),
    place: 'sheet “Overtime”, cell B2',
    says: /^1 text in formulas is shown by no cell: sheet “Overtime”, cell B2$/,
    clean: smallWorkbook({
      formulas: { B2: 'IF(C2>500,"Not found",TEXT(45000,"dddd d mmmm yyyy hh mm ss"))', C3: 'SUMIF(A2:A4,"Eastmere",C2:C4)' },
    }),
  },
  {
    rule: 'formula-text',
    what: 'names in the list of permitted values',
    hides: smallWorkbook({
      after:
        '<dataValidations count="1"><dataValidation type="list" sqref="A2"><formula1>"Northmoor,John Marsh,Mr Quill"</formula1></dataValidation></dataValidations>',
    }),
    place: 'sheet “Overtime”',
    says: /1 text in formulas is/,
    clean: smallWorkbook({
      after:
        '<dataValidations count="1"><dataValidation type="list" sqref="A2"><formula1>"Yes,No,Not known"</formula1></dataValidation></dataValidations>',
    }),
  },
  {
    rule: 'covered-cells',
    what: 'a black box over two cells',
    hides: drawnOver(shape(fill('000000')), [0, 2], [1, 4]),
    place: 'sheet “Overtime”, cells A3:A4',
    says: /^2 filled cells are covered by a shape or picture: sheet “Overtime”, cells A3:A4$/,
    clean: drawnOver(shape(fill('000000')), [4, 1], [8, 4]),
  },
  {
    rule: 'covered-cells',
    what: 'a box that has its fill from its style',
    hides: drawnOver(
      shape('', 'roundRect', '<xdr:style><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></xdr:style>'),
      [2, 1],
      [3, 2],
    ),
    place: 'sheet “Overtime”, cell C2',
    says: /^1 filled cell is covered/,
    clean: drawnOver(
      shape(
        '<a:noFill/><a:ln><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>',
        'rect',
        '<xdr:style><a:fillRef idx="1"/></xdr:style>',
      ),
      [0, 1],
      [3, 4],
    ),
  },
  {
    rule: 'covered-cells',
    what: 'a box in a group, which lies over the first column alone',
    hides: drawnOver(
      `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="3" name="g"/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="300" cy="100"/><a:chOff x="0" y="0"/><a:chExt cx="300" cy="100"/></a:xfrm></xdr:grpSpPr>${shape(`<a:xfrm><a:off x="0" y="0"/><a:ext cx="100" cy="100"/></a:xfrm>${fill('FFFFFF')}`)}</xdr:grpSp>`,
      [0, 1],
      [3, 4],
    ),
    place: 'sheet “Overtime”, cells A2:A4',
    says: /^3 filled cells/,
    clean: drawnOver(shape(fill('FFFF00', '<a:alpha val="40000"/>')), [0, 1], [3, 4]),
  },
  {
    rule: 'covered-cells',
    what: 'a photograph over a column',
    hides: withPicture('image1.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xd9])),
    place: 'sheet “Overtime”, cells A2:A4',
    says: /^3 filled cells/,
    clean: withPicture('image1.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), '<a:alphaModFix amt="20000"/>'),
  },
  {
    rule: 'covered-cells',
    what: 'a picture with a channel of opacity that is full',
    hides: withPicture(
      'image1.png',
      pngWithOpacity(
        2,
        OPACITIES.map(() => 255),
      ),
    ),
    place: 'sheet “Overtime”, cells A2:A4',
    says: /^3 filled cells/,
    clean: withPicture('image1.png', pngWithOpacity(2, OPACITIES)),
  },
  {
    rule: 'cells-behind-drawings',
    what: 'figures behind a chart',
    hides: drawnOver(
      '<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/></xdr:nvGraphicFramePr></xdr:graphicFrame>',
      [2, 1],
      [9, 20],
    ),
    place: 'sheet “Overtime”, cells C2:C4',
    says: /^3 filled cells are behind a chart or picture: sheet “Overtime”, cells C2:C4$/,
    clean: drawnOver(
      '<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/></xdr:nvGraphicFramePr></xdr:graphicFrame>',
      [4, 1],
      [9, 20],
    ),
  },
  {
    rule: 'pivot-cache',
    what: 'a pivot table with its records',
    hides: smallWorkbook(onSheet('pivotTable', 'pivotTables/pivotTable1.xml'), {
      parts: pivot('<r><x v="0"/></r><r><x v="1"/></r><r><x v="1"/></r>'),
    }),
    place: 'sheet “Overtime”',
    says: /^A pivot table keeps a copy of its source data, 3 rows: sheet “Overtime”$/,
  },
  {
    rule: 'pivot-cache',
    what: 'a pivot table without records, whose list of values is not on the sheet',
    hides: smallWorkbook(onSheet('pivotTable', 'pivotTables/pivotTable1.xml'), { parts: pivot('') }),
    place: 'sheet “Overtime”',
    says: /2 values that no cell shows/,
    clean: smallWorkbook(
      { rows: [['Zebedee Quill', 'Ottoline Marsh', 'Officer']], ...onSheet('pivotTable', 'pivotTables/pivotTable1.xml') },
      { parts: pivot('') },
    ),
  },
  {
    rule: 'data-model',
    what: 'a data model',
    hides: smallWorkbook(
      {},
      {
        ...inBook('powerPivotData', 'model/item.data'),
        parts: { 'xl/model/item.data': { type: 'application/vnd.openxmlformats-officedocument.model+data', data: 'x' } },
      },
    ),
    place: 'xl/model/item.data',
    says: /data model/,
  },
  {
    rule: 'external-link',
    what: 'cells of another workbook',
    hides: smallWorkbook(
      {},
      {
        ...inBook('externalLink', 'externalLinks/externalLink1.xml'),
        parts: {
          'xl/externalLinks/externalLink1.xml': part(
            'externalLink',
            `<externalLink xmlns="${MAIN}"><externalBook><sheetDataSet><sheetData><row r="1"><cell r="A1" t="str"><v>Zebedee Quill</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
          ),
        },
      },
    ),
    place: 'xl/externalLinks/externalLink1.xml',
    says: /^The file links to 1 other workbook and keeps 1 cell copied from there$/,
  },
  {
    rule: 'chart-cache',
    what: 'a chart of cells that are gone',
    hides: smallWorkbook(onSheet('drawing', 'drawings/drawing1.xml'), { parts: chart('Deleted!$A$1', 'Zebedee Quill') }),
    place: 'sheet “Overtime”',
    says: /^A chart keeps 1 value that no cell of the workbook has/,
    clean: smallWorkbook(onSheet('drawing', 'drawings/drawing1.xml'), { parts: chart('Overtime!$A$2', 'Northmoor') }),
  },
  {
    rule: 'cell-comments',
    what: 'a note',
    hides: smallWorkbook(onSheet('comments', 'comments1.xml'), {
      parts: {
        'xl/comments1.xml': part(
          'comments',
          `<comments xmlns="${MAIN}"><authors><author>Z. Quill</author></authors><commentList><comment ref="B3" authorId="0"><text><r><t>Ask Otto</t></r><r><t>line first</t></r></text></comment></commentList></comments>`,
        ),
      },
    }),
    place: 'sheet “Overtime”, cell B3',
    says: /^1 comment is on the cells, the first at: sheet “Overtime”, cell B3$/,
  },
  {
    rule: 'cell-comments',
    what: 'people whose comments are gone',
    hides: smallWorkbook(
      {},
      {
        ...inBook('person', 'persons/person.xml'),
        parts: {
          'xl/persons/person.xml': {
            type: 'application/vnd.ms-excel.person+xml',
            data: '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Zebedee Quill"/></personList>',
          },
        },
      },
    ),
    place: 'xl/persons/person.xml',
    says: /1 person who commented/,
  },
  {
    rule: 'queries-and-connections',
    what: 'a connection',
    hides: smallWorkbook(
      {},
      {
        ...inBook('connections', 'connections.xml'),
        parts: {
          'xl/connections.xml': part(
            'connections',
            `<connections xmlns="${MAIN}"><connection id="1" name="Payroll"><dbPr connection="Server=payroll-sql" command="SELECT name"/></connection></connections>`,
          ),
        },
      },
    ),
    place: 'xl/connections.xml',
    says: /^The file holds 1 query or connection to other data$/,
  },
  {
    rule: 'queries-and-connections',
    what: 'a Power Query',
    hides: smallWorkbook(
      {},
      {
        ...inBook('customXml', '../customXml/item1.xml'),
        parts: { 'customXml/item1.xml': { data: '<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">AAAA</DataMashup>' } },
      },
    ),
    place: 'customXml/item1.xml',
    says: /1 query/,
  },
  {
    rule: 'unused-strings',
    what: 'a text that no cell shows',
    hides: smallWorkbook({}, { spareStrings: ['Zebedee Quill', 'Ottoline Marsh'] }),
    place: 'xl/sharedStrings.xml',
    says: /^The file holds 2 texts that no cell shows$/,
    clean: smallWorkbook({}, { spareStrings: ['Northmoor', ' '] }),
  },
  {
    rule: 'revisions',
    what: 'a history of changes',
    hides: smallWorkbook(
      {},
      {
        ...inBook('revisionHeaders', 'revisions/revisionHeaders.xml'),
        parts: {
          'xl/revisions/revisionHeaders.xml': part(
            'revisionHeaders',
            `<headers xmlns="${MAIN}"><header userName="Zebedee Quill"/></headers>`,
          ),
        },
      },
    ),
    place: 'xl/revisions/revisionHeaders.xml',
    says: /history of changes/,
  },
  {
    rule: 'defined-names',
    what: 'a name, and a hidden one',
    hides: smallWorkbook(
      {},
      {
        after:
          '<definedNames><definedName name="Rate">Overtime!$C$2</definedName><definedName name="Officer" hidden="1">"Zebedee"</definedName></definedNames>',
      },
    ),
    place: '',
    says: /^The file defines 2 names, 1 of them hidden$/,
    clean: smallWorkbook(
      {},
      { after: '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">Overtime!$A$1:$C$4</definedName></definedNames>' },
    ),
  },
  {
    rule: 'far-cells',
    what: 'a cell far below the table',
    hides: smallWorkbook({ rows: [...TABLE, ...Array.from({ length: 80 }, () => []), ['Zebedee Quill']] }),
    place: 'sheet “Overtime”, cell A85',
    says: /far from the rest/,
  },
  {
    rule: 'many-rows',
    what: '1,001 rows',
    hides: smallWorkbook({ rows: Array.from({ length: 1001 }, (_, row) => [`Case ${row}`]) }),
    place: 'sheet “Overtime”',
    says: /^More than 1,000 rows hold data \(1,001 at most\): sheet “Overtime”$/,
    clean: smallWorkbook({ rows: Array.from({ length: 1000 }, (_, row) => [`Case ${row}`]) }),
  },
  {
    rule: 'protection-only',
    what: 'a locked sheet',
    hides: smallWorkbook({ after: '<sheetProtection sheet="1"/>' }),
    place: 'sheet “Overtime”',
    says: /locked against changes, which hides nothing/,
    clean: smallWorkbook({}, { before: '<workbookProtection/>' }),
  },
  {
    rule: 'headers-and-footers',
    what: 'a header with words',
    hides: smallWorkbook({
      after: '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"Official – Sensitive&amp;RPage &amp;P</oddHeader></headerFooter>',
    }),
    place: 'sheet “Overtime”',
    says: /seen in print only/,
    clean: smallWorkbook({ after: '<headerFooter><oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter>' }),
  },
  {
    rule: 'slicer-caches',
    what: 'a slicer',
    hides: smallWorkbook(
      {},
      {
        links: [
          {
            id: 'rIdX',
            type: 'http://schemas.microsoft.com/office/2007/relationships/slicerCache',
            target: 'slicerCaches/slicerCache1.xml',
          },
        ],
        parts: {
          'xl/slicerCaches/slicerCache1.xml': {
            type: 'application/vnd.ms-excel.slicerCache+xml',
            data: '<slicerCacheDefinition xmlns="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" name="Slicer_Officer" sourceName="Officer"/>',
          },
        },
      },
    ),
    place: 'xl/slicerCaches/slicerCache1.xml',
    says: /1 slicer or timeline/,
  },
  {
    rule: 'printer-settings',
    what: 'settings of a printer',
    hides: smallWorkbook(onSheet('printerSettings', 'printerSettings/printerSettings1.bin'), {
      parts: { 'xl/printerSettings/printerSettings1.bin': { type: `${SHEET}.printerSettings`, data: 'P\0r\0i\0' } },
    }),
    place: 'xl/printerSettings/printerSettings1.bin',
    says: /printer/,
  },
  {
    rule: 'embedded-object',
    what: 'a workbook inside the workbook',
    hides: smallWorkbook(onSheet('package', 'embeddings/book.xlsx'), {
      parts: { 'xl/embeddings/book.xlsx': { type: `${SHEET}.sheet`, data: 'PK' } },
    }),
    place: 'xl/embeddings/book.xlsx',
    says: /1 file or object is inside the file/,
  },
  {
    rule: 'macros',
    what: 'a macro',
    hides: smallWorkbook(
      {},
      {
        mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        ...inBook('vbaProject', 'vbaProject.bin'),
        parts: { 'xl/vbaProject.bin': { type: 'application/vnd.ms-office.vbaProject', data: 'x' } },
      },
    ),
    place: 'xl/vbaProject.bin',
    says: /macros/,
  },
  {
    rule: 'hidden-shape',
    what: 'a text box that is switched off',
    hides: smallWorkbook(onSheet('drawing', 'drawings/drawing1.xml'), {
      parts: {
        'xl/drawings/drawing1.xml': drawing(
          '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="n" hidden="1"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>Zebedee</a:t></a:r></a:p></xdr:txBody></xdr:sp>',
        ),
      },
    }),
    place: 'sheet “Overtime”',
    says: /1 shape is hidden/,
    clean: smallWorkbook(onSheet('drawing', 'drawings/drawing1.xml'), {
      parts: {
        'xl/drawings/drawing1.xml': drawing(
          '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="n" descr="A note on the figures"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>Rounded to whole hours</a:t></a:r></a:p></xdr:txBody></xdr:sp>',
        ),
      },
    }),
  },
  {
    rule: 'cropped-picture',
    what: 'a picture with a cropped edge',
    hides: smallWorkbook(onSheet('drawing', 'drawings/drawing1.xml'), {
      parts: { 'xl/drawings/drawing1.xml': drawing('<xdr:pic><xdr:blipFill><a:srcRect l="25000"/></xdr:blipFill></xdr:pic>') },
    }),
    place: 'sheet “Overtime”',
    says: /1 picture is cropped and keeps what was cut off/,
    clean: smallWorkbook(onSheet('drawing', 'drawings/drawing1.xml'), {
      parts: { 'xl/drawings/drawing1.xml': drawing('<xdr:pic><xdr:blipFill><a:srcRect/></xdr:blipFill></xdr:pic>') },
    }),
  },
  {
    rule: 'picture-position',
    what: 'a photograph with its position',
    hides: smallWorkbook(
      { ...onSheet('image', 'media/image1.jpg'), after: '<picture r:id="rId1"/>' },
      { parts: { 'xl/media/image1.jpg': { data: JPEG } } },
    ),
    place: 'xl/media/image1.jpg',
    says: /1 photograph in the file says where it was taken/,
  },
  {
    rule: 'covering-shapes',
    what: 'a black box over part of a picture',
    hides: onPicture('000000'),
    place: 'sheet “Overtime”',
    says: /^1 black or white shape lies over part of a picture: sheet “Overtime”$/,
    clean: onPicture('1F4E78'),
  },
  {
    rule: 'left-picture',
    what: 'a picture that is not shown any more',
    hides: smallWorkbook(onSheet('image', 'media/image1.png'), { parts: { 'xl/media/image1.png': { data: 'x' } } }),
    place: 'xl/media/image1.png',
    says: /^1 picture that nothing shows is left in the file: xl\/media\/image1.png$/,
    clean: smallWorkbook(
      { ...onSheet('image', 'media/image1.png'), after: "<picture r:id='rId1'/>" },
      { parts: { 'xl/media/image1.png': { data: 'x' } } },
    ),
  },
  {
    rule: 'file-author',
    what: 'an author',
    hides: smallWorkbook({}, core('<dc:creator>Zebedee Quill</dc:creator>')),
    place: 'docProps/core.xml',
    says: /the author$/,
    clean: smallWorkbook({}, core('<dc:creator></dc:creator>')),
  },
  {
    rule: 'custom-properties',
    what: 'a custom property',
    hides: smallWorkbook(
      {},
      {
        packageLinks: [{ id: 'rId3', type: 'custom-properties', target: 'docProps/custom.xml' }],
        parts: {
          'docProps/custom.xml': {
            type: `${DRAWING}.custom-properties+xml`,
            data: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property pid="2" name="Case"><vt:lpwstr>Quill</vt:lpwstr></property></Properties>',
          },
        },
      },
    ),
    place: 'docProps/custom.xml',
    says: /1 custom property/,
  },
  {
    rule: 'custom-xml',
    what: 'custom XML',
    hides: smallWorkbook(
      {},
      {
        ...inBook('customXml', '../customXml/item1.xml'),
        parts: { 'customXml/item1.xml': { data: '<case xmlns="urn:northmoor"><officer>Quill</officer></case>' } },
      },
    ),
    place: 'customXml/item1.xml',
    says: /1 part of custom XML/,
  },
];

describe('an Excel workbook', () => {
  test('with nothing hidden gives nothing', async () => {
    expect(await judgeFile('xlsx', smallWorkbook())).toEqual([]);
  });

  test.each(CASES)('with $what is found by $rule alone', async ({ rule, hides, place, says }) => {
    const found = await judgeFile('xlsx', hides);
    expect(found.map((each) => each.rule)).toEqual([rule]);
    expect(found[0]?.place).toBe(place);
    expect(found[0]?.message).toMatch(says);
    expect(found[0]?.message).not.toMatch(/Zebedee|Ottoline/);
  });

  test.each(CASES.filter(({ clean }) => clean !== undefined))(
    'like one with $what, but with nothing hidden, gives nothing',
    async ({ clean }) => {
      expect(await judgeFile('xlsx', clean ?? new Uint8Array())).toEqual([]);
    },
  );

  test('of far more bytes than it shows is found', async () => {
    const random = generator(7);
    const noise = Buffer.from(Array.from({ length: 400_000 }, () => Math.floor(random() * 256)));
    const bytes = smallWorkbook(onSheet('printerSettings', 'printerSettings/p.bin'), {
      parts: { 'xl/printerSettings/p.bin': { type: `${SHEET}.printerSettings`, data: noise } },
    });
    expect((await judgeFile('xlsx', bytes)).map(({ rule }) => rule)).toEqual(['printer-settings', 'larger-than-shown']);
  });

  test('every rule about workbooks has a case here', () => {
    const tried = new Set([...CASES.map(({ rule }) => rule), 'larger-than-shown']);
    expect([...XLSX_RULES, ...OFFICE_RULES].map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });
});
