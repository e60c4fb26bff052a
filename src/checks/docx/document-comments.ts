import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const documentComments: FileRule = {
  id: 'document-comments',
  severity: 'block',
  kinds: ['docx'],
  finds: 'Comments in the margin.',
  why: 'Comments carry names, and often the reasoning behind a decision.',
  mend: {
    word: 'Choose Review > Delete > Delete All Comments in Document; then save.',
    libreoffice: 'Choose View > Comments, click the arrow in any comment, Delete All Comments; then save.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'document-comment'),
      (count, where) => `The document holds ${quantity(count, 'comment')}${where === '' ? '' : `, the first at ${where}`}`,
    ),
};
