import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const alternateContentChunk: FileRule = {
  id: 'alternate-content-chunk',
  severity: 'block',
  kinds: ['docx'],
  finds: 'Another document inside the document (`altChunk`, a frame or a subdocument).',
  why: 'The other document is kept whole, with its own hidden content, until Word saves the file.',
  mend: {
    word: 'Open the document in Word, choose File > Save As and save it under a new name: Word takes the other document’s text into this one. Check the new file.',
    any: 'Copy what is to be published into a new document.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'alternate-content-chunk'),
      (count) => `The document holds ${quantity(count, 'other document')}, which could not be looked into`,
    ),
};
