import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const textOffPage: FileRule = {
  id: 'text-off-page',
  severity: 'block',
  kinds: ['docx'],
  finds: 'Text in a text box or frame that stands outside of the page.',
  why: 'What stands beside the page is not printed and not seen, but it is copied, searched and read aloud with the rest.',
  mend: {
    word: 'Choose Home > Select > Selection Pane, click each text box, press Delete for those that are not on the page; frames are listed under Home > Select > Select Objects.',
    libreoffice: 'Choose View > Navigator, look through frames and shapes, and delete those that are not on the page.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'text-off-page'),
      (words, where) => `${quantity(words, 'word')} ${isAre(words)} in a text box or frame outside of the page: ${where}`,
    ),
};
