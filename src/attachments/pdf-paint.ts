import { apply, invert, type Box, type Matrix } from './pdf-matrix.ts';
import type { Shape } from './pdf-shape.ts';

/** Red, green, blue, 0 to 255; `null` where it cannot be told (a mesh, a pattern without colours). */
export type Colour = readonly [red: number, green: number, blue: number] | null;

/** What is put down at a point of the page; alpha 0 where nothing is. */
export interface Spot {
  colour: Colour;
  alpha: number;
}

/** What an area is filled with. */
export type Ink = (x: number, y: number) => Spot;

/** One thing painted, in page coordinates. */
export interface Paint {
  /** Place in the order of painting: what is higher lies over what is lower. */
  order: number;
  kind: 'shape' | 'image';
  shape: Shape;
  clip: Clip;
  ink: Ink;
  /** The blend mode in the words of a canvas: `source-over`, `multiply`. */
  blend: string;
  /** The kind of annotation whose appearance it is: `Highlight`, `Square`. */
  annotation: string | null;
  /** Images with ink that is read from pixels. */
  pixels: boolean;
}

/** The area that may be painted: all of a list of shapes, and the box that they leave. */
export interface Clip {
  box: Box;
  shapes: readonly Shape[];
}

const NOTHING: Spot = { colour: null, alpha: 0 };

export function solid(hex: unknown, alpha = 1): Ink {
  const spot: Spot = { colour: colourOf(hex), alpha };
  return () => spot;
}

/** `#rrggbb` of pdf.js's operators. */
export function colourOf(hex: unknown): Colour {
  const found = typeof hex === 'string' ? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex) : null;
  if (!found) return null;
  return [parseInt(found[1] ?? '', 16), parseInt(found[2] ?? '', 16), parseInt(found[3] ?? '', 16)];
}

/** An image as pdf.js hands it over: rows from the top; kind 1 is one bit a pixel, 2 RGB, 3 RGBA. */
export interface Picture {
  width: number;
  height: number;
  kind?: number;
  data?: ArrayLike<number>;
}

/** The part of a picture that is shown. */
export interface Crop {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A picture in the unit square of `matrix`. */
export function pictureInk(picture: Picture, matrix: Matrix, alpha: number, crop?: Crop): Ink {
  const back = invert(matrix);
  const { width, height, kind, data } = picture;
  const { x: left, y: top, w, h } = crop ?? { x: 0, y: 0, w: width, h: height };
  const unknown: Spot = { colour: null, alpha };
  return (x, y) => {
    if (!back) return NOTHING;
    if (!data) return unknown;
    const [u, v] = apply(back, x, y);
    const column = left + Math.min(w - 1, Math.max(0, Math.floor(u * w)));
    const row = top + Math.min(h - 1, Math.max(0, Math.floor((1 - v) * h)));
    const at = row * width + column;
    if (kind === 2) return { colour: [data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0], alpha };
    if (kind === 3)
      return {
        colour: [data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0],
        alpha: alpha * ((data[at * 4 + 3] ?? 255) / 255),
      };
    if (kind === 1) {
      const level = bit(data, width, column, row) ? 255 : 0;
      return { colour: [level, level, level], alpha };
    }
    return unknown;
  };
}

/** A stencil in the unit square of `matrix`: `ink` where its bit is 0. */
export function stencilInk(picture: Picture, matrix: Matrix, ink: Ink): Ink {
  const back = invert(matrix);
  const { width, height, data } = picture;
  return (x, y) => {
    if (!back || !data) return NOTHING;
    const [u, v] = apply(back, x, y);
    const column = Math.min(width - 1, Math.max(0, Math.floor(u * width)));
    const row = Math.min(height - 1, Math.max(0, Math.floor((1 - v) * height)));
    return bit(data, width, column, row) ? NOTHING : ink(x, y);
  };
}

function bit(data: ArrayLike<number>, width: number, column: number, row: number): number {
  return ((data[row * ((width + 7) >> 3) + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1;
}

/** A shading in the words of pdf.js: along a line it has the colours of its stops; elsewhere its colour is not told. */
export function shadingInk(ir: unknown, matrix: Matrix, alpha: number): Ink {
  const unknown: Spot = { colour: null, alpha };
  if (!Array.isArray(ir) || ir[0] === 'Dummy') return () => NOTHING;
  const back = invert(matrix);
  const [, type, , stops, start, end] = ir as [string, string, unknown, [number, string][], [number, number], [number, number]];
  if (!back || type !== 'axial' || !Array.isArray(stops) || stops.length === 0) return () => unknown;
  const colours = stops.map(([offset, hex]) => [offset, colourOf(hex)] as const);
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = dx * dx + dy * dy;
  return (x, y) => {
    const [u, v] = apply(back, x, y);
    const t = length === 0 ? 0 : ((u - start[0]) * dx + (v - start[1]) * dy) / length;
    const next = colours.findIndex(([offset]) => offset > t);
    const [from, before] = colours.at(next > 0 ? next - 1 : next) ?? [0, null];
    const [to, after] = colours.at(next) ?? [0, null];
    return { colour: to > from ? blended(before, after, (t - from) / (to - from)) : before, alpha };
  };
}

/** What a list of paints shows at a point, over `below`. */
export function spotOver(paints: readonly Paint[], x: number, y: number): Spot {
  let colour: Colour = null;
  let alpha = 0;
  for (const paint of paints) {
    const spot = spotOf(paint, x, y);
    if (spot.alpha === 0) continue;
    colour = alpha === 0 || spot.alpha >= OPAQUE ? spot.colour : mix(colour, spot.colour, spot.alpha);
    alpha = 1 - (1 - alpha) * (1 - spot.alpha);
  }
  return { colour, alpha };
}

/** Alpha from which nothing shines through. */
export const OPAQUE = 0.98;

export function spotOf(paint: Paint, x: number, y: number): Spot {
  return isInside(paint.clip, x, y) && paint.shape.contains(x, y) ? paint.ink(x, y) : NOTHING;
}

export function isInside({ box: [left, top, right, bottom], shapes }: Clip, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom && shapes.every((shape) => shape.contains(x, y));
}

export function mix(below: Colour, above: Colour, alpha: number): Colour {
  if (alpha >= OPAQUE) return above;
  if (alpha <= 0) return below;
  return blended(below, above, alpha);
}

function blended(one: Colour, other: Colour, share: number): Colour {
  if (!one || !other) return null;
  const part = (channel: 0 | 1 | 2) => one[channel] * (1 - share) + other[channel] * share;
  return [part(0), part(1), part(2)];
}

/** How far two colours differ, of 255: in the channel where they differ most. A colour that cannot be told differs from all. */
export function difference(one: Colour, other: Colour): number {
  if (!one || !other) return 255;
  return Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]), Math.abs(one[2] - other[2]));
}
