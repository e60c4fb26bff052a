import type { Effort } from './pdf-effort.ts';
import { intersection, type Box } from './pdf-matrix.ts';
import type { Paint } from './pdf-paint.ts';
import type { Painting } from './pdf-state.ts';

/** A page as it was painted, for those who judge what of it is seen. */
export interface PaintedPage extends Painting {
  /** What is shown of it. */
  view: Box;
  index: PaintIndex;
  effort: Effort;
}

/** Points on a side of a cell. */
const CELL = 24;
/** A paint over more cells than this is kept apart. */
const WIDE = 400;

/** The paints of a page by where they lie. */
export class PaintIndex {
  private readonly cells = new Map<number, Paint[]>();
  private readonly wide: Paint[] = [];
  private readonly effort: Effort;

  constructor(paints: readonly Paint[], effort: Effort) {
    this.effort = effort;
    for (const paint of paints) {
      const box = intersection(paint.shape.box, paint.clip.box);
      const [left, top, right, bottom] = cellsOf(box);
      if (!((right - left + 1) * (bottom - top + 1) <= WIDE)) this.wide.push(paint);
      else
        for (let row = top; row <= bottom; row++)
          for (let column = left; column <= right; column++) {
            const key = row * 100_003 + column;
            const cell = this.cells.get(key);
            if (cell) cell.push(paint);
            else this.cells.set(key, [paint]);
          }
    }
  }

  /** Those that may touch a box, in the order of painting. */
  at(box: Box): Paint[] {
    const [left, top, right, bottom] = cellsOf(box);
    const found = new Set<Paint>(this.wide);
    const across = Math.min(right - left, 200);
    const down = Math.min(bottom - top, 200);
    for (let row = top; row <= top + down; row++)
      for (let column = left; column <= left + across; column++)
        for (const paint of this.cells.get(row * 100_003 + column) ?? []) found.add(paint);
    const touching = [...found].filter(({ shape, clip }) => overlaps(shape.box, box) && overlaps(clip.box, box));
    // Each that touches is gone through at nine points, before and after the glyph.
    this.effort.spend(found.size * 3 + touching.reduce((sum, { shape, clip }) => sum + 2 + shape.cost + clip.shapes.length, 0) * 9);
    return touching.sort((a, b) => a.order - b.order);
  }
}

function cellsOf([left, top, right, bottom]: Box): Box {
  return [Math.floor(left / CELL), Math.floor(top / CELL), Math.floor(right / CELL), Math.floor(bottom / CELL)];
}

function overlaps(one: Box, other: Box): boolean {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}
