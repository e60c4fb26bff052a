import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/attachments/reading.ts';
import { storedNotShown } from '../../../src/checks/any/stored-not-shown.ts';

const said = (its: Partial<Reading>) =>
  storedNotShown
    .find(
      { kind: 'docx', visible: [], hidden: [], facts: [], stored: [], notInspected: [], ...its },
      { name: 'a.docx', size: 1, allowed: [] },
    )
    .map(({ place, message }) => [place, message]);
const stored = (...words: [word: string, part?: string][]) =>
  words.map(([word, part]) => ({ word, place: part === undefined ? {} : { part } }));

describe('words that are stored', () => {
  test('and seen nowhere are told, with the part that holds the first', () => {
    expect(
      said({ stored: stored(['lamp', 'a.xml'], ['quill', 'b.xml'], ['marsh', 'b.xml']), visible: [{ text: 'One lamp', place: {} }] }),
    ).toEqual([[{ part: 'b.xml' }, 'The file holds 2 words that no reader of it sees (in b.xml)']]);
    expect(said({ stored: stored(['quill']) })).toEqual([[{}, 'The file holds 1 word that no reader of it sees']]);
  });

  test.each<[string, Partial<Reading>]>([
    ['are seen', { visible: [{ text: 'QUILL, Marsh', place: {} }] }],
    [
      'are told as hidden',
      {
        hidden: [
          { how: 'hidden-text', text: 'Quill', count: 1, place: {} },
          { how: 'hidden-text', text: 'marsh', count: 1, place: {} },
        ],
      },
    ],
    ['are told as a fact', { facts: [{ what: 'author', value: 'Quill Marsh', place: {} }] }],
    ['are named by the reader', { named: new Set(['quill', 'marsh']) }],
  ])('and %s are no leak', (_, its) => {
    expect(said({ stored: stored(['quill', 'a.xml'], ['marsh', 'a.xml']), ...its })).toEqual([]);
    expect(said({ stored: stored(['quill', 'a.xml'], ['zebedee', 'a.xml']), ...its })).toHaveLength(1);
  });

  test('of which one half is seen are a leak', () => {
    for (const word of ['quill-marsh', 'quill marsh'])
      expect(said({ stored: stored([word]), visible: [{ text: 'quill', place: {} }] }), word).toHaveLength(1);
  });

  test.each([
    [4, '(in 1.xml, 2.xml, 3.xml, 4.xml)'],
    [5, '(in 1.xml, 2.xml, 3.xml, 4.xml and 1 more part)'],
    [6, '(in 1.xml, 2.xml, 3.xml, 4.xml and 2 more parts)'],
  ])('in %i parts', (many, where) => {
    const words = Array.from({ length: many }, (_, at): [string, string] => [`quill${'x'.repeat(at)}`, `${at + 1}.xml`]);
    expect(said({ stored: stored(...words) })).toEqual([
      [{ part: '1.xml' }, `The file holds ${many} words that no reader of it sees ${where}`],
    ]);
  });
});
