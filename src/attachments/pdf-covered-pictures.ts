import type { Effort } from './pdf-effort.ts';
import { isLabel } from './pdf-labels.ts';
import { areaOf, intersection, pointsIn, type Box } from './pdf-matrix.ts';
import { difference, OPAQUE, spotOf, spotOver, type Colour, type Paint } from './pdf-paint.ts';
import type { Painting } from './pdf-state.ts';
import type { Word } from './pdf-words.ts';

/** Share of a page that one picture covers when it is a scan. */
const SCAN = 0.6;
/** A box that hides something of a scan, in points: as large as a short word, and no larger than this share of the page. */
const LEAST = { width: 8, height: 5 } as const;
const LARGEST = 0.4;
/** At the edges of a page lie shadows of the scanner, which programs paint over; and numbers of pages that are stamped on it. */
const EDGE = 12;
const MARGIN = 0.1;
/** Difference of colour, of 255, that tells ink from paper. */
const INK = 60;
/** Looks across and down a box. */
const LOOKS = 24;
const MOST = 200;

/** Boxes over a scan that hide some of its ink: what is under them is in the picture still. Of pages that are nothing but a scan. */
export function coveredPictures({ paints }: Painting, words: readonly Word[], view: Box, effort: Effort): Box[] {
  const [left, top, right, bottom] = view;
  const scan = paints.find(
    ({ kind, shape, clip }) => kind === 'image' && areaOf(intersection(intersection(shape.box, clip.box), view)) >= SCAN * areaOf(view),
  );
  if (!scan) return [];
  const inMargin = ({ box }: Word) => box[1] < top + (bottom - top) * MARGIN || box[3] > bottom - (bottom - top) * MARGIN;
  const lines = new Map<number, string>();
  for (const word of words)
    if (word.verdict === null && !inMargin(word)) lines.set(word.line, `${lines.get(word.line) ?? ''} ${word.text}`);
  if ([...lines.values()].some((line) => !isLabel(line))) return [];
  const found: Box[] = [];
  for (const paint of paints) {
    if (found.length >= MOST || paint.kind !== 'shape' || paint.order < scan.order || paint.blend !== 'source-over') continue;
    const box = intersection(intersection(paint.shape.box, paint.clip.box), view);
    const [width, height] = [box[2] - box[0], box[3] - box[1]];
    if (!(width >= LEAST.width && height >= LEAST.height) || areaOf(box) > LARGEST * areaOf(view)) continue;
    if (box[0] < left + EDGE || box[1] < top + EDGE || box[2] > right - EDGE || box[3] > bottom - EDGE) continue;
    effort.spend(LOOKS * LOOKS * (paint.shape.cost + 8));
    const under = paints.filter(({ kind, order }) => kind === 'image' && order < paint.order);
    if (isSolid(paint, box) && hasInk(under, box)) found.push(box);
  }
  return found;
}

function isSolid(paint: Paint, box: Box): boolean {
  for (const [x, y] of pointsIn(box, 4)) if (spotOf(paint, x, y).alpha < OPAQUE) return false;
  return true;
}

function hasInk(pictures: readonly Paint[], box: Box): boolean {
  let first: Colour = null;
  for (const [x, y] of pointsIn(box, LOOKS)) {
    const { colour, alpha } = spotOver(pictures, x, y);
    if (alpha < OPAQUE || !colour) continue;
    if (first && difference(first, colour) > INK) return true;
    first ??= colour;
  }
  return false;
}
