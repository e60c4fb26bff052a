import { crc32 } from 'node:zlib';
import type { Effort } from './pdf-effort.ts';
import { areaOf, intersection, pointsIn, type Box } from './pdf-matrix.ts';
import { difference, OPAQUE, spotOver, type Colour, type Ink, type Picture } from './pdf-paint.ts';
import type { PaintedPage } from './pdf-paint-index.ts';
import type { PlacedPicture } from './pdf-state.ts';

/** A picture of a page that is large enough to say something, with whether any of it is shown. */
export interface JudgedPicture {
  /** What tells it from other pictures of the file; null where it is not known. */
  mark: string | null;
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
/** What finding a paint that touches a picture costs, in edges. */
const TO_SORT = 60;
/** Bytes whose sum takes as long as a look. */
const BYTES_OF_A_LOOK = 100;

/** The pictures of a page that are not blank, and what of each is shown. */
export function judgePictures(painted: PaintedPage): JudgedPicture[] {
  const { pictures, effort } = painted;
  const large = pictures.filter(({ box }) => box[2] - box[0] >= LEAST.width && box[3] - box[1] >= LEAST.height);
  return large.flatMap((placed): JudgedPicture[] => {
    const { picture, box, ink } = placed;
    if (!isWritten(ink, box, effort)) return [];
    return [{ mark: markOf(picture, effort), box, unseen: whyUnseen(placed, painted) }];
  });
}

function whyUnseen({ box, clip, ink, alpha, order, onVisibleLayer }: PlacedPicture, { index, view, effort }: PaintedPage) {
  if (!onVisibleLayer) return 'picture-on-hidden-layer';
  const shown = intersection(intersection(box, clip), view);
  if (areaOf(shown) < areaOf(box) * NOTHING) return 'picture-outside-page';
  if (alpha < FAINT || !isAnywhere(shown, effort, (x, y) => ink(x, y).alpha >= FAINT)) return 'picture-transparent';
  const touching = index.at(shown);
  effort.spend(touching.length * TO_SORT);
  const above = touching.filter((paint) => paint.order > order && paint.blend === 'source-over');
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

/** Whether one of many looks at a box, of which as many are made as are needed, finds what is looked for. */
function isAnywhere(box: Box, effort: Effort, isFound: (x: number, y: number) => boolean): boolean {
  let looks = 0;
  for (const [x, y] of pointsIn(box, LOOKS_FOR_INK)) {
    looks++;
    if (!isFound(x, y)) continue;
    effort.spend(looks);
    return true;
  }
  effort.spend(looks);
  return false;
}

function isWritten(ink: Ink, box: Box, effort: Effort): boolean {
  let first: Colour = null;
  return isAnywhere(box, effort, (x, y) => {
    const { colour } = ink(x, y);
    if (!colour) return false;
    first ??= colour;
    return difference(first, colour) > INK;
  });
}

/** Null where pdf.js does not hand over its points: then it is like no other. */
function markOf({ width, height, kind, data }: Picture, effort: Effort): string | null {
  if (!ArrayBuffer.isView(data)) return null;
  effort.spend(data.byteLength / BYTES_OF_A_LOOK);
  return `${width} ${height} ${kind ?? 0} ${crc32(Buffer.from(data.buffer, data.byteOffset, data.byteLength))}`;
}
