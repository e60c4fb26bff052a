import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

export const showsNothing: FileRule = {
  id: 'shows-nothing',
  severity: 'block',
  kinds: ['docx'],
  finds: 'A document that was worked on at length, and shows neither text nor a picture.',
  why: 'What was in it is gone, or is there in a way that cannot be seen: the file may be damaged, and programs differ in what they make of it.',
  mend: {
    any: 'Open the document, save it under a new name, and publish the one that shows what is meant.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'shows-nothing'),
      () => 'The document was worked on at length and shows no text and no picture; it may be damaged',
    ),
};
