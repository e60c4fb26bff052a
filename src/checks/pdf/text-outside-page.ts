import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const textOutsidePage: FileRule = {
  id: 'text-outside-page',
  severity: 'block',
  kinds: ['pdf'],
  finds: 'Text in a PDF that lies outside what is shown of the page: beyond its edge, or in a part that was cropped or masked away.',
  why: 'Cropping a page hides its margins and deletes nothing. A reader can undo the crop, and copying the page copies what lies outside it.',
  mend: {
    acrobat:
      'Choose Organize Pages > Crop Pages, set the margins to zero to see what is there; redact it (Redact a PDF, Apply), then choose Sanitize Document, and save it under a new name.',
    word: 'Delete the words, or make the table cell or text box large enough to show all of them, then save it as a PDF.',
    libreoffice: 'Delete the words, or make the column, cell or text box large enough to show all of them, then export it as a PDF.',
    any: 'Delete what should not be read in the document that the PDF was made from, and make the PDF again in place of cropping it.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'text-outside-page'),
      (where, count) => `Text${where} lies outside what is shown of the page and can be copied: ${counted(count, 'word')}`,
    ),
};
