import type { AlignType, Table, TableCell, TableRow } from 'mdast';

/*
 * A table whose every row is closed by a stroke at both ends and holds words alone; see `plain-blocks.ts`. For them alone the library took a
 * fifth of what reading the measured log still cost.
 */

/** A row, as far as one line tells: strokes at both ends, no other mark. */
export const ROW = /\|[^\n\t&*<[\]\\_\x60]*\|(?=\n|$)/y;
const HEAD_END = /^(?:\| *:?-+:? *)+\|$/;

/** True where the lines are a table that is read here: a head, the line below it, and one row or more of as many cells. */
export function isPlainTable(text: string): boolean {
  const [head = '', below = '', ...rows] = text.split('\n');
  const cells = cellsOf(head);
  // A head of dashes may be something else.
  if (!HEAD_END.test(below) || !/[^\s|:-]/.test(head) || rows.length === 0) return false;
  return [below, ...rows].every((row) => cellsOf(row).length === cells.length);
}

/** @param line of its first line @param start its offset in the whole text */
export function tableOf(text: string, line: number, start: number): Table {
  const children: TableRow[] = [];
  let align: AlignType[] = [];
  let offset = start;
  for (const [index, row] of text.split('\n').entries()) {
    if (index === 1) align = cellsOf(row).map(alignOf);
    else children.push(rowOf(row, line + index, offset));
    offset += row.length + 1;
  }
  const [first, last] = [children[0] as TableRow, children.at(-1) as TableRow];
  const position = { start: first.position!.start, end: last.position!.end };
  return { type: 'table', align, children, position };
}

function rowOf(row: string, line: number, offset: number): TableRow {
  const children: TableCell[] = [];
  const cells = cellsOf(row);
  let at = 0;
  for (const [index, cell] of cells.entries()) {
    const end = index === cells.length - 1 ? row.length : at + 1 + cell.length;
    let [from, to] = [at + 1, at + 1 + cell.length];
    while (from < to && row[from] === ' ') from += 1;
    while (from < to && row[to - 1] === ' ') to -= 1;
    const position = { start: point(line, from + 1, offset + from), end: point(line, to + 1, offset + to) };
    const content: TableCell['children'] = from === to ? [] : [{ type: 'text', value: row.slice(from, to), position }];
    children.push({
      type: 'tableCell',
      children: content,
      position: { start: point(line, at + 1, offset + at), end: point(line, end + 1, offset + end) },
    });
    at = end;
  }
  return {
    type: 'tableRow',
    children,
    position: { start: point(line, 1, offset), end: point(line, row.length + 1, offset + row.length) },
  };
}

function cellsOf(row: string): string[] {
  return row.slice(1, -1).split('|');
}

function alignOf(cell: string): AlignType {
  const [left, right] = [cell.trim().startsWith(':'), cell.trim().endsWith(':')];
  return left ? (right ? 'center' : 'left') : right ? 'right' : null;
}

function point(line: number, column: number, offset: number): { line: number; column: number; offset: number } {
  return { line, column, offset };
}
