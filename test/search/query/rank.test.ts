import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Concept, lacks, rank } from '../../../src/search/client/query/rank.ts';

/** A concept from what entries have of it: positions, at full strength unless stated. */
const concept = (label: string, hits: Record<number, number[]>, rest: Partial<Concept> & { strength?: number } = {}): Concept => ({
  label,
  hits: new Map(Object.entries(hits).map(([entry, places]) => [Number(entry), { strength: rest.strength ?? 1, places }])),
  optional: rest.optional ?? false,
});
const TEN = { count: 10, titles: Array.from({ length: 10 }, () => 3) };
const order = (...concepts: Concept[]) => rank(concepts, TEN).order;

describe('ranking', () => {
  test('puts the title before the text, and at equal merit the newer before the older', () => {
    expect(order(concept('drones', { 2: [40], 5: [1], 7: [40] }))).toEqual([5, 2, 7]);
  });

  test('puts a title that says little else before a long one', () => {
    const entries = { count: 10, titles: TEN.titles.with(1, 9) };
    expect(rank([concept('drones', { 1: [0], 8: [0] })], entries).order).toEqual([8, 1]);
  });

  test('puts words that stand together before words far apart', () => {
    expect(order(concept('waiting', { 1: [10], 6: [10] }), concept('list', { 1: [90], 6: [11] }))).toEqual([6, 1]);
  });

  test('puts what lacks nothing before what lacks something, however often that has the rest', () => {
    expect(order(concept('rare', { 3: [50] }, { strength: 0.4 }), concept('common', { 0: [0], 1: [0], 3: [60] }))[0]).toBe(3);
  });

  test('lets the commoner give way before the rarer', () => {
    const rare = concept('rare', { 9: [50] });
    const common = concept('common', { 0: [0, 1, 2], 1: [50], 2: [50], 3: [50] });
    expect(order(rare, common)[0]).toBe(9);
    expect(lacks(9, [rare, common])).toEqual(['common']);
    expect(lacks(0, [rare, common])).toEqual(['rare']);
  });

  test('does not let in what lacks something where enough has all', () => {
    const all = Object.fromEntries([0, 1, 2, 3, 4, 5].map((entry) => [entry, [50]]));
    expect(order(concept('a', { ...all, 8: [50] }), concept('b', all)).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('counts an optional word where it is there, and does not miss it where it is not', () => {
    const drones = concept('drones', { 1: [50], 6: [50] });
    const police = concept('police', { 6: [51], 7: [50] }, { optional: true });
    expect(order(drones, police)).toEqual([6, 1]);
    expect(lacks(1, [drones, police])).toEqual([]);
    expect(order(police)).toEqual([6, 7]);
  });

  test('of nothing is nothing', () => {
    expect(order()).toEqual([]);
    expect(order(concept('drones', {}))).toEqual([]);
    expect(rank([concept('drones', { 0: [] })], { count: 1, titles: [] }).order).toEqual([0]);
  });
});

test('every entry that has all that is asked for is there, each once, and before none that lacks the same and more', () => {
  const places = fc.array(fc.nat(60), { maxLength: 4 });
  const concepts = fc.array(
    fc.record({ hits: fc.dictionary(fc.stringMatching(/^[0-9]$/), places), strength: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(concepts, (some) => {
      const asked = some.map(({ hits, strength }, nth) => concept(String(nth), hits, { strength }));
      const found = order(...asked);
      expect(new Set(found).size).toBe(found.length);
      const whole = TEN.titles.map((_, entry) => entry).filter((entry) => lacks(entry, asked).length === 0);
      expect(found).toEqual(expect.arrayContaining(whole));
      for (const entry of found) expect(asked.some(({ hits }) => hits.has(entry))).toBe(true);
    }),
  );
});
