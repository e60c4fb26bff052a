import { describe, expect, test, vi } from 'vitest';
import { readObjects } from '../../src/attachments/pdf-objects.ts';
import { readStructure } from '../../src/attachments/pdf-structure.ts';
import { readPdf } from '../../src/attachments/pdf.ts';
import { jpeg, tiffWith } from './image-builder.ts';
import { appendRevision, box, stream, words, writePdf, type PageToWrite, type PdfToWrite } from './pdf-builder.ts';

async function hidden(page: PageToWrite, rest: Partial<PdfToWrite> = {}): Promise<string[]> {
  const reading = await readPdf(writePdf({ pages: [page], ...rest }));
  return reading.hidden.map(({ how, text }) => `${how} ${text}`);
}

const NAME = words('Invented Person', 200, 700);

describe('what is outside a page is told', () => {
  test.each([
    ['initials', 'IP', 'text-outside-page IP'],
    ['initials with dots', 'I. P.', 'text-outside-page I. P.'],
    ['a name that is spaced out', 'Q u i l l', 'text-outside-page Q u i l l'],
    ['a name of words that stand elsewhere, apart', 'Invented Person', 'text-outside-page Invented Person'],
  ])('%s', async (_, text, told) => {
    const content = words('An Invented report') + words('about a Person', 72, 600) + words(text, 800, 700);
    expect(await hidden({ content })).toEqual([told]);
  });

  test.each([
    ['initials that stand on the page', 'IP'],
    ['a name that stands on the page', 'Invented Person'],
    ['a single letter', 'x'],
    ['words of a line that stand elsewhere, apart', 'person, invented'],
  ])('but not %s', async (_, text) => {
    expect(await hidden({ content: words('Invented Person (IP)') + words(text, 800, 700) })).toEqual([]);
  });
});

describe('an earlier version is told', () => {
  const comment = (text: string) => `<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (${text}) >>`;
  const bookmark = (title: string) => `<< /Title (${title}) /Parent 100 0 R /Dest [10 0 R /Fit] /Next 101 0 R >>`;

  test.each([
    ['a comment', { entries: '/Annots [102 0 R]' }, { 102: comment('Ask Invented Person') }, 'Ask Invented Person'],
    ['a bookmark', {}, { 100: '<< /First 101 0 R /Last 101 0 R >>', 101: bookmark('Invented Person') }, 'Invented Person'],
    ['the value of a field', {}, { 102: '<< /FT /Tx /T (Name) /V (Invented Person) >>' }, 'Invented Person'],
  ])('of %s', async (_, page, objects, told) => {
    const before = writePdf({ pages: [{ content: words('Fleet'), ...page }], objects, catalog: '/Outlines 100 0 R' });
    const [last] = Object.keys(objects).slice(-1);
    const emptied = Object.fromEntries(
      Object.entries(objects).map(([number, body]) => [number, body.replace(told, number === last ? 'Fleet' : '')]),
    );
    const { hidden: found } = await readPdf(appendRevision(before, emptied));
    expect(found.filter(({ how }) => how === 'earlier-revision').map(({ text }) => text)).toEqual([told]);
  });

  test('without unpacking it: a file of a few kilobytes may have a dozen that unpack to gigabytes', () => {
    const objects = { 100: '<< /FT /Tx /T (Name) /V (Invented Person) >>' };
    const read = readObjects(writePdf({ pages: [{ content: words('Fleet') }], objects }));
    const unpack = vi.fn(() => '');
    const asides = (streams: Parameters<typeof readStructure>[1]) =>
      readStructure({ ...read, unpack }, streams).asides.map(({ text }) => text);
    expect(asides(null)).toEqual(['Invented Person']);
    expect(unpack).not.toHaveBeenCalled();
    expect(asides({ painted: new Set(), mostPixels: 1 })).toEqual(['Invented Person']);
    expect(unpack).toHaveBeenCalled();
  });

  test('with another author', async () => {
    const before = writePdf({ pages: [{ content: words('Fleet') }], info: '/Title (Fleet) /Author (Invented Person)' });
    const { facts, hidden: found } = await readPdf(appendRevision(before, { 4: '<< /Title (Fleet) >>' }));
    expect(facts.filter(({ what }) => what === 'author').map(({ value }) => value)).toEqual(['Invented Person']);
    expect(found).toEqual([]);
  });
});

describe('an annotation on a layer', () => {
  const layered = (on: boolean, looks: string) => ({
    page: { content: NAME, entries: '/Annots [102 0 R]' },
    rest: {
      catalog: `/OCProperties << /OCGs [103 0 R] /D << ${on ? '' : '/OFF [103 0 R]'} >> >>`,
      objects: {
        102: '<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 600 850] /OC 103 0 R /AP << /N 104 0 R >> >>',
        103: '<< /Type /OCG /Name (Layer) >>',
        104: stream('/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Resources << /Font << /F1 3 0 R >> >>', looks),
      },
    },
  });

  test('that is off hides its text, and covers nothing', async () => {
    const text = layered(false, words('Quill', 72, 500));
    expect(await hidden(text.page, text.rest)).toEqual(['hidden-layer Quill']);
    const cover = layered(false, box(190, 690, 200, 30));
    expect(await hidden(cover.page, cover.rest)).toEqual([]);
  });

  test('that is on shows its text, and covers', async () => {
    const text = layered(true, words('Quill', 72, 500));
    expect(await hidden(text.page, text.rest)).toEqual([]);
    const cover = layered(true, box(190, 690, 200, 30));
    expect(await hidden(cover.page, cover.rest)).toEqual(['covered-text Invented Person']);
  });
});

