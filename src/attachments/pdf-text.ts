import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { State } from './pdf-state.ts';
import { apply, boxOf, IDENTITY, multiply, scaleOf, type Box, type Matrix } from './pdf-matrix.ts';
import type { Mask } from './pdf-masks.ts';
import type { Clip, Ink } from './pdf-paint.ts';

/** A font as pdf.js hands it over, as far as the place of glyphs needs it. */
export interface Font {
  fontMatrix?: readonly number[];
  isType3Font?: boolean;
  vertical?: boolean;
}

/** One glyph on the page. */
export interface Glyph {
  text: string;
  box: Box;
  /** Points inside it at which is asked what lies over it and beneath it: three across, three up to the height of an x. */
  points: readonly (readonly [x: number, y: number])[];
  order: number;
  /** Size of the type in points, as shown. */
  size: number;
  /** The size across or along the line, whichever is smaller. */
  least: number;
  /** Direction of writing, as shown: a unit vector. */
  along: readonly [x: number, y: number];
  ink: Ink;
  /** What its outline is drawn with, where it is filled as well; null where it has none. */
  outline: Ink | null;
  alpha: number;
  clip: Clip;
  /** Text rendering mode (ISO 32000-2, 9.3.6): 3 paints nothing, 7 only clips. */
  mode: number;
  /** Something was painted through the letters that clip. */
  filledLater: boolean;
  hiddenLayer: boolean;
  /** It is part of a mask or of a pattern: what is seen of it is its shape, if anything. */
  undrawn: boolean;
  mask: Mask | null;
  annotation: string | null;
}

interface GlyphOfFont {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
  vmetric?: readonly number[] | null;
}

const ACROSS = [0.25, 0.5, 0.75];
const UP = [0.1, 0.25, 0.4];
const ASCENT = 0.75;
const DESCENT = 0.2;
/** Where a second look at a glyph falls: all of it, but for its edges. */
const ALL_ACROSS = [0.12, 0.27, 0.42, 0.58, 0.73, 0.88];
const ALL_UP = [0.02, 0.13, 0.25, 0.37, 0.48, 0.6];
/** Half the width, of the size, at which glyphs are looked for that take no room: accents, marks of a chart. */
const NO_ROOM = 0.3;

/** Does one operator of text (ISO 32000-2, 9.4) on the state; the glyphs that it paints. */
export function placeGlyphs(state: State, op: number, args: readonly never[], font: (id: string) => Font | null): Glyph[] {
  const [first, second] = args as unknown as [number, number];
  switch (op) {
    case OPS.beginText:
      Object.assign(state, { textMatrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 });
      return [];
    case OPS.setCharSpacing:
      state.charSpacing = first;
      return [];
    case OPS.setWordSpacing:
      state.wordSpacing = first;
      return [];
    case OPS.setHScale:
      state.scale = first / 100;
      return [];
    case OPS.setLeading:
      state.leading = -first;
      return [];
    case OPS.setFont:
      state.font = font(String(first));
      state.fontSize = Math.abs(second);
      state.direction = second < 0 ? -1 : 1;
      return [];
    case OPS.setTextRenderingMode:
      state.mode = first;
      return [];
    case OPS.setTextRise:
      state.rise = first;
      return [];
    case OPS.setLeadingMoveText:
      state.leading = second;
      move(state, first, second);
      return [];
    case OPS.moveText:
      move(state, first, second);
      return [];
    case OPS.setTextMatrix: {
      const matrix = (typeof first === 'number' ? args : first) as unknown as ArrayLike<number>;
      Object.assign(state, { textMatrix: multiply(IDENTITY, matrix), x: 0, y: 0, lineX: 0, lineY: 0 });
      return [];
    }
    case OPS.nextLine:
      move(state, 0, state.leading);
      return [];
    case OPS.showText:
    case OPS.showSpacedText:
      return show(state, args[0]);
    case OPS.nextLineShowText:
      move(state, 0, state.leading);
      return show(state, args[0]);
    case OPS.nextLineSetSpacingShowText:
      state.wordSpacing = first;
      state.charSpacing = second;
      move(state, 0, state.leading);
      return show(state, args[2]);
    default:
      return [];
  }
}

function move(state: State, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}

