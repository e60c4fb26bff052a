import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FACET_NAMES,
  isEmpty,
  readAddress,
  type SearchState,
  SORTS,
  toggle,
  writeAddress,
} from '../../../src/search/client/page/address.ts';

const NONE: SearchState = readAddress('');

const values = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 4 });
const chosen = fc.record(
  { topic: values, outcome: values, year: values, exemption: values, law: values, department: values },
  { noNullPrototype: true },
);
const states: fc.Arbitrary<SearchState> = fc.record(
  {
    q: fc.string({ unit: 'grapheme', maxLength: 60 }).map((q) => q.trim()),
    chosen,
    sort: fc.constantFrom(...SORTS),
    all: fc.boolean(),
    page: fc.integer({ min: 1, max: 100_000 }),
  },
  { noNullPrototype: true },
);

describe('the address of a search', () => {
  test('keeps all of it', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readAddress(writeAddress(state))).toEqual(state);
      }),
    );
  });

  test.each<[string, Partial<SearchState>]>([
    ['?', {}],
    ['?q=drones', { q: ' drones ' }],
    ['?q=a%26b%3Dc%23d+%2B', { q: 'a&b=c#d +' }],
    [
      '?q=drones&topic=roads&topic=animals&year=2024',
      { q: 'drones', chosen: { ...NONE.chosen, topic: ['roads', 'animals'], year: ['2024'] } },
    ],
    ['?q=drones&years=all', { q: 'drones', all: true }],
    ['?q=drones&sort=newest&page=3', { q: 'drones', sort: 'newest', page: 3 }],
  ])('is %s', (address, state) => {
    expect(writeAddress({ ...NONE, ...state })).toBe(address);
  });

  test.each([
    '?page=NaN',
    '?page=-3',
    '?page=0',
    '?page=1.5',
    '?page=Infinity',
    '?page=',
    '?page=two',
    '?sort=cheapest',
    '?sort=constructor',
    '?sort=',
    '?unknown=1&__proto__=2&constructor=3&utm_source=x',
    '?topic=&topic=',
    '?=&&&',
    '??',
    '#drones',
  ])('%s asks for nothing', (address) => {
    expect(readAddress(address)).toEqual(NONE);
    expect(isEmpty(readAddress(address))).toBe(true);
  });

  test.each<[string, Partial<SearchState>]>([
    ['?q=one&q=two', { q: 'one' }],
    ['?topic=a&topic=b&topic=a', { chosen: { ...NONE.chosen, topic: ['a', 'b'] } }],
    ['?q=%', { q: '%' }],
    ['?q=%FF', { q: '\ufffd' }],
    ['?page=2&page=9', { page: 2 }],
    ['?law=__proto__', { chosen: { ...NONE.chosen, law: ['__proto__'] } }],
  ])('%s is read for what can be read', (address, expected) => {
    expect(readAddress(address)).toEqual({ ...NONE, ...expected });
  });

  test('is cut where it is longer than anyone types', () => {
    expect(readAddress(`?q=${'drones '.repeat(100_000)}`).q.length).toBe(500);
  });

  test('of any text is read, and what is read has an address of its own that stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.webQueryParameters(), fc.boolean(), (text, query, isQuery) => {
        const address = writeAddress(readAddress(isQuery ? `?${query}` : text));
        expect(writeAddress(readAddress(address))).toBe(address);
      }),
    );
  });
});

describe('choosing a value', () => {
  test('twice leaves all as it was, but for the page', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...FACET_NAMES), fc.string({ minLength: 1, maxLength: 6 }), (state, name, value) => {
        const once = toggle(state, name, value);
        expect(once.chosen[name].includes(value)).toBe(!state.chosen[name].includes(value));
        expect(once.page).toBe(1);
        const twice = toggle(once, name, value);
        expect(twice.chosen[name].toSorted()).toEqual(state.chosen[name].toSorted());
        expect({ ...twice.chosen, [name]: [] }).toEqual({ ...state.chosen, [name]: [] });
      }),
    );
  });

  test('makes an empty search one that asks for something', () => {
    expect(isEmpty(toggle(NONE, 'topic', 'roads'))).toBe(false);
    expect(isEmpty({ ...NONE, q: '   ' })).toBe(true);
    expect(isEmpty({ ...NONE, sort: 'newest', page: 4 })).toBe(true);
  });
});
