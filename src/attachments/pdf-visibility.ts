import type { Effort } from './pdf-effort.ts';
import { areaOf, intersection, pointsIn, type Box } from './pdf-matrix.ts';
import { difference, isInside, mix, OPAQUE, spotOf, spotOver, type Colour, type Paint } from './pdf-paint.ts';

import type { PaintIndex, PaintedPage } from './pdf-paint-index.ts';
import { closer, type Glyph } from './pdf-text.ts';

/** Why a glyph is not seen; `ocr` where it is the text behind a scanned page; `null` where it is seen. */
export type Verdict =
  'covered-text' | 'dark-highlight' | 'text-in-background-colour' | 'text-outside-page' | 'hidden-layer' | 'invisible-text' | 'ocr' | null;

/** Differences of colour, of 255, from which on text can be made out: at first, and after what was painted over it. */
const SEEN_AT_FIRST = 12;
const SEEN_AFTER = 30;
/** Share of the points of a glyph that decides. */
const MOST_POINTS = 2 / 3;
/** The same at a second look at all of the glyph: a line through a word leaves more of it than this, and a line of a chart something of a letter that stands alone. */
const HALF = 0.5;
const NEARLY_ALL = 0.9;
/** Share of a page that pictures cover when it is a scan. */
const SCAN = 0.8;
/** Points between two looks at a scan: finer than a thin stroke. */
const INK_STEP = 0.6;
/** Type smaller than this, in points, is not read. */
const TINY = 1.5;
/** Looks across and down at what may be dark, of 255, and the share of them that makes it so. */
const DARK_LOOKS = 10;
const DARK = 100;
const MOSTLY = 0.55;
const WHITE: Colour = [255, 255, 255];

/** Judges what is seen of a page: what lies over each glyph, what beneath it, and whether it is on the page at all. */
export class PageView {
  private readonly effort: Effort;
  private readonly index: PaintIndex;
  private readonly view: Box;
  private readonly pictures: Paint[];
  /** The page is a scan: pictures cover nearly all of it. */
  readonly isScan: boolean;

  constructor({ paints, index, view, effort }: PaintedPage) {
    this.effort = effort;
    this.index = index;
    this.view = view;
    this.pictures = paints.filter(({ kind }) => kind === 'image');
    const covered = this.pictures.reduce((sum, { shape, clip }) => sum + areaOf(intersection(intersection(shape.box, clip.box), view)), 0);
    this.isScan = covered >= SCAN * areaOf(view);
  }

  /** @param alone The glyph is the only letter of its word: what hides it hides all of it, as a box over a “Y” does. */
  judge(glyph: Glyph, alone: boolean): Verdict {
    const verdict = this.judgeAt(glyph, MOST_POINTS);
    if (!isByPaint(verdict)) return verdict;
    const again = this.judgeAt(closer(glyph), alone ? NEARLY_ALL : HALF);
    return alone || !isByPaint(again) ? again : verdict;
  }

