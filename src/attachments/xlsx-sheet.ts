import { type Area, columnName, parseArea, parseCell, SHEET_LIMITS } from './cell-places.ts';
import { UnreadableFile } from './reading.ts';
import { type Condition, conditionsListener } from './xlsx-conditions.ts';
import { FormulaTexts } from './xlsx-formula-texts.ts';
import { type GridSizes, plainSizes } from './xlsx-grid.ts';
import { richTextListener, type RichText } from './xlsx-strings.ts';
import type { Styles } from './xlsx-styles.ts';
import { isOn } from './xlsx-workbook.ts';
import type { XmlListener } from './xml.ts';

/** A cell that holds something, as it is kept. */
export interface Cell {
  row: number;
  column: number;
  style: number;
  value: string | number | boolean;
  /** The string with its runs, where it has some. */
  rich: RichText | null;
}

/** What the part of a sheet says (ECMA-376 18.3), before anything is judged. */
export interface Sheet {
  cells: Cell[];
  hiddenRows: Set<number>;
  /** Rows that are shown although rows are hidden unless they say otherwise. */
  statedRows: Set<number>;
  rowsHiddenByDefault: boolean;
  hiddenColumns: { from: number; to: number }[];
  merged: Area[];
  /** Stretches with a filter that is set. */
  filters: Area[];
  protected: boolean;
  /** Names of the stretches that are open to some in a sheet that is locked. */
  openRanges: string[];
  /** Headers and footers as they are printed, without their codes. */
  headers: string[];
  /** Prompts and error texts of data validation, by the cells they are for. */
  prompts: { cells: string; text: string }[];
  hyperlinks: { cells: string; id: string; text: string }[];
  conditions: Condition[];
  sizes: GridSizes;
  /** Texts that stand in formulas. */
  formulaTexts: FormulaTexts;
}

export interface StringTable {
  at(index: number): RichText | undefined;
}

/** Rows and columns so small that nothing in them can be read, in points and in letters. */
const NO_HEIGHT = 4.5;
const NO_WIDTH = 0.9;
/** What a check of what is typed says: beside the cell, and where it fails (ECMA-376 18.3.1.32). */
const PROMPT = ['promptTitle', 'prompt'] as const;
const ERROR = ['errorTitle', 'error'] as const;
/** Cells with content that are read of one workbook. */
export const MOST_CELLS = 1_000_000;

