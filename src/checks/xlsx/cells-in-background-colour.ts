import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const cellsInBackgroundColour: FileRule = {
  id: 'cells-in-background-colour',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'Text in the colour of the cell or of the text box behind it, without any colour, or too small to be seen.',
  why: 'White on white is still text: it is selected, copied and searched, and screen readers read it aloud.',
  mend: {
    excel: 'Select the cells, choose Home > Font Color > Automatic to see the text, and delete what must not be published.',
    libreoffice: 'Select the cells, choose Format > Clear Direct Formatting to see the text, and delete what must not be published.',
  },
  find: (reading) => [
    ...oneProblem(
      hiddenBy(reading, 'cell-in-background-colour'),
      (cells, where) =>
        `${quantity(cells, 'filled cell')} ${cells === 1 ? 'has' : 'have'} text that cannot be told from the background: ${where}`,
    ),
    ...oneProblem(
      hiddenBy(reading, 'shape-text-in-background-colour'),
      (shapes, where) =>
        `${quantity(shapes, 'shape')} ${shapes === 1 ? 'has' : 'have'} text that cannot be told from the background: ${where}`,
    ),
  ],
};
