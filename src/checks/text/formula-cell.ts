import { describePlace } from '../../attachments/reading.ts';
import type { FileRule } from '../rule.ts';

/**
 * True for what a spreadsheet runs. After a sign stand numbers, telephone numbers and words as well: only what calls a function, names a cell or
 * joins another program is a formula there.
 */
function isFormula(cell: string): boolean {
  const text = cell.trimStart();
  if (/^[=＝]\s*\S/.test(text) || /^[@＠][\p{L}\d(]/u.test(text)) return true;
  if (!/^[+＋−－-]\S/.test(text)) return false;
  return /^[+＋]\p{L}/u.test(text) || (/[(|!]/.test(text) && /\p{L}/u.test(text));
}

export const formulaCell: FileRule = {
  id: 'formula-cell',
  severity: 'warn',
  kinds: ['csv'],
  finds: 'A cell of a CSV file that begins with `=`, `+`, `-` or `@` and is no number: a spreadsheet runs it as a formula.',
  why: 'A formula can send what stands in the other cells elsewhere when a reader opens the file.',
  mend: { any: 'Put an apostrophe before it, or write the words in another way.' },
  find(reading) {
    const cells = reading.visible.filter(({ text }) => isFormula(text));
    const [first] = cells;
    if (!first) return [];
    const message =
      cells.length === 1
        ? `A cell that spreadsheets run as a formula, in ${describePlace(first.place)}`
        : `${cells.length.toLocaleString('en-GB')} cells that spreadsheets run as formulas, the first in ${describePlace(first.place)}`;
    return [{ place: first.place, message }];
  },
};
