import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Edges } from '../../src/attachments/pdf-edges.ts';
import { filled, stroked } from '../../src/attachments/pdf-shape.ts';
import { IDENTITY } from '../../src/attachments/pdf-matrix.ts';

const coordinate = fc.integer({ min: 0, max: 100 });
const outline = fc.array(
  fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 60 }).map((points) => points.flat()),
  { minLength: 1, maxLength: 4 },
);

/** The edges of an outline, as they are written. */
function edgesOf(paths: readonly number[][], closed: boolean): [number, number, number, number][] {
  return paths.flatMap((points) => {
    const corners = Array.from({ length: points.length / 2 }, (_, at) => [points[at * 2] ?? 0, points[at * 2 + 1] ?? 0] as const);
    return corners.flatMap(([x, y], at) => {
      const before = at === 0 ? (closed ? corners.at(-1) : undefined) : corners[at - 1];
      return before ? [[...before, x, y] as [number, number, number, number]] : [];
    });
  });
}

describe('an outline of many edges', () => {
  test('is filled as when every edge is looked at', () => {
    fc.assert(
      fc.property(outline, fc.boolean(), fc.double({ min: -5, max: 105, noNaN: true }), coordinate, (paths, evenOdd, x, row) => {
        const y = row + 0.5;
        let winding = 0;
        for (const [x1, y1, x2, y2] of edgesOf(paths, true)) {
          if (y1 <= y === y2 <= y) continue;
          const crossing = x1 + ((y - y1) * (x2 - x1)) / (y2 - y1);
          if (Math.abs(crossing - x) < 1e-9) return;
          if (crossing > x) winding += y2 > y1 ? 1 : -1;
        }
        expect(filled(paths, evenOdd).contains(x, y)).toBe(evenOdd ? winding % 2 !== 0 : winding !== 0);
      }),
      { numRuns: 400 },
    );
  });

  test('is stroked as when every edge is looked at', () => {
    fc.assert(
      fc.property(outline, fc.integer({ min: 1, max: 9 }), coordinate, coordinate, (paths, width, x, y) => {
        const distance = Math.min(
          ...edgesOf(paths, false).map(([x1, y1, x2, y2]) => {
            const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
            const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
            return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1));
          }),
        );
        if (Math.abs(distance - width / 2) < 1e-6) return;
        expect(stroked(paths, width, IDENTITY).contains(x, y)).toBe(distance < width / 2);
      }),
      { numRuns: 400 },
    );
  });

  test('of small edges is looked at in part, and of tall ones whole', () => {
    const ends = (height: number) => new Float64Array(Array.from({ length: 1000 }, (_, at) => [at, at, at, at + height]).flat());
    expect(new Edges(ends(1), 0, 1001, 0).most).toBeLessThan(10);
    expect(new Edges(ends(1000), 0, 2000, 0).most).toBeGreaterThan(900);
  });

  test('without an extent, or with none that can be told, is looked at whole', () => {
    const flat = new Edges(new Float64Array(400), 0, 0, 0);
    expect([flat.most, flat.some(0, () => true)]).toEqual([100, true]);
    expect(new Edges(new Float64Array(400), 0, Infinity, 0).most).toBe(100);
    expect(new Edges(new Float64Array(400), NaN, NaN, 0).most).toBe(100);
  });
});
