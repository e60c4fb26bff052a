import { expect, test } from 'vitest';
import type { Reading } from '../../../src/attachments/reading.ts';
import { largerThanShown } from '../../../src/checks/office/larger-than-shown.ts';

const KIB = 1024;

/** What the rule says of a file of so many bytes that shows so many letters, in two places, and has so many bytes of pictures. */
function said(size: number, letters: number, pictures: number | null): string[] {
  const half = Math.floor(letters / 2);
  const reading: Reading = {
    kind: 'xlsx',
    visible: [half, letters - half].map((length) => ({ text: 'x'.repeat(length), place: {} })),
    hidden: [],
    facts: pictures === null ? [] : [{ what: 'picture-bytes', value: String(pictures), place: {} }],
    stored: [],
    notInspected: [],
  };
  return largerThanShown.find(reading, { name: 'a.xlsx', size, allowed: [] }).map(({ message }) => message);
}

test('a file may have 256 KiB, its pictures, and twenty bytes for each letter that it shows', () => {
  for (const [letters, pictures] of [
    [0, null],
    [0, 0],
    [1000, null],
    [1000, 50 * KIB],
    [7, 300 * KIB],
  ] as const) {
    const most = 256 * KIB + (pictures ?? 0) + letters * 20;
    expect(said(most, letters, pictures), `${letters} letters, ${pictures} bytes of pictures`).toEqual([]);
    expect(said(most + 1, letters, pictures), `${letters} letters, ${pictures} bytes of pictures, and one byte more`).toHaveLength(1);
  }
});

test('the sizes are told in KiB, rounded up', () => {
  expect(said(2000 * KIB, 1500, 3 * KIB)).toEqual(['The file has 2,000 KiB, and shows about 5 KiB of text and pictures']);
});

test('it warns', () => expect(largerThanShown.severity).toBe('warn'));
