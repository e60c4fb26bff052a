import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const cellComments: FileRule = {
  id: 'cell-comments',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'Notes and comments on cells, and the list of people who wrote them.',
  why: 'Comments carry names, and often the reasoning behind a decision. They are shown when the pointer rests on the cell.',
  mend: {
    excel: 'Choose File > Info > Check for Issues > Inspect Document, tick Comments, Inspect, Remove All; then save.',
    libreoffice: 'Select the whole sheet (Ctrl+A), choose Sheet > Cell Comments > Delete All Comments.',
  },
  find: (reading) => {
    const [comments, persons] = [hiddenBy(reading, 'cell-comment'), hiddenBy(reading, 'person')];
    if (comments.length > 0)
      return oneProblem(comments, (count, where) => `${quantity(count, 'comment')} ${isAre(count)} on the cells, the first at: ${where}`);
    return oneProblem(
      persons,
      (count) => `The file lists ${quantity(count, 'person', 'people')} who commented, although no comment is left`,
    );
  },
};
