import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const leftPicture: FileRule = {
  id: 'left-picture',
  severity: 'block',
  kinds: ['xlsx', 'docx'],
  finds: 'A picture that was taken out of a document or workbook and is in the file still.',
  why: 'An Office file is an archive, and anyone can unpack it. Some programs take a picture out of the text and leave the picture itself.',
  mend: {
    excel: 'Copy what is to be published into a new workbook (Home > Paste > Values), and publish that.',
    word: 'Copy the text into a new document (Ctrl+A, Ctrl+C, Ctrl+N, Ctrl+V) and publish that.',
    libreoffice: 'Copy what is to be published into a new file, and publish that.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'left-picture'),
      (count, where) => `${quantity(count, 'picture')} that nothing shows ${count === 1 ? 'is' : 'are'} left in the file: ${where}`,
    ),
};
