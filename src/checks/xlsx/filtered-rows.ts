import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const filteredRows: FileRule = {
  id: 'filtered-rows',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'Rows that a filter hides, and that hold data.',
  why: 'A filter only changes what is shown. Whoever opens the file clears it with one click and sees every row.',
  mend: {
    excel:
      'Choose Data > Clear to see every row. To publish the filtered rows only: select them, Home > Find & Select > Go To Special > Visible cells only, copy, and paste into a new workbook.',
    libreoffice:
      'Choose Data > AutoFilter to see every row. To publish the filtered rows only, copy them and paste into a new spreadsheet.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'filtered-row'),
      (cells, where) => `A filter hides rows that hold ${quantity(cells, 'filled cell')}: ${where}`,
    ),
};
