import { expect, test } from 'vitest';
import { readCsv } from '../../../src/attachments/csv.ts';
import { smallCounts } from '../../../src/checks/text/small-counts.ts';

const find = (csv: string) =>
  smallCounts.find(readCsv(Buffer.from(csv)), { name: 'a.csv', size: 1, allowed: [] }).map(({ message }) => message);

test('counts of people below 5 beside a place or a period are found, and where the first is', () => {
  expect(find('Ward,Patients\nEast,3\nWest,12\nNorth,1\n')).toEqual([
    '2 counts below 5 beside a place or a period, the first in cell B2, line 2',
  ]);
  expect(find('Month,Number of complaints\nMay,2\nJune,14\n')).toEqual(['A count below 5 beside a place or a period, in cell B2, line 2']);
  expect(find('Report of the year\n\nTown,Arrests\nTarnby,4\nHexley,40\n')).toHaveLength(1);
});

test.each([
  ['none is below 5', 'Ward,Patients\nEast,5\nWest,12\n'],
  ['nobody is there', 'Ward,Patients\nEast,0\nWest,12\n'],
  ['no place and no period', 'Breed,Number\nAlsatian,2\nSpaniel,3\n'],
  ['no people', 'Ward,Speed limit\nEast,4\nWest,3\n'],
  ['shares', 'Ward,Share of patients (%)\nEast,3\nWest,4\n'],
  ['ranks', 'Ward,Priority of cases\nEast,3\nWest,4\n'],
  ['one row', 'Ward,Patients\nEast,3\n'],
  ['words', 'Ward,Patients\nEast,fewer than 5\nWest,12\n'],
])('nothing is found where there are %s', (_, csv) => expect(find(csv)).toEqual([]));
