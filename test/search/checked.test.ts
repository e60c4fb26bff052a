import { expect, test } from 'vitest';
import { checkSum, withSum } from '../../src/search/checked.ts';

const file = Buffer.concat(withSum(Buffer.from('nine lamps')));

test('bytes come back as they were written', () => {
  expect(checkSum(file).toString()).toBe('nine lamps');
  expect(checkSum(Buffer.concat(withSum(Buffer.alloc(0))))).toHaveLength(0);
});

test('a file with any byte changed, or cut short anywhere, is damaged', () => {
  for (let at = 0; at < file.length; at++) {
    const changed = Buffer.from(file);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => checkSum(changed)).toThrow('damaged');
    expect(() => checkSum(file.subarray(0, at))).toThrow('damaged');
  }
});
