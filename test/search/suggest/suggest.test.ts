import { readKinds } from '../../../src/search/client/index/open-index.ts';
import { WORD_KINDS } from '../../../src/search/stop-words.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchIndex } from '../../../src/search/client/index/open-index.ts';
import type { EntryText } from '../../../src/search/client/index/pagefind.ts';
import { Groups } from '../../../src/search/client/query/groups.ts';
import { compareAll, suggest } from '../../../src/search/client/query/suggest.ts';
import { rootOf, wordsOfToken } from '../../../src/search/client/query/tokens.ts';

/** An index of a few answers that finds words as the real one does, without its files. */
function indexOf(answers: { title: string; question: string; answer: string }[]): SearchIndex {
  const texts = answers.map(({ title, question, answer }, entry): EntryText => {
    const count = (text: string) => text.split(' ').length;
    return {
      slug: `a-${entry}`,
      title,
      reference: `A ${entry}`,
      words: `${title} Question 1: ${question} ${answer}`.split(' '),
      anchors: [
        { id: 'question-1', at: count(title), text: `Question 1: ${question}` },
        { id: 'rest', at: count(title) + count(question) + 2 + count(answer), text: '' },
      ],
    };
  });
  const placesOf = (word: string, { words }: EntryText) =>
    words.flatMap((each, at) => (wordsOfToken(each).some((part) => rootOf(part) === rootOf(word)) ? [at] : []));
  const find = (word: string) =>
    new Map(
      texts.flatMap((text, entry) => (placesOf(word, text).length > 0 ? [[entry, { strength: 0.5, places: placesOf(word, text) }]] : [])),
    );
  const synonyms = new Groups<string[]>();
  synonyms.add('uav', ['drone']);
  return {
    entries: { count: texts.length, titles: answers.map(({ title }) => title.split(' ').length) },
    kinds: readKinds(WORD_KINDS),
    words: { lookUp: async (word: string) => ({ isKnown: find(word).size > 0, isStart: false, entries: find(word).size, reach: 0 }) },
    groups: { names: new Groups(), synonyms },
    isCommon: () => false,
    word: async (word: string) => find(word),
    phrase: async () => new Map(),
    prepare: () => undefined,
    text: async (entry: number) => texts[entry],
  } as unknown as SearchIndex;
}

const ANSWERS = [
  { title: 'Police drones', question: 'How many drones do you have?', answer: 'Eleven, at two stations.' },
  { title: 'Police horses', question: 'What do the horses cost to keep for a year?', answer: 'Feed and stables cost £4,000.' },
  { title: 'Flooding of the archive', question: 'How often has the archive flooded?', answer: 'Twice, in the winter of 2019.' },
  { title: 'Parking fines', question: 'How many parking fines were cancelled?', answer: '212 of 9,018.' },
];
const index = indexOf(ANSWERS);
const titles = async (text: string) => (await suggest(text, index)).map(({ text }) => text.title);

describe('answers suggested to a request', () => {
  test.each([
    ['How many drones does the force have?', 'Police drones'],
    ['A UAV hovered over my garden. How many UAVs do you operate?', 'Police drones'],
    ['I have a stable myself. What does it cost you to feed the horses?', 'Police horses'],
    ['Our local history group wonders how often the archive was flooded, and what became of the papers.', 'Flooding of the archive'],
  ])('%s', async (text, expected) => {
    expect(await titles(text)).toEqual([expected]);
  });

  test.each([
    'How many teachers left the profession?',
    'It cost me a year to keep at it, and I was told twice that a station would have it.',
    'In the winter two old stations were sold. How much did the buyer pay?',
    'Dear Sir, I would like to make a request under the Freedom of Information Act. Yours faithfully',
    '',
  ])('are none where none is near: %s', async (text) => {
    expect(await titles(text)).toEqual([]);
  });

  test('name the question and mark the words that meet', async () => {
    const [first] = await suggest('How many parking fines did you cancel, that is, how many were cancelled?', index);
    expect(first?.passage.question?.id).toBe('question-1');
    expect(first?.passage.question?.segments.filter(({ marked }) => marked).map(({ text }) => text.trim())).toEqual([
      'parking fines',
      'cancelled?',
    ]);
  });

  test('are the same in whatever order the sentences stand', async () => {
    const sentences = ['My neighbour rides.', 'How many police horses are there?', 'What do the horses cost?', 'Thank you.'];
    const nearness = async (order: string[]) =>
      (await compareAll(order.join(' '), index)).map(({ entry, near }) => [entry, near.toFixed(9)]);
    const expected = await nearness(sentences);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(sentences, { minLength: 4 }), async (order) => {
        expect(await nearness(order)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test('are three at most, of any text, and each is near', async () => {
    const words = ANSWERS.flatMap(({ title, question }) => `${title} ${question}`.split(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), { maxLength: 40 }), async (some) => {
        const all = await suggest(some.join(' '), index);
        expect(all.length).toBeLessThanOrEqual(3);
        for (const { near, covered, meant } of all) expect(Math.min(near, covered, meant)).toBeGreaterThan(0);
        for (const { near } of all) expect(near).toBeLessThanOrEqual(1.0001);
      }),
      { numRuns: 60 },
    );
  });
});
