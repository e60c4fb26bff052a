import { wordsOf } from '../../attachments/words.ts';
import { holdsName } from '../any/name-in-file-name.ts';
import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

/** Words of a text that says more than the answers and messages of an ordinary formula: “Yes”, “Not found”, “Please check”. */
const FEWEST_WORDS = 4;
/** `J Smith`, `Mr Quill`. */
const NAMED = /(?<![\p{L}\d])(?:\p{Lu}\.? |\p{Lu}\.){1,3}\p{Lu}\p{Ll}{2,}|\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|PC|DC|Sgt)\.? \p{Lu}/u;

export const formulaText: FileRule = {
  id: 'formula-text',
  severity: 'warn',
  kinds: ['xlsx'],
  finds:
    'A text in a formula, a condition or a list of permitted values that no cell shows, and that is a name or a whole sentence. Identifiers in any such text are found by their own rules.',
  why: 'A formula shows one of its texts at most. The others are in the formula bar, and in every copy of the file.',
  mend: {
    excel:
      'Press Ctrl+` to show the formulas, and look at the texts in them. To publish the results alone, select all cells, copy them and choose Home > Paste > Values.',
    libreoffice:
      'Choose View > Show Formula, and look at the texts in them. To publish the results alone, select all cells and choose Data > Calculate > Formula to Value.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'formula-text').filter(({ text }) => isTelling(text)),
      (count, where) => `${quantity(count, 'text')} in formulas ${isAre(count)} shown by no cell: ${where}`,
    ),
};

function isTelling(text: string): boolean {
  if (/^\s*(https?:|mailto:|#)/i.test(text)) return false;
  return wordsOf(text).length >= FEWEST_WORDS || NAMED.test(text) || holdsName(text);
}
