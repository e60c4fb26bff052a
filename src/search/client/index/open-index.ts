import type { EntryTable } from '../../entry-table.ts';
import type { PublishedWords } from '../../vocabulary.ts';
import { Groups } from '../query/groups.ts';
import { type Hit, type Hits, NONE } from '../query/hits.ts';
import type { ReferenceTable } from '../query/references.ts';
import { rootOf, wordsOfToken } from '../query/tokens.ts';
import { type Entries, readEntries } from './entries.ts';
import { fetchPacked } from './fetch-packed.ts';
import { openPages, type EntryText } from './pagefind.ts';
import { WordLists } from './word-lists.ts';

/** The facet and the place in it that a name such as `law enforcement` stands for. */
export interface Named {
  facet: 'exemption' | 'outcome';
  place: number;
}

/** The index of a log, open. What is asked of it twice is fetched once. */
export interface SearchIndex {
  entries: Entries;
  words: WordLists;
  groups: { names: Groups<Named>; synonyms: Groups<string[]> };
  /** True for words that so many entries have that looking for them alone costs much and tells little. */
  isCommon(word: string): boolean;
  /** The same for a number of entries. */
  isMany(entries: number): boolean;
  /** Entries that have a word in any of its forms, or, less, a longer one that begins with it. */
  word(word: string, reach: Reach): Promise<Hits>;
  /** Entries in which words stand beside each other. */
  phrase(words: string): Promise<Hits>;
  /** Entries that have every one of several words. */
  all(words: string): Promise<Hits>;
  /** Begins to fetch what looking for words will need. */
  prepare(words: readonly string[]): void;
  references(): Promise<ReferenceTable>;
  text(entry: number): Promise<EntryText>;
}

/** How far a word reaches: to its own forms; to longer words that begin with it, where it is long enough to mean something; to any that do. */
export type Reach = 'own' | 'longer' | 'open';

/** Letters from which on a word's root reaches to longer words: `photo` to `photograph`, not `hat` to `hate`. */
const LONG = 5;
/** Entries from which on a word is only looked for beside a rarer one, and from which on only whether it is there counts. */
export const MANY = 1000;
export const MOST = 4000;
/** What a word counts of which only is known that it is there. */
const EXACT = 0.5;
/** What a longer word counts that only begins with what was asked for. */
const LONGER = 0.4;

/** Opens the index under an address such as `/search/index-3f9a…/`. Throws where something of it is missing, or of another build. */
export async function openIndex(address: string): Promise<SearchIndex> {
  const fetchPart = <T>(name: string) => fetchPacked<T>(address + name);
  const [table, pages] = await Promise.all([fetchPart<EntryTable>('entries.bin'), openPages(address)]);
  if (pages.count !== table.entries) throw new Error('index of another build');
  const common = new Set([...table.common, ...table.everywhere].map(rootOf));
  const everywhere = new Set(table.everywhere.map(rootOf));
  const kept = new Map<string, Promise<Hits>>();
  const once = (key: string, find: () => Promise<Hits>) => {
    const known = kept.get(key) ?? find();
    kept.set(key, known);
    known.catch(() => kept.delete(key));
    return known;
  };
  const find = async (search: string) => measure(await pages.find(search), table.entries);
  // In quotation marks, Pagefind gives the forms of the words alone, and one place in each entry.
  const exactly = async (words: string): Promise<Hits> =>
    new Map((await pages.find(`"${words}"`)).map(({ entry, places }) => [entry, { strength: EXACT, places }]));
  const having = (hits: Hits, others: Hits): Hits => new Map([...hits].filter(([entry]) => others.has(entry)));
  // For a word that the log does not have, Pagefind takes one that it begins with: the 2 of `Question 2` for 2023, `man` for `manifestly`.
  const together = async (words: string): Promise<Hits> => {
    const all = words.split(' ').flatMap((token) => wordsOfToken(token).at(-1) ?? []);
    const looked = await Promise.all(all.filter((word) => !isNumber(word)).map((word) => wordLists.lookUp(word)));
    if (looked.some(({ isKnown, isStart }) => !isKnown && !isStart)) return NONE;
    const numbers = await Promise.all(all.filter(isNumber).map(exactly));
    return numbers.reduce(having, await find(words));
  };
  const isCommon = (word: string) => common.has(rootOf(word));
  const wordLists = new WordLists(table.letters.split(''), (letter) => fetchPart<PublishedWords>(`words-${letter}.bin`));
  let references: Promise<ReferenceTable> | null = null;
  return {
    entries: readEntries(table),
    words: wordLists,
    groups: readGroups(table),
    isCommon,
    isMany: (entries) => entries > MANY,
    word: (word, reach) =>
      once(`${reach} ${word}`, async () => {
        const hits = await find(word);
        if (isNumber(word)) return having(hits, await exactly(word));
        const ownForms = reach === 'own' || (reach === 'longer' && rootOf(word).length < LONG);
        if (reach === 'open' || hits.size === 0 || (!ownForms && word.length > LONG + 2) || everywhere.has(rootOf(word))) return hits;
        // To ask a second time which of them have the word itself is only needed where longer words begin with it.
        if (!(await wordLists.lookUp(word)).hasLonger) return hits;
        const exact = await exactly(word);
        return new Map(
          [...hits].flatMap(([entry, hit]): [number, Hit][] =>
            exact.has(entry) ? [[entry, hit]] : ownForms ? [] : [[entry, { ...hit, strength: hit.strength * LONGER }]],
          ),
        );
      }),
    phrase: (words) =>
      once(`phrase ${words}`, async () => {
        const exact = await exactly(words);
        if (exact.size === 0 || words.split(' ').some(isCommon)) return exact;
        const hits = await find(words);
        return new Map([...exact].map(([entry, hit]) => [entry, hits.get(entry) ?? hit]));
      }),
    all: (words) => once(`all ${words}`, () => together(words)),
    prepare: (words) => words.forEach((word) => pages.prepare(word)),
    references: () => (references ??= fetchPart<ReferenceTable>('references.bin')),
    text: (entry) => pages.text(entry),
  };
}

/** A number has no forms, and is in no vocabulary. */
const isNumber = (word: string) => /^\d+$/.test(word);

/** Pagefind's scores as strengths from 0 to 1: it multiplies what an entry has by how rare the word is, which ranking does itself. */
function measure(found: { entry: number; score: number; places: number[] }[], entries: number): Hits {
  const most = found.reduce((highest, { score }) => Math.max(highest, score), 0);
  const rarity = Math.log(1 + (entries - found.length + 0.5) / (found.length + 0.5));
  const full = Math.max(most, rarity * 2);
  return new Map(found.map(({ entry, score, places }) => [entry, { strength: full > 0 ? score / full : 0, places }]));
}

function readGroups({ names, synonyms }: EntryTable): SearchIndex['groups'] {
  const groups: SearchIndex['groups'] = { names: new Groups(), synonyms: new Groups() };
  for (const [words, facet, place] of names) groups.names.add(words, { facet, place });
  for (const { words, there } of synonyms)
    for (const each of words)
      groups.synonyms.add(
        each,
        there.filter((other) => other !== each.replace(/-/g, '') && other !== each),
      );
  return groups;
}
