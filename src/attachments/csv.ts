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
  let rows: Row[];
  try {
    rows = parse(text, {
      delimiter: delimiterOf(text),
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
  for (const [index, { record, info }] of rows.entries()) {
    for (const [column, cell] of record.entries()) {
      if (cell === '') continue;
      const { shown, carried, count } = splitInvisible(cell);
      const place: Place = { cells: `${columnName(column)}${index + 1}`, line };
      if (shown.trim() !== '') visible.push({ text: shown, place });
      if (count > 0) noteHidden(hidden, carried, count, place);
    }
    if (visible.length > MOST_CELLS)
      throw new UnreadableFile(`it has more than ${MOST_CELLS.toLocaleString('en-GB')} cells, which is the most that are read`);
    line = info.lines + 1;
  }
  return { kind: 'csv', visible, hidden, facts: [{ what: 'rows', value: String(rows.length), place: {} }], stored: [], notInspected: [] };
}

interface Row {
  record: string[];
  /** `lines`: of the file, up to the end of the record. */
  info: { lines: number };
}

/** The delimiter that stands most often outside quotes in the first lines, and in most of them alike. */
function delimiterOf(text: string): string {
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
  return DELIMITERS.reduce<string>((best, each) => (score(each) > score(best) ? each : best), ',');
}

/** What cannot be cut into cells is read line by line, and said. */
function asLines(bytes: Uint8Array, error: CsvError): Reading {
  const { lines } = error as unknown as { lines?: number };
  const because = /QUOTE/.test(error.code)
    ? 'a quotation mark is opened and never closed, so that the cells cannot be told apart'
    : 'its cells cannot be told apart';
  const place: Place = lines === undefined ? {} : { line: lines };
  return { ...readText(bytes), kind: 'csv', notInspected: [{ because, place }] };
}

/** `A`, `Z`, `AA`: a column as spreadsheets name it, counted from 0. */
export function columnName(column: number): string {
  const rest = column % 26;
  const name = String.fromCharCode(65 + rest);
  return column < 26 ? name : columnName((column - rest) / 26 - 1) + name;
}
