import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/attachments/pdf.ts';
import { undoFilter } from '../../src/attachments/pdf-filters.ts';
import { measureContent } from '../../src/attachments/pdf-content.ts';
import { BOMBS } from './pdf-bombs.ts';
import { stream, words, writePdf } from './pdf-builder.ts';

/** Milliseconds of work that a file made to be slow may cost. Work, not time: other tests run beside. */
const LONGEST = 5000;
/** What each is refused for; the others are read. */
const REFUSED: Record<string, RegExp> = {
  'a state saved 200,000 times': /saves its state too deep/,
  'forms that paint the next form twice, 24 deep': /more work than a file of its size/,
  'forms in forms, 3,000 deep': /lie in each other too deep/,
  'a form of 5,000 operators that is painted 5,000 times': /more work than a file of its size/,
  'patterns that paint with the next pattern twice, 18 deep': /more work than a file of its size/,
  'a soft mask of forms that paint the next form twice': /more work than a file of its size/,
  'a page packed twice, that unpacks to 256 MB': /unpacks to more than can be looked into/,
  'a page of spaces packed by run lengths and Flate': /unpacks to more than can be looked into/,
  'a string of 20,000,000 letters': /more work than a file of its size/,
  'a shading of a function that asks the next twice': /a function that is made to be slow/,
  'a shading that is a function of the place': /a function that is made to be slow/,
  'a mesh of 200,000 patches': /more work than a file of its size/,
  'a page of 12 pictures of 60,000,000 points': /more pictures than can be looked at together/,
  'a picture packed twice, that unpacks to 256 MB': /unpacks to more than can be looked into/,
  'a JPEG 2000 picture that says 60,000 by 60,000': /too large to be looked at/,
  'a JBIG2 picture that says 60,000 by 60,000': /too large to be looked at/,
  'a JPEG picture that says 65,000 by 65,000': /too large to be looked at/,
  '5,000 fonts': /more work than a file of its size/,
  'widths of 5,000,000 letters': /a font that is made to be slow/,
  'an array in an array, 2,000,000 deep': /lie in each other too deep/,
};
const READ = [
  'a form that paints itself',
  'Type 3 fonts that write with the next font twice',
  'a table of objects that names 2,000,000,000',
  'a packed table of objects that names 1,000,000,000',
  'a page tree that counts 2,000,000,000',
  'bookmarks that lead to themselves',
  'attached files in a tree of names that leads to itself',
  'a reference to a reference to itself',
  'a length that is its own stream',
  'a table of characters that spans everything',
];

describe('what is made to be slow or large', () => {
  test.each(Object.entries(REFUSED))('%s is refused', async (name, because) => {
    const bytes = bomb(name);
    const before = process.cpuUsage();
    await expect(readPdf(bytes)).rejects.toThrow(because);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(LONGEST);
  });

  test.each(READ)('%s is read', async (name) => {
    const bytes = bomb(name);
    const before = process.cpuUsage();
    expect((await readPdf(bytes)).kind).toBe('pdf');
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(LONGEST);
  });
});

function bomb(name: string): Uint8Array {
  const make = BOMBS[name];
  if (!make) throw new Error(`no file is called “${name}”`);
  return make();
}

test('a file that is locked with a certificate is told to be locked', async () => {
  const objects = { 100: '<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /Length 128 /Recipients [<30>] >>' };
  const plain = Buffer.from(writePdf({ pages: [{ content: words('Fleet') }], objects })).toString('latin1');
  const locked = plain.replace('/Size 1000', '/Encrypt 100 0 R /ID [<61> <61>] /Size 1000');
  await expect(readPdf(Buffer.from(locked, 'latin1'))).rejects.toThrow('the PDF is locked in a way that is not known here');
});

