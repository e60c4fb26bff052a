import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const hiddenShape: FileRule = {
  id: 'hidden-shape',
  severity: 'block',
  kinds: ['xlsx', 'docx'],
  finds: 'A shape or text box that is switched off and holds text.',
  why: 'The Selection Pane shows it again with one click.',
  mend: {
    excel: 'Choose Home > Find & Select > Selection Pane, look for names without an eye, show them and delete what must not be published.',
    word: 'Choose Home > Select > Selection Pane, look for names without an eye, show them and delete what must not be published.',
    libreoffice: 'Choose View > Navigator, look through the shapes, and delete what must not be published.',
  },
  find: (reading) =>
    oneProblem(hiddenBy(reading, 'hidden-shape'), (count, where) => `${quantity(count, 'shape')} ${isAre(count)} hidden: ${where}`),
};
