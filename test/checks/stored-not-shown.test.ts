import { describe, expect, test } from 'vitest';
import { paragraph, withNamespaces, wordDocument } from '../attachments/docx-builder.ts';
import { MAIN, smallWorkbook, workbookMembers, TABLE } from '../attachments/xlsx-builder.ts';
import { zipOf } from '../attachments/zip-builder.ts';
import { judgeFile } from './judge.ts';

const LETTER = paragraph('We hold the information.');
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const foundIn = async (kind: 'xlsx' | 'docx', bytes: Uint8Array) =>
  (await judgeFile(kind, bytes))
    .filter(({ severity }) => severity === 'block')
    .map(({ rule, place, message }) => ({ rule, place, message }));

describe('words that are stored and shown nowhere, in a way without a name,', () => {
  test.each([
    [
      'in a part that an add-in of the future left',
      smallWorkbook(
        {},
        {
          links: [{ id: 'rIdX', type: 'futureThing', target: 'future.xml' }],
          parts: { 'xl/future.xml': { data: '<f xmlns="urn:future"><who name="Zebedee Quill"/></f>' } },
        },
      ),
      'xl/future.xml',
      2,
    ],
    [
      'in a sheet that the workbook no longer lists',
      zipOf([
        ...workbookMembers({ sheets: [{ name: 'Overtime', rows: TABLE }] }),
        {
          name: 'xl/worksheets/sheet9.xml',
          data: `<worksheet xmlns="${MAIN}"><sheetData><row><c t="inlineStr"><is><t>Zebedee</t></is></c></row></sheetData></worksheet>`,
        },
      ]),
      'xl/worksheets/sheet9.xml',
      1,
    ],
    [
      'in an extension of a sheet',
      smallWorkbook({ after: '<extLst><ext uri="{1}"><z:note xmlns:z="urn:z">Zebedee Quill 485777</z:note></ext></extLst>' }),
      'xl/worksheets/sheet1.xml',
      3,
    ],
    [
      'in the way that an older program draws a shape',
      smallWorkbook(
        { links: [{ id: 'rId1', type: 'drawing', target: '../drawings/drawing1.xml' }] },
        {
          parts: {
            'xl/drawings/drawing1.xml': {
              data: `<xdr:wsDr xmlns:xdr="${DRAWING}"><xdr:clientData><secret xmlns="urn:s">Zebedee</secret></xdr:clientData></xdr:wsDr>`,
            },
          },
        },
      ),
      'xl/drawings/drawing1.xml',
      1,
    ],
  ])('%s are found in a workbook', async (_, bytes, place, words) => {
    expect(await foundIn('xlsx', bytes)).toEqual([
      {
        rule: 'stored-not-shown',
        place,
        message: `The file holds ${words} word${words === 1 ? '' : 's'} that no reader of it sees (in ${place})`,
      },
    ]);
  });

  test.each([
    [
      'in a footnote that no text refers to',
      wordDocument({
        body: LETTER,
        links: [{ id: 'rIdX', type: 'footnotes', target: 'footnotes.xml' }],
        parts: {
          'word/footnotes.xml': { data: withNamespaces('w:footnotes', `<w:footnote w:id="7">${paragraph('Zebedee')}</w:footnote>`) },
        },
      }),
      'word/footnotes.xml',
    ],
    [
      'in an entry of an index, divided among runs',
      wordDocument({
        body: `${LETTER}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> XE "Zebe</w:instrText></w:r><w:r><w:instrText>dee" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      }),
      'word/document.xml',
    ],
    [
      'in the other branch of a condition',
      wordDocument({
        body: `${LETTER}<w:p><w:fldSimple w:instr=" IF 1 = 1 &quot;Zebedee&quot; &quot;hold&quot; "><w:r><w:t>hold</w:t></w:r></w:fldSimple></w:p>`,
      }),
      'word/document.xml',
    ],
    [
      'in a building block',
      wordDocument({
        body: LETTER,
        links: [{ id: 'rIdX', type: 'glossaryDocument', target: 'glossary/document.xml' }],
        parts: {
          'word/glossary/document.xml': {
            data: withNamespaces('w:glossaryDocument', paragraph('Click or tap here to enter text.') + paragraph('Zebedee')),
          },
        },
      }),
      'word/glossary/document.xml',
    ],
    [
      'in the fallback of a drawing, other than the drawing',
      wordDocument({
        body: `${LETTER}<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('Zebedee')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      }),
      'word/document.xml',
    ],
  ])('%s are found in a document', async (_, bytes, place) => {
    expect((await foundIn('docx', bytes)).map((found) => [found.rule, found.place])).toEqual([['stored-not-shown', place]]);
  });

  test('and a part that is no XML and that nothing refers to cannot be looked into, which blocks', async () => {
    const members = workbookMembers({ sheets: [{ name: 'Overtime', rows: TABLE }] });
    expect(await foundIn('xlsx', zipOf([...members, { name: 'trash/0000.dat', data: 'Zebedee' }]))).toEqual([
      { rule: 'not-inspected', place: 'trash/0000.dat', message: 'the package holds a part that nothing in the file refers to' },
    ]);
    expect((await foundIn('xlsx', zipOf(members, { comment: 'Zebedee' }))).map(({ rule }) => rule)).toEqual(['not-inspected']);
  });

  test('are not found in instructions, which are the format’s own', async () => {
    const field = (code: string, result: string) =>
      `<w:p><w:fldSimple w:instr="${code}"><w:r><w:t>${result}</w:t></w:r></w:fldSimple></w:p>`;
    const body =
      field(' DATE \\@ &quot;dddd d MMMM yyyy&quot; ', 'Monday') +
      field(' TOC \\o &quot;1-3&quot; \\h ', 'Contents') +
      field(' PAGEREF _Toc1234567 ', '3');
    expect(await foundIn('docx', wordDocument({ body: LETTER + body }))).toEqual([]);
  });

  test('are not found on either side of a hyphen that keeps them together', async () => {
    const body = '<w:p><w:r><w:t>Northmoor</w:t><w:noBreakHyphen/><w:t>Eastmere line</w:t></w:r></w:p>';
    expect(await foundIn('docx', wordDocument({ body }))).toEqual([]);
  });

  test('are not found in the sound of a Japanese word; but in other letters that stand in its place', async () => {
    const sheet = (sound: string) =>
      zipOf(
        workbookMembers({ sheets: [{ name: 'Overtime', rows: TABLE }] }).map((member) =>
          member.name === 'xl/sharedStrings.xml'
            ? {
                ...member,
                data: String(member.data).replace('<t>Northmoor</t>', `<t>Northmoor</t><rPh sb="0" eb="1"><t>${sound}</t></rPh>`),
              }
            : member,
        ),
      );
    expect(await foundIn('xlsx', sheet('ノースムーア'))).toEqual([]);
    expect((await foundIn('xlsx', sheet('Zebedee'))).map(({ rule }) => rule)).toEqual(['stored-not-shown']);
  });

  test('are not found in what a link on a picture says to whoever points at it', async () => {
    const body = `${LETTER}<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"><a:hlinkClick r:id="rIdX" tooltip="Zebedee"/></wp:docPr></wp:inline></w:drawing></w:r></w:p>`;
    const links = [{ id: 'rIdX', type: 'hyperlink', target: 'https://northmoor.example/', external: true }];
    expect(await foundIn('docx', wordDocument({ body, links }))).toEqual([]);
  });

  test('are not found where a word goes on into a field', async () => {
    const part = (inside: string) => `<w:r>${inside}</w:r>`;
    const field = ['begin', 'separate', 'end'].map((type) => part(`<w:fldChar w:fldCharType="${type}"/>`));
    const body = `<w:p>${part('<w:t>Northmoor的</w:t>')}${field[0]}${part('<w:instrText>PAGE</w:instrText>')}${field[1]}${part('<w:t>Foundations</w:t>')}${field[2]}</w:p>`;
    expect(await foundIn('docx', wordDocument({ body }))).toEqual([]);
  });

  test('are not found in a formula, of which each sign stands by itself', async () => {
    const sign = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const math = `<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${['sin', 'θ', '+', 'cost', 'rate'].map(sign).join('')}</m:oMath></w:p>`;
    expect(await foundIn('docx', wordDocument({ body: LETTER + math }))).toEqual([]);
  });

  test('and what a Mac leaves when it packs a file again cannot be looked into, which is told once', async () => {
    const left = ['__MACOSX/._[Content_Types].xml', '__MACOSX/xl/._workbook.xml'].map((name) => ({ name, data: '\0\x05\x16\x07\0\xff' }));
    expect(await foundIn('xlsx', zipOf([...workbookMembers({ sheets: [{ name: 'Overtime', rows: TABLE }] }), ...left]))).toEqual([
      {
        rule: 'not-inspected',
        place: '__MACOSX/._[Content_Types].xml',
        message: 'it was unpacked and packed again on a Mac, which left files of its own in it',
      },
    ]);
  });

  test('are not found where a word is divided among runs, or stands in both ways to draw one shape', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const box = `<w:txbxContent>${paragraph('Northmoor')}</w:txbxContent>`;
    const body = `<w:p>${run('Over')}${run('time')}</w:p><w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await foundIn('docx', wordDocument({ body }))).toEqual([]);
  });
});
