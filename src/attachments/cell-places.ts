/** The last row and column that a sheet can have. */
export const SHEET_LIMITS = { row: 1_048_576, column: 16_384 } as const;

const COLUMN_NAMES: string[] = [];

/** `28` → `AB`. Columns count from 1. */
export function columnName(column: number): string {
  return (COLUMN_NAMES[column] ??= reckonColumnName(column));
}

function reckonColumnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** `AB7`, `$AB$7` → row and column, from 1; null where it is none, or outside any sheet. */
export function parseCell(reference: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row >= 1 && row <= SHEET_LIMITS.row && column <= SHEET_LIMITS.column ? { row, column } : null;
}

/** A rectangle of cells; both corners are in it. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** `B2:D9`, or one cell; null where it is none. */
export function parseArea(reference: string): Area | null {
  const [first = '', last = first] = reference.split(':');
  const [from, to] = [parseCell(first), parseCell(last)];
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export function isIn(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** `B7`, `A2:C40` */
export function areaName({ top, left, bottom, right }: Area): string {
  const first = `${columnName(left)}${top}`;
  return top === bottom && left === right ? first : `${first}:${columnName(right)}${bottom}`;
}

/** Numbers in ascending order as stretches without a gap: `[3, 4, 7]` → `[[3, 4], [7, 7]]`. */
export function stretches(numbers: readonly number[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
