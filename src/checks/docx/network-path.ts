import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const networkPath: FileRule = {
  id: 'network-path',
  severity: 'warn',
  kinds: ['xlsx', 'docx'],
  finds: 'A link to a file on a disk or network of the authority, also where the alternative text of a picture says where it came from.',
  why: 'The path names servers, folders and often a user, and leads nowhere for the reader.',
  mend: {
    excel: 'Right-click each link and choose Remove Hyperlink; for links in formulas choose Data > Edit Links > Break Link.',
    word: 'Choose File > Info > Edit Links to Files, select each, Break Link; right-click links in the text and choose Remove Hyperlink; right-click pictures, choose View Alt Text and delete paths.',
    libreoffice:
      'Choose Edit > Links to External Files, select each, Break Link; right-click links in the text and choose Remove Hyperlink.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'network-path'),
      (count) => `${quantity(count, 'link')} of the file ${count === 1 ? 'leads' : 'lead'} to a file outside of it`,
    ),
};
