import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const hiddenByCondition: FileRule = {
  id: 'hidden-by-condition',
  severity: 'block',
  kinds: ['xlsx'],
  finds:
    'A value that conditional formatting hides: it gives the letters the colour of the cell, or a number format such as `;;;`, and its condition is met.',
  why: 'Small numbers are often “suppressed” in this way. The value stays in the cell, in every copy of it and for every program that reads the file.',
  mend: {
    excel:
      'Choose Home > Conditional Formatting > Clear Rules > Clear Rules from Entire Sheet to see the values, and delete or replace what must not be published.',
    libreoffice:
      'Choose Format > Conditional > Manage, delete the conditions to see the values, and delete or replace what must not be published.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'hidden-by-condition'),
      (cells, where) => `Conditional formatting hides what is in ${quantity(cells, 'filled cell')}: ${where}`,
    ),
};
