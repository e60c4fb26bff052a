import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceOf, guess, tolerance } from '../../../src/search/client/query/spelling.ts';

describe('the distance between two words', () => {
  test.each([
    ['drones', 'drones', 0],
    ['dornes', 'drones', 1],
    ['drons', 'drones', 1],
    ['droness', 'drones', 1],
    ['drenes', 'drones', 1],
    ['dorens', 'drones', 2],
    ['', 'ab', 2],
  ])('from %s to %s is %i', (one, other, distance) => {
    expect(distanceOf(one, other, 2)).toBe(distance);
  });

  const word = fc.stringMatching(/^[abc]{0,9}$/);
  test('is the same both ways, and nought for the same word alone', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distanceOf(one, other, 20)).toBe(distanceOf(other, one, 20));
        expect(distanceOf(one, other, 20) === 0).toBe(one === other);
      }),
    );
  });

  test('given up early is only ever more than what was asked', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
        const exact = distanceOf(one, other, 20);
        const found = distanceOf(one, other, most);
        if (exact <= most) expect(found).toBe(exact);
        else expect(found).toBeGreaterThan(most);
      }),
    );
  });
});

describe('what was probably meant', () => {
  const list = (words: Record<string, number>) => ({ words: Object.keys(words), commonness: Object.values(words) });
  const guesses = (word: string, words: Record<string, number>) => guess(word, list(words)).map(({ word }) => word);

  test.each<[string, Record<string, number>, string[]]>([
    ['dornes', { drones: 1, drains: 9 }, ['drones', 'drains'].slice(0, 1)],
    ['polcie', { police: 8, policy: 2 }, ['police', 'policy'].slice(0, 1)],
    ['threes', { trees: 1, three: 9, threat: 3 }, ['three', 'trees']],
    ['fine', { fines: 2, fined: 1 }, ['fines']],
    ['cat', { car: 9 }, []],
    ['hats', { h4ts: 9, at: 1 }, []],
    ['zzzz', { drones: 1 }, []],
    ['potholse', { pothole: 4, potholes: 4 }, ['pothole']],
  ])('by %s', (typed, words, expected) => {
    expect(guesses(typed, words)).toEqual(expected);
  });

  test('has fewer mistakes first, then the commoner', () => {
    expect(guesses('bitten', { bitter: 1, mitten: 8, bitte: 6 })[0]).toBe('bitte');
    expect(guesses('dogz', { dogs: 9, dogy: 1 })[0]).toBe('dogs');
  });

  test('is never further off than the length of the word allows', () => {
    const word = fc.stringMatching(/^[a-e]{1,9}$/);
    fc.assert(
      fc.property(word, fc.uniqueArray(word), (typed, words) => {
        for (const { word, distance } of guess(typed, { words, commonness: words.map(() => 0) })) {
          expect(words).toContain(word);
          expect(distance).toBeLessThanOrEqual(tolerance(typed.length));
          expect(distanceOf(typed, word, 20)).toBe(distance);
        }
      }),
    );
  });
});
