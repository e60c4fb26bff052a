import { CsvError, parse } from 'csv-parse/sync';
import { splitInvisible } from './invisible.ts';
import { UnreadableFile, type Hidden, type Place, type Reading, type Visible } from './reading.ts';
import { noteHidden, readText, textOf } from './text.ts';

const MOST_CELLS = 2_000_000;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Reads a table of text as RFC 4180 and as spreadsheets write it: comma, semicolon, tab or bar between cells, quotes around those that need them. A
 * place has the cell as a spreadsheet names it, and the line where its row begins.
 * @throws UnreadableFile for what is too large, or is no text
 */
export function readCsv(bytes: Uint8Array): Reading {
  const text = textOf(bytes);
  const { delimiter, most } = shapeOf(text);
  let rows: Row[];
  try {
    // Of each row with another number of cells than the first the library makes an error, which costs more than to read it; and the first is often
    // a title. So a row of the usual number is put before it.
    rows = parse(`${delimiter.repeat(most)}\n${text}`, {
      delimiter,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 4_194_304,
    }) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return asLines(bytes, error);
  }
  const visible: Visible[] = [];
  const hidden: Hidden[] = [];
  let line = 1;
  for (const [index, { record, info }] of rows.slice(1).entries()) {
    for (const [column, cell] of record.entries()) {
      if (cell === '') continue;
      const { shown, carried, count } = splitInvisible(cell);
      const place: Place = { cells: `${columnName(column)}${index + 1}`, line };
      if (shown.trim() !== '') visible.push({ text: shown, place });
      if (count > 0) noteHidden(hidden, carried, count, place);
    }
    if (visible.length > MOST_CELLS)
      throw new UnreadableFile(`it has more than ${MOST_CELLS.toLocaleString('en-GB')} cells, which is the most that are read`);
    line = info.lines;
  }
  return {
    kind: 'csv',
    visible,
    hidden,
    facts: [{ what: 'rows', value: String(rows.length - 1), place: {} }],
    stored: [],
    notInspected: [],
  };
}

interface Row {
  record: string[];
  /** `lines`: of what is read, up to the end of the record: of the file and the row before it. */
  info: { lines: number };
}

/** The delimiter that stands most often outside quotes in the first lines, and in most of them alike; and how often it stands in most of them. */
function shapeOf(text: string): { delimiter: string; most: number } {
  const lines = text
    .slice(0, 16_384)
    .replace(/"[^"]{0,2000}"/g, '')
    .split(/\r\n|\r|\n/)
    .filter(Boolean)
    .slice(0, 20);
  const score = (delimiter: string) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    return counts.filter((count) => count > 0 && count === counts[0]).length * 1000 + Math.min(counts[0] ?? 0, 999);
  };
  const delimiter = DELIMITERS.reduce<string>((best, each) => (score(each) > score(best) ? each : best), ',');
  const times = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    times.set(count, (times.get(count) ?? 0) + 1);
  }
  const [[most] = [0]] = [...times].sort(([, one], [, other]) => other - one);
  return { delimiter, most };
}

/** What cannot be cut into cells is read line by line, and said. */
function asLines(bytes: Uint8Array, error: CsvError): Reading {
  const { lines } = error as unknown as { lines?: number };
  const because = /QUOTE/.test(error.code)
    ? 'a quotation mark is opened and never closed, so that the cells cannot be told apart'
    : 'its cells cannot be told apart';
  const place: Place = lines === undefined ? {} : { line: Math.max(1, lines - 1) };
  return { ...readText(bytes), kind: 'csv', notInspected: [{ because, place }] };
}

/** `A`, `Z`, `AA`: a column as spreadsheets name it, counted from 0. */
export function columnName(column: number): string {
  const rest = column % 26;
  const name = String.fromCharCode(65 + rest);
  return column < 26 ? name : columnName((column - rest) / 26 - 1) + name;
}
