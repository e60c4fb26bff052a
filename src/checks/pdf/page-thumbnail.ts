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
    any: 'Make the PDF again from its original document, or print it to a new PDF, which has no tags for screen readers any more.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'page-thumbnail'),
      (_, count) => `The PDF stores small pictures of its pages: ${counted(count, 'picture')}`,
    ),
};
