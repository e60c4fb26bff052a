import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

export const printerSettings: FileRule = {
  id: 'printer-settings',
  severity: 'warn',
  kinds: ['xlsx'],
  finds: 'Settings of a printer.',
  why: 'They name the printer, often with the building or the server it belongs to.',
  mend: {
    excel:
      'Choose File > Info > Check for Issues > Inspect Document, tick “Document Properties and Personal Information”, Inspect, Remove All; then save.',
    libreoffice: 'Save the file with LibreOffice (File > Save As): it leaves the settings of Excel’s printer out.',
  },
  find: (reading) => oneProblem(factsOf(reading, 'printer-settings'), () => 'The file holds the settings of a printer, with its name'),
};
