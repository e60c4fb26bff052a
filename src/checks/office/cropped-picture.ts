import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const croppedPicture: FileRule = {
  id: 'cropped-picture',
  severity: 'block',
  kinds: ['xlsx', 'docx'],
  finds: 'A picture whose edges are cropped away but kept in the file.',
  why: 'Cropping only changes what is shown. “Reset Picture” brings back the whole picture, with what was cut off.',
  mend: {
    excel:
      'Click the picture, choose Picture Format > Compress Pictures, tick “Delete cropped areas of pictures”, untick “Apply only to this picture”, OK.',
    word: 'Click the picture, choose Picture Format > Compress Pictures, tick “Delete cropped areas of pictures”, untick “Apply only to this picture”, OK.',
    libreoffice: 'Right-click the picture, choose Compress, tick “Delete cropped image areas”, OK.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'cropped-picture'),
      (count, where) =>
        `${quantity(count, 'picture')} ${isAre(count)} cropped and ${count === 1 ? 'keeps' : 'keep'} what was cut off: ${where}`,
    ),
};