test('letters that are filled white are seen by their black outline, and not by a white one', async () => {
  const outlined = (line: number) => words('Heading', 200, 700, 30, `1 g ${line} G 2 Tr`);
  expect(await hidden({ content: outlined(0) })).toEqual([]);
  expect(await hidden({ content: outlined(1) })).toEqual(['text-in-background-colour Heading']);
});

test('a name under letters that fill their place is covered', async () => {
  const toUnicode = stream('', '1 begincodespacerange <61> <61> endcodespacerange 1 beginbfchar <61> <2588> endbfchar');
  const resources = '/Font << /F2 100 0 R >>';
  const objects = {
    100: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 97 /LastChar 97 /Widths [600] /ToUnicode 101 0 R >>',
    101: toUnicode,
  };
  const over = `BT /F2 16 Tf 1 0 0 1 198 698 Tm (${'a'.repeat(12)}) Tj ET`;
  expect(await hidden({ content: NAME + over, resources }, { objects })).toEqual(['covered-text Invented Person']);
  expect(await hidden({ content: NAME + over.replace('198 698', '198 600'), resources }, { objects })).toEqual([]);
});

test('a photograph that says where it was taken is told', async () => {
  const photograph = (gps: boolean) => jpeg([0xe1, `Exif\0\0${tiffWith({ gps })}`]).toString('latin1');
  const file = (gps: boolean) => ({
    objects: {
      100: stream(
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode',
        photograph(gps),
      ),
    },
  });
  const positions = async (gps: boolean) =>
    (await readPdf(writePdf({ pages: [{ content: words('Fleet') }], ...file(gps) }))).facts.filter(
      ({ what }) => what === 'picture-position',
    );
  expect(await positions(true)).toHaveLength(1);
  expect(await positions(false)).toEqual([]);
});

describe('beside what pages paint', () => {
  test('the description of a picture is read as what is seen, on its page where it has one', async () => {
    const described = '<< /Type /StructElem /S /Figure /P 5 0 R /Pg 10 0 R /Alt (Ask a.wren@example.org) >>';
    const { visible, hidden: found } = await readPdf(writePdf({ pages: [{ content: words('Fleet') }], objects: { 100: described } }));
    expect(visible.map(({ text, place }) => [text, place.page])).toEqual([
      ['Fleet', 1],
      ['Ask a.wren@example.org', 1],
    ]);
    expect(found).toEqual([]);
  });

  test('the words of a comment with a look of its own are a comment, where the page does not have them', async () => {
    const comment = (look: string) => `<< /Type /Annot /Subtype /Square /Rect [10 10 30 30] /RC (${look}) >>`;
    const of = (look: string) =>
      hidden({ content: words('Fleet of ten'), entries: '/Annots [100 0 R]' }, { objects: { 100: comment(look) } });
    expect(await of('<?xml version="1.0"?><body style="color: red"><p>Ask Invented &amp; <b>Person</b></p></body>')).toEqual([
      'note Ask Invented Person',
    ]);
    expect(await of('<body><p>Fleet of&#32;<b>ten</b></p></body>')).toEqual([]);
  });

  test('words of a comment may stand in a stream, and in an object that many comments share', async () => {
    const comment = '<< /Type /Annot /Subtype /Square /Rect [10 10 30 30] /RC 300 0 R >>';
    const numbers = Array.from({ length: 60 }, (_, at) => 100 + at);
    const objects = Object.fromEntries(numbers.map((number) => [number, comment]));
    const page = { content: words('Fleet'), entries: `/Annots [${numbers.map((number) => `${number} 0 R`).join(' ')}]` };
    expect(await hidden(page, { objects: { ...objects, 300: stream('', '<p>Ask Invented&#32;Person</p>') } })).toEqual([
      'note Ask Invented Person',
    ]);
    const started = performance.now();
    await hidden(page, { objects: { ...objects, 300: `(${'<'.repeat(100_000)})` } });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('who signed it is a fact', async () => {
    const signature = '<< /Type /Sig /ByteRange [0 1 2 3] /Name (A. Invented) /Reason () /Location (Fernhill) >>';
    const { facts } = await readPdf(writePdf({ pages: [{ content: words('Fleet') }], objects: { 100: signature } }));
    expect(facts.filter(({ what }) => what === 'signature').map(({ value }) => value)).toEqual(['A. Invented', 'Fernhill']);
  });
});
