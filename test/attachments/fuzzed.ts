import { documentMembers, paragraph, textBox, withNamespaces } from './docx-builder.ts';
import { pngWithOpacity } from './image-builder.ts';
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
    workbookMembers({
      sheets: [
        {
          name: 'Drawn',
          rows: TABLE,
          formulas: { B2: 'IF(C2>500,"J Quill, 4 ""High"" St",TEXT(C2,"0.0"))' },
          before: '<sheetFormatPr defaultRowHeight="15" defaultColWidth="9"/><cols><col min="1" max="2" width="20"/></cols>',
          rowAttributes: { 2: 'ht="30"' },
          after:
            '<conditionalFormatting sqref="C2:C4 A1"><cfRule type="cellIs" dxfId="0" priority="1" operator="between" stopIfTrue="1"><formula>1</formula><formula>-C2</formula></cfRule><cfRule type="expression" dxfId="1" priority="2"><formula>AND(LEN(TRIM($A2))&gt;0,NOT(A2="x"))</formula></cfRule><cfRule type="iconSet" priority="3"><iconSet showValue="0"/></cfRule><cfRule type="containsText" text="moor" dxfId="2" priority="4"/></conditionalFormatting><drawing r:id="rId1"/>',
          links: [{ id: 'rId1', type: 'drawing', target: '../drawings/drawing1.xml' }],
        },
      ],
      styles: {
        differences:
          '<dxf><font><color theme="0"/></font></dxf><dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf><dxf><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf>',
      },
      parts: {
        'xl/drawings/drawing1.xml': {
          type: `${DRAWING}.drawing+xml`,
          data: '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:grpSp><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/><a:chOff x="0" y="0"/><a:chExt cx="9" cy="9"/></a:xfrm><a:solidFill><a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr></a:solidFill></xdr:grpSpPr><xdr:sp><xdr:spPr><a:xfrm rot="600000"><a:off x="0" y="0"/><a:ext cx="3" cy="9"/></a:xfrm><a:prstGeom prst="ellipse"/><a:grpFill/></xdr:spPr></xdr:sp><xdr:pic><xdr:blipFill><a:blip r:embed="a"><a:alphaModFix amt="95000"/></a:blip></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="3" y="0"/><a:ext cx="6" cy="9"/></a:xfrm></xdr:spPr></xdr:pic></xdr:grpSp></xdr:twoCellAnchor><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:ext cx="99" cy="99"/><xdr:graphicFrame/></xdr:oneCellAnchor></xdr:wsDr>',
        },
        'xl/drawings/_rels/drawing1.xml.rels': {
          data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/image" Target="../media/image1.png"/></Relationships>',
        },
        'xl/media/image1.png': { type: 'image/png', data: pngWithOpacity(2, [255, 255, 255, 0]) },
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
    documentMembers({
      body: [
        textBox(
          '<a:solidFill><a:schemeClr val="accent1"><a:alpha val="99000"/></a:schemeClr></a:solidFill>',
          paragraph('box', '<w:color w:val="FFFFFF"/>'),
          -9_000_000,
        ),
        '<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/><w:tblLook w:val="04A0"/></w:tblPr><w:tr><w:trPr><w:hidden/><w:trHeight w:val="9" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val="auto" w:themeColor="background1" w:themeTint="80"/><w:w w:val="1"/><w:spacing w:val="-300"/></w:rPr><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        '<w:p><w:pPr><w:framePr w:x="-9000" w:w="20"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:r><w:rPr><w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:solidFill><w14:schemeClr w14:val="bg1"><w14:lumMod w14:val="50000"/></w14:schemeClr></w14:solidFill></w14:textFill></w:rPr><w:t>frame</w:t></w:r></w:p>',
        '<w:p><w:r><w:pict><v:shape fillcolor="#fff [1]" style="margin-left:-1200pt"><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
      ].join(''),
      styles:
        '<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="002244" w:themeFill="text1"/></w:tcPr></w:tblStylePr></w:style><w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>',
      settings: '<w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/>',
    }),
  ],
};
