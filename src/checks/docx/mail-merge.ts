import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

export const mailMerge: FileRule = {
  id: 'mail-merge',
  severity: 'warn',
  kinds: ['docx'],
  finds: 'Settings of a mail merge.',
  why: 'They name the list of recipients and where it lies; some programs keep who is on it.',
  mend: {
    word: 'Choose Mailings > Start Mail Merge > Normal Word Document; then save.',
    libreoffice: 'Copy the text into a new document and publish that.',
  },
  find: (reading) => oneProblem(factsOf(reading, 'mail-merge'), () => 'The document holds the settings of a mail merge'),
};
