import fc from 'fast-check';
import { readKinds } from '../../../src/search/client/index/open-index.ts';
import { WORD_KINDS } from '../../../src/search/stop-words.ts';
import { describe, expect, test } from 'vitest';
import { answerQuery } from '../../../src/search/client/query/answer.ts';
import { describe as describeResult } from '../../../src/search/client/query/result.ts';
import { readQuery } from '../../../src/search/client/query/read-query.ts';
import { rootOf } from '../../../src/search/client/query/tokens.ts';
import { fakeIndex } from '../fake-index.ts';
import { FERNHILL, fernhill, WITHDRAWN } from '../fernhill.ts';
import { toldLog } from '../told-log.ts';

const KINDS = readKinds(WORD_KINDS);

const index = fakeIndex(fernhill);
/** The same log where every word that more than two answers have counts as common. */
const crowded = fakeIndex(fernhill, 2);

const WORDS = [...new Set(FERNHILL.flatMap((told) => JSON.stringify(told).split(/[^\p{L}\p{N}/.()-]+/u)))].filter(Boolean);
const ENTRIES = fernhill.log.entries.map((_, entry) => entry);

/** Queries as people type them, and worse: words of the log, joints, quotation marks, references, any character at all. */
const queries = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 2, arbitrary: fc.constantFrom('how many', 's31', '“', '”', '"', '(', 'not', '2023', '1042/26', ...WITHDRAWN) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 9 },
  )
  .map((words) => words.join(' '));

describe('any query', () => {
  test('is answered with entries of the log, each once, and with what each lacks of it', async () => {
    await fc.assert(
      fc.asyncProperty(queries, fc.constantFrom(index, crowded), async (query, of) => {
        const answer = await answerQuery(query, of);
        expect(new Set(answer.order).size).toBe(answer.order.length);
        for (const entry of answer.order) {
          expect(ENTRIES).toContain(entry);
          for (const { weight } of answer.matches(entry)) expect(weight).toBeGreaterThanOrEqual(0);
          const { text, title, passage, words } = await describeResult(entry, answer, of);
          expect(title.map((segment) => segment.text).join('')).toBe(text.title);
          expect(words.every((word) => text.words.some((each) => each.toLowerCase().includes(word)))).toBe(true);
          if (passage.question) expect(text.anchors.map(({ id }) => id)).toContain(passage.question.id);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is answered alike in capitals, and with more space between its words', async () => {
    const words = WORDS.filter((word) => /^[a-z]+$/i.test(word));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }), async (some) => {
        const expected = (await answerQuery(some.join(' '), index)).order;
        expect((await answerQuery(some.join(' ').toUpperCase(), index)).order).toEqual(expected);
        expect((await answerQuery(some.join(' \t  '), index)).order).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('has first whatever lacks nothing of it, where words are common as where they are rare', async () => {
    // Shorter ones do not reach to longer words unless they are common: `cars` to `carried`.
    const words = WORDS.filter(
      (word) => readQuery(word, KINDS).tokens.every(({ kind }) => kind === 'plain') && rootOf(word).length >= 5 && /^[a-z]+$/.test(word),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), async (some) => {
        const whole = async (of: typeof index) => {
          const { order, lacks } = await answerQuery(some.join(' '), of);
          return order.filter((entry) => lacks(entry).length === 0).toSorted((a, b) => a - b);
        };
        expect(await whole(crowded)).toEqual(await whole(index));
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    'a'.repeat(20_000),
    '('.repeat(20_000),
    's31('.repeat(5_000),
    '1-'.repeat(10_000),
    '"'.repeat(20_000),
    '1'.repeat(20_000),
    'dornes '.repeat(3_000),
    `1${'-'.repeat(20_000)}x`,
    '. '.repeat(10_000),
    '½'.repeat(10_000),
    `x${'.'.repeat(20_000)}y`,
  ])('takes little time, however much is pasted into the box (%#)', async (query) => {
    const before = performance.now();
    await answerQuery(query, index);
    expect(performance.now() - before).toBeLessThan(400);
  });
});

test('a log of nothing answers nothing', async () => {
  const empty = fakeIndex(toldLog([]));
  for (const query of ['', 'drones', 's31', '1042/26', '“a b”', '2024', 'neither confirm nor deny'])
    expect((await answerQuery(query, empty)).order).toEqual([]);
});
