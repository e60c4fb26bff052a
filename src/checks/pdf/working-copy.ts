import type { FileRule } from '../rule.ts';
import { factsOf, quoted } from '../told.ts';

export const workingCopy: FileRule = {
  id: 'working-copy',
  severity: 'warn',
  kinds: ['pdf'],
  finds: 'The data of the program that a PDF was drawn with, kept in the PDF so that it can be edited there.',
  why: 'Illustrator keeps the whole drawing in the PDF, with layers that are switched off, what lies beside the page, and what is cropped. Nothing here looks into it.',
  mend: {
    acrobat:
      'Choose Redact a PDF > Sanitize Document, or File > Save As Other > Optimized PDF with “Discard private data of other applications”, and save the PDF under a new name.',
    any: 'Save the drawing as a PDF again without “Preserve Illustrator Editing Capabilities”, or print the PDF to a new PDF.',
  },
  find: (reading) => {
    const [first, ...more] = factsOf(reading, 'working-copy');
    if (!first) return [];
    const programs = quoted([first, ...more].map(({ value }) => value));
    return [{ place: first.place, message: `The file keeps the working data of ${programs}, which may hold more than its pages show` }];
  },
};
