import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const revisions: FileRule = {
  id: 'revisions',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A history of changes, from a shared workbook that tracks them.',
  why: 'The history holds what cells said before, who changed them and when.',
  mend: {
    excel:
      'Choose Review > Share Workbook (Legacy), untick “Allow changes by more than one user”, confirm that the history is deleted, and save.',
    libreoffice: 'Choose Edit > Track Changes > Manage, Accept All, then untick Record, and save.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'revision'),
      (count) => `The file holds a history of changes${count > 0 ? `: ${quantity(count, 'change')}` : ''}`,
    ),
};
