import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

export const farCells: FileRule = {
  id: 'far-cells',
  severity: 'warn',
  kinds: ['xlsx'],
  finds: 'Cells with content far from the rest of the sheet.',
  why: 'What stands hundreds of rows below or columns beside the table is easily missed by the person who checks the file, and found by a search.',
  mend: {
    excel: 'Press Ctrl+End to go to the last cell; look at what stands away from the table, and delete it if it is not to be published.',
    libreoffice:
      'Press Ctrl+End to go to the last cell; look at what stands away from the table, and delete it if it is not to be published.',
  },
  find: (reading) => oneProblem(factsOf(reading, 'far-cell'), (_, where) => `Cells with content stand far from the rest: ${where}`),
};
