import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const invisibleText: FileRule = {
  id: 'invisible-text',
  severity: 'warn',
  kinds: ['pdf'],
  finds:
    'Text in a PDF that is not drawn as text (transparent, without ink, part of a mask or a pattern) or too small to read, and is not the text behind a scanned page.',
  why: 'Such text can be copied and is found by search engines. Scanning programs put it behind the picture of a page, which is fine; elsewhere it may be something that was meant to go.',
  mend: {
    acrobat: 'Choose Redact a PDF > Sanitize Document, which takes hidden text out, and save the PDF under a new name.',
    any: 'Select all the text of the page, copy it into an empty document and read it. If something should not be there, make the PDF again without it.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'invisible-text'),
      (where, count) => `Text${where} is in the file and not drawn: ${counted(count, 'word')}`,
    ),
};
