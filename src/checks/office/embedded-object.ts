import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const embeddedObject: FileRule = {
  id: 'embedded-object',
  severity: 'block',
  kinds: ['xlsx', 'docx'],
  finds: 'A file inside the file: an embedded document, workbook, object or control.',
  why: 'Behind the icon or picture lies the whole file, with everything it holds. It opens with a double click.',
  mend: {
    excel: 'Right-click the object, choose Copy, then Home > Paste > Picture, and delete the object.',
    word: 'Right-click the object, choose Copy, then Home > Paste > Paste Special > Picture, and delete the object.',
    libreoffice: 'Right-click the object, choose Copy, then Edit > Paste Special > Graphics (GDI metafile or PNG), and delete the object.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'embedded-object', 'linked-object'),
      (count) => `${quantity(count, 'file or object', 'files or objects')} ${isAre(count)} inside the file, and could not be looked into`,
    ),
};
