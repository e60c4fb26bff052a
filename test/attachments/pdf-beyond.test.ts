import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/attachments/pdf.ts';
import { stream, words, writePdf, type PdfToWrite } from './pdf-builder.ts';

const shown = { content: words('Ten vehicles were bought') };
const page = '<< /Type /Page /MediaBox [0 0 595 842] /Contents 101 0 R /Resources << /Font << /F1 3 0 R >> >> >>';
const hiddenPage = { 100: page, 101: stream('', words('Invented Person')) };

const read = async (pdf: Partial<PdfToWrite>) => readPdf(writePdf({ pages: [shown], ...pdf }));
const hidden = async (pdf: Partial<PdfToWrite>) => (await read(pdf)).hidden.map(({ how, text }) => `${how}: ${text}`);

describe('a page that the list of pages does not name', () => {
  test.each([
    ['nothing else', ''],
    ['a bookmark', '/Outlines << /First 102 0 R >>'],
    ['a name', '/Names << /Dests << /Names [(old) [100 0 R /Fit]] >> >>'],
    ['a structure element', '/StructTreeRoot << /K << /S /P /Pg 100 0 R >> >>'],
  ])('is found where %s leads to it', async (_, catalog) => {
    const bookmark = { 102: '<< /Title (Ten vehicles) /Parent 1 0 R /Dest [100 0 R /Fit] >>' };
    expect(await hidden({ catalog, objects: { ...hiddenPage, ...bookmark } })).toEqual(['deleted-page: invented person']);
  });

  test('is found where a script may put it there', async () => {
    const template = { ...hiddenPage, 100: page.replace('/Page ', '/Template ') };
    expect(await hidden({ catalog: '/Names << /Templates << /Names [(form) 100 0 R] >> >>', objects: template })).toEqual([
      'deleted-page: invented person',
    ]);
  });
});

test('more pages than the file says it has could not be inspected', async () => {
  const text = Buffer.from(writePdf({ pages: [shown, { content: words('Invented Person') }] })).toString('latin1');
  const fewer = Buffer.from(text.replace('/Count 2', '/Count 1'), 'latin1');
  expect((await readPdf(fewer)).notInspected).toEqual([{ because: 'its list of pages says 1, and names 2', place: { page: 2 } }]);
});

describe('bytes around the file', () => {
  const bytes = writePdf({ pages: [shown] });
  const said = async (file: Uint8Array) => (await readPdf(file)).notInspected.map(({ because }) => because);
  const names = Buffer.from('Invented Person, 12 Example Street, Fernhill');

  test('could not be inspected', async () => {
    expect(await said(Buffer.concat([bytes, names]))).toEqual(['it holds 39 bytes behind its end, which no program shows']);
    expect(await said(Buffer.concat([names, bytes]))).toEqual(['it holds 39 bytes before its beginning, which no program shows']);
  });

  test('could not be inspected where they end as a file does', async () => {
    expect(await said(Buffer.concat([bytes, names, Buffer.from('\n%%EOF\n')]))).toEqual([
      'it holds 44 bytes behind its end, which no program shows',
    ]);
  });

  test('are nothing where they are objects of the file', async () => {
    const more = Buffer.from('\n900 0 obj\n<< /A (a long text, as of a version whose end is not there) >>\nendobj\n');
    expect(await said(Buffer.concat([bytes, more]))).toEqual([]);
  });

  test('are nothing where they are blank or a few', async () => {
    expect(await said(Buffer.concat([Buffer.from('\n\n'), bytes, Buffer.from('\0'.repeat(500)), Buffer.from('</body>')]))).toEqual([]);
  });
});
