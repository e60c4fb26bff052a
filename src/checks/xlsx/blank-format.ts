import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const blankFormat: FileRule = {
  id: 'blank-format',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A cell whose number format shows nothing of its value, such as `;;;`, or a word in its place: `[<5]"<5"` shows 3 as “<5”.',
  why: 'The format hides the value in the cell alone: it is in the formula bar, in every copy and for every program that reads the file.',
  mend: {
    excel: 'Select the cells, choose Home > Clear > Clear Formats to see the values, and delete what must not be published.',
    libreoffice: 'Select the cells, choose Format > Clear Direct Formatting to see the values, and delete what must not be published.',
  },
  find: (reading) => [
    ...oneProblem(
      hiddenBy(reading, 'blank-format'),
      (cells, where) => `${quantity(cells, 'filled cell')} ${cells === 1 ? 'has' : 'have'} a number format that shows nothing: ${where}`,
    ),
    ...oneProblem(
      hiddenBy(reading, 'figure-as-word'),
      (cells, where) => `${quantity(cells, 'figure')} ${cells === 1 ? 'is' : 'are'} shown as a word by a number format, and kept: ${where}`,
    ),
  ],
};
