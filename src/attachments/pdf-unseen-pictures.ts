import type { Effort } from './pdf-effort.ts';
import { areaOf, intersection, pointsIn, type Box } from './pdf-matrix.ts';
import { difference, OPAQUE, spotOver, type Colour, type Ink, type Picture } from './pdf-paint.ts';
import { PaintIndex } from './pdf-paint-index.ts';
import type { Painting, PlacedPicture } from './pdf-state.ts';

/** A picture of a page that is large enough to say something, with whether any of it is shown. */
export interface JudgedPicture {
  /** What tells it from other pictures of the file. */
  mark: string;
  box: Box;
  /** Why it is not shown; null where it is. */
  unseen: 'picture-outside-page' | 'picture-on-hidden-layer' | 'picture-underneath' | 'picture-transparent' | null;
}

/** A picture in which something can be read, in points. */
const LEAST = { width: 20, height: 8 } as const;
/** Share of a picture that is nothing: a line of points at the edge of a page. */
const NOTHING = 0.02;
/** Difference of colour, of 255, that tells ink from paper. */
const INK = 60;
/** Looks across and down a picture: for what lies over it, and for ink, of which a page with a few words has little. */
const LOOKS = 16;
const LOOKS_FOR_INK = 96;
/** Alpha under which a point of a picture is not seen, as at the end of a shadow. */
const FAINT = 0.1;
/** Points of a picture by which it is known. */
const MARKS = 509;

/** The pictures of a page that are not blank, and what of each is shown. */
export function judgePictures({ paints, pictures }: Painting, view: Box, effort: Effort): JudgedPicture[] {
  const large = pictures.filter(({ box }) => box[2] - box[0] >= LEAST.width && box[3] - box[1] >= LEAST.height);
  if (large.length === 0) return [];
  const index = new PaintIndex(paints, effort);
  return large.flatMap((placed): JudgedPicture[] => {
    effort.spend(LOOKS_FOR_INK * LOOKS_FOR_INK + MARKS);
    const { picture, box, ink } = placed;
    if (!isWritten(ink, box)) return [];
    return [{ mark: markOf(picture), box, unseen: whyUnseen(placed, index, view, effort) }];
  });
}

function whyUnseen({ box, clip, ink, alpha, order, onVisibleLayer }: PlacedPicture, index: PaintIndex, view: Box, effort: Effort) {
  if (!onVisibleLayer) return 'picture-on-hidden-layer';
  const shown = intersection(intersection(box, clip), view);
  if (areaOf(shown) < areaOf(box) * NOTHING) return 'picture-outside-page';
  if (alpha < FAINT || !isSeenAnywhere(ink, shown)) return 'picture-transparent';
  const above = index.at(shown).filter((paint) => paint.order > order && paint.blend === 'source-over');
  if (above.length === 0) return null;
  effort.spend(LOOKS * LOOKS * above.reduce((sum, { shape }) => sum + shape.cost + 2, 0));
  let [painted, seen] = [0, 0];
  for (const [x, y] of pointsIn(shown, LOOKS)) {
    if (ink(x, y).alpha < FAINT) continue;
    painted++;
    if (spotOver(above, x, y).alpha < OPAQUE) seen++;
  }
  return painted > 0 && seen < painted * NOTHING ? 'picture-underneath' : null;
}

function isSeenAnywhere(ink: Ink, box: Box): boolean {
  for (const [x, y] of pointsIn(box, LOOKS_FOR_INK)) if (ink(x, y).alpha >= FAINT) return true;
  return false;
}

function isWritten(ink: Ink, box: Box): boolean {
  let first: Colour = null;
  for (const [x, y] of pointsIn(box, LOOKS_FOR_INK)) {
    const { colour } = ink(x, y);
    if (!colour) continue;
    if (first && difference(first, colour) > INK) return true;
    first ??= colour;
  }
  return false;
}

function markOf({ width, height, kind, data }: Picture): string {
  const length = data?.length ?? 0;
  let sum = 0;
  for (let nth = 0; nth < MARKS; nth++) sum = (Math.imul(sum, 31) + (data?.[Math.floor((nth * length) / MARKS)] ?? 0)) | 0;
  return `${width} ${height} ${kind} ${sum}`;
}
