import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const unusedPicture: FileRule = {
  id: 'unused-picture',
  severity: 'warn',
  kinds: ['pdf'],
  finds: 'A picture that a PDF has at hand for its pages, and that none of them shows.',
  why: 'Where pages are taken out of a longer PDF, some programs give each of them the pictures of all. Anyone can take the pictures out of a PDF, one by one.',
  mend: {
    acrobat: 'Choose Redact a PDF > Sanitize Document, or File > Save As Other > Optimized PDF, and save the PDF under a new name.',
    any: 'Print the PDF to a new PDF, or make it again from its original document.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'unused-picture'),
      (count) => `The file holds ${quantity(count, 'picture')} that its pages could show, and none does`,
    ),
};
