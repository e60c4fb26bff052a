import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const mergedCells: FileRule = {
  id: 'merged-cells',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A value in a cell that lies under a merged cell.',
  why: 'A merged cell shows its first value only. Values under it can stay in the file and reappear when the cells are split.',
  mend: {
    excel: 'Select the cells, choose Home > Merge & Center > Unmerge Cells, and delete what appears.',
    libreoffice: 'Select the cells, choose Format > Merge and Unmerge Cells > Unmerge Cells, and delete what appears.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'merged-cell'),
      (cells, where) => `${quantity(cells, 'filled cell')} ${isAre(cells)} covered by merged cells: ${where}`,
    ),
};
