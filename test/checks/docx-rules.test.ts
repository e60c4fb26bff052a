import { describe, expect, test } from 'vitest';
import { DOCX_RULES } from '../../src/checks/docx/rules.ts';
import { OFFICE_RULES } from '../../src/checks/office/rules.ts';
import { type BuiltDocument, paragraph, textBox, withNamespaces, wordDocument } from '../attachments/docx-builder.ts';
import { judgeFile } from './judge.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const DRAWING = 'application/vnd.openxmlformats-officedocument';
const LETTER = paragraph('Thank you for your request of 4 August.') + paragraph('We hold the information.');
const letter = (more: string, built: Partial<BuiltDocument> = {}) => wordDocument({ ...built, body: LETTER + more });
const linked = (type: string, target: string) => ({ links: [{ id: 'rIdX', type, target }] });

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
/** A theme whose first accent is a dark blue. */
const THEME = {
  ...linked('theme', 'theme/theme1.xml'),
  parts: {
    'word/theme/theme1.xml': {
      data: '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="1F4E78"/></a:accent1></a:clrScheme></a:themeElements></a:theme>',
    },
  },
};
const DARK_HEAD = {
  styles:
    '<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="002244"/></w:tcPr></w:tblStylePr></w:style>',
};
const blackBox = (wrap: string) =>
  textBox('<a:solidFill><a:srgbClr val="000000"/></a:solidFill>', '')
    .replace('<wp:wrapNone/>', wrap)
    .replace(/<wps:txbx>.*<\/wps:txbx>/, '');
