import { describePlace } from '../../attachments/reading.ts';
import type { FileRule } from '../rule.ts';

/** What a spreadsheet takes for a formula: after + and −, anything but a number, a telephone number, a dash or a word set off by a space. */
const FORMULA =
  /^\s*(?:[=＝]\s*\S|[@＠][\p{L}\d(]|[+＋][^\d\s+.,()-]|[-−－][^\d\s\-–—.,()£$€%\p{L}]|[+-][\d.,()]+\s*[-+*/^&(|!]\s*[\p{L}\d'"]*[|!(]|-\p{L}[\p{L}\d]*[(|!])/u;

export const formulaCell: FileRule = {
  id: 'formula-cell',
  severity: 'warn',
  kinds: ['csv'],
  finds: 'A cell of a CSV file that begins with `=`, `+`, `-` or `@` and is no number: a spreadsheet runs it as a formula.',
  why: 'A formula can send what stands in the other cells elsewhere when a reader opens the file.',
  mend: { any: 'Put an apostrophe before it, or write the words in another way.' },
  find(reading) {
    const cells = reading.visible.filter(({ text }) => FORMULA.test(text));
    const [first] = cells;
    if (!first) return [];
    const message =
      cells.length === 1
        ? `A cell that spreadsheets run as a formula, in ${describePlace(first.place)}`
        : `${cells.length.toLocaleString('en-GB')} cells that spreadsheets run as formulas, the first in ${describePlace(first.place)}`;
    return [{ place: first.place, message }];
  },
};
