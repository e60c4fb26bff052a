import { readKinds } from '../../../src/search/client/index/open-index.ts';
import { WORD_KINDS } from '../../../src/search/stop-words.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Groups } from '../../../src/search/client/query/groups.ts';
import { readRequest, topicsOf } from '../../../src/search/client/query/request-text.ts';

const synonyms = new Groups<string[]>();
synonyms.add('stun gun', ['taser']);
synonyms.add('cost', ['spend', 'price']);

const topics = (text: string) => topicsOf(readRequest(text, readKinds(WORD_KINDS)), synonyms);
const labels = (text: string) => topics(text).map(({ label }) => label);

describe('what a request is about', () => {
  test.each([
    ['a question', 'How many drones does the force own?', ['drones']],
    ['a story and a question', 'My bike was stolen. How many bikes are stolen?', ['bike', 'stolen']],
    ['words that mean something together', 'How often was a stun gun used?', ['stun gun']],
    ['a number that is a name, not a year or a count', 'How many 101 calls were there in 2024, and how many of 20?', ['101', 'calls']],
    ['words in quotation marks', 'Do you hold “speed awareness” figures?', ['speed', 'awareness']],
    ['an address is not looked at', 'Please send the drone policy to someone@example.org or https://example.org/parrots', ['drone']],
  ])('is found in %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each([
    'Dear Sir or Madam,',
    'I would like to make a request under the Freedom of Information Act 2000.',
    'I look forward to hearing from you within twenty working days.',
    'I would prefer to receive the answer by e-mail.',
    'Please do not hesitate to contact me if you need any clarification.',
    'If the cost exceeds the appropriate limit, please advise me under section 16.',
    'Yours faithfully',
    'Many thanks',
    '',
    '   \n\n ',
  ])('is nothing where there is only courtesy: %s', (text) => {
    expect(labels(text)).toEqual([]);
  });

  test('is what follows a courtesy in the same sentence', () => {
    expect(labels('Under the FOI Act I would like to request the number of horses you have.')).toEqual(['horses']);
    expect(labels('I am making a request under the Freedom of Information Act: how many horses have you?')).toEqual(['horses']);
  });

  test('counts more in what asks than in the story around it', () => {
    const all = topics('A kennel stands behind my garden. How many dogs have you? Dogs bark.');
    const weightOf = (label: string) => all.find((topic) => topic.label.toLowerCase() === label)?.weight ?? 0;
    expect(weightOf('dogs')).toBeGreaterThan(2 * weightOf('kennel'));
    expect(weightOf('kennel')).toBeGreaterThan(0);
  });

  test('counts in full where nothing is asked', () => {
    expect(topics('kennels and barking').map(({ weight }) => weight)).toEqual([1, 1]);
  });

  test('has other words for the same', () => {
    const [gun, cost] = topics('How much did a stun gun cost?');
    expect(gun?.search).toEqual(['stun gun', 'taser']);
    expect(cost?.ways).toEqual([['cost'], ['spend'], ['price']]);
  });

  test('is the same whatever the case and the spaces', () => {
    const text = 'How many police horses died?\nWhat did their stables cost?';
    const names = (from: string) => topics(from).map(({ ways }) => ways[0]);
    expect(names(text.toUpperCase())).toEqual(names(text));
    expect(names(text.replace(/ /g, '   '))).toEqual(names(text));
  });

  test('can be read from any text, in no more time than its length asks for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => topics(text).every(({ weight }) => weight > 0)),
      { numRuns: 25 },
    );
    for (const part of ['how many ', '((((', 'a@', '1. ', '. ? ! ']) {
      const before = performance.now();
      topics(part.repeat(200_000 / part.length));
      expect(performance.now() - before, part).toBeLessThan(500);
    }
  });
});
