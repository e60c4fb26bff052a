import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const lettersOnDrawing: FileRule = {
  id: 'letters-on-drawing',
  severity: 'warn',
  kinds: ['docx'],
  finds: 'Letters as white as the page, in a text behind which something is drawn.',
  why: 'They may be the heading on a dark band, or stand on the white page where nobody sees them: where the two come to lie is not reckoned.',
  mend: {
    word: 'Select all the text (Ctrl+A) and look for words that nobody could see before; delete those that must not be published.',
    libreoffice: 'Select all the text (Ctrl+A) and look for words that nobody could see before; delete those that must not be published.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'letters-on-drawing'),
      (count, where) =>
        `${quantity(count, 'stretch of text', 'stretches of text')} ${count === 1 ? 'is' : 'are'} as white as the page, and may stand on what is drawn behind: ${where}`,
    ),
};
