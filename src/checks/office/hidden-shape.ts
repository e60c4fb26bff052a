import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const hiddenShape: FileRule = {
  id: 'hidden-shape',
  severity: 'block',
  kinds: ['xlsx', 'docx'],
  finds:
    'A shape, text box or picture that is switched off; in a workbook also one that has no size, as in hidden rows, or that lies under another one.',
  why: 'The Selection Pane shows it again with one click, and one that lies under another can be drawn out from there.',
  mend: {
    excel:
      'Choose Home > Find & Select > Selection Pane, look for names without an eye, show them, unhide all rows and columns, draw apart what lies over each other, and delete what must not be published.',
    word: 'Choose Home > Select > Selection Pane, look for names without an eye, show them and delete what must not be published.',
    libreoffice: 'Choose View > Navigator, look through the shapes, and delete what must not be published.',
  },
  find: (reading) =>
    oneProblem(hiddenBy(reading, 'hidden-shape'), (count, where) => `${quantity(count, 'shape')} ${isAre(count)} hidden: ${where}`),
};
