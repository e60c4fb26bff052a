import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntryText } from '../../../src/search/client/index/pagefind.ts';
import { answerQuery } from '../../../src/search/client/query/answer.ts';
import { findPassage, segmentsOf, type Segment } from '../../../src/search/client/query/passage.ts';
import { describe as describeResult } from '../../../src/search/client/query/result.ts';
import { fakeIndex } from '../fake-index.ts';
import { fernhill } from '../fernhill.ts';

const index = fakeIndex(fernhill);
const marks = (segments: readonly Segment[]) => segments.filter(({ marked }) => marked).map(({ text }) => text.trim());
const textOf = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('');

/** What the best result of a query shows. */
async function shown(query: string) {
  const answer = await answerQuery(query, index);
  return describeResult(answer.order[0] ?? -1, answer, index);
}

describe('the passage of a result', () => {
  test.each([
    ['drones owned', 'question-1', ['drones', 'own?'], 'Eleven, at two depots.'],
    ['drones flights allotments', 'question-2', ['flights', 'allotments?'], 'None over allotments. Roofs were surveyed after the storm.'],
    ['storm roofs drones', 'question-2', [], 'None over allotments. Roofs were surveyed after the storm.'],
    ['dogs destroyed', 'question-2', ['dogs', 'destroyed?'], 'Two.'],
  ])('for %s is of %s, with its words marked', async (query, anchor, marked, answer) => {
    const { passage } = await shown(query);
    expect(passage.question?.id).toBe(anchor);
    expect(marks(passage.question?.segments ?? [])).toEqual(marked);
    expect(textOf(passage.segments)).toBe(answer);
  });

  test('of an answer to several questions is that answer, and not the questions between', async () => {
    const { passage } = await shown('parking 97');
    expect(passage.question?.id).toBe('question-1');
    expect(textOf(passage.segments)).toBe('212 cancelled and 97 appealed.');
    expect(marks(passage.segments)).toEqual(['97']);
    expect(textOf((await shown('parking cancelled')).passage.segments)).toBe('212 cancelled and 97 appealed.');
  });

  test('belongs to no question where none matched', async () => {
    const { passage } = await shown('drones pilots burglars');
    expect(passage.question).toBeNull();
    expect(marks(passage.segments)).toEqual(['pilots', 'burglars.']);
  });

  test('marks the title too, and what it carries to the page is the words as they stand there', async () => {
    const { title, words } = await shown('DRONES');
    expect(title).toEqual([
      { text: 'Council ', marked: false },
      { text: 'drones', marked: true },
    ]);
    expect(words).toEqual(['drones']);
  });
});

const word = fc.stringMatching(/^[a-z]{1,7}$/);
const texts = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 160 }),
  marked: fc.uniqueArray(fc.nat(159), { maxLength: 20 }),
  cuts: fc.uniqueArray(fc.nat(159), { maxLength: 5 }),
});

test('marked words are those that match, and all words stand in their order', () => {
  fc.assert(
    fc.property(texts, fc.nat(160), fc.nat(160), ({ words, marked }, one, other) => {
      const [start = 0, end = 0] = [one, other].map((each) => Math.min(each, words.length)).sort((a, b) => a - b);
      const segments = segmentsOf(words, start, end, new Set(marked));
      expect(textOf(segments)).toBe(words.slice(start, end).join(' '));
      const flags = segments.flatMap(({ text, marked }) =>
        text
          .trim()
          .split(' ')
          .filter(Boolean)
          .map(() => marked),
      );
      expect(flags).toEqual(Array.from({ length: end - start }, (_, step) => marked.includes(start + step)));
    }),
  );
});

test('a passage is a stretch of the text of at most 34 words, below the title, with a match wherever its block has one', () => {
  fc.assert(
    fc.property(texts, fc.nat(4), ({ words, marked, cuts }, titleWords) => {
      const places = cuts.filter((at) => at >= titleWords && at < words.length).sort((a, b) => a - b);
      const anchors = places.map((at, nth) => ({
        id: nth === places.length - 1 ? 'rest' : `question-${nth + 1}`,
        at,
        text: words.slice(at, Math.min(at + 3, places[nth + 1] ?? words.length)).join(' '),
      }));
      const text: EntryText = { slug: 'a', title: '', reference: '', words, anchors };
      const matches = marked.filter((at) => at < words.length).map((at, concept) => ({ at, concept, weight: 1 + (at % 3) }));
      const { question, segments } = findPassage(text, matches, titleWords);
      const inText = matches.filter(({ at }) => at >= titleWords);
      const plain = textOf(segments).replace(/^… /, '').replace(/ …$/, '');
      expect(plain.split(' ').filter(Boolean).length).toBeLessThanOrEqual(34);
      expect(` ${words.slice(titleWords).join(' ')} `).toContain(plain === '' ? '' : ` ${plain} `);
      if (inText.length > 0) expect(marks([...segments, ...(question?.segments ?? [])]).length).toBeGreaterThan(0);
    }),
  );
});
