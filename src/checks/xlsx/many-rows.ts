import type { FileRule } from '../rule.ts';
import { factsOf, oneProblem } from '../told.ts';

const MOST_ROWS = 1_000;

export const manyRows: FileRule = {
  id: 'many-rows',
  severity: 'warn',
  kinds: ['xlsx'],
  finds: 'A sheet with more than 1,000 rows.',
  why: 'An answer to a request is seldom that long. The large breaches were raw data, published with the figures that were made from it: 1,230 people in Norfolk and Suffolk (2021–22).',
  mend: {
    any: 'Check that every row is meant to be published: totals rather than a row a person, and no column that identifies someone.',
  },
  find: (reading) => {
    const long = factsOf(reading, 'rows').filter(({ value }) => Number(value) > MOST_ROWS);
    return oneProblem(
      long,
      (_, where) =>
        `More than ${MOST_ROWS.toLocaleString('en-GB')} rows hold data (${Math.max(...long.map(({ value }) => Number(value))).toLocaleString('en-GB')} at most): ${where}`,
    );
  },
};
