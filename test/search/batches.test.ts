import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchesOf } from '../../src/search/batches.ts';

const entriesUpTo = (count: number) => Array.from({ length: count }, (_, nth) => ({ slug: `${count - nth}-26` }));
const slugs = (batches: readonly { slug: string }[][]) => batches.map((batch) => batch.map(({ slug }) => slug).join());

describe('the batches of a span', () => {
  test('hold every entry once, in its order, and none is much too large', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (names, size) => {
          const entries = names.map((slug) => ({ slug }));
          const batches = batchesOf(entries, size);
          expect(batches.flat()).toEqual(entries);
          for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(2 * size);
          // The newest may be small: it is the one that grows.
          for (const batch of batches.slice(1)) expect(batch.length).toBeGreaterThanOrEqual(Math.ceil(size / 4));
        },
      ),
    );
  });

  test('stay as they are when the newest answer comes, but for its own', () => {
    const before = slugs(batchesOf(entriesUpTo(2000), 100));
    const after = slugs(batchesOf(entriesUpTo(2001), 100));
    expect(before.length).toBeGreaterThan(10);
    expect(after.filter((batch) => !before.includes(batch))).toHaveLength(1);
  });

  test('stay as they are on the whole when an answer in the middle comes or goes', () => {
    const entries = entriesUpTo(2000);
    const before = slugs(batchesOf(entries, 100));
    const changed = Array.from({ length: 40 }, (_, nth) => {
      const place = 40 * nth + 200;
      const with1 = slugs(batchesOf(entries.toSpliced(place, 0, { slug: `new-${nth}` }), 100));
      const without1 = slugs(batchesOf(entries.toSpliced(place, 1), 100));
      return [with1, without1].map((after) => after.filter((batch) => !before.includes(batch)).length);
    }).flat();
    const median = changed.toSorted((a, b) => a - b)[changed.length / 2] ?? 99;
    expect(median).toBeLessThanOrEqual(2);
    expect(Math.max(...changed)).toBeLessThan(before.length / 2);
  });

  test('are about as large as they should be', () => {
    const batches = batchesOf(entriesUpTo(20_000), 256);
    expect(20_000 / batches.length).toBeGreaterThan(150);
    expect(20_000 / batches.length).toBeLessThan(450);
  });
});
