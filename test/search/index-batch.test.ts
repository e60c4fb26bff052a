import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indexDocuments } from '../../src/search/index-batch.ts';
import type { IndexDocument } from '../../src/search/index-document.ts';
import { joinRows } from '../../src/search/word-rows.ts';
import { Workplace } from '../../src/search/workplace.ts';
import { pagefindItself, readCbor, readPlaces, type Written } from './pagefind-itself.ts';

const LANGUAGES = ['en', 'cy'] as const;
let folder = '';
const workplaces = new Map<string, Workplace>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'index-batch-'));
  for (const language of LANGUAGES) workplaces.set(language, await Workplace.open(folder, language));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The same of what is written here. */
async function ours(documents: readonly IndexDocument[], language: string): Promise<Written> {
  const workplace = workplaces.get(language);
  if (!workplace) throw new Error(language);
  const { texts, rows } = await indexDocuments(documents, workplace);
  return {
    texts: texts.map((text) => ({ ...text, words: text.content.split(' ').length })),
    places: readPlaces(readCbor(joinRows([rows], [documents.length]).bytes), (page) => page),
  };
}

const WORDS = [
  ...[
    'policing',
    'police',
    'Policies',
    'policed,',
    'The',
    'the',
    '(ICO)',
    's31(1)(a)',
    '920A/21',
    'stop-and-search',
    'anti-social',
    'e-mail',
  ],
  ...[
    'café',
    'Ynys',
    'Môn',
    'Llŷn,',
    'naïve-café',
    'ÉCOLE',
    'straße',
    'İstanbul',
    'ﬁle',
    '£1,234.50',
    '12%',
    '3–4',
    '–',
    '&',
    '"quoted"',
    "officers'",
  ],
  ...[
    'camelCase',
    'WKWebVIEWComponent',
    'a1b2',
    'ANPR',
    'ANPRs',
    'x',
    'i.e.',
    'foi@example.org',
    'https://example.org/a?b=c&d',
    '<b>',
    '&lt;',
    'tag</h1>',
  ],
  ...[
    '___PAGEFIND_WEIGHT___9',
    '___END_PAGEFIND_WEIGHT___',
    '___PAGEFIND_ANCHOR___h2:0:x',
    '___',
    '_under_score_',
    '🚓',
    'a🚓b',
    'soft\u00ADhyphen',
  ],
  ...[
    'zero\u200Bwidth',
    '\u200B',
    'بيان',
    '日本語',
    'ไทย',
    'e\u0301tude',
    'organisations',
    'organised',
    'generously',
    '__proto__',
    'constructor',
    'dying',
    'skies',
    'news',
    "o'clock",
  ],
  ...['constables’', 'Q1/Q2', '2019/20', '07:30', 'a-b-c-d-e-f-g-h', 'word'.repeat(20), 'DVLA-led', 'St.', '$5', 'x*', 'done)', 'done"'],
];
const SPACES = [' ', '  ', '\t', '\u00A0', '\u2009', '\u0085', '\uFEFF', '\r\n'];

const line = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ unit: 'grapheme', maxLength: 12 })),
      fc.constantFrom(...SPACES),
    ),
    {
      maxLength: 14,
    },
  )
  .map((words) => words.map(([word, space], nth) => (nth === words.length - 1 ? word : word + space)).join(''))
  // Characters that HTML has none of.
  .map((text) => text.replace(/\p{Cc}/gu, (control) => (/[\s\u0085]/.test(control) ? control : '')).replace(/\n/g, ' '));

/** No mark of Pagefind's own: see the test of them. */
const honest = line.map((text) => text.replace(/___/g, ''));

const document = fc
  .record({
    // Pagefind leaves out a page without any word, and leaves marks for a break in a title: here a title has none.
    title: honest.map((text) =>
      `Title ${text}`
        .replace(/\u200B/g, '')
        .replace(/[\s\u0085]+/g, ' ')
        .trim(),
    ),
    reference: fc.constantFrom('920A/21', 'FOI 2024-118', 'ref', 'É1'),
    blocks: fc.array(
      fc.oneof(
        fc.record({ text: honest, weight: fc.constantFrom(1.5, 1, 2, 0.4, 0.01) }).filter(({ text }) => text !== ''),
        fc.record({
          text: fc.constantFrom('Question 1: How many?', 'Question 2: Môn café'),
          weight: fc.constant(3),
          mark: fc.constantFrom('question-1', 'question-2b'),
        }),
        fc.record({ text: fc.constant(''), weight: fc.constant(1), mark: fc.constantFrom('rest', 'answer-question-1') }),
      ),
      { maxLength: 8 },
    ),
  })
  .map(({ title, reference, blocks }): IndexDocument => ({ title, reference, blocks: [{ text: title, weight: 7 }, ...blocks] }));

describe.each(LANGUAGES)('documents in %s', (language) => {
  test('are indexed as Pagefind does it: the same texts, words, forms, places, weights and marks', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 12 }), async (documents) => {
        const [own, judge] = [await ours(documents, language), await pagefindItself(documents, language)];
        expect(own.texts).toEqual(judge.texts);
        expect(own.places).toEqual(judge.places);
      }),
      { numRuns: 30 },
    );
  });
});

test('a mark of Pagefind in a text is a word like any other', async () => {
  const blocks = [{ text: 'before ___PAGEFIND_WEIGHT___9 after ___PAGEFIND_ANCHOR___h2:0:x end', weight: 1 }];
  const { texts, places } = await ours([{ title: '', reference: 'x', blocks }], 'en');
  expect(texts[0]?.anchors).toEqual([]);
  expect(texts[0]?.content).toBe('before ___PAGEFIND_WEIGHT___9 after ___PAGEFIND_ANCHOR___h2:0:x end.');
  const [plain] = [
    await ours(
      [{ title: '', reference: 'x', blocks: [{ text: 'before PAGEFIND_WEIGHT___9 after PAGEFIND_ANCHOR___h2:0:x end', weight: 1 }] }],
      'en',
    ),
  ];
  expect(places).toEqual(plain.places);
});

test('a word counts once for each document that has it, in this batch and in the next', async () => {
  const workplace = workplaces.get('en');
  if (!workplace) throw new Error('en');
  const document = (text: string): IndexDocument => ({ title: 'Lamps', reference: '1/24', blocks: [{ text, weight: 1 }] });
  const counted = async (...texts: string[]) => Object.fromEntries((await indexDocuments(texts.map(document), workplace)).words);
  expect(await counted('lamps and lamps and', 'lamps', 'bins and')).toMatchObject({ lamps: 2, and: 2, bins: 1 });
  expect(await counted('bins', 'lamps bins')).toEqual({ bins: 2, lamps: 1 });
});
