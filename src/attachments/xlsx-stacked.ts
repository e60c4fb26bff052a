import type { Box, Cover } from './xlsx-covers.ts';

/*
 * What lies over what among the objects of a drawing.
 */

/** An object in its place, with what it covers; in the order in which they lie over each other. */
export interface Placed {
  id: string;
  kind: string;
  /** Black or white, without text. */
  looksRedacting: boolean;
  box: Box;
  cover: Cover | null;
}

/** Objects of a drawing that are looked at. */
export const MOST_PLACED = 5000;
/** Of those, what may lie over another. */
const MOST_COVERS = 500;
/** A size at which nothing is seen, in EMU: less than a pixel. */
const NO_SIZE = 9525;
/** Share of a shape that lies on a picture when it is drawn on it, and of the picture that it covers at most. */
const ON = 0.9;
const PART = 0.6;
/** Share of an object that lies under another when nothing of it is seen. */
const ALL = 0.97;

/** Those that have no size, as in hidden rows, or lie under another. Of ids that stand there twice it is not known whose they are. */
export function unseenOf(placed: readonly Placed[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { id } of placed) counts.set(id, (counts.get(id) ?? 0) + 1);
  const covers = placed.flatMap(({ cover }, order) => (cover ? [{ cover, order }] : [])).slice(0, MOST_COVERS);
  const isUnseen = ({ kind, box }: Placed, order: number) => {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (width < NO_SIZE || height < NO_SIZE) return true;
    const liesOver = ({ cover, order: its }: (typeof covers)[number]) => its > order && common(cover, box) >= ALL * width * height;
    return kind !== 'xdr:grpSp' && covers.some((one) => liesOver(one) && one.cover.hides() === 'surely');
  };
  return new Set(placed.filter((one, order) => counts.get(one.id) === 1 && isUnseen(one, order)).map(({ id }) => id));
}

/** How many shapes lie on a picture, cover part of it, and look like a redaction. */
export function onPicturesOf(placed: readonly Placed[]): number {
  const areaOf = (box: Box) => common(box, box);
  const pictures = placed.flatMap(({ kind, box }, order) => (kind === 'xdr:pic' ? [{ box, order }] : [])).slice(0, MOST_COVERS);
  return placed.filter(
    ({ looksRedacting, cover }, order) =>
      looksRedacting &&
      cover !== null &&
      areaOf(cover) > 0 &&
      pictures.some(
        (picture) =>
          picture.order < order && common(picture.box, cover) >= ON * areaOf(cover) && areaOf(cover) <= PART * areaOf(picture.box),
      ),
  ).length;
}

function common(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}
