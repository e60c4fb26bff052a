import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const darkHighlight: FileRule = {
  id: 'dark-highlight',
  severity: 'block',
  kinds: ['pdf'],
  finds: 'Text in a PDF that is marked with a highlighter so dark that it cannot be read.',
  why: 'A highlighter colours the paper behind the words. The words stay in the file: they can be selected and copied, and the highlight can be deleted.',
  mend: {
    acrobat:
      'Delete the highlights, choose Redact a PDF, mark the same words, choose Apply, then choose Sanitize Document, and save it under a new name.',
    word: 'Open the original document, delete the highlighted words and write [redacted] in their place, then save it as a PDF.',
    libreoffice: 'Open the original document, choose Tools > Redact, cover the words, then choose “Export Redacted PDF (Black)”.',
    any: 'Take the words out of the document that the PDF was made from, and make the PDF again.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'dark-highlight'),
      (where, count) => `Text${where} is only marked with a dark highlighter and can be copied: ${counted(count, 'word')}`,
    ),
};
