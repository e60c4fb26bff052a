import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/attachments/pdf.ts';
import { pdfAuthor } from '../../../src/checks/pdf/pdf-author.ts';
import { workingCopy } from '../../../src/checks/pdf/working-copy.ts';
import { stream, words, writePdf } from '../../attachments/pdf-builder.ts';

const FILE = { name: 'a.pdf', size: 1, allowed: ['disclosure team'] };
const content = words('Ten vehicles were bought');
const drawing = (size: number) => stream('', '%!PS-Adobe-3.0\n'.padEnd(size, 'x'));

async function told(entries: string, objects: Record<number, string>) {
  return workingCopy.find(await readPdf(writePdf({ pages: [{ content, entries }], objects })), FILE).map(({ message }) => message);
}

describe('the data of the program that a PDF was drawn with', () => {
  const kept = '/PieceInfo << /Illustrator << /Private 100 0 R /LastModified (D:20260301) >> >>';

  test('is told by its program', async () => {
    expect(await told(kept, { 100: '<< /AIPrivateData1 101 0 R >>', 101: drawing(12_000) })).toEqual([
      'The file keeps the working data of “Illustrator”, which may hold more than its pages show',
    ]);
  });

  test('is counted together where it is divided, and each stream once', async () => {
    const divided = '<< /AIPrivateData1 101 0 R /AIPrivateData2 102 0 R >>';
    expect(await told(kept, { 100: divided, 101: drawing(6000), 102: drawing(6000) })).toHaveLength(1);
    expect(await told(kept, { 100: '<< /A 101 0 R /B 101 0 R >>', 101: drawing(6000) })).toEqual([]);
  });

  test.each([
    ['a mark of a few letters', { 100: '<< /DocSettings 101 0 R >>', 101: drawing(600) }],
    ['nothing', { 100: 'null' }],
    ['what leads back to a page', { 100: '<< /Page 10 0 R /Self 100 0 R >>', 101: drawing(12_000) }],
  ])('is none where it is %s', async (_, objects) => {
    expect(await told(kept, objects)).toEqual([]);
  });
});

test('who made a comment is told, and not what a field is called or who is meant to be named', async () => {
  const note = (by: string) =>
    `<< /Type /Annot /Subtype /Highlight /Rect [72 690 200 710] /QuadPoints [72 710 200 710 72 690 200 690] /T (${by}) >>`;
  const said = async (by: string) =>
    pdfAuthor
      .find(await readPdf(writePdf({ pages: [{ content, entries: '/Annots [100 0 R]' }], objects: { 100: note(by) } })), FILE)
      .map(({ message }) => message);
  expect(await said('A. Invented')).toEqual(['The file’s properties name the author of a comment']);
  expect(await said('Disclosure team')).toEqual([]);
});
