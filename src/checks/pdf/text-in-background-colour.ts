import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const textInBackgroundColour: FileRule = {
  id: 'text-in-background-colour',
  severity: 'block',
  kinds: ['pdf'],
  finds: 'Text in a PDF that has the colour of what is behind it: white on white, black on a black box.',
  why: 'Text in the colour of the page cannot be seen and is there all the same: it can be selected, copied and searched for.',
  mend: {
    word: 'Open the original document, select everything (Ctrl+A) and set the font colour to Automatic and the shading to No Colour: hidden words appear. Delete them, then save it as a PDF.',
    libreoffice:
      'Open the original document, select everything (Ctrl+A), choose Format > Clear Direct Formatting: hidden words appear. Delete them, then export it as a PDF.',
    acrobat:
      'Choose Redact a PDF, mark the area of the hidden words, choose Apply, then choose Sanitize Document, and save it under a new name.',
    any: 'Delete the words in the document that the PDF was made from, and make the PDF again.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'text-in-background-colour'),
      (where, count) => `Text${where} has the colour of what is behind it and can be copied: ${counted(count, 'word')}`,
    ),
};
