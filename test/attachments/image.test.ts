import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readImage } from '../../src/attachments/image.ts';
import type { ImageKind } from '../../src/attachments/image-parts.ts';
import { UnreadableFile } from '../../src/attachments/reading.ts';
import { gif, jpeg, png, tiffWith, webp } from './image-builder.ts';

const exif = tiffWith({ gps: true, artist: 'Invented Person' });
const FILES: [ImageKind, Buffer][] = [
  ['png', png(['eXIf', exif], ['tEXt', 'Author\0Invented Person'], ['zTXt', 'Case\0\0packed'])],
  ['jpeg', jpeg([0xe1, `Exif\0\0${exif}`], [0xed, 'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0b\x1c\x02\x50\0\x06Person'])],
  ['gif', gif('Invented Person')],
  ['webp', webp(['EXIF', exif], ['XMP ', '<dc:creator>Invented Person</dc:creator>'])],
];

test('a position is read to four decimals', async () => {
  const { facts } = await readImage(png(['eXIf', tiffWith({ gps: true })]), 'png');
  expect(facts).toEqual([{ what: 'position', value: '54.1000 54.1000', place: {} }]);
});

describe.each(FILES)('hostile files: %s', (kind, good) => {
  const readsOrRefuses = async (bytes: Uint8Array) => {
    try {
      const reading = await readImage(bytes, kind);
      expect(reading.kind).toBe(kind);
      for (const { value } of reading.facts) expect(value.length).toBeLessThanOrEqual(300);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableFile);
    }
  };

  test('the good one names the person', async () => {
    const { facts } = await readImage(good, kind);
    expect(facts.map(({ value }) => value)).toContain(kind === 'jpeg' ? 'Person' : 'Invented Person');
  });
  test('a file that is cut off is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
        await expect(readImage(good.subarray(0, length), kind)).rejects.toThrow(UnreadableFile);
      }),
    );
  });
  test('a file with changed bytes is read or refused', async () => {
    const change = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(change, (changes) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        return readsOrRefuses(bytes);
      }),
      { numRuns: 500 },
    );
  });
});
