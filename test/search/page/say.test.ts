import { expect, test } from 'vitest';
import { enSearch } from '../../../src/i18n/en-search.ts';
import { count, say } from '../../../src/search/client/page/say.ts';

test('a sentence is filled with what it is about, once, whatever that is', () => {
  expect(say(enSearch.pageOf, { n: 2, last: 7 })).toBe('Page 2 of 7');
  expect(say(enSearch.noneFor, { q: '{q} {answers} $& $1 <b>' })).toBe('No answers for “{q} {answers} $& $1 <b>”');
  expect(say(enSearch.answersFor, { answers: '', q: '' })).toBe(' for “”');
});

test('a blank that nothing is given for stays, so that it is seen', () => {
  expect(say('Page {n} of {last}', { n: 1 })).toBe('Page 1 of {last}');
});

test.each([
  [0, '0 answers'],
  [1, '1 answer'],
  [2, '2 answers'],
  [999, '999 answers'],
  [1000, '1,000 answers'],
  [1234567, '1,234,567 answers'],
])('%i is said as %s', (number, said) => {
  expect(count(number, enSearch.answers)).toBe(said);
});