/** A table in the style `Dark`: what each run is formatted with, row by row. */
const styledTable = (parts: string, ...rows: string[][]) =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/><w:tblLook w:val="${parts}"/></w:tblPr>${rows
    .map((cells) => `<w:tr>${cells.map((run) => `<w:tc>${paragraph('Ottoline', run)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

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
    rule: 'tracked-changes',
    what: 'a deletion in the middle of a word, and an insertion',
    hides: letter(
      '<w:p><w:r><w:t>Pay</w:t></w:r><w:del w:id="1" w:author="Zebedee Quill"><w:r><w:delText>ments to Ottoline</w:delText></w:r></w:del><w:ins w:id="2" w:author="Zebedee Quill"><w:r><w:t>roll</w:t></w:r></w:ins></w:p>',
    ),
    place: 'paragraph 3',
    says: /^The document holds 2 tracked changes \(deletions, insertions\): paragraph 3$/,
    clean: letter(paragraph('Payroll'), { settings: '<w:trackRevisions/>' }),
  },
  {
    rule: 'tracked-changes',
    what: 'a move',
    hides: letter(
      '<w:p><w:moveFrom w:id="1" w:author="Z"><w:r><w:t>Ottoline</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo w:id="2" w:author="Z"><w:r><w:t>Ottoline</w:t></w:r></w:moveTo></w:p>',
    ),
    place: 'paragraph 3',
    says: /moves/,
  },
  {
    rule: 'tracked-changes',
    what: 'a deleted mark of a paragraph and an inserted row',
    hides: letter(
      '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="Zebedee Quill"/></w:rPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p><w:tbl><w:tr><w:trPr><w:ins w:id="2" w:author="Z"/></w:trPr><w:tc><w:p><w:r><w:t>Row</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ),
    place: 'paragraph 3',
    says: /2 tracked changes/,
  },
  {
    rule: 'document-comments',
    what: 'a comment',
    hides: letter('<w:p><w:r><w:t>Held</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>', {
      ...linked('comments', 'comments.xml'),
      parts: {
        'word/comments.xml': {
          type: `${WORD}.comments+xml`,
          data: withNamespaces('w:comments', `<w:comment w:id="0" w:author="Zebedee Quill">${paragraph('Ask Otto')}</w:comment>`),
        },
      },
    }),
    place: 'paragraph 3',
    says: /^The document holds 1 comment, the first at paragraph 3$/,
  },
  {
    rule: 'hidden-text',
    what: 'text formatted as hidden',
    hides: letter(paragraph('Ottoline Marsh', '<w:vanish/>')),
    place: 'paragraph 3',
    says: /^2 words are formatted as hidden: paragraph 3$/,
    clean: letter(`<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>${paragraph('Shown', '<w:vanish w:val="0"/>')}`),
  },
  {
    rule: 'hidden-text',
    what: 'text hidden by a style that is based on another',
    hides: letter(paragraph('Ottoline', '<w:rStyle w:val="Quieter"/>'), {
      styles:
        '<w:style w:type="character" w:styleId="Quiet"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Quieter"><w:basedOn w:val="Quiet"/></w:style>',
    }),
    place: 'paragraph 3',
    says: /1 word is/,
  },
  {
    rule: 'unseen-text',
    what: 'white text, and text of one point',
    hides: letter(paragraph('Ottoline', '<w:color w:val="FFFFFF"/>') + paragraph('Marsh', '<w:sz w:val="2"/>')),
    place: 'paragraph 3',
    says: /^2 words cannot be told from the background, or are too small to be seen: paragraph 3; paragraph 4$/,
    clean: letter(
      paragraph('Shown', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>') +
        '<w:tbl><w:tblPr><w:shd w:val="clear" w:fill="002244"/></w:tblPr><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Inner</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>' +
        '<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr><w:vanish/><w:color w:val="FFFFFF"/></w:rPr></w:rPrChange></w:rPr><w:t>Formatted</w:t></w:r></w:p>' +
        '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Head</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ),
  },
  {
    rule: 'unseen-text',
    what: 'black letters under a black marker',
    hides: letter(paragraph('Ottoline', '<w:color w:val="000000"/><w:highlight w:val="black"/>')),
    place: 'paragraph 3',
    says: /1 word/,
  },
  {
    rule: 'unseen-text',
    what: 'letters of no stated colour under a black marker',
    hides: letter(paragraph('Ottoline', '<w:highlight w:val="black"/>')),
    place: 'paragraph 3',
    says: /1 word/,
    clean: letter(paragraph('Important', '<w:highlight w:val="yellow"/>')),
  },
  {
    rule: 'hidden-text',
    what: 'text hidden by the style of every paragraph that names none',
    hides: wordDocument({
      body: `<w:p><w:pPr><w:pStyle w:val="Shown"/></w:pPr><w:r><w:t>We hold it.</w:t></w:r></w:p>${paragraph('Ottoline')}`,
      styles:
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Shown"><w:basedOn w:val="Normal"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
    }),
    place: 'paragraph 2',
    says: /1 word is/,
    clean: letter(paragraph('Contents', '<w:webHidden/>')),
  },
  {
    rule: 'hidden-text',
    what: 'a hidden row of a table',
    hides: letter(
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Shown</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>Ottoline</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ),
    place: 'paragraph 4',
    says: /1 word is/,
  },
  {
    rule: 'unseen-text',
    what: 'letters in a colour of the theme, lighter by half, on a cell of the same',
    hides: letter(
      '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="FF0000" w:themeFill="accent1" w:themeFillTint="80"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val="0000FF" w:themeColor="accent1" w:themeTint="80"/></w:rPr><w:t>Ottoline</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
      THEME,
    ),
    place: 'paragraph 3',
    says: /1 word/,
    clean: letter(
      paragraph('Shown', '<w:color w:val="FFFFFF" w:themeColor="accent1" w:themeShade="80"/>') +
        paragraph('Shown', '<w:color w:val="FFFFFF" w:themeColor="text1"/>'),
      THEME,
    ),
  },
  {
    rule: 'unseen-text',
    what: 'letters in the theme’s colour of the page, under a value that says black',
    hides: letter(paragraph('Ottoline', '<w:color w:val="000000" w:themeColor="background1"/>')),
    place: 'paragraph 3',
    says: /1 word/,
  },
  {
    rule: 'unseen-text',
    what: 'letters of a text box in its own colour',
    hides: letter(
      textBox('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>', paragraph('Ottoline', '<w:color w:val="1F4E78"/>')),
      THEME,
    ),
    place: 'paragraph 3',
    says: /1 word/,
    clean: letter(textBox('<a:solidFill><a:srgbClr val="000000"/></a:solidFill>', paragraph('Shown', '<w:color w:val="FFFFFF"/>'))),
  },
  {
    rule: 'unseen-text',
    what: 'white letters of a text box without a fill, where nothing else is drawn',
    hides: letter(textBox('<a:noFill/>', paragraph('Ottoline', '<w:color w:val="FFFFFF"/>'))),
    place: 'paragraph 3',
    says: /1 word/,
    clean: letter(
      textBox('<a:solidFill><a:srgbClr val="002244"/></a:solidFill>', paragraph('Shown')) +
        textBox('<a:noFill/>', paragraph('Title', '<w:color w:val="FFFFFF"/>')),
    ),
  },
  {
    rule: 'unseen-text',
    what: 'white letters of an older text box',
    hides: letter(
      `<w:p><w:r><w:pict><v:shape style="width:90pt"><v:textbox><w:txbxContent>${paragraph('Ottoline', '<w:color w:val="FFFFFF"/>')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
    ),
    place: 'paragraph 3',
    says: /1 word/,
    clean: letter(
      `<w:p><w:r><w:pict><v:shape fillcolor="#1f4e78 [3204]"><v:textbox><w:txbxContent>${paragraph('Shown', '<w:color w:val="FFFFFF"/>')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
    ),
  },
  {
    rule: 'unseen-text',
    what: 'white letters below the dark first row of a table’s style',
    hides: letter(styledTable('04A0', ['', ''], ['<w:color w:val="FFFFFF"/>', '']), DARK_HEAD),
    place: 'paragraph 5',
    says: /1 word/,
    clean: letter(styledTable('04A0', ['<w:color w:val="FFFFFF"/>', ''], ['', '']), DARK_HEAD),
  },
  {
    rule: 'unseen-text',
    what: 'letters that a table’s style makes white on white',
    hides: letter(styledTable('0000', ['', ''], ['', '']), {
      styles: '<w:style w:type="table" w:styleId="Dark"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>',
    }),
    place: 'paragraph 3',
    says: /4 words/,
    clean: letter(styledTable('0000', ['', ''], ['', '']), {
      styles:
        '<w:style w:type="table" w:styleId="Dark"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="002244"/></w:tcPr></w:style>',
    }),
  },
  {
    rule: 'unseen-text',
    what: 'letters of one hundredth of their width, drawn together, in a line or a row of no height, and without a fill',
    hides: letter(
      paragraph('Ottoline', '<w:w w:val="1"/>') +
        paragraph('Ottoline', '<w:spacing w:val="-200"/>') +
        '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:r><w:t>Ottoline</w:t></w:r></w:p>' +
        '<w:tbl><w:tr><w:trPr><w:trHeight w:val="20" w:hRule="exact"/></w:trPr><w:tc><w:p><w:r><w:t>Ottoline</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' +
        paragraph('Ottoline', `<w14:textFill xmlns:w14="${W14}"><w14:noFill/></w14:textFill>`),
    ),
    place: 'paragraph 3',
    says: /^5 words .*: paragraph 3; paragraph 4; paragraph 5; paragraph 6; paragraph 7$/,
    clean: letter(
      paragraph('Shown', '<w:w w:val="90"/><w:spacing w:val="-10"/>') +
        '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="atLeast"/></w:pPr><w:r><w:t>Shown</w:t></w:r></w:p>' +
        '<w:tbl><w:tr><w:trPr><w:trHeight w:val="20"/></w:trPr><w:tc><w:p><w:r><w:t>Shown</w:t></w:r></w:p></w:tc></w:tr></w:tbl>' +
        paragraph('Shown', `<w14:textOutline xmlns:w14="${W14}"><w14:noFill/></w14:textOutline>`),
    ),
  },
  {
    rule: 'letters-on-drawing',
    what: 'white letters, and something behind the text',
    hides: letter(
      `<w:p><w:r><w:drawing><wp:anchor behindDoc="1"><wp:docPr id="1" name="Band"/></wp:anchor></w:drawing></w:r></w:p>${paragraph('Zebedee', '<w:color w:val="FFFFFF"/>')}`,
    ),
    place: 'paragraph 4',
    says: /^1 stretch of text is as white as the page/,
  },
  {
    rule: 'covering-shapes',
    what: 'two black boxes in front of the text, one of them an older one',
    hides: letter(
      blackBox('<wp:wrapNone/>') +
        '<w:p><w:r><w:pict><v:rect style="position:absolute;margin-left:9pt;margin-top:4pt;z-index:3" fillcolor="black"/></w:pict></w:r></w:p>',
    ),
    place: 'paragraph 3',
    says: /^2 black or white shapes lie in front of the text: paragraph 3; paragraph 4$/,
    clean: letter(
      blackBox('<wp:wrapSquare wrapText="bothSides"/>') +
        textBox('<a:solidFill><a:srgbClr val="000000"/></a:solidFill>', paragraph('Shown')),
    ),
  },
  {
    rule: 'covering-shapes',
    what: 'a box as white as the page in front of the text; a line, and a box in a colour, are not',
    hides: letter(blackBox('<wp:wrapNone/>').replace('val="000000"', 'val="FFFFFF"')),
    place: 'paragraph 3',
    says: /^1 black or white shape lies in front of the text: paragraph 3$/,
    clean: letter(
      blackBox('<wp:wrapNone/>').replace('cy="720000"', 'cy="12700"') + blackBox('<wp:wrapNone/>').replace('val="000000"', 'val="0070C0"'),
    ),
  },
  {
    rule: 'text-off-page',
    what: 'a text box, an older one and a frame far to the left',
    hides: letter(
      textBox('<a:noFill/>', paragraph('Ottoline'), -9_000_000) +
        `<w:p><w:r><w:pict><v:shape style="position:absolute;margin-left:-1200pt;margin-top:4pt"><v:textbox><w:txbxContent>${paragraph('Ottoline')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>` +
        '<w:p><w:pPr><w:framePr w:w="2000" w:hAnchor="page" w:x="-12000" w:y="1"/></w:pPr><w:r><w:t>Ottoline</w:t></w:r></w:p>',
    ),
    place: 'paragraph 3',
    says: /^3 words are in a text box or frame outside of the page: paragraph 3; paragraph 4; paragraph 5$/,
    clean: letter(
      textBox('<a:noFill/>', paragraph('Shown')) +
        '<w:p><w:pPr><w:framePr w:w="2000" w:hAnchor="page" w:x="900" w:y="1"/></w:pPr><w:r><w:t>Shown</w:t></w:r></w:p>',
    ),
  },
  {
    rule: 'chart-workbook',
    what: 'the workbook behind a chart',
    hides: letter('<w:p><w:r><w:drawing><a:graphic><c:chart r:id="rIdX"/></a:graphic></w:drawing></w:r></w:p>', {
      ...linked('chart', 'charts/chart1.xml'),
      parts: {
        'word/charts/chart1.xml': {
          type: `${DRAWING}.drawingml.chart+xml`,
          data: '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:cat><c:strRef><c:f>Sheet1!$A$2</c:f><c:strCache><c:pt idx="0"><c:v>Northmoor</c:v></c:pt></c:strCache></c:strRef></c:cat></c:chartSpace>',
        },
        'word/charts/_rels/chart1.xml.rels': {
          data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/book.xlsx"/></Relationships>',
        },
        'word/embeddings/book.xlsx': { type: `${DRAWING}.spreadsheetml.sheet`, data: 'PK' },
      },
    }),
    place: 'word/embeddings/book.xlsx',
    says: /^1 chart holds the whole workbook it was made from/,
  },
  {
    rule: 'alternate-content-chunk',
    what: 'another document inside',
    hides: letter('<w:altChunk r:id="rIdX"/>', {
      ...linked('aFChunk', 'chunk.html'),
      parts: { 'word/chunk.html': { type: 'text/html', data: '<p>Ottoline</p>' } },
    }),
    place: 'word/chunk.html',
    says: /1 other document/,
  },
  {
    rule: 'shows-nothing',
    what: 'nothing left in it',
    hides: wordDocument({ body: '<w:p/>', settings: `<w:rsids>${'<w:rsid w:val="00670CD7"/>'.repeat(100)}</w:rsids>` }),
    place: '',
    says: /worked on at length and shows no text/,
  },
  { rule: 'empty-document', what: 'nothing in it', hides: wordDocument({ body: '<w:p/>' }), place: '', says: /^The document is empty$/ },
  {
    rule: 'attached-template',
    what: 'a template on a server',
    hides: letter('', {
      settingsLinks: [{ id: 'rId1', type: 'attachedTemplate', target: 'file:///\\\\nmr-fs01\\zquill\\letter.dotm', external: true }],
    }),
    place: 'word/settings.xml',
    says: /template/,
  },
  {
    rule: 'network-path',
    what: 'a link to a server',
    hides: letter('<w:p><w:r><w:instrText> INCLUDETEXT "\\\\\\\\nmr-fs01\\\\zquill\\\\a.docx" </w:instrText></w:r></w:p>'),
    place: 'word/document.xml',
    says: /1 link/,
    clean: letter('<w:p><w:hyperlink r:id="rIdX"><w:r><w:t>Our site</w:t></w:r></w:hyperlink></w:p>', {
      links: [{ id: 'rIdX', type: 'hyperlink', target: 'https://northmoor.example/', external: true }],
    }),
  },
  {
    rule: 'network-path',
    what: 'the place that a picture was taken from, as its alternative text',
    hides: letter('<w:p><w:r><w:drawing><wp:docPr id="1" name="n" descr="C:\\Users\\zquill\\map.png"/></w:drawing></w:r></w:p>'),
    place: 'paragraph 3',
    says: /1 link/,
    clean: letter('<w:p><w:r><w:drawing><wp:docPr id="1" name="n" descr="A map of the county"/></w:drawing></w:r></w:p>'),
  },
  {
    rule: 'document-variables',
    what: 'a variable',
    hides: letter('', { settings: '<w:docVars><w:docVar w:name="Case" w:val="Ottoline Marsh"/></w:docVars>' }),
    place: 'word/settings.xml',
    says: /1 variable/,
  },
  {
    rule: 'mail-merge',
    what: 'a mail merge',
    hides: letter('', { settings: '<w:mailMerge><w:query w:val="SELECT * FROM Marsh"/></w:mailMerge>' }),
    place: 'word/settings.xml',
    says: /mail merge/,
  },
  {
    rule: 'embedded-object',
    what: 'an object',
    hides: letter('', {
      ...linked('oleObject', 'embeddings/oleObject1.bin'),
      parts: { 'word/embeddings/oleObject1.bin': { type: `${DRAWING}.oleObject`, data: 'x' } },
    }),
    place: 'word/embeddings/oleObject1.bin',
    says: /1 file or object/,
  },
  {
    rule: 'macros',
    what: 'a macro',
    hides: letter('', {
      mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
      ...linked('vbaProject', 'vbaProject.bin'),
      parts: { 'word/vbaProject.bin': { type: 'application/vnd.ms-office.vbaProject', data: 'x' } },
    }),
    place: 'word/vbaProject.bin',
    says: /macros/,
  },
  {
    rule: 'cropped-picture',
    what: 'a cropped picture',
    hides: letter('<w:p><w:r><w:drawing><pic:pic><pic:blipFill><a:srcRect b="40000"/></pic:blipFill></pic:pic></w:drawing></w:r></w:p>'),
    place: 'paragraph 3',
    says: /1 picture is cropped/,
    clean: letter('<w:p><w:r><w:drawing><pic:pic><pic:blipFill><a:srcRect b="-400"/></pic:blipFill></pic:pic></w:drawing></w:r></w:p>'),
  },
  {
    rule: 'left-picture',
    what: 'a picture that was taken out of the text',
    hides: letter('', { ...linked('image', 'media/image1.png'), parts: { 'word/media/image1.png': { data: 'x' } } }),
    place: 'word/media/image1.png',
    says: /1 picture that nothing shows is left in the file/,
    clean: letter('<w:p><w:r><w:drawing><a:blip r:embed="rIdX"/></w:drawing></w:r></w:p>', {
      ...linked('image', 'media/image1.png'),
      parts: { 'word/media/image1.png': { data: 'x' } },
    }),
  },
  {
    rule: 'hidden-shape',
    what: 'a text box that is switched off',
    hides: letter(
      '<w:p><w:r><w:drawing><wp:docPr id="1" name="n" hidden="1"/><wps:txbx><w:txbxContent><w:p><w:r><w:t>Ottoline</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></w:r></w:p>',
    ),
    place: 'paragraph 3',
    says: /1 shape is hidden/,
    clean: letter(
      '<w:p><w:r><w:drawing><wp:docPr id="1" name="n" descr="A map"/><wps:txbx><w:txbxContent><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Northmoor</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></w:r></w:p>',
    ),
  },
];

describe('a Word document', () => {
  test('with nothing hidden gives nothing', async () => {
    expect(await judgeFile('docx', letter(''))).toEqual([]);
  });

  test.each(CASES)('with $what is found by $rule alone', async ({ rule, hides, place, says }) => {
    const found = await judgeFile('docx', hides);
    expect(found.map((each) => each.rule)).toEqual([rule]);
    expect(found[0]?.place).toBe(place);
    expect(found[0]?.message).toMatch(says);
    expect(found[0]?.message).not.toMatch(/Zebedee|Ottoline|zquill/);
  });

  test.each(CASES.filter(({ clean }) => clean !== undefined))(
    'like one with $what, but with nothing hidden, gives nothing',
    async ({ clean }) => {
      expect(await judgeFile('docx', clean ?? new Uint8Array())).toEqual([]);
    },
  );

  test('where the first row and the first column of a table’s style meet, and where a row may be the last, letters are hidden only if they are in every way', async () => {
    const part = (type: string, ink: string, ground: string) =>
      `<w:tblStylePr w:type="${type}"><w:rPr><w:color w:val="${ink}"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="${ground}"/></w:tcPr></w:tblStylePr>`;
    const style = (parts: string) => ({ styles: `<w:style w:type="table" w:styleId="Dark">${parts}</w:style>` });
    const table = styledTable('00E0', ['', ''], ['', ''], ['', '']);
    const seen = style(part('firstRow', '000000', 'FFFFFF') + part('firstCol', 'FFFFFF', '5E7530') + part('lastRow', 'FFFFFF', '5E7530'));
    expect(await judgeFile('docx', letter(table, seen))).toEqual([]);
    const unseen = style(part('firstRow', 'FFFFFF', 'FFFFFF') + part('firstCol', 'FFFFFF', 'FFFFFF'));
    expect((await judgeFile('docx', letter(table, unseen))).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^4 words .*paragraph 3; paragraph 4; paragraph 5; paragraph 7$/),
    ]);
  });

  test('every rule about documents has a case, here or with the workbooks', () => {
    const tried = new Set(CASES.map(({ rule }) => rule));
    const withWorkbooks = ['picture-position', 'file-author', 'custom-properties', 'custom-xml', 'larger-than-shown'];
    expect([...DOCX_RULES, ...OFFICE_RULES].map(({ id }) => id).filter((id) => !tried.has(id) && !withWorkbooks.includes(id))).toEqual([]);
  });
});
