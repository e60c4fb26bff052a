import { type Area, areaName, columnName, isIn, SHEET_LIMITS, stretches } from './cell-places.ts';
import { looksLike, type Rgb } from './colours.ts';
import type { Gathering } from './gathering.ts';
import { UnreadableFile } from './reading.ts';
import { conditionsHide } from './xlsx-conditions.ts';
import { coveredBy, type DrawnOver } from './xlsx-covers.ts';
import type { Grid } from './xlsx-grid.ts';
import type { Cell, Sheet } from './xlsx-sheet.ts';
import { type CellStyle, formatted, type Styles } from './xlsx-styles.ts';
import type { SheetEntry } from './xlsx-workbook.ts';

/** How a sheet is told that is not seen. */
export const HIDDEN_SHEETS = { hidden: 'hidden-sheet', veryHidden: 'very-hidden-sheet', withoutTab: 'sheet-without-tab' } as const;

/** What is around a sheet: its name, whether it is hidden as a whole, and how its cells look. */
export interface SheetSetting {
  name: string;
  state: SheetEntry['state'];
  styles: Styles;
  from1904: boolean;
  tables: SheetTable[];
  /** What is drawn over the cells. */
  drawn: DrawnOver;
  grid: () => Grid;
}

/** A table on a sheet. Its filter hides rows; its style colours cells that state no colour of their own. */
export interface SheetTable {
  area: Area;
  filtered: boolean;
  /** Where the style is dark, and white letters are meant to be read: everywhere, or in the first and last rows alone. */
  dark: { everywhere: boolean; header: boolean; totals: boolean };
}

/** A cell that a reader sees: the text is what the cell shows. */
export interface ShownCell {
  row: number;
  column: number;
  text: string;
}

/** Ways in which a single cell is not seen, in the order in which they are told. */
const OF_CELLS = [
  'hidden-row',
  'filtered-row',
  'hidden-column',
  'merged-cell',
  'blank-format',
  'figure-as-word',
  'cell-in-background-colour',
  'hidden-by-condition',
  'covered-cell',
] as const;
type OfCells = (typeof OF_CELLS)[number];

/** Stretches that a sheet is told with at most, for each way of hiding. The last counts what is in all others. */
const MOST_STRETCHES = 200;
/** Rows of all merged areas of a sheet together: more than a whole column of a sheet, three times. */
const MOST_MERGED_ROWS = 3_200_000;

/** Divides the cells of a sheet into what is seen and what is not, and tells both. Returns what is seen. */
export function tellSheet(sheet: Sheet, setting: SheetSetting, gathering: Gathering): ShownCell[] {
  const { name, state, styles, from1904 } = setting;
  const text = (cell: Cell) => textOf(cell, styles.of(cell.style), from1904);
  if (state !== 'visible') {
    const whole = sheet.cells.map((cell) => `${text(cell)} ${String(cell.value)}`).join('\n');
    if (sheet.cells.length > 0) gathering.hide(HIDDEN_SHEETS[state], whole, sheet.cells.length, { sheet: name });
    return [];
  }
  const isHidden = hider(sheet, setting);
  const byCondition = conditionsHide(sheet.conditions, sheet.cells, styles, text);
  const shown: ShownCell[] = [];
  const isCovered = coveredBy(setting.drawn.covers, setting.grid, sheet.cells);
  const perhaps: Cell[] = [];
  const behind: Cell[] = [];
  const unseen = new Map<OfCells, Cell[]>(OF_CELLS.map((how) => [how, []]));
  for (const cell of sheet.cells) {
    const seen = text(cell);
    let how = isHidden(cell, seen);
    if (how === null && byCondition && !isBlank(seen)) {
      const hidden = byCondition(cell);
      if (hidden === 'perhaps') perhaps.push(cell);
      else if (hidden === 'surely') how = 'hidden-by-condition';
    }
    if (how === null && isCovered && !isBlank(seen)) {
      const covered = isCovered(cell, seen, styles.of(cell.style));
      if (covered === 'perhaps') behind.push(cell);
      else if (covered === 'surely') how = 'covered-cell';
    }
    if (how !== null) {
      unseen.get(how)?.push(cell);
      continue;
    }
    shown.push({ row: cell.row, column: cell.column, text: seen });
    gathering.see(seen, { sheet: name, cells: `${columnName(cell.column)}${cell.row}` });
  }
  for (const [how, cells] of unseen) tellUnseen(how, cells, name, gathering, text);
  const tell = (what: string, cells: readonly Cell[]) => {
    for (const block of blocksOf(cells)) gathering.fact(what, String(block.cells.length), { sheet: name, cells: areaName(block.area) });
  };
  tell('may-be-hidden-by-condition', perhaps);
  tell('behind-drawing', behind);
  return shown;
}

