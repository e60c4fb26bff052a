import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const hiddenText: FileRule = {
  id: 'hidden-text',
  severity: 'block',
  kinds: ['docx'],
  finds: 'Text that is formatted as hidden, by itself, by its style or by the style of its table, or that stands in a hidden row.',
  why: 'Hidden text is shown by one click on ¶, is found by a search, and is copied with the rest.',
  mend: {
    word: 'Press Ctrl+Shift+8 to show hidden text, select it, and delete it; or choose File > Info > Check for Issues > Inspect Document, tick “Hidden Text”, Inspect, Remove All; then save.',
    libreoffice: 'Choose View > Formatting Marks, select the text with the dotted line, and delete it.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'hidden-text'),
      (words, where) => `${quantity(words, 'word')} ${isAre(words)} formatted as hidden: ${where}`,
    ),
};
