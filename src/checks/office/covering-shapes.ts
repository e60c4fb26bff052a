import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const coveringShapes: FileRule = {
  id: 'covering-shapes',
  severity: 'warn',
  kinds: ['xlsx', 'docx', 'pdf'],
  finds:
    'A black or white shape without text that lies in front of the text of a document, or over part of a picture in a workbook or a PDF.',
  why: 'A box drawn over words, black or as white as the page, takes nothing out: it moves away with the mouse, and what is under it can be copied.',
  mend: {
    excel:
      'Choose Home > Find & Select > Selection Pane, hide each shape to see what is under it. Black out the picture itself in a program for pictures, insert that one, and delete the first and the shape.',
    word: 'Choose Home > Select > Selection Pane, hide each shape to see what is under it, delete the words that must not be published, and then the shape.',
    acrobat:
      'Choose Edit PDF, move each shape to see what is under it. Black out the picture itself in a program for pictures, put that one in its place, then choose Redact a PDF > Sanitize Document.',
    libreoffice: 'Click each shape and press Delete, look at what was under it, and delete the words that must not be published.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'covering-shape'),
      (count, where) =>
        `${quantity(count, 'black or white shape')} ${count === 1 ? 'lies' : 'lie'} ${reading.kind === 'docx' ? 'in front of the text' : 'over part of a picture'}: ${where}`,
    ),
};
