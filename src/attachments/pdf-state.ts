import { IDENTITY, type Box, type Matrix } from './pdf-matrix.ts';
import type { Mask } from './pdf-masks.ts';
import { solid, type Clip, type Ink, type Paint, type Picture } from './pdf-paint.ts';
import type { Font, Glyph } from './pdf-text.ts';

/** The operators of a page in pdf.js's list (`getOperatorList`). */
export interface Operators {
  fnArray: ArrayLike<number>;
  argsArray: ArrayLike<unknown>;
}

/** What the operators name: fonts, images, shadings, layers. */
export interface Resources {
  object(id: string): unknown;
  isLayerVisible(properties: unknown): boolean;
  /** The kind of an annotation, by the id that its appearance is painted under. */
  annotation(id: string): string;
}

/** All that a page paints, in order. */
export interface Painting {
  glyphs: Glyph[];
  paints: Paint[];
  /** Pictures in their whole size, also those of which nothing is shown. */
  pictures: PlacedPicture[];
}

/** A picture where the operators of a page put it, in page coordinates. */
export interface PlacedPicture {
  picture: Picture;
  box: Box;
  /** The box that may be painted there. */
  clip: Box;
  ink: Ink;
  /** Of the whole picture, beside that of its points. */
  alpha: number;
  /** As that of a paint. */
  order: number;
  /** False on a layer that is switched off. */
  onVisibleLayer: boolean;
}

/** Graphics state (ISO 32000-2, 8.4) with what is known of the text. */
export interface State {
  ctm: Matrix;
  clip: Clip;
  fill: Ink;
  stroke: Ink;
  fillAlpha: number;
  strokeAlpha: number;
  blend: string;
  mask: Mask | null;
  lineWidth: number;
  /** Of the group that is being painted as a whole. */
  group: { alpha: number; blend: string; mask: Mask | null };
  /** Letters that the rest is clipped to. */
  letters: Glyph[] | null;
  font: Font | null;
  fontSize: number;
  direction: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

/** The state at the beginning of a page or of an annotation. */
export function freshState(ctm: Matrix, view: Box): State {
  return {
    ctm,
    clip: { box: view, shapes: [] },
    fill: solid('#000000'),
    stroke: solid('#000000'),
    fillAlpha: 1,
    strokeAlpha: 1,
    blend: 'source-over',
    mask: null,
    lineWidth: 1,
    group: { alpha: 1, blend: 'source-over', mask: null },
    letters: null,
    font: null,
    fontSize: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** Sets what an operator `gs` says (ISO 32000-2, 8.4.5), in the words of pdf.js; the fonts that it chooses. */
export function setGraphicsState(state: State, entries: unknown, lastMask: Mask): (readonly never[])[] {
  const fonts: (readonly never[])[] = [];
  if (!Array.isArray(entries)) return fonts;
  for (const [key, value] of entries as [string, never][]) {
    if (key === 'ca') state.fillAlpha = value;
    else if (key === 'CA') state.strokeAlpha = value;
    else if (key === 'BM') state.blend = value;
    else if (key === 'LW') state.lineWidth = value;
    else if (key === 'SMask') state.mask = value ? lastMask : null;
    else if (key === 'Font' && Array.isArray(value)) fonts.push(value);
  }
  return fonts;
}
