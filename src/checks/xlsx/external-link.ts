import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const externalLink: FileRule = {
  id: 'external-link',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A link to another workbook, with the values that were copied from it.',
  why: 'Excel keeps the cells of the other workbook that formulas use, often whole columns of them, with its path on your network. Hackney published people’s data in such copies.',
  mend: {
    excel:
      'Choose Data > Edit Links (or Queries & Connections > Workbook Links) > Break Link for each, and save. Then look in Formulas > Name Manager for names that point to other files, and delete them.',
    libreoffice: 'Choose Edit > Links to External Files, select each, Break Link, and save.',
  },
  find: (reading) => {
    const links = hiddenBy(reading, 'external-link');
    return oneProblem(
      links,
      (cells) =>
        `The file links to ${quantity(links.length, 'other workbook')} and keeps ${cells === 0 ? 'the names of what it used there' : `${quantity(cells, 'cell')} copied from there`}`,
    );
  },
};
