import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const documentVariables: FileRule = {
  id: 'document-variables',
  severity: 'warn',
  kinds: ['docx'],
  finds: 'Variables that a macro or a system keeps in the document.',
  why: 'No program shows them. Case systems write names and numbers of cases into them.',
  mend: {
    word: 'Copy the text into a new document (Ctrl+A, Ctrl+C, Ctrl+N, Ctrl+V) and publish that.',
    libreoffice: 'Choose File > Properties > Custom Properties, remove what is not needed, and save as .docx.',
  },
  find: (reading) =>
    oneProblem(factsOf(reading, 'document-variable'), (count) => `The document keeps ${quantity(count, 'variable')} that no program shows`),
};
