import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, invert, type Box, type Matrix } from './pdf-matrix.ts';
import { spotOver, type Clip, type Ink, type Paint } from './pdf-paint.ts';
import type { Shape } from './pdf-shape.ts';

/** Operators that fill a path, that draw along it, that fill by the even-odd rule. */
export const FILLS = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
  OPS.rawFillPath,
]);
export const STROKES = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
export const EVEN_ODD = new Set([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);

/** A cell of paints that is laid again and again (ISO 32000-2, 8.7.3). */
export function tileInk(paints: readonly Paint[], matrix: Matrix, cell: Box, stepX: number, stepY: number): Ink {
  const back = invert(matrix);
  return (x, y) => {
    if (!back) return { colour: null, alpha: 0 };
    const [u, v] = apply(back, x, y);
    return spotOver(paints, cell[0] + modulo(u - cell[0], stepX), cell[1] + modulo(v - cell[1], stepY));
  };
}

function modulo(value: number, step: number): number {
  return ((value % step) + step) % step;
}

/** All that a clip leaves. */
export function everywhere({ box }: Clip): Shape {
  return { box, cost: 1, contains: () => true };
}

/** A box with its corners in order. */
export function upright(box: ArrayLike<number>): Box {
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(box);
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** x, y, x, y, … as pairs. */
export function pairs(positions: unknown): [number, number][] {
  const list = Array.from(positions as ArrayLike<number>);
  return list.flatMap((x, at) => (at % 2 === 0 ? [[x, list[at + 1] ?? 0] as [number, number]] : []));
}

/** `#rrggbb` of three numbers from 0 to 255. */
export function hexOf(colour: ArrayLike<number>): string {
  return `#${[0, 1, 2]
    .map((at) =>
      Math.round(colour[at] ?? 0)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
