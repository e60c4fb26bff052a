import { describe, expect, test } from 'vitest';
import { smallWorkbook } from '../../attachments/xlsx-builder.ts';
import { judgeFile } from '../judge.ts';

const corner = (name: string, column: number, row: number) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
/** A shape between two corners, well off the table. */
const anchored = (inner: string, top: number, bottom: number, left = 6, right = 9) =>
  `<xdr:twoCellAnchor>${corner('from', left, top)}${corner('to', right, bottom)}${inner}<xdr:clientData/></xdr:twoCellAnchor>`;
const shape = (id: number, text: string, fill = '<a:noFill/>') =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="${id}" name="Box ${id}"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"/>${fill}</xdr:spPr><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
const BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>';

const found = async (drawing: string, sheet = {}) =>
  (
    await judgeFile(
      'xlsx',
      smallWorkbook(
        { links: [{ id: 'rIdD', type: 'drawing', target: '../drawings/drawing1.xml' }], after: '<drawing r:id="rIdD"/>', ...sheet },
        {
          parts: {
            'xl/drawings/drawing1.xml': {
              data: `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${drawing}</xdr:wsDr>`,
            },
          },
        },
      ),
    )
  ).map(({ rule, place }) => `${rule} ${place}`);

describe('a text box of which nothing is seen is hidden', () => {
  test.each([
    ['without a height', anchored(shape(1, 'Zebedee'), 5, 5)],
    ['without a width', anchored(shape(1, 'Zebedee'), 5, 9, 6, 6)],
    ['under a filled one', anchored(shape(1, 'Zebedee'), 5, 9) + anchored(shape(2, '', BLACK), 4, 10, 5, 10)],
    [
      'of a size of its own that is nothing',
      `<xdr:oneCellAnchor>${corner('from', 6, 5)}<xdr:ext cx="0" cy="0"/>${shape(1, 'Zebedee')}</xdr:oneCellAnchor>`,
    ],
  ])('%s', async (_, drawing) => {
    expect(await found(drawing)).toEqual(['hidden-shape sheet “Overtime”']);
  });

  test('in hidden rows', async () => {
    const drawing = anchored(shape(1, 'Zebedee'), 20, 22);
    const rows = (hidden: string) => ({
      rows: [['Team'], ...Array.from({ length: 24 }, () => [])],
      rowAttributes: { 21: hidden, 22: hidden },
    });
    expect(await found(drawing, rows('hidden="1"'))).toEqual(['hidden-shape sheet “Overtime”']);
    expect(await found(drawing, rows('ht="15"'))).toEqual([]);
  });

  test('and so is a picture under a box', async () => {
    const picture =
      '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="Photo"/></xdr:nvPicPr><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic>';
    expect(await found(anchored(picture, 5, 9) + anchored(shape(2, '', BLACK), 5, 9))).toEqual(['hidden-shape sheet “Overtime”']);
    expect(await found(anchored(picture, 5, 9))).toEqual([]);
  });
});

describe('a shape over part of a picture', () => {
  const picture = anchored(
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="Photo"/></xdr:nvPicPr><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic>',
    5,
    25,
    6,
    12,
  );
  const over = (inner: string, ...corners: [number, number, number, number]) => picture + anchored(inner, ...corners);
  const filled = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

  test.each([
    ['black', BLACK],
    ['white', filled('FFFFFF')],
  ])('that is %s is a warning', async (_, fill) => {
    expect(await found(over(shape(2, '', fill), 8, 10, 7, 9))).toEqual(['covering-shapes sheet “Overtime”']);
  });

  test.each<[string, string]>([
    ['with words on it', over(shape(2, 'The yard', BLACK), 8, 10, 7, 9)],
    ['of a colour', over(shape(2, '', filled('FF0000')), 8, 10, 7, 9)],
    ['without a fill', over(shape(2, ''), 8, 10, 7, 9)],
    ['beside it', over(shape(2, '', BLACK), 30, 32, 7, 9)],
    ['half beside it', over(shape(2, '', BLACK), 24, 26, 7, 9)],
    ['under it', anchored(shape(2, '', BLACK), 4, 10, 7, 9) + picture],
  ])('is none %s', async (_, drawing) => {
    expect(await found(drawing)).toEqual([]);
  });
});

describe('a text box is seen', () => {
  test('in rows whose default height nobody has set', async () => {
    expect(await found(anchored(shape(1, 'Hours'), 5, 9), { before: '<sheetFormatPr defaultRowHeight="0"/>' })).toEqual([]);
  });

  test.each([
    ['over a filled one', anchored(shape(2, '', BLACK), 4, 10, 5, 10) + anchored(shape(1, 'Hours'), 5, 9)],
    ['under one without a fill', anchored(shape(1, 'Hours'), 5, 9) + anchored(shape(2, ''), 4, 10, 5, 10)],
    ['that lies half under a filled one', anchored(shape(1, 'Hours'), 5, 9) + anchored(shape(2, '', BLACK), 4, 10, 8, 10)],
    [
      'that is the double of a control for newer programs',
      `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="a14">${anchored(shape(1, 'Hours'), 0, 0, 0, 0)}</mc:Choice></mc:AlternateContent>`,
    ],
    ['that has nothing under it but a panel', anchored(shape(2, '', BLACK), 5, 9) + anchored(shape(1, 'Hours', BLACK), 5, 9)],
    ['beside a line, which has no height', anchored(shape(1, ''), 30, 30) + anchored(shape(2, 'Hours'), 5, 9)],
    ['whose place is not told', `<xdr:twoCellAnchor>${shape(1, 'Hours')}</xdr:twoCellAnchor>`],
    ['whose number another has as well', anchored(shape(1, 'Hours'), 5, 9) + anchored(shape(1, 'Minutes'), 20, 20)],
  ])('%s', async (_, drawing) => {
    expect(await found(drawing)).toEqual([]);
  });
});
