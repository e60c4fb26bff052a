import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const customProperties: FileRule = {
  id: 'custom-properties',
  severity: 'warn',
  kinds: ['xlsx', 'docx'],
  finds: 'Properties that someone or some system added to the file.',
  why: 'Records systems write file numbers, markings and names of staff into them.',
  mend: {
    excel:
      'Choose File > Info > Properties > Advanced Properties > Custom, and delete each; or choose File > Info > Check for Issues > Inspect Document, tick “Document Properties and Personal Information”, Inspect, Remove All; then save.',
    word: 'Choose File > Info > Properties > Advanced Properties > Custom, and delete each; or choose File > Info > Check for Issues > Inspect Document, tick “Document Properties and Personal Information”, Inspect, Remove All; then save.',
    libreoffice: 'Choose File > Properties > Custom Properties, and remove each; then save.',
  },
  find: (reading) =>
    oneProblem(factsOf(reading, 'custom-property'), (count) => `The file has ${quantity(count, 'custom property', 'custom properties')}`),
};
