import { documentMembers, paragraph, withNamespaces } from './docx-builder.ts';
import { MAIN, TABLE, workbookMembers } from './xlsx-builder.ts';
import type { Member } from './zip-builder.ts';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'application/vnd.openxmlformats-officedocument';

/** Packages with something of everything, to be broken. */
export const FUZZED: Record<string, readonly (readonly Member[])[]> = {
  xlsx: [
    workbookMembers({
      sheets: [
        {
          name: 'Overtime',
          rows: [...TABLE, [null, 'total', 897.5]],
          rowAttributes: { 3: 'hidden="1"' },
          styles: { C2: 1, C3: 2 },
          before: '<sheetFormatPr zeroHeight="0"/><cols><col min="5" max="7" width="9" hidden="1"/></cols>',
          after:
            '<sheetProtection sheet="1"/><autoFilter ref="A1:C4"><filterColumn colId="0"/></autoFilter><mergeCells><mergeCell ref="A4:B5"/></mergeCells><conditionalFormatting sqref="A1:B2 C3"/><dataValidation sqref="A1" prompt="Pick one"/><hyperlinks><hyperlink ref="A1" r:id="rId2"/></hyperlinks><headerFooter><oddHeader>&amp;LPage &amp;P</oddHeader></headerFooter>',
          links: [
            { id: 'rId1', type: 'comments', target: '../comments1.xml' },
            { id: 'rId2', type: 'hyperlink', target: 'https://northmoor.example/', external: true },
            { id: 'rId3', type: 'drawing', target: '../drawings/drawing1.xml' },
            { id: 'rId4', type: 'pivotTable', target: '../pivotTables/pivotTable1.xml' },
          ],
        },
        { name: 'Raw', rows: TABLE, state: 'hidden' },
      ],
      after: '<definedNames><definedName name="Rate" hidden="1">Overtime!$C$2</definedName></definedNames>',
      styles: {
        formats: '<numFmt numFmtId="165" formatCode=";;;"/>',
        cells: '<xf numFmtId="14"/><xf numFmtId="165"/>',
        fonts: '<font><color theme="0" tint="0.5"/></font>',
      },
      links: [{ id: 'rId9', type: 'externalLink', target: 'externalLinks/externalLink1.xml' }],
      parts: {
        'xl/comments1.xml': {
          type: `${SHEET}.comments+xml`,
          data: `<comments xmlns="${MAIN}"><commentList><comment ref="A2"><text><r><t>ask</t></r></text></comment></commentList></comments>`,
        },
        'xl/drawings/drawing1.xml': {
          type: `${DRAWING}.drawing+xml`,
          data: '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="b" descr="A box"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>Box text</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
        },
        'xl/drawings/_rels/drawing1.xml.rels': {
          data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/chart" Target="../charts/chart1.xml"/></Relationships>',
        },
        'xl/charts/chart1.xml': {
          type: `${DRAWING}.drawingml.chart+xml`,
          data: '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:numRef><c:f>Overtime!$C$2</c:f><c:numCache><c:pt idx="0"><c:v>412</c:v></c:pt></c:numCache></c:numRef></c:chartSpace>',
        },
        'xl/pivotTables/pivotTable1.xml': { type: `${SHEET}.pivotTable+xml`, data: `<pivotTableDefinition xmlns="${MAIN}" name="P"/>` },
        'xl/externalLinks/externalLink1.xml': {
          type: `${SHEET}.externalLink+xml`,
          data: `<externalLink xmlns="${MAIN}"><cell r="A1"><v>5</v></cell></externalLink>`,
        },
      },
    }),
  ],
  docx: [
    documentMembers({
      body: [
        paragraph('We hold the information.'),
        paragraph('secret', '<w:vanish/><w:color w:val="FFFFFF"/><w:sz w:val="2"/><w:rStyle w:val="Quiet"/>'),
        '<w:p><w:ins w:author="A"><w:r><w:t>in</w:t></w:r></w:ins><w:del w:author="A"><w:r><w:delText>out</w:delText></w:r></w:del></w:p>',
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="1" name="n" descr="d"/><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><v:shape alt="d"/></mc:Fallback></mc:AlternateContent></w:r></w:p>',
        '<w:p><w:r><w:footnoteReference w:id="2"/></w:r><w:hyperlink r:id="rId2"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>',
      ].join(''),
      styles: '<w:style w:styleId="Quiet"><w:basedOn w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>',
      settings: '<w:docVars><w:docVar w:name="n" w:val="v"/></w:docVars><w:mailMerge><w:query w:val="q"/></w:mailMerge>',
      links: [
        { id: 'rId1', type: 'footnotes', target: 'footnotes.xml' },
        { id: 'rId2', type: 'hyperlink', target: 'https://northmoor.example/', external: true },
        { id: 'rId3', type: 'comments', target: 'comments.xml' },
      ],
      parts: {
        'word/footnotes.xml': { data: withNamespaces('w:footnotes', `<w:footnote w:id="2">${paragraph('A note.')}</w:footnote>`) },
        'word/comments.xml': { data: withNamespaces('w:comments', `<w:comment w:id="1" w:author="A">${paragraph('ask')}</w:comment>`) },
      },
    }),
  ],
};