  private judgeAt(glyph: Glyph, share: number): Verdict {
    if (glyph.hiddenLayer) return 'hidden-layer';
    const [left, top, right, bottom] = this.view;
    if (glyph.undrawn) return 'invisible-text';
    const { mask } = glyph;
    if (mask) this.effort.spend(mask.cost * glyph.points.length);
    const off = glyph.points.filter(
      ([x, y]) => x < left || x > right || y < top || y > bottom || !isInside(glyph.clip, x, y) || (mask?.at(x, y) ?? 1) < 0.05,
    ).length;
    if (off >= glyph.points.length * MOST_POINTS) return 'text-outside-page';
    const paints = this.index.at(glyph.box);
    const unpainted =
      glyph.mode === 3 || (glyph.mode === 7 && !glyph.filledLater) || glyph.alpha < 0.05 || Math.min(glyph.size, glyph.least) < TINY;
    if (unpainted && glyph.mode !== 7) return this.isScan ? this.judgeScanned(glyph, paints) : 'invisible-text';
    if (unpainted) return 'invisible-text';
    if (paints.length === 0) return difference(inkAt(glyph, WHITE), WHITE) < SEEN_AT_FIRST ? 'text-in-background-colour' : null;

    let [same, covered, darkened, pictured] = [0, 0, 0, 0];
    for (const point of glyph.points) {
      const { first, last, culprit } = this.look(glyph, paints, point);
      if (first < SEEN_AT_FIRST) same++;
      else if (last < SEEN_AFTER && last < first * 0.4) {
        if (culprit?.kind === 'image') pictured++;
        if (culprit && isMark(culprit, glyph)) continue;
        if (culprit && isOpaque(culprit, point) && culprit.annotation !== 'Highlight') covered++;
        else darkened++;
      }
    }
    const most = glyph.points.length * share;
    if (pictured >= most && this.isScan) return this.judgeScanned(glyph, paints);
    if (covered + darkened >= most) return covered >= darkened ? 'covered-text' : 'dark-highlight';
    if (same >= most) return 'text-in-background-colour';
    return same + covered + darkened > glyph.points.length * Math.max(share, 0.85) ? 'covered-text' : null;
  }

  /** Text behind a scan is seen as the scan shows it: unless something was painted over the scan there. */
  private judgeScanned(glyph: Glyph, paints: readonly Paint[]): Verdict {
    const scan = paints.find(({ kind }) => kind === 'image');
    if (!scan) return 'invisible-text';
    let covered = 0;
    for (const point of glyph.points) {
      let seen = { text: [0, 0, 0] as Colour, ground: WHITE, unknown: 1 };
      for (const paint of paints) if (paint.order > scan.order && paint.kind !== 'image') seen = paintOver(seen, paint, point);
      if (contrast(seen) < SEEN_AFTER) covered++;
    }
    return covered >= glyph.points.length * MOST_POINTS ? 'covered-text' : 'ocr';
  }

  /** Whether a scan shows anything in a box, or one colour only: dark as under a marker, light as under correction fluid. */
  hasInk(box: Box): boolean {
    const paints = this.index.at(box);
    const [left, top, right, bottom] = box;
    const across = Math.min(200, Math.ceil((right - left) / INK_STEP));
    const down = Math.min(60, Math.ceil((bottom - top) / INK_STEP));
    let [darkest, lightest] = [255, 0];
    for (let column = 0; column <= across; column++)
      for (let row = 0; row <= down; row++) {
        const x = left + ((right - left) * column) / across;
        const { colour, alpha } = spotOver(paints, x, top + ((bottom - top) * row) / down);
        const shown = alpha === 0 ? WHITE : mix(WHITE, colour, alpha);
        if (!shown) return true;
        const level = 0.3 * shown[0] + 0.59 * shown[1] + 0.11 * shown[2];
        darkest = Math.min(darkest, level);
        lightest = Math.max(lightest, level);
        if (lightest - darkest > 40) return true;
      }
    return false;
  }

  /** Whether a scan is dark in most of a box, as under a marker with a label on it; or where white letters stand on a band. */
  isDark(box: Box): boolean {
    const paints = this.index.at(box);
    let dark = 0;
    for (const [x, y] of pointsIn(box, DARK_LOOKS)) {
      const { colour, alpha } = spotOver(paints, x, y);
      if (colour && alpha >= OPAQUE && Math.max(...colour) < DARK) dark++;
    }
    return dark > DARK_LOOKS * DARK_LOOKS * MOSTLY;
  }

