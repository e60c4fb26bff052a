import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/attachments/pdf.ts';
import { box, stream, words, writePdf, type PageToWrite, type PdfToWrite } from './pdf-builder.ts';

type Case = Partial<PdfToWrite> & Partial<PageToWrite>;

async function hidden({ content = '', resources, entries, ...rest }: Case): Promise<string[]> {
  const page = { content, ...(resources && { resources }), ...(entries && { entries }) };
  const reading = await readPdf(writePdf({ pages: [page], ...rest }));
  return reading.hidden.map(({ how, text }) => `${how} ${text}`);
}

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

describe('words that a reader makes out', () => {
  test('with a thin line through them, but not under a bar as high as small letters', async () => {
    expect(await hidden({ content: words('Fleet of vehicles', 100, 700, 16) + box(60, 701, 300, 3.2) })).toEqual([]);
    expect(await hidden({ content: words('Fleet of vehicles', 100, 700, 16) + box(60, 699.5, 300, 9) })).toEqual([
      'covered-text Fleet of vehicles',
    ]);
  });

  test.each([
    ['of its middle', '0 0 0.5', []],
    ['of its end', '1 1 1', ['text-in-background-colour Fleet']],
  ])('in the colour %s, on a gradient', async (_, colour, expected) => {
    const shading = '<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 500 0] /Extend [true true] /Function 100 0 R >>';
    const file = {
      resources: `/Shading << /S ${shading} >>`,
      objects: { 100: '<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0.5] /C1 [1 1 1] >>' },
    };
    const at = expected.length > 0 ? 520 : 240;
    expect(await hidden({ content: `/S sh ${colour} rg ${words('Fleet', at, 400)}`, ...file })).toEqual(expected);
  });

  test('of a stamp across the page, of which a table hides a part; but not of upright words', async () => {
    const stamp = (along: string) => `BT /F1 60 Tf ${along} 150 300 Tm (Invented) Tj ET\n`;
    expect(await hidden({ content: stamp('0.7 0.7 -0.7 0.7') + box(240, 330, 300, 300, 0.8) })).toEqual([]);
    expect(await hidden({ content: stamp('1 0 0 1') + box(270, 280, 300, 300, 0.8) })).toEqual([
      expect.stringMatching(/^covered-text \w+ted$/),
    ]);
  });

  test('white on a disc that is a sign of a font; but not on white paper beside it', async () => {
    const disc = '0 0 1 rg BT /F1 20 Tf 1 0 0 1 100 700 Tm (m) Tj ET 1 g\n';
    expect(await hidden({ content: disc + words('10', 105, 704, 6) })).toEqual([]);
    expect(await hidden({ content: disc + words('10', 130, 704, 6) })).toEqual(['text-in-background-colour 10']);
  });

  test('of a font of drawings, whose size is 1; but not where it is tiny', async () => {
    const glyphs = { 100: '<< /a 101 0 R >>', 101: stream('', '500 0 0 0 500 500 d1 0 0 500 500 re f') };
    const font = (matrix: number) =>
      `/Font << /F3 << /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [${matrix} 0 0 ${matrix} 0 0] /CharProcs 100 0 R ` +
      '/Encoding << /Type /Encoding /Differences [97 /a /a] >> /FirstChar 97 /LastChar 98 /Widths [500 500] /ToUnicode 102 0 R >> >>';
    const objects = {
      ...glyphs,
      102: stream('', '1 begincodespacerange <61> <62> endcodespacerange 2 beginbfchar <61> <0061> <62> <0062> endbfchar'),
    };
    const content = 'BT /F3 1 Tf 1 0 0 1 100 700 Tm (abba) Tj ET';
    expect(await hidden({ content, resources: font(0.01), objects })).toEqual([]);
    expect(await hidden({ content, resources: font(0.001), objects })).toEqual(['invisible-text abba']);
  });

  test('of columns that run on over the edge, where the next page shows them', async () => {
    const line = Array.from(
      { length: 60 },
      (_, at) => `v${'ehicle'.repeat(2).slice(at % 9)}${String.fromCharCode(97 + (at % 26), 98 + (at % 24))}`,
    ).join(' ');
    const first = { content: words('Fleet') + words(line, 2000, 700, 8) };
    const shown = Array.from({ length: 6 }, (_, at) =>
      words(
        line
          .split(' ')
          .slice(at * 10, at * 10 + 10)
          .join(' '),
        20,
        700 - 20 * at,
        8,
      ),
    );
    const hiddenOf = async (pages: PageToWrite[]) => (await readPdf(writePdf({ pages }))).hidden.map(({ how }) => how);
    expect(await hiddenOf([first, { content: shown.join('') }])).toEqual([]);
    expect(await hiddenOf([first, { content: shown.slice(1).join('') }])).toEqual(['text-outside-page']);
  });
});

describe('what only looks like a text beside the pages', () => {
  test('the drawings of the letters T and V are no field of a form', async () => {
    const objects = { 100: '<< /T 101 0 R /V 102 0 R >>', 101: stream('', '700 0 d0'), 102: stream('', '684 0 8 0 676 729 d1') };
    expect(await hidden({ content: words('Fleet'), objects })).toEqual([]);
    expect(await hidden({ content: words('Fleet'), objects: { 100: '<< /T (Name) /V (Invented) >>' } })).toEqual(['form-value Invented']);
  });

  test('a page that is not listed any more, with a font that does not tell joined letters', async () => {
    const stray = (text: string) => ({ 100: stream('', words(text)) });
    expect(await hidden({ content: words('Finding the filter'), objects: stray('nding the lter') })).toEqual([]);
    expect(await hidden({ content: words('Finding the filter'), objects: stray('nding the lters') })).toEqual(['deleted-page lters']);
  });

  test('a picture that says in an object of its own that it is one', async () => {
    const picture = stream('/Subtype 101 0 R /Width 100 /Height 10 /Filter /DCTDecode', '\xff\xd8'.padEnd(200_000, 'jpeg'));
    const file = { resources: '/XObject << /Im 100 0 R >>', objects: { 100: picture, 101: '/Image' } };
    expect(await hidden({ content: `${words('Fleet')} q 10 0 0 10 300 300 cm /Im Do Q`, ...file })).toEqual([]);
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
    ['of a page that is left blank', 'Leere Seite', 'Answers and content'],
    ['with an apostrophe in another encoding', 'The authority\\222s answer', 'The authority\x92s answer'],
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
    ['with a stretch of space', 'Fleet in 99993em.5vehicles.csv', 'Fleet in vehicles.csv'],
    ['with numbers of signs', "Fleet ('074='076)/2 of vehicles", 'Fleet (<=>)/2 of vehicles'],
    ['with letters whose accents the page paints by themselves', 'H\\364tel Pajé', 'H\xf3tel Paj\xb4e'.replace('\xf3', '\x88o')],
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
