import type { FileRule } from '../rule.ts';
import { counted, hiddenBy, oneProblem } from './in-words.ts';

export const pageThumbnail: FileRule = {
  id: 'page-thumbnail',
  severity: 'warn',
  kinds: ['pdf'],
  finds: 'Small pictures of the pages stored in a PDF.',
  why: 'A stored small picture of a page may show it as it was before it was redacted.',
  mend: {
    acrobat:
      'Choose Organize Pages > More > Remove Page Thumbnails, or Redact a PDF > Sanitize Document, and save the PDF under a new name.',
    any: 'Print the PDF to a new PDF.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'page-thumbnail'),
      (_, count) => `The PDF stores small pictures of its pages: ${counted(count, 'picture')}`,
    ),
};
