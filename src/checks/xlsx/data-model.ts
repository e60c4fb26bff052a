import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem } from '../told.ts';

export const dataModel: FileRule = {
  id: 'data-model',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A data model, which holds whole tables inside the file.',
  why: 'Power Pivot and “Add this data to the Data Model” copy entire tables into the file, where no sheet shows them.',
  mend: {
    excel: 'Select the table, copy it, paste it into a new workbook with Home > Paste > Values, and publish that workbook.',
    any: 'Copy what is to be published into a new workbook as values.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'data-model'),
      () => 'The file holds a data model: whole tables that no sheet shows, and that could not be looked into',
    ),
};
