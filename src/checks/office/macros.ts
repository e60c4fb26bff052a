import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem } from '../told.ts';

export const macros: FileRule = {
  id: 'macros',
  severity: 'block',
  kinds: ['xlsx', 'docx'],
  finds: 'A macro: a program inside the file (VBA, Excel 4 macro sheets, dialogs).',
  why: 'A macro runs on the reader’s computer, and its text can hold paths, names and passwords.',
  mend: {
    excel: 'Choose File > Save As and save as “Excel Workbook (.xlsx)”: the macros are left out.',
    word: 'Choose File > Save As and save as “Word Document (.docx)”: the macros are left out.',
    libreoffice: 'Choose Tools > Macros > Organize Macros, delete those of this document, and save as .xlsx or .docx.',
  },
  find: (reading) => oneProblem(hiddenBy(reading, 'macro'), () => 'The file holds macros'),
};
