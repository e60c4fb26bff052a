import { columnName } from './cell-places.ts';
import type { ShownCell } from './xlsx-shown.ts';

/** Empty rows or columns after which what follows is easily missed: nobody scrolls that far. */
const GAP = { rows: 50, columns: 26 } as const;

/** The first cell that stands far below or to the right of what is before it; null where there is none. */
export function firstFarCell(cells: readonly ShownCell[]): string | null {
  const byRow = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const byColumn = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const far = firstAfterGap(byRow, (cell) => cell.row, GAP.rows) ?? firstAfterGap(byColumn, (cell) => cell.column, GAP.columns);
  return far ? `${columnName(far.column)}${far.row}` : null;
}

function firstAfterGap(cells: readonly ShownCell[], line: (cell: ShownCell) => number, gap: number): ShownCell | null {
  let last = 0;
  for (const cell of cells) {
    if (line(cell) - last > gap) return cell;
    last = line(cell);
  }
  return null;
}
