import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem, quantity } from '../told.ts';

export const slicerCaches: FileRule = {
  id: 'slicer-caches',
  severity: 'warn',
  kinds: ['xlsx'],
  finds: 'A slicer or timeline, which keeps a list of all values of its column.',
  why: 'The list stays as it was, also when rows have been deleted since.',
  mend: {
    excel: 'Click the slicer and press Delete; or copy the table into a new workbook with Home > Paste > Values.',
    any: 'Copy what is to be published into a new workbook as values.',
  },
  find: (reading) =>
    oneProblem(
      factsOf(reading, 'slicer-cache', 'timeline-cache'),
      (count) => `The file holds ${quantity(count, 'slicer or timeline', 'slicers or timelines')}, with lists of values`,
    ),
};
