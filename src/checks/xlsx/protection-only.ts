import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

export const protectionOnly: FileRule = {
  id: 'protection-only',
  severity: 'warn',
  kinds: ['xlsx'],
  finds: 'A sheet, a workbook or a file that is locked against changes.',
  why: 'A lock stops changes, not reading: Southend (2023) published 2,300 people’s data in a workbook that was “locked, read only”. The regulator names edit-only passwords as no protection.',
  mend: {
    excel: 'Choose Review > Unprotect Sheet (or Protect Workbook), look for hidden sheets, rows and columns, and publish without the lock.',
    libreoffice:
      'Choose Tools > Protect Sheet (or Protect Spreadsheet Structure) to take the lock off, look for hidden sheets, rows and columns, and publish without it.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'protection'),
      (_, where) => `The file is locked against changes, which hides nothing${where === '' ? '' : `: ${where}`}`,
    ),
};