function show(state: State, glyphs: unknown): Glyph[] {
  const { font, direction } = state;
  if (!font || state.fontSize === 0 || !Array.isArray(glyphs)) return [];
  const scale = state.scale * direction;
  const em = state.fontSize * (font.fontMatrix?.[0] ?? 0.001);
  const fontSize = (font.isType3Font && sizeByWidth(glyphs as (number | GlyphOfFont | null)[], em)) || state.fontSize;
  const placed = multiply(multiply(state.ctm, state.textMatrix), [scale, 0, 0, direction, state.x, state.y + state.rise]);
  const size = fontSize * scaleOf(multiply(state.ctm, state.textMatrix));
  const least = fontSize * Math.min(Math.hypot(placed[0], placed[1]), Math.hypot(placed[2], placed[3]));
  const [dx, dy] = [placed[0], placed[1]];
  const length = Math.hypot(dx, dy) || 1;
  const along = font.vertical ? ([0, 1] as const) : ([dx / length, dy / length] as const);
  const strokes = state.mode % 4 === 1;
  const found: Glyph[] = [];
  let x = 0;
  for (const glyph of glyphs as (number | GlyphOfFont | null)[]) {
    if (glyph == null) continue;
    if (typeof glyph === 'number') {
      x += ((font.vertical ? 1 : -1) * glyph * state.fontSize) / 1000;
      continue;
    }
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const width = font.vertical ? -(glyph.vmetric?.[0] ?? -1000) : (glyph.width ?? 0);
    const advance = width * em;
    const room = Math.abs(advance) < 0.01 * fontSize ? NO_ROOM * fontSize : 0;
    const area: Box = font.vertical
      ? [-fontSize / 2, -x - advance - room, fontSize / 2, -x + room]
      : [x - room, -DESCENT * fontSize, x + advance + room, ASCENT * fontSize];
    found.push({
      text: glyph.unicode ?? '',
      box: boxOf(placed, area),
      points: pointsIn(placed, area, fontSize, font.vertical === true),
      order: 0,
      size,
      least,
      along,
      ink: strokes ? state.stroke : state.fill,
      outline: state.mode % 4 === 2 ? state.stroke : null,
      alpha: (strokes ? state.strokeAlpha : state.fillAlpha) * state.group.alpha,
      clip: state.clip,
      mode: state.mode,
      filledLater: false,
      hiddenLayer: false,
      undrawn: false,
      mask: null,
      annotation: null,
    });
    x += font.vertical ? advance - spacing * direction : advance + spacing * direction;
  }
  if (font.vertical) state.y -= x;
  else state.x += x * scale;
  return found;
}

/** Letters are half as wide as their type is high: fonts of drawings (ISO 32000-2, 9.6.4) have a scale of their own, and a size of 1 may be any. */
function sizeByWidth(glyphs: readonly (number | GlyphOfFont | null)[], em: number): number {
  const widths = glyphs.flatMap((glyph) => (typeof glyph === 'object' && glyph?.width ? [Math.abs(glyph.width * em)] : []));
  return widths.length === 0 ? 0 : (2 * widths.reduce((sum, width) => sum + width, 0)) / widths.length;
}

function pointsIn(matrix: Matrix, [left, top, right, bottom]: Box, size: number, vertical: boolean): [number, number][] {
  return UP.flatMap((up) =>
    ACROSS.map((across) => apply(matrix, left + (right - left) * across, vertical ? top + (bottom - top) * (up + 0.25) : up * size)),
  );
}

/** Letters that fill their place, as a box does. */
export function isBlock({ text, mode }: Glyph): boolean {
  return mode % 4 === 0 && text === '█';
}

/** A glyph with points all over it, for a second look. */
export function closer(glyph: Glyph): Glyph {
  const [corner, , right, , , , up] = glyph.points;
  if (!corner || !right || !up) return glyph;
  const [wide, high] = [(ACROSS[2] ?? 1) - (ACROSS[0] ?? 0), (UP[2] ?? 1) - (UP[0] ?? 0)];
  const points = ALL_UP.flatMap((v) =>
    ALL_ACROSS.map((u): [number, number] => {
      const [along, above] = [(u - (ACROSS[0] ?? 0)) / wide, (v - (UP[0] ?? 0)) / high];
      return [
        corner[0] + (right[0] - corner[0]) * along + (up[0] - corner[0]) * above,
        corner[1] + (right[1] - corner[1]) * along + (up[1] - corner[1]) * above,
      ];
    }),
  );
  return { ...glyph, points };
}

/**
 * Glyphs of a pattern's cell, which is painted as often as the pattern, or not at all: once, where the first cell lies.
 *
 * @param known Those that were had before; the new are added.
 */
export function inCell(glyphs: readonly Glyph[], matrix: Matrix, order: number, known: Set<string>): Glyph[] {
  const found: Glyph[] = [];
  for (const glyph of glyphs) {
    const box = boxOf(matrix, glyph.box);
    const key = `${glyph.text} ${box.map(Math.round).join(' ')}`;
    if (!known.has(key)) found.push({ ...glyph, box, size: glyph.size * scaleOf(matrix), order: order + found.length, undrawn: true });
    known.add(key);
  }
  return found;
}
