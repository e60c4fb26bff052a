import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const customXml: FileRule = {
  id: 'custom-xml',
  severity: 'warn',
  kinds: ['xlsx', 'docx'],
  finds: 'Custom XML data. Identifiers in it are found by their own rules.',
  why: 'Records systems and add-ins keep data of their own in the file, which no program shows.',
  mend: {
    excel: 'Choose File > Info > Check for Issues > Inspect Document, tick “Custom XML Data”, Inspect, Remove All; then save.',
    word: 'Choose File > Info > Check for Issues > Inspect Document, tick “Custom XML Data”, Inspect, Remove All; then save.',
    libreoffice: 'Save the file with LibreOffice as ODF and again as Office file; or copy the text into a new file.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'custom-xml'),
      (count) => `The file holds ${quantity(count, 'part')} of custom XML data that no program shows`,
    ),
};
