import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity, total } from '../told.ts';

export const pivotCache: FileRule = {
  id: 'pivot-cache',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A pivot table that keeps a copy of the data it was made from.',
  why: 'The copy holds every row of the source, and a double click on a total brings it up. Islington (2,375 people, 2012) and Cambridge University Hospitals (22,073 people) published it so.',
  mend: {
    excel:
      'Select the table, copy it, paste it into a new workbook with Home > Paste > Values, and publish that workbook. Deleting the source sheet does not delete the copy.',
    libreoffice:
      'Select the table, copy it, paste it into a new spreadsheet with Edit > Paste Special > Paste Unformatted Text, and publish that spreadsheet.',
  },
  find: (reading) => {
    const caches = hiddenBy(reading, 'pivot-records', 'pivot-items');
    const records = total(hiddenBy(reading, 'pivot-records'));
    const kept = records > 0 ? quantity(records, 'row') : `${quantity(total(caches), 'value')} that no cell shows`;
    return oneProblem(caches, (_, where) => `A pivot table keeps a copy of its source data, ${kept}: ${where}`);
  },
};
