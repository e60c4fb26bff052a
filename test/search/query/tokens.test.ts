import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, letterOf, rootOf, wordsOfToken } from '../../../src/search/client/query/tokens.ts';

test.each([
  ['drones', ['drones']],
  ['E-scooters,', ['e', 'scooters', 'escooters']],
  ['Clare’s', ['clares']],
  ["Clare's", ['clares']],
  ['“Café”', ['cafe']],
  ['2024/25', ['2024', '25', '202425']],
  ['£1,500', ['1', '500', '1500']],
  ['½', ['1', '2', '12']],
  ['—', []],
  ['', []],
])('the token %j gives the words %j', (token, words) => {
  expect(wordsOfToken(token)).toEqual(words);
});

describe('forms of a word have one root', () => {
  test.each([
    ['drone', 'drones', 'drone’s'],
    ['seize', 'seized', 'seizes', 'seizing'],
    ['policy', 'policies'],
    ['stop', 'stops', 'stopped', 'stopping'],
    ['dismiss', 'dismissed', 'dismisses', 'dismissing'],
    ['search', 'searches', 'searched', 'searching'],
    ['fine', 'fines', 'fined'],
    ['bite', 'bites', 'biting'],
    ['hate', 'hated', 'hating'],
    ['plan', 'plans', 'planned', 'planning'],
    ['close', 'closed', 'closing', 'closes'],
    ['box', 'boxes', 'boxed', 'boxing'],
    ['visit', 'visited', 'visiting'],
    ['library', 'libraries'],
    ['refuse', 'refused', 'refusing'],
  ])('%s, %s …', (...forms) => {
    expect(new Set(forms.map((form) => rootOf(fold(form)))).size).toBe(1);
  });

  test.each([
    ['hat', 'hate'],
    ['car', 'care'],
    ['police', 'policy'],
    ['gas', 'gag'],
    ['bus', 'but'],
    ['plan', 'plane'],
    ['stopped', 'stope'],
    ['speed', 'spe'],
    ['101', '10'],
    ['sing', 's'],
  ])('but %s and %s are two', (one, other) => {
    expect(rootOf(one)).not.toBe(rootOf(other));
  });
});

test('every word of any token is letters and digits in lower case, and stands in the file of its first letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (token) => {
      for (const word of wordsOfToken(token)) {
        expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(rootOf(word).length).toBeGreaterThan(0);
        expect(letterOf(word)).toMatch(/^[a-z0_]$/);
      }
    }),
  );
});
