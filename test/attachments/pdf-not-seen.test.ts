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

describe('text under a soft mask', () => {
  const masked = (settings: string, group: string, content = NAME): Case => ({
    content: `q /G gs ${content} Q`,
    resources: `/ExtGState << /G << /SMask << /S ${settings} /G 100 0 R >> >> /N << /SMask /None >> >>`,
    objects: { 100: form(group, '/Group << /S /Transparency /CS /DeviceGray >>') },
  });

  test.each<[string, Case]>([
    ['that is black', masked('/Luminosity', '0 g 0 0 600 850 re f')],
    ['that paints nothing, on black', masked('/Luminosity', '')],
    ['of nothing', masked('/Alpha', '')],
    ['that shows another place', masked('/Alpha', '0 0 100 100 re f')],
  ])('%s is not seen', async (_, file) => {
    expect(await hidden(file)).toEqual(['text-outside-page Invented Person']);
  });

  test.each<[string, Case]>([
    ['that is white', masked('/Luminosity', '1 g 0 0 600 850 re f')],
    ['that paints nothing, on white', masked('/Luminosity /BC [1]', '')],
    ['that paints all', masked('/Alpha', '0 0 600 850 re f')],
    ['that was taken away again', masked('/Alpha', '', `/N gs ${NAME}`)],
  ])('%s is seen', async (_, file) => {
    expect(await hidden(file)).toEqual([]);
  });

  test('a box covers through a mask that is white, and not through one that is black', async () => {
    const over = (group: string) => ({ ...masked('/Luminosity', group), content: `${NAME} q /G gs ${box(195, 695, 110, 18)} Q` });
    expect(await hidden(over('1 g 0 0 600 850 re f'))).toEqual(['covered-text Invented Person']);
    expect(await hidden(over('0 g 0 0 600 850 re f'))).toEqual([]);
  });

  test('text that a mask is made of is told', async () => {
    expect(await hidden(masked('/Luminosity', `1 g ${NAME}`, '0 0 600 850 re f'))).toEqual(['invisible-text Invented Person']);
  });
});

test.each([
  ['painted with', '190 690 130 30 re f'],
  ['not painted with', ''],
])('text in the cell of a pattern that is %s is told', async (_, use) => {
  const cell = stream(
    '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 600 850] /XStep 600 /YStep 850 /Resources << /Font << /F1 3 0 R >> >>',
    NAME,
  );
  expect(await hidden({ content: `/Pattern cs /P scn ${use}`, resources: '/Pattern << /P 100 0 R >>', objects: { 100: cell } })).toEqual([
    'invisible-text Invented Person',
  ]);
});
