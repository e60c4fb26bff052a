import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const picturePosition: FileRule = {
  id: 'picture-position',
  severity: 'warn',
  kinds: ['xlsx', 'docx', 'pdf'],
  finds: 'A photograph that says where it was taken.',
  why: 'Phones write the position into every photograph: someone’s home, a witness’s street.',
  mend: {
    excel: 'Save the picture, open it in Paint, save it again as PNG, and put it in place of the old one.',
    word: 'Save the picture, open it in Paint, save it again as PNG, and put it in place of the old one.',
    any: 'Save the picture again as PNG with a program that drops its properties, and put it in place of the old one.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'picture-position'),
      (count) =>
        `${quantity(count, 'photograph')} in the file ${count === 1 ? 'says' : 'say'} where ${count === 1 ? 'it was' : 'they were'} taken`,
    ),
};
