import { expect, test } from 'vitest';
import type { Reading } from '../../../src/attachments/reading.ts';
import { unseenPicture } from '../../../src/checks/pdf/unseen-picture.ts';
import { unusedPicture } from '../../../src/checks/pdf/unused-picture.ts';

const EMPTY: Reading = { kind: 'pdf', visible: [], hidden: [], facts: [], stored: [], notInspected: [] };
const FILE = { name: 'a.pdf', size: 1, allowed: [] };
const find = (...hidden: [how: string, page?: number, count?: number][]) =>
  unseenPicture.find(
    { ...EMPTY, hidden: hidden.map(([how, page, count = 1]) => ({ how, text: '', count, place: page ? { page } : {} })) },
    FILE,
  );

test('pictures that are not shown are one finding, with why and where', () => {
  expect(find()).toEqual([]);
  expect(find(['picture-underneath', 3])).toEqual([
    { place: { page: 3 }, message: 'The file holds 1 picture that it does not show: underneath something else on page 3' },
  ]);
  expect(find(['picture-on-hidden-layer', 1])[0]?.message).toBe(
    'The file holds 1 picture that it does not show: on a layer that is switched off (on page 1)',
  );
  expect(find(['picture-outside-page', 2], ['picture-outside-page', 2], ['picture-on-hidden-layer', 4, 2])[0]?.message).toBe(
    'The file holds 4 pictures that it does not show: 2 outside of what is shown on page 2, 2 on layers that are switched off (on page 4)',
  );
  expect(find(['earlier-picture', 0, 2], ['left-picture'])).toEqual([
    { place: {}, message: 'The file holds 3 pictures that it does not show: 2 of an earlier version of the file, 1 on no page any more' },
  ]);
});

test('pictures that pages have at hand and do not show are counted', () => {
  const facts = [1, 2].map(() => ({ what: 'unused-picture', value: '', place: {} }));
  expect(unusedPicture.find(EMPTY, FILE)).toEqual([]);
  expect(unusedPicture.find({ ...EMPTY, facts }, FILE)).toEqual([
    { place: {}, message: 'The file holds 2 pictures that its pages could show, and none does' },
  ]);
});
