import { columnName } from './cell-places.ts';
import type { ShownCell } from './xlsx-shown.ts';

/** Empty rows or columns after which what follows is easily missed: nobody scrolls that far. */
const GAP = { rows: 50, columns: 26 } as const;

/** The first cell that stands far below or to the right of what is before it; null where there is none. */
export function firstFarCell(cells: readonly ShownCell[]): string | null {
  const row = firstAfterGap(new Set(cells.map((cell) => cell.row)), GAP.rows);
  const column = row === null ? firstAfterGap(new Set(cells.map((cell) => cell.column)), GAP.columns) : null;
  const far = row !== null ? cells.find((cell) => cell.row === row) : column !== null ? cells.find((cell) => cell.column === column) : null;
  return far ? `${columnName(far.column)}${far.row}` : null;
}

function firstAfterGap(lines: ReadonlySet<number>, gap: number): number | null {
  let last = 0;
  for (const line of [...lines].sort((a, b) => a - b)) {
    if (line - last > gap) return line;
    last = line;
  }
  return null;
}
