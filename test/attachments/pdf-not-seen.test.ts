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
  test('a letter that is a dot of a chart, with a line through it', async () => {
    expect(await hidden({ content: words('o', 100, 700, 3) + box(50, 699, 200, 3) })).toEqual([]);
  });
  test('but a letter under a box of its size', async () => {
    expect(await hidden({ content: words('Y', 100, 700, 8) + box(99, 697, 8, 10) })).toEqual(['covered-text Y']);
  });
  test.each([
    ['the width of', 12, '5'],
    ['one third of the height of', 3, 'Y'],
  ])('a line of a chart through a letter that stands alone, of %s it', async (_, thick, letter) => {
    const line = `q ${thick} w 60 690 m 140 712 l S Q\n`;
    expect(await hidden({ content: words(letter, 100, 700, 12) + line })).toEqual(thick === 12 ? [`covered-text ${letter}`] : []);
  });
  test.each([
    ['a line of its colour', `q 0 g 80 703 60 2 re f Q ${words('Y', 100, 700, 12)}`, []],
    ['a box of its colour', box(95, 697, 18, 14) + words('Y', 100, 700, 12), ['text-in-background-colour Y']],
    ['white paper, in white', `1 g ${words('Y', 100, 700, 12)}`, ['text-in-background-colour Y']],
  ])('a letter that stands alone on %s', async (_, content, expected) => {
    expect(await hidden({ content })).toEqual(expected);
  });
  test('a mark that takes no room on a line, under an axis; but not under a box', async () => {
    const mark = 'BT /F2 12 Tf 1 0 0 1 200 700 Tm (b) Tj ET\n';
    const marks = {
      resources: '/Font << /F2 100 0 R >>',
      objects: { 100: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 98 /LastChar 98 /Widths [0] >>' },
    };
    expect(await hidden({ content: mark + box(199.5, 600, 1, 200), ...marks })).toEqual([]);
    expect(await hidden({ content: mark + box(190, 695, 20, 20), ...marks })).toEqual(['covered-text b']);
  });
});

describe('bookmarks', () => {
  const bookmarked = (title: string, page: string): Case => ({
    content: words(page),
    objects: { 100: '<< /First 101 0 R /Last 101 0 R >>', 101: `<< /Title (${title}) /Parent 100 0 R /Dest [10 0 R /Fit] >>` },
    catalog: '/Outlines 100 0 R',
  });

  test.each([
    ['of two shown words without a space', 'Answerscontent', 'Answers and content'],
    ['with the name that a spreadsheet gives a sheet', 'Sheet1', 'Answers and content'],
    [
      'in PDF’s own encoding, with joined letters that the page’s font does not tell',
      'Rules \\204 what we do\\220s in the con\\223guration',
      'Rules what we do\x92s in the conguration',
    ],
    ['with letters that the page’s font joins and does not tell', 'The configuration', 'The conguration'],
    ['with a short word of such letters', 'Reading from a text file', 'Reading from a text le'],
    ['that name a part of the document before what it shows', 'Title Page: Fleet of vehicles', 'Fleet of vehicles'],
    ['with the name of a font', '2.1. The F[C]fleetF[] Register', '2.1. The fleet Register'],
    ['with commands of TeX', '1.2 The {\\\\tt fleet} \\\\emph{register}', '1.2 The fleet register'],
    ['with commands of TeX that were not escaped', '1.1 The {\\fam \\ttfam \\tentt fleet}', '1.1 The fleet'],
    ['with a length inside a word', 'Fl0.048emeet of vehicles', 'Fleet of vehicles'],
    ['with a rule in place of a sign', 'fleetunhbox voidb@x kern .06em vbox {hrule width.3em}list', 'fleet_list'],
    ['with lengths one after the other', 'G .5-.5.5-.53 vehicles', 'G = 3 vehicles'],
  ])('%s are no secret', async (_, title, page) => {
    const reading = await readPdf(writePdf({ pages: [{ content: words(page) }], ...bookmarked(title, page) }));
    expect([reading.hidden, reading.stored]).toEqual([[], []]);
  });

  test.each([
    ['another name', 'Page: Invented Person', 'Fleet of vehicles'],
    ['a word that no joined letters make of what is shown', 'Reading from a text five', 'Reading from a text le'],
    ['a name in the font of another', 'F[C]InventedF[] vehicles', 'Fleet of vehicles'],
    ['a name after a tabulator', 'Fleet\\tInvented', 'Fleet of vehicles'],
    ['a path of folders', 'Fleet \\\\\\\\server\\\\invented', 'Fleet of vehicles'],
    ['a name beside a length', 'Fl0.048emeet Invented', 'Fleet of vehicles'],
  ])('that say %s are told', async (_, title, page) => {
    expect(await hidden(bookmarked(title, page))).toEqual([expect.stringContaining('bookmark ')]);
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