export function textOf(cell: Cell, style: CellStyle, from1904: boolean): string {
  const { value } = cell;
  if (style.format === 'General' && (typeof value === 'string' || (Number.isInteger(value) && Math.abs(value as number) < 1e11)))
    return String(value);
  return formatted(value, style.format, from1904);
}

/** @returns tells of a cell, with the text that it would show, why it is not seen; null where it is */
function hider(sheet: Sheet, { styles, tables }: SheetSetting): (cell: Cell, text: string) => OfCells | null {
  const filters = [...sheet.filters, ...tables.filter(({ filtered }) => filtered).map(({ area }) => area)];
  const merged = mergedByRow(sheet.merged);
  const isHiddenColumn = new Uint8Array(SHEET_LIMITS.column + 1);
  for (const { from, to } of sheet.hiddenColumns) isHiddenColumn.fill(1, from, to + 1);
  return (cell, text) => {
    const { row, column } = cell;
    if (sheet.hiddenRows.has(row) || (sheet.rowsHiddenByDefault && !sheet.statedRows.has(row)))
      return filters.some((area) => row > area.top && row <= area.bottom) ? 'filtered-row' : 'hidden-row';
    if (isHiddenColumn[column] === 1) return 'hidden-column';
    if (merged(row, column)) return 'merged-cell';
    const style = styles.of(cell.style);
    if (style.format !== 'General' && cell.value !== 0 && isBlank(text) && !isBlank(String(cell.value))) return 'blank-format';
    if (typeof cell.value === 'number' && cell.value !== 0 && isWordOf(style.format, text)) return 'figure-as-word';
    if (
      isInk(cell, style, styles.inkOfFormat(style.format, cell.value)) &&
      !isBlank(String(cell.value)) &&
      !tables.some((table) => isOnDark(table, row, column))
    )
      return 'cell-in-background-colour';
    return null;
  };
}

function isOnDark({ area, dark }: SheetTable, row: number, column: number): boolean {
  return isIn(area, row, column) && (dark.everywhere || (dark.header && row === area.top) || (dark.totals && row === area.bottom));
}

