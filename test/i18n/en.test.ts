import { expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';

test('numbers, sizes and lengths read as people write them', () => {
  expect([en.answers(1), en.answers(12408), en.number(1234567)]).toEqual(['1 answer', '12,408 answers', '1,234,567']);
  expect([0, 999, 182_400, 999_499, 1_400_000].map(en.size)).toEqual(['0 bytes', '999 bytes', '182 kB', '999 kB', '1.4 MB']);
  expect([en.words(7), en.words(641), en.list(['a', 'b', 'c']), en.day('2022-08-06')]).toEqual([
    '7 words',
    '640 words',
    'a, b and c',
    '6 August 2022',
  ]);
});
