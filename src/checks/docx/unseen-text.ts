import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const unseenText: FileRule = {
  id: 'unseen-text',
  severity: 'block',
  kinds: ['docx'],
  finds: 'Text in the colour of what is behind it, or of at most one point.',
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