/** What statistics put in the place of a figure that is not to be told. A word for each figure, “Yes” for 1, tells it. */
const SUPPRESSED = /[<>≤≥]|^(?:n\s?\/?\s?[ak]|[*~#]+|x+|\[?[cx]\]?|-+|–|\.{2,3}|redacted|suppressed|withheld|low|few)$/i;

/** Whether a text is one that a number format shows in place of the figure: `[<5]"<5"` shows 3 as “<5”. */
function isWordOf(format: string, text: string): boolean {
  const words = sectionsOf(format).map(wordOf);
  return SUPPRESSED.test(text.trim()) && words.includes(text.trim());
}

/** The sections of a number format (ECMA-376 18.8.31), which stand between semicolons. */
function sectionsOf(format: string): string[] {
  return format.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [];
}

/** What a section shows, where it shows nothing of the figure; null where it shows some of it. */
function wordOf(section: string): string | null {
  let word = '';
  for (const [part] of section.matchAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General|./gis)) {
    if (part.startsWith('"')) word += part.slice(1, -1);
    else if (part.startsWith('\\')) word += part.slice(1);
    else if (part.length > 1 && !/^general$/i.test(part)) continue;
    else if (/^[-+ <>()=/:!&~{}'$£€%]$/.test(part)) word += part;
    else return null;
  }
  return word.trim();
}

const isBlank = (text: string) => text.trim() === '';

/** Letters that cannot be told from what is behind them, or are too small to be seen, in the whole cell or in a run of it. */
function isInk({ rich }: Cell, { paper, size, unseen }: CellStyle, ofFormat: Rgb | null): boolean {
  if (size <= 1) return true;
  if (ofFormat && paper) return looksLike(ofFormat, paper);
  if (!rich || paper === null) return unseen;
  return rich.runs.some((run) => !isBlank(run.text) && (run.ink ? looksLike(run.ink, paper) : unseen));
}

/** Whether a cell lies under a merged one: in its area, and not at its upper left corner. Areas of one sheet do not overlap. */
function mergedByRow(areas: readonly Area[]): (row: number, column: number) => boolean {
  const rows = new Map<number, Area[]>();
  let room = MOST_MERGED_ROWS;
  for (const area of [...areas].sort((a, b) => a.left - b.left)) {
    room -= area.bottom - area.top + 1;
    if (room < 0) throw new UnreadableFile('A sheet has merged cells over more rows than can be looked into');
    for (let row = area.top; row <= area.bottom; row++) {
      const inRow = rows.get(row);
      if (inRow) inRow.push(area);
      else rows.set(row, [area]);
    }
  }
  return (row, column) => {
    const inRow = rows.get(row);
    if (!inRow) return false;
    let low = 0;
    for (let high = inRow.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((inRow[middle]?.left ?? 0) <= column) low = middle + 1;
      else high = middle;
    }
    const area = inRow[low - 1];
    return area !== undefined && isIn(area, row, column) && !(row === area.top && column === area.left);
  };
}

function tellUnseen(how: OfCells, cells: readonly Cell[], sheet: string, gathering: Gathering, text: (cell: Cell) => string): void {
  if (cells.length === 0) return;
  const words = (some: readonly Cell[]) => some.map((cell) => `${text(cell)} ${String(cell.value)}`).join('\n');
  const byRow = how === 'hidden-row' || how === 'filtered-row';
  if (byRow || how === 'hidden-column') {
    const key = byRow ? (cell: Cell) => cell.row : (cell: Cell) => cell.column;
    const lines = [...new Set(cells.map(key))].sort((a, b) => a - b);
    const spans = stretches(lines);
    const byLine = new Map<number, Cell[]>();
    for (const cell of cells) {
      const line = byLine.get(key(cell));
      if (line) line.push(cell);
      else byLine.set(key(cell), [cell]);
    }
    const told = spans.slice(0, MOST_STRETCHES);
    told.forEach(([from, to], at) => {
      const last = at === MOST_STRETCHES - 1 ? (lines.at(-1) ?? to) : to;
      const inside = lines.filter((line) => line >= from && line <= last).flatMap((line) => byLine.get(line) ?? []);
      const place = byRow ? `${from}:${to}` : `${columnName(from)}:${columnName(to)}`;
      gathering.hide(how, words(inside), inside.length, { sheet, cells: place });
    });
    return;
  }
  for (const block of blocksOf(cells)) gathering.hide(how, words(block.cells), block.cells.length, { sheet, cells: areaName(block.area) });
}

/** Cells below each other in one column are one block; at most `MOST_STRETCHES`, the last of which holds the rest. */
function blocksOf(cells: readonly Cell[]): { area: Area; cells: Cell[] }[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const blocks: { area: Area; cells: Cell[] }[] = [];
  for (const cell of sorted) {
    const last = blocks.at(-1);
    const joins = last && last.area.left === cell.column && last.area.bottom + 1 >= cell.row;
    if (last && (joins || blocks.length >= MOST_STRETCHES)) {
      last.cells.push(cell);
      last.area.bottom = Math.max(last.area.bottom, cell.row);
      last.area.right = Math.max(last.area.right, cell.column);
      last.area.top = Math.min(last.area.top, cell.row);
    } else blocks.push({ area: { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column }, cells: [cell] });
  }
  return blocks;
}
