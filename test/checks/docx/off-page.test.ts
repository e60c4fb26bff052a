import { describe, expect, test } from 'vitest';
import { paragraph, textBox, wordDocument } from '../../attachments/docx-builder.ts';
import { judgeFile } from '../judge.ts';

const LETTER = paragraph('We hold the information.');
const size = (width: number, height: number) => `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/></w:sectPr>`;
const A4 = size(11_906, 16_838);
const found = async (body: string) =>
  (await judgeFile('docx', wordDocument({ body: LETTER + body }))).map(({ rule, severity }) => `${severity} ${rule}`);

/** A text box with its upper left corner there, in centimetres. */
const at = (left: number, top: number, from = 'page') =>
  textBox('<a:noFill/>', paragraph('Ottoline Quill'), Math.round(left * 360_000))
    .replace('>4000000<', `>${Math.round(top * 360_000)}<`)
    .replaceAll('relativeFrom="page"', `relativeFrom="${from}"`);
const frame = (more: string) => `<w:p><w:pPr><w:framePr w:w="2000" w:h="500" ${more}/></w:pPr><w:r><w:t>Ottoline Quill</w:t></w:r></w:p>`;

describe('text of a document of A4 is off its pages', () => {
  test.each([
    ['in a box below', at(4, 33)],
    ['in a box to the right', at(22, 4)],
    ['in a box that ends before the left edge', at(-6, 4)],
    ['in a frame below', frame('w:hAnchor="page" w:x="1000" w:vAnchor="page" w:y="19000"')],
    ['in a frame to the right', frame('w:hAnchor="page" w:x="13000" w:vAnchor="page" w:y="900"')],
  ])('%s', async (_, body) => {
    expect(await found(body + A4)).toEqual(['block text-off-page']);
  });
});

describe('text is on a page', () => {
  test.each([
    ['in a box near the edge', at(20, 29) + A4],
    ['in a box on a larger page of the document', `${at(22, 4)}<w:p><w:pPr>${size(16_838, 11_906)}</w:pPr></w:p>${A4}`],
    ['in a box that is measured from a paragraph', at(22, 33, 'column') + A4],
    ['in a box of a document that does not say how large its pages are', at(22, 33)],
    ['in a frame that is measured from the margin', frame('w:hAnchor="margin" w:x="13000" w:vAnchor="text" w:y="19000"') + A4],
  ])('%s', async (_, body) => {
    expect(await found(body)).toEqual([]);
  });
});
