import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpaquePicture } from '../../src/attachments/picture-opacity.ts';
import { gif, jpeg, png, pngWithOpacity } from './image-builder.ts';

test('a PNG with a channel of opacity is opaque where nineteen in twenty of its points are, however its lines are filtered', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 9, maxLength: 120 }),
      (width, all) => {
        const points = all.slice(0, all.length - (all.length % width));
        const share = points.filter((each) => each >= 230).length / points.length;
        expect(isOpaquePicture(pngWithOpacity(width, points))).toBe(share >= 0.95);
      },
    ),
  );
  expect(
    isOpaquePicture(
      pngWithOpacity(
        5,
        Array.from({ length: 50 }, () => 255),
      ),
    ),
  ).toBe(true);
});

test('pictures without a channel of opacity are opaque; of those with transparent colours it cannot be told', () => {
  expect(isOpaquePicture(jpeg())).toBe(true);
  expect(isOpaquePicture(png())).toBe(true);
  expect(isOpaquePicture(gif())).toBe(true);
  expect(isOpaquePicture(png(['tRNS', '\0\0']))).toBeNull();
  expect(isOpaquePicture(Buffer.from(gif().toString('latin1').replace(',\0', '!\xf9\x04\x01\0\0\0\0,\0'), 'latin1'))).toBeNull();
  expect(isOpaquePicture(Buffer.from('<svg/>'))).toBeNull();
});

test('of a picture that is broken or too large it cannot be told', () => {
  const whole = pngWithOpacity(3, [255, 255, 255]);
  for (let end = 8; end < whole.length - 16; end++) expect(isOpaquePicture(whole.subarray(0, end))).toBeNull();
  const large = Buffer.from(whole);
  large.writeUInt32BE(100_000, 16);
  large.writeUInt32BE(100_000, 20);
  expect(isOpaquePicture(large)).toBeNull();
});
