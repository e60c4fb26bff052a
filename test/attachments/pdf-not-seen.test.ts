import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/attachments/pdf.ts';
import { box, stream, words, writePdf, type PageToWrite, type PdfToWrite } from './pdf-builder.ts';

type Case = Partial<PdfToWrite> & Partial<PageToWrite>;

async function hidden({ content = '', resources, entries, ...rest }: Case): Promise<string[]> {
  const page = { content, ...(resources && { resources }), ...(entries && { entries }) };
  const reading = await readPdf(writePdf({ pages: [page], ...rest }));
  return reading.hidden.map(({ how, text }) => `${how} ${text}`);
}

const NAME = words('Invented Person', 200, 700);
const form = (content: string, entries = '') =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 600 850] ${entries} /Resources << /Font << /F1 3 0 R >> >>`, content);
const annotation = (entries: string, looks: string, other = ''): Case => ({
  entries: '/Annots [100 0 R]',
  objects: {
    100: `<< /Type /Annot /Rect [0 0 600 850] ${entries} /AP << ${looks} >> >>`,
    101: form(NAME),
    102: form(''),
    ...(other && { 103: form(other) }),
  },
});

describe('parts with text that no page draws', () => {
  test.each<[string, Case]>([
    ['an annotation that is hidden', annotation('/Subtype /Stamp /F 2', '/N 101 0 R')],
    ['an annotation that is only printed', annotation('/Subtype /Stamp /F 36', '/N 101 0 R')],
    ['what a button shows while it is pressed', annotation('/Subtype /Widget /FT /Btn /T (b)', '/N 102 0 R /D 101 0 R')],
    ['the state of a box that is not ticked', annotation('/Subtype /Widget /FT /Btn /T (b) /AS /Off', '/N << /Off 102 0 R /On 101 0 R >>')],
    ['a form that is named and not painted', { resources: '/XObject << /Fm 101 0 R >>', objects: { 101: form(NAME) } }],
  ])('%s', async (_, file) => {
    expect(await hidden(file)).toEqual(['unpainted invented person']);
  });

  test.each<[string, Case]>([
    ['an annotation that is shown', annotation('/Subtype /Stamp /F 4', '/N 101 0 R')],
    [
      'a button that says the same while it is pressed',
      annotation('/Subtype /Widget /FT /Btn /T (b)', '/N 101 0 R /D 103 0 R', words('Invented', 10, 10)),
    ],
  ])('but not %s', async (_, file) => {
    expect(await hidden(file)).toEqual([]);
  });
});

describe('text that is too small to be read', () => {
  test.each<[string, string]>([
    ['of less than a point', words('Invented Person', 200, 700, 0.8)],
    ['made small by a matrix', `q 0.05 0 0 0.05 200 700 cm ${words('Invented Person', 0, 0)} Q`],
    ['made flat', `q 1 0 0 0.001 0 0 cm ${NAME} Q`],
    ['made narrow', `BT 0.1 Tz ET ${NAME}`],
  ])('%s', async (_, content) => {
    expect(await hidden({ content })).toEqual(['invisible-text Invented Person']);
  });
  test('but not of two points, nor in a narrow face', async () => {
    expect(await hidden({ content: words('Invented Person', 200, 700, 2) + `BT 60 Tz ET ${words('Ten', 72, 600)}` })).toEqual([]);
  });
});

describe('what is no secret', () => {
  test('marks of a chart that lie over each other', async () => {
    const marks = Array.from({ length: 5 }, (_, at) => words('o', 100 + 20 * at, 700, 8) + box(100 + 20 * at, 700.5, 4.5, 4)).join('');
    expect(await hidden({ content: marks })).toEqual([]);
  });
  test('but a letter under a box of its size', async () => {
    expect(await hidden({ content: words('Y', 100, 700, 8) + box(99, 697, 8, 10) })).toEqual(['covered-text Y']);
  });
  test('bookmarks in PDF’s own encoding, and with joined letters that the page’s font does not tell', async () => {
    const title = '(Rules \\204 what we do\\220s in the con\\223guration)';
    const objects = {
      100: '<< /First 101 0 R /Last 101 0 R >>',
      101: `<< /Title ${title} /Parent 100 0 R /Dest [10 0 R /Fit] /Next 102 0 R >>`,
      102: '<< /Title (The configuration) /Parent 100 0 R /Dest [10 0 R /Fit] >>',
    };
    const content = words('Rules what we do’s in the conguration'.replace('’', '\x92'));
    expect(await hidden({ content, objects, catalog: '/Outlines 100 0 R' })).toEqual([]);
  });
});
