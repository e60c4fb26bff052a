import { readKinds, type SearchIndex } from '../../src/search/client/index/open-index.ts';
import type { EntryText } from '../../src/search/client/index/pagefind.ts';
import { addTable, noEntries } from '../../src/search/client/index/entries.ts';
import { WordLists } from '../../src/search/client/index/word-lists.ts';
import { Groups } from '../../src/search/client/query/groups.ts';
import type { Hits } from '../../src/search/client/query/hits.ts';
import { rootOf, wordsOfToken } from '../../src/search/client/query/tokens.ts';
import { entryTable, wholeLog } from '../../src/search/entry-table.ts';
import { type IndexDocument, indexDocument } from '../../src/search/index-document.ts';
import { WordCounter, Vocabulary } from '../../src/search/vocabulary.ts';
import { citationsOf, type ToldLog } from './told-log.ts';

/** An entry's document as Pagefind takes it in: its text, what each word counts, and the words that each token between spaces gives. */
interface Page {
  text: EntryText;
  weights: number[];
  roots: string[][];
}

/**
 * An index of a told log that means what `open-index.ts` means by each of its questions, without Pagefind, without files and at once; made
 * anew for every property. The table, the vocabulary and the documents are the build's own. That both find the same is tested beside it
 * (`answer-query.test.ts` asks both).
 *
 * @param many entries from which on a word is common, so that a small log can have common words
 */
export function fakeIndex(told: ToldLog, many = Infinity): SearchIndex {
  const { log, bodyOf } = told;
  const pages = log.entries.map((entry) => readDocument(indexDocument(entry, bodyOf(entry)), entry.slug));
  const words = new WordCounter();
  for (const { text } of pages) words.add(text.words.map((text) => ({ text })));
  const vocabulary = new Vocabulary([words.take()]);
  const letters = vocabulary.byLetter();
  const whole = wholeLog(log, vocabulary, null);
  const entries = noEntries(whole.facets);
  addTable(entries, entryTable(log.entries, citationsOf(told)), 0);
  entries.count = log.entries.length;
  const groups: SearchIndex['groups'] = { names: new Groups(), synonyms: new Groups() };
  for (const [words, facet, place] of whole.names) groups.names.add(words, { facet, place });
  for (const { words, there } of whole.synonyms)
    for (const word of words)
      groups.synonyms.add(
        word,
        there.filter((other) => other !== word && other !== word.replace(/-/g, '')),
      );

  const entriesWith = (root: string) => pages.filter(({ roots }) => roots.some((each) => each.includes(root))).length;
  const isCommon = (word: string) => entriesWith(rootOf(word)) > many;
  const rootsOf = (words: string) =>
    words
      .split(/\s+/)
      .map((word) => rootOf(wordsOfToken(word).at(-1) ?? ''))
      .filter(Boolean);

  /** Entries with every one of the words, or longer ones that begin so. */
  const find = (words: string): Hits => {
    const wanted = rootsOf(words);
    return hitsOf((page) => {
      const places = wanted.map((root) => placesOf(page, (each) => each.startsWith(root)));
      return places.every((each) => each.length > 0) ? places.flat() : [];
    });
  };
  /** Entries with the words beside each other, in any form: the first place of each. */
  const exactly = (words: string): Hits => {
    const wanted = rootsOf(words);
    if (wanted.length === 0) return new Map();
    return hitsOf((page) => {
      const first = page.roots.findIndex((_, at) => wanted.every((root, step) => page.roots[at + step]?.includes(root)));
      return first < 0 ? [] : wanted.map((_, step) => first + step);
    });
  };
  const hitsOf = (placesIn: (page: Page) => number[]): Hits =>
    new Map(
      pages.flatMap((page, entry) => {
        const places = [...new Set(placesIn(page))];
        const weight = places.reduce((sum, at) => sum + (page.weights[at] ?? 1), 0);
        return places.length > 0 ? [[entry, { strength: weight / (weight + 2), places }] as const] : [];
      }),
    );

  return {
    entries,
    older: null,
    kinds: readKinds(whole.kinds),
    words: new WordLists(whole.letters.split(''), async (letter) => letters.get(letter) ?? { words: '', commonness: '' }),
    groups,
    isCommon,
    isMany: (entries) => entries > many,
    async word(word, reach) {
      const hits = find(word);
      if (reach === 'open') return hits;
      const own = exactly(word);
      const isShort = reach === 'own' || rootOf(word).length < 5;
      return new Map(
        [...hits].flatMap(([entry, hit]) =>
          own.has(entry) ? [[entry, hit] as const] : isShort ? [] : [[entry, { ...hit, strength: hit.strength * 0.4 }] as const],
        ),
      );
    },
    async phrase(words) {
      const own = exactly(words);
      const hits = find(words);
      return new Map([...own].map(([entry, hit]) => [entry, hits.get(entry) ?? hit]));
    },
    all: async (words) => find(words),
    prepare: () => undefined,
    reach: async () => undefined,
    references: async () => ({
      references: log.entries.map(({ reference }) => reference),
      withdrawn: log.withdrawn.map(({ reference, slug }) => ({ reference, slug })),
    }),
    text: async (entry) => {
      const page = pages[entry];
      if (!page) throw new Error(`no entry ${entry}`);
      return page.text;
    },
  };
}

function placesOf({ roots }: Page, test: (root: string) => boolean): number[] {
  return roots.flatMap((each, at) => (each.some(test) ? [at] : []));
}

/** The words of a document, what they count, and the position of every mark. */
function readDocument({ title, reference, blocks }: IndexDocument, slug: string): Page {
  const text: EntryText = { slug, title, reference, words: [], anchors: [] };
  const weights: number[] = [];
  for (const { text: line, weight, mark } of blocks) {
    if (mark !== undefined) text.anchors.push({ id: mark, at: text.words.length, text: line });
    for (const word of line.split(/\s+/).filter(Boolean)) {
      text.words.push(word);
      weights.push(weight);
    }
  }
  return { text, weights, roots: text.words.map((word) => [...new Set(wordsOfToken(word).map(rootOf))]) };
}
