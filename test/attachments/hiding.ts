import { paragraph, withNamespaces, wordDocument } from './docx-builder.ts';
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
  'unseen-text': wordDocument({ body: LETTER + paragraph('Ottoline Marsh', '<w:color w:val="FFFFFF"/>') }),
};
