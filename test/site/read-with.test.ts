import { describe, expect, test } from 'vitest';
import { listsOf } from '../../src/site/lists.ts';
import { readWith } from '../../src/site/read-with.ts';
import { entry, logOf, question } from './an-entry.ts';

describe('entries to read with an answer', () => {
  const others = [entry('8', { more: { series: 'Fines' } }), entry('7', { more: { series: 'Fines' } })];
  test('are those it names and those of its series', () => {
    const of = entry('9', { more: { related: ['8', 'unpublished'], series: 'Fines' } });
    const reading = readWith(of, listsOf(logOf([of, ...others])));
    expect(reading.related.map(({ reference }) => reference)).toEqual(['8']);
    expect(reading.series?.entries.map(({ reference }) => reference)).toEqual(['8', '7']);
  });
  test('are none where anything is neither confirmed nor denied, so that nothing beside it is taken for a hint', () => {
    const of = entry('9', { more: { related: ['8'], series: 'Fines' }, questions: [question('1', 'granted'), question('2', 'ncnd')] });
    expect(readWith(of, listsOf(logOf([of, ...others])))).toEqual({ related: [], series: null });
  });
});
