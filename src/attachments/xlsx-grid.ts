import { SHEET_LIMITS } from './cell-places.ts';

/** Sizes of rows and columns as a sheet states them. */
export interface GridSizes {
  /** In letters of the plain font. */
  columns: { from: number; to: number; width: number }[];
  defaultWidth: number;
  /** In points, of the rows that state one. */
  rows: Map<number, number>;
  defaultHeight: number;
}

/** English Metric Units of drawings. */
const EMU = { point: 12_700, pixel: 9_525 } as const;
/** Width of a figure in the plain font, in pixels: what widths of columns count in. */
const FIGURE = 7;

export const plainSizes = (): GridSizes => ({ columns: [], defaultWidth: 9.140625, rows: new Map(), defaultHeight: 15 });

/** Where the cells of a sheet lie, in EMU from its upper left corner. What is hidden takes no room. */
export class Grid {
  private readonly lefts: Float64Array;
  private readonly ownRows: number[];
  private readonly extra: number[];
  private readonly height: number;

  constructor({ columns, defaultWidth, rows, defaultHeight }: GridSizes) {
    const widths = new Float64Array(SHEET_LIMITS.column + 2).fill(inEmu(defaultWidth));
    for (const { from, to, width } of columns) widths.fill(inEmu(width), from, to + 1);
    this.lefts = new Float64Array(SHEET_LIMITS.column + 2);
    for (let column = 1; column <= SHEET_LIMITS.column; column++)
      this.lefts[column + 1] = (this.lefts[column] ?? 0) + (widths[column] ?? 0);
    this.height = defaultHeight * EMU.point;
    this.ownRows = [...rows.keys()].sort((a, b) => a - b);
    this.extra = [];
    let sum = 0;
    for (const row of this.ownRows) this.extra.push((sum += (rows.get(row) ?? defaultHeight) * EMU.point - this.height));
  }

  left(column: number): number {
    return this.lefts[Math.min(column, SHEET_LIMITS.column + 1)] ?? 0;
  }

  top(row: number): number {
    let low = 0;
    for (let high = this.ownRows.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.ownRows[middle] ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return (row - 1) * this.height + (this.extra[low - 1] ?? 0);
  }
}

function inEmu(letters: number): number {
  return Math.trunc(((256 * letters + Math.trunc(128 / FIGURE)) / 256) * FIGURE) * EMU.pixel;
}

/** About how wide a text is, in EMU. */
export function widthOfText(text: string, points: number): number {
  let longest = 0;
  for (const line of text.split('\n')) longest = Math.max(longest, line.length);
  return longest * FIGURE * 0.85 * (points / 11) * EMU.pixel;
}
