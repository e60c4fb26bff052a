import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity } from '../told.ts';

export const coveredCells: FileRule = {
  id: 'covered-cells',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A value in a cell that lies under a filled shape or a picture.',
  why: 'A black box over cells takes nothing out: the values are in the cells, and the box moves away with one click.',
  mend: {
    excel:
      'Choose Home > Find & Select > Selection Pane, hide each shape and picture to see what is under it, delete the values that must not be published, and then the shape.',
    libreoffice:
      'Click each shape and picture and press Delete, look at what was under it, and delete the values that must not be published.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'covered-cell'),
      (cells, where) => `${quantity(cells, 'filled cell')} ${isAre(cells)} covered by a shape or picture: ${where}`,
    ),
};
