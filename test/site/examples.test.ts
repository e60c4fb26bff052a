import { expect, test } from 'vitest';
import { examplesOf } from '../../src/site/examples.ts';
import { entry, settings } from './an-entry.ts';

test('examples are searches that find something', () => {
  expect(examplesOf(settings, [entry('1/24', { title: 'Parking fines' })])).toEqual(['Parking fines', '1/24']);
  expect(examplesOf({ ...settings, examples: ['bins'] }, [])).toEqual(['bins']);
  expect(examplesOf(settings, [])).toEqual([]);
});
