import { expect, test } from 'vitest';
import { cutAtWord, pageTitle } from '../../src/site/page-title.ts';

test('a title leaves out the authority where there is no room, and ends at a word', () => {
  expect(pageTitle('Parking fines (1/24)', 'Fernhill Borough Council')).toBe('Parking fines (1/24) – Fernhill Borough Council');
  expect(pageTitle('Fines '.repeat(11).trim(), 'Fernhill Borough Council')).toBe('Fines '.repeat(11).trim());
  expect(cutAtWord('one two three', 9)).toBe('one two…');
  expect(cutAtWord('onetwothreefour', 9)).toBe('onetwoth…');
});
