import { describe, expect, test } from 'vitest';
import { questionsOf } from '../../src/markdown/questions.ts';
import { wordsOfTitle } from '../../src/search/index-document.ts';
import { fakeIndex } from './fake-index.ts';
import { toldLog, type Told } from './told-log.ts';

/** The text of an answer as it is indexed, with the words that follow each of its marks. */
async function indexed(told: Told) {
  const log = toldLog([told]);
  const text = await fakeIndex(log).text(0);
  const marks = text.anchors.map(({ id, at }, nth) => [id, text.words.slice(at, text.anchors[nth + 1]?.at).join(' ')]);
  return { text, marks: Object.fromEntries(marks) as Record<string, string>, entry: log.log.entries[0], log };
}

const TOLD: Told = {
  reference: '1/26',
  title: 'Dogs and horses',
  asked: 'I write about animals.',
  questions: [
    ['How many dogs?', 'Nine dogs.'],
    ['How many horses?', null],
    ['What are they called?', 'Names are withheld.'],
  ],
  answered: 'Ask again.',
  documents: ['Stables.pdf'],
  reasons: 'A name is personal.',
};

describe('the document of an answer', () => {
  test('begins with the title, and has each question at its mark with its answer below it', async () => {
    const { text, marks } = await indexed(TOLD);
    expect(text.words.slice(0, wordsOfTitle(TOLD.title)).join(' ')).toBe('Dogs and horses');
    expect(text.title).toBe('Dogs and horses');
    expect(text.reference).toBe('1/26');
    expect(marks).toEqual({
      'question-1': 'Question 1: How many dogs? Nine dogs.',
      'question-2': 'Question 2: How many horses?',
      'question-3': 'Question 3: What are they called?',
      'answer-question-2': 'Names are withheld.',
      rest: 'Ask again. Stables.pdf A name is personal.',
    });
  });

  test('marks questions as the page of the entry does', async () => {
    const { text, entry, log } = await indexed(TOLD);
    const anchors = entry ? questionsOf(log.bodyOf(entry)).map(({ anchor }) => anchor) : [];
    expect(text.anchors.map(({ id }) => id).filter((id) => id.startsWith('question-'))).toEqual(anchors);
  });

  test('has no word of a reference, a day or a facet: these are looked for by themselves', async () => {
    const { text } = await indexed({ reference: 'X-99', title: 'Dogs', date: '2024-05-06', topics: ['animals'], department: 'Estates' });
    expect(text.words).toEqual(['Dogs']);
  });
});

test.each([
  ['Dogs', 1],
  ['  Dogs   and horses ', 3],
  ['Dogs – and', 3],
  ['', 0],
])('the title %j has %i words', (title, words) => {
  expect(wordsOfTitle(title)).toBe(words);
});
