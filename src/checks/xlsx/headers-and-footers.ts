import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

export const headersAndFooters: FileRule = {
  id: 'headers-and-footers',
  severity: 'warn',
  kinds: ['xlsx'],
  finds: 'A header or footer with words in it, which is seen in print only.',
  why: 'Nobody sees it on the screen. It often holds a file path, a name or a marking such as “Official – Sensitive”.',
  mend: {
    excel: 'Choose View > Page Layout, look at the top and bottom of the page, and delete what is not to be published.',
    libreoffice: 'Choose Insert > Headers and Footers, look at each, and delete what is not to be published.',
  },
  find: (reading) =>
    oneProblem(factsOf(reading, 'header'), (_, where) => `A header or footer holds words that are seen in print only: ${where}`),
};
