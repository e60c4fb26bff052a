import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

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
    const records = hiddenBy(reading, 'pivot-records').reduce((sum, { count }) => sum + count, 0);
    const kept =
      records > 0
        ? quantity(records, 'row')
        : quantity(
            caches.reduce((sum, { count }) => sum + count, 0),
            'value',
          );
    return oneProblem(
      caches,
      (_, where) => `A pivot table keeps a copy of its source data, ${kept}${records > 0 ? '' : ' that no cell shows'}: ${where}`,
    );
  },
};
