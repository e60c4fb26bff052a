import fc from 'fast-check';
import { readKinds } from '../../../src/search/client/index/open-index.ts';
import { WORD_KINDS } from '../../../src/search/stop-words.ts';
import { describe, expect, test } from 'vitest';
import { readQuery } from '../../../src/search/client/query/read-query.ts';

const KINDS = readKinds(WORD_KINDS);

const words = (text: string) => readQuery(text, KINDS).tokens.map(({ word }) => word);

describe('the words of a query', () => {
  test.each([
    ['police drones', ['police', 'drones']],
    ['Drones, (police)!', ['drones', 'police']],
    ['e-scooters', ['escooters']],
    ['cost/price', ['cost', 'price']],
    ['fly–tipping – costs', ['fly', 'tipping', 'costs']],
    ['2024/25', ['202425']],
    ['COVID-19', ['covid19']],
    ['£1,500', ['1', '500']],
    ['clare’s law', ['clares', 'law']],
    ['foi@fernhill.example', ['foi', 'fernhill', 'example']],
    ['C++', ['c']],
    ['½', ['12']],
    ['drones s31(3) dogs', ['drones', 'dogs']],
    ['  ', []],
    ['🦄 ???', []],
    ['日本 drones', ['日本', 'drones']],
  ])('%j: %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('are kept as they were typed, without the punctuation around them', () => {
    expect(readQuery('How many (E-Scooters)?', KINDS).tokens.map(({ typed }) => typed)).toEqual(['How', 'many', 'E-Scooters']);
  });

  test('say nothing, little or something', () => {
    expect(readQuery('how police drones', KINDS).tokens.map(({ kind }) => kind)).toEqual(['stop', 'weak', 'plain']);
  });
});

test.each([
  ['“stop and search” figures', ['stop and search'], ['figures']],
  ['"stop and search" figures', ['stop and search'], ['figures']],
  ['„stop and search“', ['stop and search'], []],
  ['«stop and search»', ['stop and search'], []],
  ['“a b" «c d”', ['a b', 'c d'], []],
  ['"drones', [], ['drones']],
  ['dogs "drones" "', ['drones'], ['dogs']],
  ['"" drones', [], ['drones']],
  ['" " drones', [], ['drones']],
  ['“—” drones', [], ['drones']],
  ["the 'dog' squad", [], ['the', 'dog', 'squad']],
])('of %s, the phrases are %j', (text, phrases, rest) => {
  expect(readQuery(text, KINDS).phrases).toEqual(phrases);
  expect(words(text)).toEqual(rest);
});

test.each([
  ['dro', true],
  ['drones ', false],
  ['drones?', false],
  ['“drones”', false],
  ['', false],
])('the last word of %j may go on: %s', (text, isOpen) => {
  expect(readQuery(text, KINDS).isOpen).toBe(isOpen);
});

test('any text can be read, and each of its words once more by itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const { word, typed } of readQuery(text, KINDS).tokens) {
        expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect(text.normalize('NFC')).toContain(typed);
      }
    }),
  );
});
