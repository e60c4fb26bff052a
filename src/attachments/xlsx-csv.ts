import { stringify } from 'csv-stringify/sync';
import { Gathering } from './gathering.ts';
import { UnreadableFile } from './reading.ts';
import { type ShownCell, tellSheet } from './xlsx-shown.ts';
import { openWorkbook } from './xlsx.ts';

/** A sheet as its tab names it, and what a reader sees of it as CSV. */
export interface SheetAsCsv {
  sheet: string;
  csv: string;
  /** Filled cells of the sheet that are left out, because no reader sees them. */
  leftOut: number;
}

/** What becomes of a workbook as CSV. */
export interface WorkbookAsCsv {
  sheets: SheetAsCsv[];
  /** Names of the sheets that hold something and that no reader sees: they are left out whole. */
  hidden: string[];
}

/** Cells of the rectangle that is written of a sheet, filled or empty. */
const MOST_WRITTEN = 5_000_000;

/**
 * Each visible sheet that holds something as CSV (RFC 4180, UTF-8 with a byte order mark, CRLF), exactly as a reader sees it: dates and figures as the
 * cells show them, hidden rows, columns and cells left out, formulas as their results. Rows and columns that are empty in between are kept.
 *
 * A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line break) gets an apostrophe before it, as OWASP
 * recommends; a figure such as `-12.50` or `+3%` does not, for it is no formula.
 *
 * @throws {UnreadableFile} as `readXlsx` does, and for a sheet too large to write
 */
export async function sheetsAsCsv(bytes: Uint8Array): Promise<WorkbookAsCsv> {
  const { sheets } = await openWorkbook(bytes);
  const written: SheetAsCsv[] = [];
  const hidden: string[] = [];
  for (const { entry, sheet, setting } of sheets()) {
    if (!sheet) continue;
    if (entry.state !== 'visible') {
      if (sheet.cells.length > 0) hidden.push(entry.name);
      continue;
    }
    const cells = tellSheet(sheet, setting, new Gathering('xlsx'));
    if (cells.length === 0) continue;
    const rows = rowsOf(
      cells,
      (row) => sheet.hiddenRows.has(row) || (sheet.rowsHiddenByDefault && !sheet.statedRows.has(row)),
      (column) => sheet.hiddenColumns.some(({ from, to }) => column >= from && column <= to),
    );
    written.push({
      sheet: entry.name,
      csv: stringify(rows, { bom: true, record_delimiter: 'windows' }),
      leftOut: sheet.cells.length - cells.length,
    });
  }
  return { sheets: written, hidden };
}

function rowsOf(
  cells: readonly ShownCell[],
  isHiddenRow: (row: number) => boolean,
  isHiddenColumn: (column: number) => boolean,
): string[][] {
  let [lastRow, lastColumn] = [0, 0];
  for (const { row, column } of cells) [lastRow, lastColumn] = [Math.max(lastRow, row), Math.max(lastColumn, column)];
  if (lastRow * lastColumn > MOST_WRITTEN)
    throw new UnreadableFile(
      `A sheet reaches to row ${lastRow} and column ${lastColumn}, mostly empty; delete the cells far from the table first`,
    );
  // Where a row or column goes, once those that are hidden are left out.
  const rowAt = new Map<number, number>();
  for (let row = 1; row <= lastRow; row++) if (!isHiddenRow(row)) rowAt.set(row, rowAt.size);
  const columnAt = new Map<number, number>();
  for (let column = 1; column <= lastColumn; column++) if (!isHiddenColumn(column)) columnAt.set(column, columnAt.size);
  const rows = Array.from({ length: rowAt.size }, () => Array.from({ length: columnAt.size }, () => ''));
  for (const { row, column, text } of cells) {
    const into = rows[rowAt.get(row) ?? -1];
    const at = columnAt.get(column);
    if (into && at !== undefined) into[at] = guarded(text.trim());
  }
  return rows;
}

const BEGINS_A_FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/;
const FIGURE = /^\s*[-+]?\s?[£$€]?\s?\d[\d,. ]*%?\s*$/;

function guarded(text: string): string {
  return BEGINS_A_FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
}
