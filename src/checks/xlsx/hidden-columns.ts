import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const hiddenColumns: FileRule = {
  id: 'hidden-columns',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A column that is hidden, or has no width, and has content.',
  why: 'Hidden columns stay in the file and reappear with two clicks: a list of counts may still have the names beside it.',
  mend: {
    excel:
      'Select the whole sheet (Ctrl+A), choose Home > Format > Hide & Unhide > Unhide Columns, look at what appears, then delete the columns that must not be published.',
    libreoffice:
      'Select the whole sheet (Ctrl+A), choose Format > Columns > Show, look at what appears, then delete the columns that must not be published.',
  },
  find: (reading) =>
    oneProblem(hiddenBy(reading, 'hidden-column'), (cells, where) => `Hidden columns hold ${quantity(cells, 'filled cell')}: ${where}`),
};
