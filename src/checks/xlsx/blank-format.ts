import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const blankFormat: FileRule = {
  id: 'blank-format',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A cell whose number format, such as `;;;`, shows nothing of its value.',
  why: 'The format hides the value in the cell alone: it is in the formula bar, in every copy and for every program that reads the file.',
  mend: {
    excel: 'Select the cells, choose Home > Clear > Clear Formats to see the values, and delete what must not be published.',
    libreoffice: 'Select the cells, choose Format > Clear Direct Formatting to see the values, and delete what must not be published.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'blank-format'),
      (cells, where) => `${quantity(cells, 'filled cell')} ${cells === 1 ? 'has' : 'have'} a number format that shows nothing: ${where}`,
    ),
};
