import { Edges } from './pdf-edges.ts';
import { apply, boxOf, scaleOf, within, type Box, type Matrix } from './pdf-matrix.ts';

/** An area of the page. */
export interface Shape {
  box: Box;
  /** What asking `contains` costs, in edges. */
  readonly cost: number;
  contains(x: number, y: number): boolean;
}

/** A path as straight lines: each subpath x, y, x, y, … on the page. */
type Outline = number[][];

/** The operators of a path in pdf.js's list. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
/** Straight pieces that stand for a curve: off by less than a hundredth of its size. */
const PIECES = 8;

/** Flattens a path of pdf.js's operator list. */
export function outlineOf(path: ArrayLike<number>, matrix: Matrix): Outline {
  const outline: Outline = [];
  let current: number[] = [];
  let [x, y] = [0, 0];
  const to = (toX: number, toY: number) => {
    current.push(...apply(matrix, toX, toY));
    [x, y] = [toX, toY];
  };
  for (let at = 0; at < path.length;) {
    const op = path[at++];
    const next = () => path[at++] ?? 0;
    if (op === MOVE) {
      if (current.length > 2) outline.push(current);
      current = [];
      to(next(), next());
    } else if (op === LINE) to(next(), next());
    else if (op === CURVE || op === QUADRATIC) {
      const [x0, y0] = [x, y];
      const [x1, y1] = [next(), next()];
      const [x2, y2] = op === CURVE ? [next(), next()] : [x1, y1];
      const [x3, y3] = [next(), next()];
      for (let piece = 1; piece <= PIECES; piece++) {
        const t = piece / PIECES;
        const s = 1 - t;
        if (op === CURVE)
          to(
            s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3,
            s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3,
          );
        else to(s * s * x0 + 2 * s * t * x1 + t * t * x3, s * s * y0 + 2 * s * t * y1 + t * t * y3);
      }
    } else if (op === CLOSE) {
      const [startX = 0, startY = 0] = current;
      if (current.length > 2) outline.push([...current, startX, startY]);
      current = [startX, startY];
    } else break;
  }
  if (current.length > 2) outline.push(current);
  return outline;
}

function boxAround(outline: Outline): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of outline)
    for (let i = 0; i < points.length; i += 2) {
      const [x = 0, y = 0] = [points[i], points[i + 1]];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  return [left, top, right, bottom];
}

/** The inside of a path, by the non-zero winding rule or the even-odd rule (ISO 32000-2, 8.5.3.3). */
export function filled(outline: Outline, evenOdd: boolean): Shape {
  const box = boxAround(outline);
  const upright = uprightRectangle(outline, box);
  if (upright) return { box, cost: 1, contains: (x, y) => within(box, x, y) };
  const edges = edgesOf(outline, true, box, 0);
  return {
    box,
    get cost() {
      return edges.most * 2;
    },
    contains(x, y) {
      if (!within(box, x, y)) return false;
      let winding = 0;
      edges.some(y, (fromX, fromY, toX, toY) => {
        if (fromY <= y === toY <= y) return false;
        const side = (toX - fromX) * (y - fromY) - (x - fromX) * (toY - fromY);
        if (toY > fromY && side > 0) winding++;
        else if (toY < fromY && side < 0) winding--;
        return false;
      });
      return evenOdd ? winding % 2 !== 0 : winding !== 0;
    },
  };
}

/** The edges of an outline, each subpath closed or left open. */
function edgesOf(outline: Outline, closed: boolean, [, top, , bottom]: Box, reach: number): Edges {
  const open = closed ? 0 : 1;
  const ends = new Float64Array(outline.reduce((sum, points) => sum + points.length / 2 - open, 0) * 4);
  let at = 0;
  for (const points of outline)
    for (let to = open * 2; to < points.length; to += 2) {
      const from = to === 0 ? points.length - 2 : to - 2;
      ends[at++] = points[from] ?? 0;
      ends[at++] = points[from + 1] ?? 0;
      ends[at++] = points[to] ?? 0;
      ends[at++] = points[to + 1] ?? 0;
    }
  return new Edges(ends, top, bottom, reach);
}

function uprightRectangle(outline: Outline, [left, top, right, bottom]: Box): boolean {
  const [points] = outline;
  if (outline.length !== 1 || !points || points.length < 8 || points.length > 10) return false;
  for (let i = 0; i < points.length; i += 2) {
    const [x = 0, y = 0] = [points[i], points[i + 1]];
    const [nextX, nextY] = [points[(i + 2) % points.length], points[(i + 3) % points.length]];
    if ((x !== left && x !== right) || (y !== top && y !== bottom)) return false;
    if (x !== nextX && y !== nextY) return false;
  }
  return points.length === 8 || (points[0] === points[8] && points[1] === points[9]);
}

/** The line along a path, `width` wide before the transformation. */
export function stroked(outline: Outline, width: number, matrix: Matrix): Shape {
  const half = Math.max(0.25, (width * scaleOf(matrix)) / 2);
  const [left, top, right, bottom] = boxAround(outline);
  const box: Box = [left - half, top - half, right + half, bottom + half];
  const edges = edgesOf(outline, false, box, half);
  return {
    box,
    get cost() {
      return edges.most * 4;
    },
    contains: (x, y) => within(box, x, y) && edges.some(y, (x1, y1, x2, y2) => near(x, y, x1, y1, x2, y2, half)),
  };
}

function near(x: number, y: number, x1: number, y1: number, x2: number, y2: number, distance: number): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return (x - x1 - t * dx) ** 2 + (y - y1 - t * dy) ** 2 <= distance * distance;
}

/** A rectangle of the current space, as the page shows it. */
export function rectangle(matrix: Matrix, box: Box): Shape {
  const [left, top, right, bottom] = box;
  const [, b, c] = matrix;
  const a = matrix[0];
  if ((b === 0 && c === 0) || (a === 0 && matrix[3] === 0)) {
    const upright = boxOf(matrix, box);
    return { box: upright, cost: 1, contains: (x, y) => within(upright, x, y) };
  }
  const corners = [apply(matrix, left, top), apply(matrix, right, top), apply(matrix, right, bottom), apply(matrix, left, bottom)];
  return filled([corners.flat()], false);
}
