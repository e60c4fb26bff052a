import { paragraph, textBox, withNamespaces, wordDocument } from './docx-builder.ts';
import { MAIN, smallWorkbook, TABLE } from './xlsx-builder.ts';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const WHITE_FONT = '<font><sz val="11"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>';
const LETTER = paragraph('Thank you for your request of 4 August.') + paragraph('We hold the information.');

/** Workbooks that hide something in one way each, to be saved again by another program. All people are invented. */
export const HIDING_WORKBOOKS: Record<string, Uint8Array> = {
  plain: smallWorkbook(),
  'hidden-sheet': smallWorkbook(
    {},
    { sheets: [{ name: 'Raw data', rows: [['Officer'], ['Zebedee Quill'], ['Ottoline Marsh']], state: 'hidden' }] },
  ),
  'hidden-rows': smallWorkbook({ rowAttributes: { 3: 'hidden="1"' } }),
  'hidden-columns': smallWorkbook({ before: '<cols><col min="2" max="2" width="9" hidden="1" customWidth="1"/></cols>' }),
  'filtered-rows': smallWorkbook(
    {
      rowAttributes: { 4: 'hidden="1"' },
      after: '<autoFilter ref="A1:C4"><filterColumn colId="1"><filters><filter val="January"/></filters></filterColumn></autoFilter>',
    },
    {
      after:
        '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Overtime!$A$1:$C$4</definedName></definedNames>',
    },
  ),
  'blank-format': smallWorkbook(
    { styles: { C2: 1 } },
    {
      styles: {
        formats: '<numFmt numFmtId="165" formatCode=";;;"/>',
        cells: '<xf numFmtId="165" fontId="0" fillId="0" applyNumberFormat="1"/>',
      },
    },
  ),
  'cells-in-background-colour': smallWorkbook(
    { styles: { A4: 1 } },
    { styles: { fonts: WHITE_FONT, cells: '<xf numFmtId="0" fontId="1" fillId="0" applyFont="1"/>' } },
  ),
  'cell-comments': smallWorkbook(
    { links: [{ id: 'rId1', type: 'comments', target: '../comments1.xml' }] },
    {
      parts: {
        'xl/comments1.xml': {
          type: `${SHEET}.comments+xml`,
          data: `<comments xmlns="${MAIN}"><authors><author>Zebedee Quill</author></authors><commentList><comment ref="B3" authorId="0"><text><r><t>Ask Ottoline first</t></r></text></comment></commentList></comments>`,
        },
      },
    },
  ),
  'protection-only': smallWorkbook({ after: '<sheetProtection sheet="1"/>' }),
  'defined-names': smallWorkbook({}, { after: '<definedNames><definedName name="Rate">Overtime!$C$2</definedName></definedNames>' }),
  'headers-and-footers': smallWorkbook({ after: '<headerFooter><oddHeader>&amp;LOfficial – Sensitive</oddHeader></headerFooter>' }),
  'merged-cells': smallWorkbook({ after: '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>' }),
  'hidden-by-condition': smallWorkbook(
    {
      after:
        '<conditionalFormatting sqref="C2:C4"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>100</formula></cfRule></conditionalFormatting>',
    },
    { styles: { differences: '<dxf><font><color rgb="FFFFFFFF"/></font></dxf>' } },
  ),
  'formula-text': smallWorkbook({
    rows: [...TABLE.slice(0, 1), [...TABLE[1], null, 'None'], ...TABLE.slice(2)],
    formulas: { E2: 'IF(C2>500,"Mr Quill, 4 High St","None")' },
  }),
  'covered-cells': smallWorkbook(
    { after: '<drawing r:id="rId1"/>', links: [{ id: 'rId1', type: 'drawing', target: '../drawings/drawing1.xml' }] },
    {
      parts: {
        'xl/drawings/drawing1.xml': {
          type: 'application/vnd.openxmlformats-officedocument.drawing+xml',
          data: `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Box"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="381000"/><a:ext cx="609600" cy="381000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="000000"/></a:solidFill></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
        },
      },
    },
  ),
  'far-cells': smallWorkbook({ rows: [...TABLE, ...Array.from({ length: 80 }, () => []), ['Reviewed']] }),
};

/** The same for documents. */
export const HIDING_DOCUMENTS: Record<string, Uint8Array> = {
  plain: wordDocument({ body: LETTER }),
  'tracked-changes': wordDocument({
    body: `${LETTER}<w:p><w:r><w:t xml:space="preserve">Pay </w:t></w:r><w:del w:id="1" w:author="Zebedee Quill" w:date="2026-01-05T09:00:00Z"><w:r><w:delText>Ottoline</w:delText></w:r></w:del><w:ins w:id="2" w:author="Zebedee Quill" w:date="2026-01-05T09:00:00Z"><w:r><w:t>staff</w:t></w:r></w:ins></w:p>`,
  }),
  'document-comments': wordDocument({
    body: `${LETTER}<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Held</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    links: [{ id: 'rIdX', type: 'comments', target: 'comments.xml' }],
    parts: {
      'word/comments.xml': {
        type: `${WORD}.comments+xml`,
        data: withNamespaces(
          'w:comments',
          `<w:comment w:id="0" w:author="Zebedee Quill" w:date="2026-01-05T09:00:00Z" w:initials="ZQ">${paragraph('Ask Ottoline')}</w:comment>`,
        ),
      },
    },
  }),
  'hidden-text': wordDocument({ body: LETTER + paragraph('Ottoline Marsh', '<w:vanish/>') }),
  'hidden-text--style': wordDocument({
    body: `${LETTER}<w:p><w:pPr><w:pStyle w:val="Quieter"/></w:pPr><w:r><w:t>Ottoline Marsh</w:t></w:r></w:p>`,
    styles:
      '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Quieter"><w:name w:val="Quieter"/><w:basedOn w:val="Quiet"/></w:style>',
  }),
  'unseen-text': wordDocument({ body: LETTER + paragraph('Ottoline Marsh', '<w:color w:val="FFFFFF"/>') }),
  'unseen-text--box': wordDocument({
    body:
      LETTER + textBox('<a:solidFill><a:srgbClr val="1F4E78"/></a:solidFill>', paragraph('Ottoline Marsh', '<w:color w:val="1F4E78"/>')),
  }),
  'unseen-text--squeezed': wordDocument({ body: LETTER + paragraph('Ottoline Marsh', '<w:w w:val="1"/>') }),
  'text-off-page': wordDocument({ body: LETTER + textBox('<a:noFill/>', paragraph('Ottoline Marsh'), -9_000_000) }),
};
