import type { Place, Reading } from '../attachments/reading.ts';
import { ALONE, type Near } from '../model/text-rules/text-rule.ts';

/** One line of what a file holds, and what stands around it. */
export interface Passage {
  line: string;
  near: Near;
  place: Place;
  /** True where a reader of the file does not see it. */
  isHidden: boolean;
}

/** Of the line before, in characters: enough for the words that name what follows. */
const LABEL = 60;

/** What a file says of itself in words that people and systems write, and that no program shows. */
const UNSEEN_FACTS = new Set(['custom-property', 'custom-xml-text', 'document-variable']);

/** Everything a file holds in words, seen or not, line by line. A cell knows the heading of its column and the rest of its row. */
export function* passagesOf(reading: Reading): Generator<Passage> {
  const table = new Table(reading);
  let before = '';
  for (const { text, place } of reading.visible) {
    const near = table.near(place) ?? { label: before, beside: ALONE.beside };
    yield* linesOf(text, place, near, false);
    before = text.slice(-LABEL);
  }
  for (const { text, place } of reading.hidden) yield* linesOf(text, place, ALONE, true);
  for (const { what, value, place } of reading.facts) if (UNSEEN_FACTS.has(what)) yield* linesOf(value, place, ALONE, true);
}

function* linesOf(text: string, place: Place, near: Near, isHidden: boolean): Generator<Passage> {
  if (!text.includes('\n')) {
    yield { line: text, near, place, isHidden };
    return;
  }
  let label = near.label;
  for (const line of text.split('\n')) {
    yield { line, near: { ...near, label }, place, isHidden };
    if (line.trim() !== '') label = line.slice(-LABEL);
  }
}

/** One cell of a table, counted from 0. */
export interface Cell {
  row: number;
  column: number;
  text: string;
  place: Place;
}

/** One sheet, or a table of text: its heading row and the rows below it. */
export interface Sheet {
  headings: ReadonlyMap<number, string>;
  /** Below the headings, in their order. */
  rows: ReadonlyMap<number, readonly Cell[]>;
}

/** Rows among which the headings are looked for: titles and notes may stand above them. */
const HEAD = 12;

/** The visible cells of a reading as tables. */
export class Table {
  readonly sheets = new Map<string, Sheet>();

  constructor(reading: Reading) {
    if (reading.kind !== 'csv' && reading.kind !== 'xlsx') return;
    const rows = new Map<string, Map<number, Cell[]>>();
    for (const { text, place } of reading.visible) {
      const at = cellAt(place.cells);
      if (!at) continue;
      const sheet = rows.get(place.sheet ?? '') ?? new Map<number, Cell[]>();
      rows.set(place.sheet ?? '', sheet);
      const row = sheet.get(at.row) ?? [];
      sheet.set(at.row, row);
      row.push({ ...at, text, place });
    }
    for (const [name, sheet] of rows) this.sheets.set(name, withHeadings(sheet));
  }

  /** What stands around a cell; `null` where the place is none. */
  near({ sheet, cells }: Place): Near | null {
    const its = this.sheets.get(sheet ?? '');
    const at = its && cellAt(cells);
    if (!at) return null;
    const row = its.rows.get(at.row);
    if (!row) return { label: '', beside: ALONE.beside };
    const beside = () => [...its.headings.values(), ...row.map(({ text }) => text)].join(', ').slice(0, 4000);
    return { label: its.headings.get(at.column) ?? '', beside };
  }
}

/** The headings are the first row of those at the top that has the most words. */
function withHeadings(rows: Map<number, Cell[]>): Sheet {
  const top = [...rows].slice(0, HEAD);
  const words = (cells: readonly Cell[]) => cells.filter(({ text }) => /\p{L}/u.test(text) && text.length < 120).length;
  const most = Math.max(0, ...top.map(([, cells]) => words(cells)));
  const [headRow, head = []] = top.find(([, cells]) => words(cells) === most) ?? [];
  const below = new Map([...rows].filter(([row]) => headRow === undefined || row > headRow));
  return { headings: new Map(head.map(({ column, text }) => [column, text])), rows: below };
}

/** `B7` → row 6, column 1; `null` for ranges and what is no cell. */
function cellAt(cells: string | undefined): { row: number; column: number } | null {
  const [, letters = '', digits] = /^([A-Z]{1,4})(\d{1,9})$/.exec(cells ?? '') ?? [];
  if (digits === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}