export function sheetListener(strings: StringTable, styles: Styles, room: { cells: number }): { listener: XmlListener; sheet: Sheet } {
  const sheet: Sheet = {
    cells: [],
    hiddenRows: new Set(),
    statedRows: new Set(),
    rowsHiddenByDefault: false,
    hiddenColumns: [],
    merged: [],
    filters: [],
    protected: false,
    openRanges: [],
    headers: [],
    prompts: [],
    hyperlinks: [],
    conditions: [],
    sizes: plainSizes(),
    formulaTexts: new FormulaTexts(),
  };
  let row = 0;
  let column = 0;
  let style = 0;
  let type = 'n';
  let value = '';
  let inline: RichText | null = null;
  let inValue = false;
  let formula: string | null = null;
  let filter: Area | null = null;
  let header: string | null = null;
  const inlineText = richTextListener('x:is', styles, (text) => (inline = text));
  const conditions = conditionsListener(styles, sheet.conditions, (text, cells) => sheet.formulaTexts.take(text, cells));

  const listener: XmlListener = {
    open: (element) => {
      switch (element.name) {
        case 'x:c': {
          const reference = element.get('r');
          const place = reference === undefined ? null : parseCell(reference);
          column = place ? place.column : column + 1;
          if (place) row = place.row;
          if (column > SHEET_LIMITS.column || (reference !== undefined && !place))
            throw new UnreadableFile('The file is damaged: a sheet has a cell outside of any sheet');
          style = Number(element.get('s') ?? 0);
          type = element.get('t') ?? 'n';
          value = '';
          inline = null;
          break;
        }
        case 'x:v':
          inValue = true;
          break;
        case 'x:f':
          formula = '';
          break;
        case 'x:row': {
          const stated = element.get('r');
          row = stated === undefined ? row + 1 : Number(stated);
          column = 0;
          if (!(Number.isInteger(row) && row >= 1 && row <= SHEET_LIMITS.row))
            throw new UnreadableFile('The file is damaged: a sheet has a row outside of any sheet');
          const height = element.get('ht');
          const isHidden = isOn(element.get('hidden'));
          if (isHidden || (height !== undefined && Number(height) < NO_HEIGHT)) sheet.hiddenRows.add(row);
          else if (height !== undefined || !sheet.rowsHiddenByDefault || sheet.sizes.defaultHeight >= NO_HEIGHT) sheet.statedRows.add(row);
          const tall = isHidden ? 0 : Number(height ?? NaN);
          if (tall >= 0 && tall !== sheet.sizes.defaultHeight) sheet.sizes.rows.set(row, tall);
          break;
        }
        case 'x:protectedRange':
          sheet.openRanges.push(element.get('name') ?? '');
          break;
        case 'x:col': {
          const width = element.get('width');
          const isHidden = isOn(element.get('hidden'));
          const [from, to] = [Number(element.get('min')), Math.min(Number(element.get('max')), SHEET_LIMITS.column)];
          if (!(from >= 1 && to >= from)) break;
          const wide = isHidden ? 0 : Number(width ?? NaN);
          if (wide >= 0) sheet.sizes.columns.push({ from, to, width: wide });
          if (isHidden || (width !== undefined && Number(width) < NO_WIDTH)) sheet.hiddenColumns.push({ from, to });
          break;
        }
        case 'x:sheetFormatPr':
          sheet.rowsHiddenByDefault = isOn(element.get('zeroHeight'));
          if (Number(element.get('defaultRowHeight')) > 0 || isOn(element.get('customHeight')))
            sheet.sizes.defaultHeight = sizeOf(element.get('defaultRowHeight')) ?? sheet.sizes.defaultHeight;
          sheet.sizes.defaultWidth = sizeOf(element.get('defaultColWidth')) ?? sheet.sizes.defaultWidth;
          if (sheet.sizes.defaultHeight < NO_HEIGHT && isOn(element.get('customHeight'))) sheet.rowsHiddenByDefault = true;
          break;
        case 'x:sheetData':
          if (sheet.sizes.defaultWidth < NO_WIDTH) sheet.hiddenColumns.push(...besides(sheet.sizes.columns));
          break;
        case 'x:mergeCell':
          keep(sheet.merged, element.get('ref'));
          break;
        case 'x:autoFilter':
          filter = parseArea(element.get('ref') ?? '');
          break;
        case 'x:filterColumn':
          if (filter) sheet.filters.push(filter);
          filter = null;
          break;
        case 'x:sheetProtection':
          sheet.protected ||= isOn(element.get('sheet'));
          break;
        case 'x:dataValidation': {
          const shown = [...(isOn(element.get('showInputMessage')) ? PROMPT : []), ...(isOn(element.get('showErrorMessage')) ? ERROR : [])];
          const texts = shown.map((name) => element.get(name) ?? '');
          const cells = (element.get('sqref') ?? '').split(/\s+/)[0] ?? '';
          if (texts.some((text) => text !== '')) sheet.prompts.push({ cells, text: texts.filter((text) => text !== '').join(' ') });
          break;
        }
        case 'x:hyperlink':
          sheet.hyperlinks.push({
            cells: element.get('ref') ?? '',
            id: element.get('id', 'r') ?? '',
            text: [element.get('tooltip'), element.get('location')].filter((text) => text !== undefined).join(' '),
          });
          break;
        case 'x:oddHeader':
        case 'x:oddFooter':
        case 'x:evenHeader':
        case 'x:evenFooter':
        case 'x:firstHeader':
        case 'x:firstFooter':
          header = '';
          break;
        default:
          inlineText.open?.(element);
          conditions.open?.(element);
      }
    },
    text: (text) => {
      if (inValue) value += text;
      else if (formula !== null) formula += text;
      else if (header !== null) header += text;
      else {
        inlineText.text?.(text);
        conditions.text?.(text);
      }
    },
    close: (name) => {
      if (name === 'x:v') inValue = false;
      else if (name === 'x:f' && formula !== null) {
        sheet.formulaTexts.take(formula, `${columnName(column)}${row}`);
        formula = null;
      } else if (name === 'x:c') {
        const cell = cellOf({ row, column, style }, type, value, inline, strings);
        if (!cell) return;
        if (--room.cells < 0) throw new UnreadableFile(`The workbook has more than ${MOST_CELLS.toLocaleString('en-GB')} filled cells`);
        sheet.cells.push(cell);
      } else if (header !== null && /^x:(odd|even|first)(Header|Footer)$/.test(name)) {
        sheet.headers.push(withoutCodes(header));
        header = null;
      } else {
        inlineText.close?.(name);
        conditions.close?.(name);
      }
    },
  };
  return { listener, sheet };
}

function sizeOf(value: string | undefined): number | null {
  const size = Number(value ?? NaN);
  return size >= 0 && size < 1_000 ? size : null;
}

function keep(areas: Area[], reference: string | undefined): void {
  const area = parseArea(reference ?? '');
  if (area) areas.push(area);
}

function cellOf(
  at: { row: number; column: number; style: number },
  type: string,
  raw: string,
  inline: RichText | null,
  strings: StringTable,
): Cell | null {
  if (type === 's' || type === 'inlineStr') {
    const text = type === 's' ? strings.at(Number(raw)) : (inline ?? { text: raw, runs: [] });
    return text && text.text.trim() !== '' ? { ...at, value: text.text, rich: text.runs.length > 0 ? text : null } : null;
  }
  if (raw.trim() === '') return null;
  if (type === 'b') return { ...at, value: isOn(raw.trim()), rich: null };
  const number = type === 'n' ? Number(raw) : NaN;
  return { ...at, value: Number.isNaN(number) ? raw : number, rich: null };
}

/** What is printed of a header: `&L&"Arial,Bold"Page &P of &N` is `Page of` (ECMA-376 18.3.1.46). */
function withoutCodes(header: string): string {
  return header
    .replace(/&"[^"]*"/g, '')
    .replace(/&K[\dA-Fa-f]{6}/g, '')
    .replace(/&\d+/g, '')
    .replace(/&[A-Za-z]/g, ' ')
    .replaceAll('&&', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The columns that a sheet states no width for. */
function besides(stated: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const others: { from: number; to: number }[] = [];
  let next = 1;
  for (const { from, to } of [...stated].sort((a, b) => a.from - b.from)) {
    if (from > next) others.push({ from: next, to: from - 1 });
    next = Math.max(next, to + 1);
  }
  if (next <= SHEET_LIMITS.column) others.push({ from: next, to: SHEET_LIMITS.column });
  return others;
}
