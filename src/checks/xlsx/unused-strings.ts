import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const unusedStrings: FileRule = {
  id: 'unused-strings',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'Text in the file’s table of texts that no cell shows.',
  why: 'Some programs leave the text of deleted cells in the file. No program shows it, and anyone who unpacks the file can read it.',
  mend: {
    excel: 'Open the file in Excel, choose File > Save As and save it under a new name: Excel leaves out text that no cell uses.',
    libreoffice: 'Open the file in LibreOffice, choose File > Save As and save it under a new name.',
  },
  find: (reading) =>
    oneProblem(hiddenBy(reading, 'unused-string'), (count) => `The file holds ${quantity(count, 'text')} that no cell shows`),
};