  /** How far text and ground differ at a point when the text is painted, and at the end; what made the difference go. */
  private look(glyph: Glyph, paints: readonly Paint[], point: readonly [number, number]) {
    const before = paints.filter(({ order }) => order < glyph.order);
    const ground = this.groundAt(before, point);
    const text = mix(ground, inkAt(glyph, ground), glyph.alpha);
    let seen = { text, ground, unknown: 1 };
    const first = contrast(seen);
    let culprit: Paint | null = null;
    for (let at = before.length; at < paints.length; at++) {
      const paint = paints[at];
      if (!paint) continue;
      const next = paintOver(seen, paint, point);
      if (next !== seen && !culprit && contrast(next) < SEEN_AFTER) culprit = paint;
      seen = next;
    }
    return { first, last: contrast(seen), culprit };
  }

  private groundAt(before: readonly Paint[], [x, y]: readonly [number, number]): Colour {
    let ground: Colour = WHITE;
    for (const paint of before) {
      const { colour, alpha } = spotOf(paint, x, y);
      if (alpha > 0) ground = mix(ground, paint.blend === 'source-over' ? colour : blend(paint.blend, ground, colour), alpha);
    }
    return ground;
  }
}

function isByPaint(verdict: Verdict): boolean {
  return verdict === 'covered-text' || verdict === 'dark-highlight' || verdict === 'text-in-background-colour';
}

interface Seen {
  text: Colour;
  ground: Colour;
  /** Of a difference that is not known: how much is left of it. */
  unknown: number;
}

function contrast({ text, ground, unknown }: Seen): number {
  return text && ground ? difference(text, ground) : 255 * unknown;
}

function paintOver(seen: Seen, paint: Paint, [x, y]: readonly [number, number]): Seen {
  const { colour, alpha } = spotOf(paint, x, y);
  if (alpha === 0) return seen;
  if (paint.blend === 'source-over')
    return {
      text: mix(seen.text, colour, alpha),
      ground: mix(seen.ground, colour, alpha),
      unknown: alpha >= OPAQUE ? 0 : seen.unknown * (1 - alpha),
    };
  return {
    text: mix(seen.text, blend(paint.blend, seen.text, colour), alpha),
    ground: mix(seen.ground, blend(paint.blend, seen.ground, colour), alpha),
    unknown: seen.unknown,
  };
}

/** The separable blend modes that can make text and ground alike (ISO 32000-2, 11.3.5.2); the others leave the ground as it is. */
function blend(mode: string, ground: Colour, colour: Colour): Colour {
  if (!ground || !colour) return ground;
  const channel = (b: number, s: number): number => {
    if (mode === 'multiply') return (b * s) / 255;
    if (mode === 'screen') return 255 - ((255 - b) * (255 - s)) / 255;
    if (mode === 'darken') return Math.min(b, s);
    if (mode === 'lighten') return Math.max(b, s);
    if (mode === 'color-burn') return s === 0 ? 0 : 255 - Math.min(255, ((255 - b) * 255) / s);
    if (mode === 'hard-light') return s < 128 ? (b * 2 * s) / 255 : 255 - ((255 - b) * (510 - 2 * s)) / 255;
    return b;
  };
  return [channel(ground[0], colour[0]), channel(ground[1], colour[1]), channel(ground[2], colour[2])];
}

/** The colour in which a glyph is seen best on a ground: of its fill or of its outline. */
function inkAt({ points, ink, outline }: Glyph, ground: Colour): Colour {
  const [x, y] = points[points.length >> 1] ?? [0, 0];
  const fill = ink(x, y).colour;
  const around = outline ? outline(x, y).colour : fill;
  return difference(around, ground) > difference(fill, ground) ? around : fill;
}

/** A mark of a chart that lies over another, a letter used as a dot: what hides a letter is as large as it. */
function isMark({ shape }: Paint, { box, text }: Glyph): boolean {
  const [left, top, right, bottom] = shape.box;
  return /^\p{L}$/u.test(text) && right - left < (box[2] - box[0]) * 1.5 && bottom - top < (box[3] - box[1]) * 0.7;
}

function isOpaque(paint: Paint, [x, y]: readonly [number, number]): boolean {
  return paint.blend === 'source-over' && spotOf(paint, x, y).alpha >= OPAQUE;
}
