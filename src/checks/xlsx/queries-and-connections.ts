import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const queriesAndConnections: FileRule = {
  id: 'queries-and-connections',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A query, a query table or a connection to a database.',
  why: 'A connection names servers, users and queries, sometimes a password; a query can hold the steps that took the names out.',
  mend: {
    excel:
      'Choose Data > Queries & Connections, right-click each query and connection and choose Delete; save, and check again. Select the table, copy it, paste it into a new workbook with Home > Paste > Values, and publish that workbook.',
    libreoffice: 'Choose Data > Define Range and delete ranges that come from a database; Edit > Links to External Files > Break Link.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'connection', 'query', 'query-table'),
      (count) => `The file holds ${quantity(count, 'query or connection', 'queries or connections')} to other data`,
    ),
};
