import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

export const showsNothing: FileRule = {
  id: 'shows-nothing',
  severity: 'block',
  kinds: ['docx'],
  finds: 'A document that shows neither text nor a picture.',
  why: 'An answer that shows nothing is a mistake, or a file that is damaged; programs differ in what they make of it.',
  mend: {
    any: 'Open the document, save it under a new name, and publish the one that shows what is meant.',
  },
  find: (reading) => oneProblem(factsOf(reading, 'shows-nothing'), () => 'The document shows no text and no picture; it may be damaged'),
};
