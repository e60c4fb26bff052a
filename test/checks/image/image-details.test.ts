import { describe, expect, test } from 'vitest';
import { imageDetails } from '../../../src/checks/image/image-details.ts';

const said = (...facts: [what: string, value: string][]) =>
  imageDetails.find(
    {
      kind: 'png',
      visible: [],
      hidden: [],
      facts: facts.map(([what, value]) => ({ what, value, place: {} })),
      stored: [],
      notInspected: [],
    },
    { name: 'a.png', size: 1, allowed: ['northmoor council'] },
  );
const details = (names: string) => [{ place: {}, message: `The picture’s details hold ${names}` }];

describe('details of a picture', () => {
  test.each([
    ['author', 'a person'],
    ['copyright', 'who owns it'],
    ['company', 'a company'],
    ['device', 'the camera or computer'],
    ['comment', 'a title or comment'],
    ['place', 'a place'],
    ['private data', 'data of the camera or program'],
    ['small picture', 'a small picture of it, perhaps as it was before it was changed'],
    ['text Case', 'a text'],
  ])('%s is called “%s”', (what, name) => expect(said([what, 'Quill'])).toEqual(details(name)));

  test('are told once each, in their order', () => {
    expect(said(['device', 'A'], ['author', 'B'], ['device', 'C'])).toEqual(details('the camera or computer; a person'));
  });

  test.each([
    ['program', 'Pen 1.0'],
    ['date', '2024'],
    ['context', 'Quill'],
    ['author', 'Northmoor COUNCIL'],
    ['comment', 'Created with GIMP'],
    ['comment', 'created with The GIMP 2.10'],
    ['comment', 'Screenshot'],
    ['comment', 'PNG'],
    ['comment', 'Optimised with a program'],
    ['comment', 'optimized by a program'],
  ])('%s “%s” tells nothing of a person', (what, value) => expect(said([what, value])).toEqual([]));

  test.each([
    'Not created with GIMP',
    'A screenshot',
    'Screenshot of Quill',
    'PNG of Quill',
    'The optimised picture',
    'optimised',
    'optimiced by',
  ])('a comment “%s” may', (value) => expect(said(['comment', value])).toEqual(details('a title or comment')));
});
