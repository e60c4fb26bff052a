import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/attachments/pdf.ts';
import { box, stream, words, writePdf } from './pdf-builder.ts';

/** A page that is a picture of `size` × `size` points of grey, from the upper left. */
async function read(size: number, grey: (column: number, row: number) => number, content: string, before = '') {
  const points = Array.from({ length: size * size }, (_, at) => String.fromCharCode(grey(at % size, Math.floor(at / size)))).join('');
  const scan = stream(`/Type /XObject /Subtype /Image /Width ${size} /Height ${size} /ColorSpace /DeviceGray /BitsPerComponent 8`, points);
  const page = { content: `${before} q 595 0 0 842 0 0 cm /Im Do Q ${content}`, resources: '/XObject << /Im 100 0 R >>' };
  return readPdf(writePdf({ pages: [page], objects: { 100: scan } }));
}

/** Ink on every fourth point. */
const written = (column: number, row: number) => ((column + row) % 4 === 0 ? 0 : 255);
const covered = async (content: string, grey: (column: number, row: number) => number = written, before = '') =>
  (await read(100, grey, content, before)).hidden.map(({ how }) => how);

const title = words('Annual report', 210, 500, 30);

describe('a box over a scan', () => {
  test.each([
    ['black', box(200, 400, 120, 20)],
    ['white', box(200, 400, 120, 20, 1)],
    ['with what a redaction is labelled with', box(200, 400, 120, 20) + words('s40(2)', 210, 405, 10, '1 g')],
    ['on a page with text of its own', box(200, 400, 120, 20) + title],
    ['a small black picture itself', `q 120 0 0 20 200 400 cm BI /W 2 /H 1 /CS /G /BPC 8 ID \x00\x00 EI Q ${title}`],
    ['beside the number of the page', box(200, 400, 120, 20) + words('Page 3 of 9', 280, 30, 9)],
  ])('that is %s hides what is in the picture still', async (_, content) => {
    expect(await covered(content)).toEqual(['covered-picture']);
  });

  test.each([
    ['where the scan is empty', box(200, 400, 120, 20), () => 255],
    ['where the scan is black already', box(200, 400, 120, 20), () => 0],
    ['at the edge, where the scanner leaves a shadow', box(0, 0, 10, 842, 1), written],
    ['as large as half of the page', box(20, 20, 550, 500, 1), written],
    ['as small as a comma', box(200, 400, 4, 4), written],
    ['as small as the swatch of a legend', box(200, 400, 10, 10) + title, written],
    ['as thin as the bar of a scale', box(200, 400, 80, 6) + title, written],
    ['of a colour of its own, as on a cover', `q 0 0.4 0.6 rg 200 400 120 20 re f Q ${title}`, written],
    ['with words on it, as on a cover', box(200, 400, 320, 40, 1) + words('Annual report', 210, 410, 30), written],
    ['as large as a fifth of the picture, as on a cover', box(50, 300, 495, 210, 1) + title, written],
    ['with something drawn on it', `${box(200, 400, 120, 20, 1)} q 1 0 0 RG 210 410 m 300 410 l S Q ${title}`, written],
  ])('but not %s', async (_, content, grey) => {
    expect(await covered(content, grey)).toEqual([]);
  });

  test.each([
    ['a photograph', (column: number, row: number) => ((column * 7 + row * 13) % 90) + 90],
    ['a map of two tints', (column: number) => (column % 8 < 4 ? 120 : 200)],
  ])('beside words of the page may be a part of %s, and is a fact', async (_, grey) => {
    const { hidden, facts } = await read(100, grey, box(200, 400, 120, 20, 1) + title);
    expect(hidden).toEqual([]);
    expect(facts.filter(({ what }) => what === 'covering-shape').map(({ place }) => place.page)).toEqual([1]);
  });

  test('nor a small picture of several colours', async () => {
    const [image, paint] = ['BI /W 2 /H 1 /CS /G /BPC 8 ID \x00\xff EI', 'q 120 0 0 20 200 400 cm'];
    expect(await covered(`${paint} ${image} Q ${title}`)).toEqual([]);
  });

  test('nor one that lies under the scan', async () => {
    expect(await covered('', written, box(200, 400, 120, 20))).toEqual([]);
  });
});

describe('words that a program has read in a scan', () => {
  const name = words('Invented Person', 200, 421, 12, '3 Tr');
  const facts = async (grey: (column: number, row: number) => number) =>
    (await read(200, grey, name)).facts.filter(({ what }) => what === 'behind-dark-scan').map(({ value, place }) => [value, place.page]);
  /** A stripe of light points in every fourth column. */
  const striped = (dark: number, light: number) => (column: number) => (column % 4 === 0 ? light : dark);

  test('behind a dark place with light letters are told', async () => {
    expect(await facts(striped(10, 250))).toEqual([['2', 1]]);
  });

  test('behind dark letters on paper are not', async () => {
    expect(await facts(striped(250, 10))).toEqual([]);
  });
});
