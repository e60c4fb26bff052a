import { expect, test } from 'vitest';
import type { Reading } from '../../../src/attachments/reading.ts';
import { imageAppendedData } from '../../../src/checks/image/image-appended-data.ts';

test('what stands behind a picture is told with its size, and nothing else that a picture hides', () => {
  const reading: Reading = {
    kind: 'png',
    visible: [],
    hidden: [
      { how: 'another way', text: 'a PDF', count: 9, place: {} },
      { how: 'appended-data', text: 'an archive', count: 1204, place: {} },
    ],
    facts: [],
    stored: [],
    notInspected: [],
  };
  expect(imageAppendedData.find(reading, { name: 'a.png', size: 1, allowed: [] })).toEqual([
    { place: {}, message: 'Behind the end of the picture there is an archive (1,204 bytes)' },
  ]);
});
