import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../../src/checks/pdf/in-words.ts';

const on = (...pages: number[]) => pagesOf(pages.map((page) => ({ page })));

describe('pages in words', () => {
  test.each([
    [on(), ''],
    [pagesOf([{}, {}]), ''],
    [on(3, 3), ' on page 3'],
    [on(10, 9), ' on pages 9 and 10'],
    [on(8, 7, 6, 5, 4, 3, 2, 1), ' on pages 1, 2, 3, 4, 5, 6, 7 and 8'],
    [on(9, 8, 7, 6, 5, 4, 3, 2, 12), ' on 9 pages, the first of them page 2'],
    [pagesOf([{}, { page: 2 }]), ' on page 2'],
  ])('%j', (words, expected) => expect(words).toBe(expected));
});