test('a report of 500 pages with a letterhead and a picture on each is read', async () => {
  const head = stream('/Type /XObject /Subtype /Form /BBox [0 0 600 850]', '0 0 m 9 9 l S '.repeat(100));
  const picture = stream(
    '/Type /XObject /Subtype /Image /Width 400 /Height 300 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode',
    deflateSync(Buffer.alloc(400 * 300)).toString('latin1'),
  );
  const line = (at: number) => words('We hold the information that you asked for', 72, 700 - 14 * at);
  const text = Array.from({ length: 20 }, (_, at) => line(at)).join('');
  const pages = Array.from({ length: 500 }, () => ({
    content: `/Fm Do q 50 0 0 40 500 780 cm /Im Do Q ${text}`,
    resources: '/XObject << /Fm 9000 0 R /Im 9001 0 R >>',
  }));
  const reading = await readPdf(writePdf({ pages, objects: { 9000: head, 9001: picture } }));
  expect(reading.visible).toHaveLength(500 * 20);
  expect(reading.notInspected).toEqual([]);
}, 120_000);

test('the reader tells of every page', async () => {
  let steps = 0;
  await readPdf(writePdf({ pages: Array.from({ length: 5 }, () => ({ content: words('Ten') })) }), () => steps++);
  expect(steps).toBeGreaterThanOrEqual(5);
});

describe('filters (ISO 32000-2, 7.4)', () => {
  const plain = { predictor: 1, colors: 1, bits: 8, columns: 1, earlyChange: true };
  const undo = (name: string, data: Buffer, settings = {}) =>
    undoFilter(name, data, { ...plain, ...settings }, 1_000_000)?.toString('latin1');

  test.each<[string, Buffer, string]>([
    ['ASCIIHexDecode', Buffer.from('54 65 6e>'), 'Ten'],
    ['ASCII85Decode', Buffer.from('87cURD]i,"Ebo80~>'), 'Hello World!'],
    ['RunLengthDecode', Buffer.from([2, 84, 101, 110, 254, 33, 128]), 'Ten!!!'],
    // The example of the standard: 45 45 45 45 45 65 45 45 45 66.
    ['LZWDecode', Buffer.from('800b6050220c0c8501', 'hex'), '-----A---B'],
    ['Crypt', Buffer.from('Ten'), 'Ten'],
  ])('%s', (name, data, text) => {
    expect(undo(name, data)).toBe(text);
  });
  test('Flate with a wrong sum at its end', () => {
    const packed = deflateSync(Buffer.from('Ten vehicles'));
    packed[packed.length - 1] = (packed.at(-1) ?? 0) ^ 255;
    expect(undo('FlateDecode', packed)).toBe('Ten vehicles');
  });
  test('rows that were packed as differences', () => {
    const packed = deflateSync(Buffer.from([1, 84, 17, 9, 2, 0, 0, 1]));
    expect(undo('FlateDecode', packed, { predictor: 15, columns: 3 })).toBe('TenTeo');
  });
  test('more than is allowed is refused by each', () => {
    for (const [name, data] of [
      ['FlateDecode', deflateSync(Buffer.alloc(1000))],
      ['RunLengthDecode', Buffer.from('\x81 '.repeat(100), 'latin1')],
    ] as const)
      expect(() => undoFilter(name, data, plain, 100)).toThrow('unpacks to more than can be looked into');
  });
  test('what is none of it is not unpacked', () => {
    expect(undoFilter('FlateDecode', Buffer.from('no zlib'), plain, 100)).toBeNull();
    expect(undoFilter('DCTDecode', Buffer.from('hello'), plain, 100)).toBeNull();
  });
});

test('operators are counted beside strings, comments and pictures', () => {
  const measure = measureContent('q q (q \\( q) Tj % q\n <7171> Tj Q BI /W 20 /H 10 ID q q q EI /F#6d Do Q /Fm Do');
  expect(measure).toMatchObject({ operators: 10, letters: 11, deepest: 2, pictures: 1, points: 200 });
  expect(measure.names.get('Fm')).toBe(2);
});
