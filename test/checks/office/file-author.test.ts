import { expect, test } from 'vitest';
import { paragraph, withNamespaces, wordDocument } from '../../attachments/docx-builder.ts';
import { smallWorkbook } from '../../attachments/xlsx-builder.ts';
import { judgeFile } from '../judge.ts';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const OF_PIVOT = `<c:chartSpace xmlns:c="${CHART}"><c:pivotSource><c:name>[Cases of Zebedee.xlsx]Pivot!Pivot1</c:name></c:pivotSource></c:chartSpace>`;
const found = async (kind: 'xlsx' | 'docx', bytes: Uint8Array) =>
  (await judgeFile(kind, bytes)).map(({ rule, severity, message }) => [rule, severity, message]);

test('who keeps a workbook from being changed is named', async () => {
  const bytes = smallWorkbook({}, { before: '<fileSharing userName="zquill"/>' });
  expect(await found('xlsx', bytes)).toContainEqual([
    'file-author',
    'warn',
    'The properties of the file name: who keeps it from being changed',
  ]);
  expect((await found('xlsx', bytes)).map(([rule]) => rule)).not.toContain('stored-not-shown');
});

test('whose view of a workbook is kept is named', async () => {
  const views = '<customWorkbookViews><customWorkbookView name="Zebedee - Personal View" guid="{1}"/></customWorkbookViews>';
  expect(await found('xlsx', smallWorkbook({}, { after: views }))).toEqual([
    ['file-author', 'warn', 'The properties of the file name: whose view of it is kept'],
  ]);
});

test('who signed a document is named, and what is in the signature is not told as hidden', async () => {
  const DIGITAL = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature';
  const bytes = wordDocument({
    body: paragraph('We hold the information.'),
    packageLinks: [{ id: 'rIdS', type: `${DIGITAL}/origin`, target: '_xmlsignatures/origin.sigs' }],
    parts: {
      '_xmlsignatures/origin.sigs': { data: '' },
      '_xmlsignatures/_rels/origin.sigs.rels': {
        data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${DIGITAL}/signature" Target="sig1.xml"/></Relationships>`,
      },
      '_xmlsignatures/sig1.xml': {
        data: '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><X509IssuerName>CN=Zebedee Quill</X509IssuerName></Signature>',
      },
    },
  });
  expect(await found('docx', bytes)).toEqual([['file-author', 'warn', 'The properties of the file name: who signed it']]);
});

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const NAMED = [['file-author', 'warn', 'The properties of the file name: an earlier name of the file']];

test('the file that a chart of a pivot table came from is named, in a workbook', async () => {
  const bytes = smallWorkbook(
    { links: [{ id: 'rId1', type: 'drawing', target: '../drawings/drawing1.xml' }], after: '<drawing r:id="rId1"/>' },
    {
      parts: {
        'xl/drawings/drawing1.xml': { data: `<xdr:wsDr xmlns:xdr="${drawing}"/>` },
        'xl/drawings/_rels/drawing1.xml.rels': {
          data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart1.xml"/></Relationships>',
        },
        'xl/charts/chart1.xml': { data: OF_PIVOT },
      },
    },
  );
  expect(await found('xlsx', bytes)).toEqual(NAMED);
});

test('the file that a chart of a pivot table came from is named, in a document', async () => {
  const chart = `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="${CHART}"><c:chart r:id="rIdX"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const bytes = wordDocument({
    body: paragraph('The month of each case') + chart,
    links: [{ id: 'rIdX', type: 'chart', target: 'charts/chart1.xml' }],
    parts: { 'word/charts/chart1.xml': { data: OF_PIVOT } },
  });
  expect(await found('docx', bytes)).toEqual(NAMED);
});

test('a document with nothing but a footer shows something; one with an empty footer does not', async () => {
  const withFooter = (text: string) =>
    wordDocument({
      body: '<w:p/><w:sectPr><w:footerReference w:type="default" r:id="rIdX"/></w:sectPr>',
      links: [{ id: 'rIdX', type: 'footer', target: 'footer1.xml' }],
      parts: { 'word/footer1.xml': { data: withNamespaces('w:ftr', text === '' ? '<w:p/>' : paragraph(text)) } },
    });
  expect(await found('docx', withFooter('Northmoor Council'))).toEqual([]);
  expect((await found('docx', withFooter(''))).map(([rule]) => rule)).toEqual(['empty-document']);
});
