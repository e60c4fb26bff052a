import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

export const attachedTemplate: FileRule = {
  id: 'attached-template',
  severity: 'warn',
  kinds: ['docx'],
  finds: 'A template attached from a folder of the authority.',
  why: 'The path names servers, folders and often a user.',
  mend: {
    word: 'Choose File > Options > Add-ins > Manage: Templates > Go, clear “Document template”, OK; then save.',
    libreoffice: 'Save the document with LibreOffice as ODF and again as .docx.',
  },
  find: (reading) =>
    oneProblem(factsOf(reading, 'attached-template'), () => 'The document names the template it was made from, with its path'),
};
