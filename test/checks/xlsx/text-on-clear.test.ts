import { expect, test } from 'vitest';
import { MAIN, smallWorkbook, type BuiltSheet, type BuiltWorkbook } from '../../attachments/xlsx-builder.ts';
import { judgeFile } from '../judge.ts';

const NAMESPACES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>';
const NAVY = '<a:solidFill><a:srgbClr val="1F4E78"/></a:solidFill>';
const shape = (fill: string, letters: string, style = '') =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Box"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"/>${fill}</xdr:spPr>${style}<xdr:txBody><a:p><a:r><a:rPr>${letters}</a:rPr><a:t>Zebedee</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
const style = (idx: number) =>
  `<xdr:style><a:fillRef idx="${idx}"><a:schemeClr val="accent1"/></a:fillRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></xdr:style>`;
const CORNERS = '<xdr:from><xdr:col>5</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:to><xdr:col>8</xdr:col><xdr:row>4</xdr:row></xdr:to>';

async function hidden(shapes: string, sheet: Partial<BuiltSheet> = {}, book: Partial<BuiltWorkbook> = {}): Promise<string[]> {
  const links = [{ id: 'rIdD', type: 'drawing', target: '../drawings/drawing1.xml' }, ...(sheet.links ?? [])];
  const data = `<xdr:wsDr ${NAMESPACES}><xdr:twoCellAnchor>${CORNERS}${shapes}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
  const parts = { 'xl/drawings/drawing1.xml': { data }, ...book.parts };
  const bytes = smallWorkbook({ after: '<drawing r:id="rIdD"/>', ...sheet, links }, { ...book, parts });
  return (await judgeFile('xlsx', bytes)).filter(({ severity }) => severity === 'block').map(({ rule, message }) => `${rule}: ${message}`);
}

const FOUND = ['cells-in-background-colour: 1 shape has text that cannot be told from the background: sheet “Overtime”'];

test.each([
  ['without a fill', shape('<a:noFill/>', WHITE)],
  ['that says nothing of a fill', shape('', WHITE)],
  ['without a fill, whose style makes its letters white', shape('<a:noFill/>', '', style(1))],
  ['whose style has no fill', shape('', '', style(0))],
])('white letters in a shape %s are hidden on a white sheet', async (_, box) => {
  expect(await hidden(box)).toEqual(FOUND);
});

test.each<[string, string, Partial<BuiltSheet>?, Partial<BuiltWorkbook>?]>([
  ['are black', shape('<a:noFill/>', '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>')],
  ['have the colour of their own, over the white of the style', shape('<a:noFill/>', NAVY, style(1))],
  ['have an outline', shape('<a:noFill/>', `<a:ln>${NAVY}</a:ln>${WHITE}`)],
  ['have a shape that is filled by its style', shape('', '', style(1))],
  ['may stand on a filled shape', `<xdr:grpSp><xdr:nvGrpSpPr/>${shape(NAVY, WHITE)}${shape('<a:noFill/>', WHITE)}</xdr:grpSp>`],
  ['may stand on a picture', `<xdr:grpSp><xdr:nvGrpSpPr/><xdr:pic><xdr:spPr/></xdr:pic>${shape('<a:noFill/>', WHITE)}</xdr:grpSp>`],
  [
    'may stand on coloured cells',
    shape('<a:noFill/>', WHITE),
    {},
    {
      styles: {
        fills: '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E78"/></patternFill></fill>',
        cells: '<xf numFmtId="0" fontId="0" fillId="2"/>',
      },
    },
  ],
  [
    'may stand on a table',
    shape('<a:noFill/>', WHITE),
    { links: [{ id: 'rIdT', type: 'table', target: '../tables/table1.xml' }] },
    { parts: { 'xl/tables/table1.xml': { data: `<table xmlns="${MAIN}" ref="A1:C4" displayName="T"/>` } } },
  ],
])('letters are seen, or may be, that %s', async (_, box, sheet, book) => {
  expect(await hidden(box, sheet, book)).toEqual([]);
});
