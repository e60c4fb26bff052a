import { block, cutStart, inlineText, type Block } from './block.ts';
import { markerFrom, readMarker } from './markers.ts';
import { PairBuilder, type Pairs } from './pair-builder.ts';

const QUESTION_COLUMN =
  /^(?:your |the )?(?:questions?|requests?|query|queries|you asked|what you asked|information requested|cwestiwn|cwestiynau|cais)(?: asked)?$/i;
const ANSWER_COLUMN =
  /^(?:our |the |council |trust )?(?:answers?|responses?|repl(?:y|ies)|we said|comments?|information|ymateb|ateb)(?: provided)?$/i;

/** The pairs of a table that has a column of questions and one of answers. */
export function findTablePairs(blocks: readonly Block[]): Pairs | null {
  const at = blocks.findIndex(({ rows }) => rows !== null && columnsOf(rows) !== null);
  const table = blocks[at];
  const columns = table?.rows ? columnsOf(table.rows) : null;
  if (!table?.rows || !columns) return null;
  const build = new PairBuilder(blocks.slice(0, at));
  const rows = columns.header ? table.rows.slice(1) : table.rows;
  if (columns.header)
    for (const cell of table.rows[0] ?? []) build.dropped.push({ line: table.line, text: inlineText(cell), why: 'label' });
  for (const row of rows) {
    const cell = (index: number) => block('paragraph', table.line, row[index] ?? []);
    const asked = cell(columns.question);
    if (!asked.text.trim()) continue;
    const own = readMarker(asked.text);
    const inFront = own && own.marker.kind !== 'bullet' && columns.number === null;
    const bare = inFront ? cutStart(asked, asked.text.length - own.rest.length) : asked;
    const apart = columns.number === null ? '' : cell(columns.number).text.replace(/[.):\s]+$|^\s*q\.?\s*/gi, '');
    build.question(inFront ? own.marker : apart === '' ? null : markerFrom(`${apart}.`), bare, asked);
    for (const [index, content] of row.entries())
      if (index !== columns.question && index !== columns.number && inlineText(content).trim()) build.answer([], cell(index), asked);
  }
  if (build.count < 2) return null;
  for (const each of blocks.slice(at + 1)) build.after(each);
  return build.done();
}

function columnsOf(rows: NonNullable<Block['rows']>): { number: number | null; question: number; answer: number; header: boolean } | null {
  const texts = (rows[0] ?? []).map((cell) =>
    inlineText(cell)
      .replace(/[:.\s]+$/, '')
      .trim(),
  );
  const question = texts.findIndex((text) => QUESTION_COLUMN.test(text));
  const answer = texts.findIndex((text, index) => index !== question && ANSWER_COLUMN.test(text));
  if (question !== -1 && answer !== -1 && rows.length > 1) {
    const number = texts.findIndex(
      (text, index) =>
        index !== question &&
        index !== answer &&
        /^(?:no|number|#|q|ref|q no|question no|item|rhif)?\.?$/i.test(text) &&
        rows.slice(1).some((row) => /^\s*q?\.?\s?\d/i.test(inlineText(row[index] ?? []))),
    );
    return { number: number === -1 ? null : number, question, answer, header: true };
  }
  if (texts.length !== 2 || rows.length < 2) return null;
  const asks = rows.filter((row) => /\?\s*$/.test(inlineText(row[0] ?? []).trim())).length;
  return asks >= 2 && asks >= rows.length * 0.6 ? { number: null, question: 0, answer: 1, header: false } : null;
}
