import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const definedNames: FileRule = {
  id: 'defined-names',
  severity: 'warn',
  kinds: ['xlsx'],
  finds: 'Names that are given to cells, formulas or values.',
  why: 'A name can hold a value that no cell shows, point to a deleted sheet or tell what something is called inside the authority.',
  mend: {
    excel:
      'Choose Formulas > Name Manager, look at each name, and delete those that are not needed. Names that are hidden are removed by File > Info > Check for Issues > Inspect Document.',
    libreoffice: 'Choose Sheet > Named Ranges and Expressions > Manage, look at each name, and delete those that are not needed.',
  },
  find: (reading) => {
    const names = factsOf(reading, 'defined-name', 'hidden-name');
    const hidden = factsOf(reading, 'hidden-name').length;
    return oneProblem(names, (count) => `The file defines ${quantity(count, 'name')}${hidden > 0 ? `, ${hidden} of them hidden` : ''}`);
  },
};
