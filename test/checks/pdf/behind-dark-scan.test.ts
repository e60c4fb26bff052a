import { expect, test } from 'vitest';
import type { Reading } from '../../../src/attachments/reading.ts';
import { behindDarkScan } from '../../../src/checks/pdf/behind-dark-scan.ts';

const EMPTY: Reading = { kind: 'pdf', visible: [], hidden: [], facts: [], stored: [], notInspected: [] };
const find = (facts: Reading['facts']) => behindDarkScan.find({ ...EMPTY, facts }, { name: 'a.pdf', size: 1, allowed: [] });
const dark = (page: number, words: number) => ({ what: 'behind-dark-scan', value: String(words), place: { page } });

test('one word behind a dark place of a scan is told with its page, several with theirs', () => {
  expect(find([])).toEqual([]);
  expect(find([dark(3, 1)])).toEqual([
    { place: { page: 3 }, message: 'Behind dark parts of the scan on page 3 stands 1 word that can be copied' },
  ]);
  expect(find([dark(3, 2), dark(5, 4)])).toEqual([
    { place: { page: 3 }, message: 'Behind dark parts of the scan on pages 3 and 5 stand 6 words that can be copied' },
  ]);
});
