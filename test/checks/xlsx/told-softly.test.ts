import { expect, test } from 'vitest';
import { readXlsx } from '../../../src/attachments/xlsx.ts';
import { MAIN, smallWorkbook, workbookMembers } from '../../attachments/xlsx-builder.ts';
import { zipOf } from '../../attachments/zip-builder.ts';
import { judgeFile } from '../judge.ts';

const found = async (bytes: Uint8Array) => (await judgeFile('xlsx', bytes)).map(({ rule, severity }) => `${severity} ${rule}`);

test('a map of XML is custom XML, and its schema is not told as hidden', async () => {
  const bytes = smallWorkbook(
    {},
    {
      links: [{ id: 'rIdX', type: 'xmlMaps', target: 'xmlMaps.xml' }],
      parts: {
        'xl/xmlMaps.xml': { data: `<MapInfo xmlns="${MAIN}"><Schema ID="1"><s xmlns="urn:s" name="Complaint"/></Schema></MapInfo>` },
      },
    },
  );
  expect(await found(bytes)).toEqual(['warn custom-xml']);
});

test('a stretch of a locked sheet that is open to some is a name', async () => {
  const bytes = smallWorkbook({ after: '<protectedRanges><protectedRange sqref="B1" name="ForZebedee"/></protectedRanges>' });
  expect(await found(bytes)).toEqual(['warn defined-names']);
});

test('a text that stands in its cell as a value is shown', async () => {
  const cells = '<row r="1"><c r="A1" t="inlineStr"><v>Zebedee</v></c></row>';
  const members = workbookMembers({ sheets: [{ name: 'Overtime' }] }).map((member) =>
    member.name === 'xl/worksheets/sheet1.xml'
      ? { ...member, data: `<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>` }
      : member,
  );
  const reading = await readXlsx(zipOf(members));
  expect(reading.visible.map(({ text }) => text)).toEqual(['Overtime', 'Zebedee']);
  expect(await found(zipOf(members))).toEqual([]);
});

test('a break in the text of a drawing, which Excel writes as HTML does, damages nothing', async () => {
  const links = [{ id: 'rIdV', type: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' }];
  const drawing = (inside: string) =>
    smallWorkbook(
      { links, after: '<legacyDrawing r:id="rIdV"/>' },
      {
        parts: {
          'xl/drawings/vmlDrawing1.vml': {
            data: `<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div>Press${inside}here</div></v:textbox></v:shape></xml>`,
          },
        },
      },
    );
  expect(await found(drawing('<br>'))).toEqual([]);
  expect(await found(drawing('<hr>'))).toEqual(['block unreadable']);
});

test('the words on a button are shown; on one that is switched off they are hidden, and a note belongs to its cell', async () => {
  const links = [{ id: 'rIdV', type: 'vmlDrawing', target: '../drawings/vmlDrawing1.vml' }];
  const control = (kind: string, style = '') =>
    smallWorkbook(
      { links, after: '<legacyDrawing r:id="rIdV"/>' },
      {
        parts: {
          'xl/drawings/vmlDrawing1.vml': {
            data: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape style="${style}"><v:textbox><div>Zebedee</div></v:textbox><x:ClientData ObjectType="${kind}"/></v:shape></xml>`,
          },
        },
      },
    );
  expect(await found(control('Button'))).toEqual([]);
  expect(await found(control('Button', 'position:absolute;visibility:hidden'))).toEqual(['block hidden-shape']);
  expect((await readXlsx(control('Button'))).visible.at(-1)?.text).toBe('Zebedee');
  expect(await found(control('Note', 'visibility:hidden'))).toEqual(['block stored-not-shown']);
});
