import { describe, expect, test } from 'vitest';
import { paragraph, withNamespaces, wordDocument } from '../../attachments/docx-builder.ts';
import { judgeFile } from '../judge.ts';

const LETTER = paragraph('We hold the information.');
const found = async (bytes: Uint8Array) =>
  (await judgeFile('docx', bytes)).map(({ rule, severity, place }) => `${severity} ${rule} ${place}`.trim());

describe('a header', () => {
  const document = (references: string, settings = '') =>
    wordDocument({
      body: `${LETTER}<w:sectPr>${references}</w:sectPr>`,
      settings,
      links: ['header1', 'header2'].map((name) => ({ id: name, type: 'header', target: `${name}.xml` })),
      parts: {
        'word/header1.xml': { data: withNamespaces('w:hdr', paragraph('Northmoor Council')) },
        'word/header2.xml': { data: withNamespaces('w:hdr', paragraph('Zebedee Quill')) },
      },
    });
  const header = (type: string, id: string) => `<w:headerReference w:type="${type}" r:id="${id}"/>`;
  const HIDDEN = ['block stored-not-shown word/header2.xml'];

  test.each<[string, string, string]>([
    ['of a first page that no section has', header('default', 'header1') + header('first', 'header2'), ''],
    ['of a first page that is switched off', `${header('default', 'header1')}${header('first', 'header2')}<w:titlePg w:val="0"/>`, ''],
    ['of even pages that are not told from odd ones', header('default', 'header1') + header('even', 'header2'), ''],
    ['that no section refers to', header('default', 'header1'), ''],
  ])('%s is told', async (_, references, settings) => {
    expect(await found(document(references, settings))).toEqual(HIDDEN);
  });

  test.each<[string, string, string]>([
    ['of a first page that a section has', `${header('default', 'header1')}${header('first', 'header2')}<w:titlePg/>`, ''],
    ['of even pages that are told from odd ones', header('default', 'header1') + header('even', 'header2'), '<w:evenAndOddHeaders/>'],
    ['of odd pages', header('even', 'header1') + header('odd', 'header2'), '<w:evenAndOddHeaders/>'],
  ])('%s is seen', async (_, references, settings) => {
    expect(await found(document(references, settings))).toEqual([]);
  });

  test('that a section takes from the one before is seen where it has a first page', async () => {
    const first = `<w:p><w:pPr><w:sectPr>${header('default', 'header1')}${header('first', 'header2')}</w:sectPr></w:pPr></w:p>`;
    const two = (last: string) =>
      wordDocument({
        body: `${LETTER}${first}${LETTER}<w:sectPr>${last}</w:sectPr>`,
        links: ['header1', 'header2'].map((name) => ({ id: name, type: 'header', target: `${name}.xml` })),
        parts: {
          'word/header1.xml': { data: withNamespaces('w:hdr', paragraph('Northmoor Council')) },
          'word/header2.xml': { data: withNamespaces('w:hdr', paragraph('Zebedee Quill')) },
        },
      });
    expect(await found(two('<w:titlePg/>'))).toEqual([]);
    expect(await found(two(''))).toEqual(HIDDEN);
  });
});

test('the text of a cell that is merged with the one above is hidden', async () => {
  const cell = (merge: string, text: string) => `<w:tr><w:tc><w:tcPr>${merge}</w:tcPr>${paragraph(text)}</w:tc></w:tr>`;
  const table = (merge: string) =>
    `<w:tbl>${cell('<w:vMerge w:val="restart"/>', 'Ward')}${cell(merge, 'Zebedee')}${cell('', 'Total')}</w:tbl>`;
  expect(await found(wordDocument({ body: LETTER + table('<w:vMerge/>') }))).toEqual(['block hidden-text paragraph 3']);
  expect(await found(wordDocument({ body: LETTER + table('<w:vMerge w:val="restart"/>') }))).toEqual([]);
});

test('who changed how a text looks is named', async () => {
  const changed = (author: string) =>
    `<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="1"${author}><w:rPr/></w:rPrChange></w:rPr><w:t>Bold</w:t></w:r></w:p>`;
  expect(await found(wordDocument({ body: LETTER + changed(' w:author="Zebedee Quill"') }))).toEqual(['warn file-author paragraph 2']);
  expect(await found(wordDocument({ body: LETTER + changed('') }))).toEqual([]);
});

test('white letters on the page block; where something is drawn behind the text they are a warning', async () => {
  const white = paragraph('Zebedee', '<w:color w:val="FFFFFF"/>');
  const band = '<w:p><w:r><w:drawing><wp:anchor behindDoc="1"><wp:docPr id="1" name="Band"/></wp:anchor></w:drawing></w:r></w:p>';
  expect(await found(wordDocument({ body: LETTER + white }))).toEqual(['block unseen-text paragraph 2']);
  expect(await found(wordDocument({ body: LETTER + band + white }))).toEqual(['warn letters-on-drawing paragraph 3']);
});

test('what an icon is painted with is no text; what it says is', async () => {
  const icon = (inside: string) =>
    wordDocument({
      body: `${LETTER}<w:p><w:r><w:drawing><a:blip r:embed="rIdX"/></w:drawing></w:r></w:p>`,
      links: [{ id: 'rIdX', type: 'image', target: 'media/icon.svg' }],
      parts: {
        'word/media/icon.svg': {
          type: 'image/svg+xml',
          data: `<svg xmlns="http://www.w3.org/2000/svg" overflow="hidden"><path id="Graphic" fill="none"/>${inside}</svg>`,
        },
      },
    });
  expect(await found(icon(''))).toEqual([]);
  expect(await found(icon('<desc>Zebedee</desc>'))).toEqual(['block stored-not-shown word/media/icon.svg']);
});
