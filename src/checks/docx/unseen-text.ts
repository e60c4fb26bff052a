import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const unseenText: FileRule = {
  id: 'unseen-text',
  severity: 'block',
  kinds: ['docx'],
  finds:
    'Text in the colour of what is behind it (the page, a cell, a table’s style, a text box), without any colour, or too small to be seen: of at most one point, squeezed into almost no width, or in a line or row of almost no height.',
  why: 'White on white, or black on black, is still text: it is selected, copied and searched, and screen readers read it aloud. A black bar made with the marker takes nothing out.',
  mend: {
    word: 'Press Ctrl+A, choose Home > Font Color > Automatic and Text Highlight Color > No Color to see the text, and delete what must not be published.',
    libreoffice: 'Press Ctrl+A, choose Format > Clear Direct Formatting to see the text, and delete what must not be published.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'text-in-background-colour'),
      (words, where) => `${quantity(words, 'word')} cannot be told from the background, or ${isAre(words)} too small to be seen: ${where}`,
    ),
};
