import { isLabel } from './pdf-labels.ts';
import { areaOf, intersection, pointsIn, type Box } from './pdf-matrix.ts';
import { difference, OPAQUE, spotOf, spotOver, type Colour, type Paint } from './pdf-paint.ts';
import type { PaintedPage } from './pdf-paint-index.ts';
import type { Word } from './pdf-words.ts';

/** Share of a page that one picture covers when it is a scan. */
const SCAN = 0.6;
/** A box that hides something of a picture, in points: as large as a short word, and no larger than this share of the page, or of a picture on it. */
const LEAST = { width: 8, height: 5 } as const;
const LARGEST = 0.4;
const LARGEST_ON = 0.15;
/** On a page that is not a scan alone: swatches of a legend, bars of a scale and lines under a title are smaller. */
const LEAST_ON = { width: 20, height: 8 } as const;
/** Share of a box that lies on a picture when it is drawn there. */
const ON = 0.9;
/** At the edges of a page lie shadows of the scanner, which programs paint over; and numbers of pages that are stamped on it. */
const EDGE = 12;
const MARGIN = 0.1;
/** What writing is: light paper, in each channel of 255, of which some is covered with ink, and not the most. */
const PAPER = { from: 180, share: 0.4 } as const;
const DARK = { to: 150, least: 0.01, most: 0.4 } as const;
/** Difference of colour, of 255, that tells ink from paper, and one at which colours are the same. */
const INK = 60;
const SAME = 24;
/** Looks across and down a box. */
const LOOKS = 24;
const MOST = 200;

/** A box over part of a picture. */
export interface CoveredPart {
  box: Box;
  /** It hides writing, or is on a page that is nothing but a scan; else what it hides may be a part of a drawing or of a photograph. */
  isSure: boolean;
}

/**
 * Boxes over a picture that hide some of its ink: what is under them is in the picture still. On a page that is nothing but a scan every box counts; on
 * others what a redaction looks like: black, white or grey, with nothing on it but a label.
 */
export function coveredPictures(painted: PaintedPage, words: readonly Word[]): CoveredPart[] {
  const { paints, view, effort } = painted;
  const pictures = paints.filter(({ kind }) => kind === 'image');
  if (pictures.length === 0) return [];
  const scan = pictures.find(({ shape, clip }) => areaOf(intersection(intersection(shape.box, clip.box), view)) >= SCAN * areaOf(view));
  const bare = scan && isBare(words, view) ? scan : null;
  const found: CoveredPart[] = [];
  for (const paint of paints) {
    if (found.length >= MOST) break;
    if (paint.blend !== 'source-over') continue;
    const box = intersection(intersection(paint.shape.box, paint.clip.box), view);
    if (!(box[2] - box[0] >= LEAST.width && box[3] - box[1] >= LEAST.height) || areaOf(box) > LARGEST * areaOf(view)) continue;
    effort.spend(pictures.length);
    const under = pictures.filter((picture) => picture.order < paint.order && areaOf(intersection(picture.shape.box, box)) > 0);
    if (under.length === 0 || isAtEdge(box, view)) continue;
    effort.spend(LOOKS * LOOKS * (paint.shape.cost + 8));
    const onBare = bare !== null && paint.order > bare.order && paint.kind === 'shape';
    if (!onBare && !isRedaction(paint, box, under, words, painted)) continue;
    if (!isSolid(paint, box)) continue;
    const { hasInk, isWriting } = whatIsUnder(under, box);
    if (hasInk) found.push({ box, isSure: onBare || isWriting });
  }
  return found;
}

/** Whether a page has no words of its own but labels of redactions, and what is stamped in its margins. */
function isBare(words: readonly Word[], [, top, , bottom]: Box): boolean {
  const margin = (bottom - top) * MARGIN;
  const lines = new Map<number, string>();
  for (const { box, verdict, line, text } of words)
    if (verdict === null && box[1] >= top + margin && box[3] <= bottom - margin) lines.set(line, `${lines.get(line) ?? ''} ${text}`);
  return [...lines.values()].every(isLabel);
}

function isAtEdge(box: Box, [left, top, right, bottom]: Box): boolean {
  return box[0] < left + EDGE || box[1] < top + EDGE || box[2] > right - EDGE || box[3] > bottom - EDGE;
}

function isRedaction(paint: Paint, box: Box, under: readonly Paint[], words: readonly Word[], { index, effort }: PaintedPage): boolean {
  if (box[2] - box[0] < LEAST_ON.width || box[3] - box[1] < LEAST_ON.height) return false;
  const isOn = ({ shape }: Paint) =>
    areaOf(intersection(shape.box, box)) >= ON * areaOf(box) && areaOf(box) <= LARGEST_ON * areaOf(shape.box);
  if (!under.some(isOn) || !isGrey(spotOf(paint, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2).colour)) return false;
  effort.spend(words.length / 8);
  const over = words.filter((word) => word.verdict === null && areaOf(intersection(word.box, box)) > 0).map(({ text }) => text);
  return (over.length === 0 || isLabel(over.join(' '))) && !index.at(box).some(({ order }) => order > paint.order);
}

function isGrey(colour: Colour): boolean {
  return colour !== null && Math.max(...colour) - Math.min(...colour) <= SAME;
}

/** Whether a box is of one colour, and lets nothing through. */
function isSolid(paint: Paint, box: Box): boolean {
  let first: Colour = null;
  for (const [x, y] of pointsIn(box, paint.kind === 'image' ? LOOKS / 2 : 4)) {
    const { colour, alpha } = spotOf(paint, x, y);
    if (alpha < OPAQUE) return false;
    if (paint.kind === 'image' && (!colour || (first && difference(first, colour) > SAME))) return false;
    first ??= colour;
  }
  return true;
}

function whatIsUnder(pictures: readonly Paint[], box: Box): { hasInk: boolean; isWriting: boolean } {
  let first: Colour = null;
  const seen = { all: 0, paper: 0, dark: 0, other: 0 };
  for (const [x, y] of pointsIn(box, LOOKS)) {
    const { colour, alpha } = spotOver(pictures, x, y);
    if (alpha < OPAQUE || !colour) continue;
    seen.all++;
    if (colour.every((channel) => channel >= PAPER.from)) seen.paper++;
    if (colour.every((channel) => channel <= DARK.to)) seen.dark++;
    if (first && difference(first, colour) > INK) seen.other++;
    first ??= colour;
  }
  const [paper, dark] = [seen.paper / seen.all, seen.dark / seen.all];
  const isWriting = paper >= PAPER.share && dark >= DARK.least && dark <= DARK.most;
  return { hasInk: seen.other > 0, isWriting };
}
