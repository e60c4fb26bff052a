import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const hiddenRows: FileRule = {
  id: 'hidden-rows',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A row that is hidden, or has no height, and has content.',
  why: 'Hidden rows stay in the file and reappear with two clicks. The regulator names hiding rows as no protection.',
  mend: {
    excel:
      'Select the whole sheet (Ctrl+A), choose Home > Format > Hide & Unhide > Unhide Rows, look at what appears, then delete the rows that must not be published.',
    libreoffice:
      'Select the whole sheet (Ctrl+A), choose Format > Rows > Show, look at what appears, then delete the rows that must not be published.',
  },
  find: (reading) =>
    oneProblem(hiddenBy(reading, 'hidden-row'), (cells, where) => `Hidden rows hold ${quantity(cells, 'filled cell')}: ${where}`),
};
