import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const darkShapes: FileRule = {
  id: 'dark-shapes',
  severity: 'warn',
  kinds: ['docx'],
  finds: 'A dark shape without text that lies in front of the text.',
  why: 'A black box drawn over words takes nothing out: it moves away with the mouse, and the words under it can be copied and searched.',
  mend: {
    word: 'Choose Home > Select > Selection Pane, hide each shape to see what is under it, delete the words that must not be published, and then the shape.',
    libreoffice: 'Click each shape and press Delete, look at what was under it, and delete the words that must not be published.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'dark-shape'),
      (count, where) => `${quantity(count, 'dark shape')} ${count === 1 ? 'lies' : 'lie'} in front of the text: ${where}`,
    ),
};
