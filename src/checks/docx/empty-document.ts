import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

export const emptyDocument: FileRule = {
  id: 'empty-document',
  severity: 'warn',
  kinds: ['docx'],
  finds: 'A document that shows neither text nor a picture, and was hardly worked on.',
  why: 'An answer that shows nothing is a mistake: most likely the wrong file.',
  mend: {
    any: 'Open the document to see whether it is the one that is meant, and publish the one that is.',
  },
  find: (reading) => oneProblem(factsOf(reading, 'empty'), () => 'The document is empty'),
};
