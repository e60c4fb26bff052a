import type { WholeLog } from '../../entry-table.ts';
import type { PublishedWords } from '../../vocabulary.ts';
import { Groups } from '../query/groups.ts';
import { type Hit, type Hits, NONE } from '../query/hits.ts';
import type { WordKinds } from '../query/read-query.ts';
import type { ReferenceTable } from '../query/references.ts';
import { rootOf, wordsOfToken } from '../query/tokens.ts';
import { addTable, type Entries, noEntries } from './entries.ts';
import { remember } from './fetch-packed.ts';
import type { EntryText, Found } from './pagefind.ts';
import { file, readAddress, type Span } from './spans.ts';
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
  kinds: WordKinds;
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
  /** Spans that are not searched, the newest first; `null` where all are. */
  older: readonly Span[] | null;
  /** References of what is searched, or of all. */
  references(ofAll: boolean): Promise<ReferenceTable>;
  /** Makes `entries` tell of entries, also of those that are not searched. */
  reach(entries: readonly number[]): Promise<void>;
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

/**
 * Opens the index of a log from its address (index-address.ts): its newest spans, or all. What has been fetched before is there. Throws where
 * something of it is missing.
 */
export async function openIndex(address: string, whole = false): Promise<SearchIndex> {
  const { whole: folder, engine, spans } = readAddress(address);
  const searched = spans.filter(({ isNear }) => whole || isNear);
  const older = spans.slice(searched.length);
  if (searched.length > 0) void engine().catch(() => undefined);
  const [log, pages] = await Promise.all([
    file<WholeLog>(`${folder}log.bin`),
    Promise.all(searched.map((span) => span.pages())),
    ...searched.slice(1).map((span) => span.table()),
  ]);
  const entries = noEntries(log.facets);
  const there = new Set<Span>();
  const reach = async (places: readonly number[]) => {
    for (const span of spans)
      if (!there.has(span) && places.some((place) => place >= span.from && place < span.from + span.entries)) {
        addTable(entries, span.from === 0 && log.newest ? log.newest : await span.table(), span.from);
        there.add(span);
      }
  };
  await reach(searched.map(({ from }) => from));
  entries.count = older[0]?.from ?? spans.reduce((sum, span) => sum + span.entries, 0);
  const common = new Set([...log.common, ...log.everywhere].map(rootOf));
  const everywhere = new Set(log.everywhere.map(rootOf));
  const kept = new Map<string, Promise<Hits>>();
  const once = (key: string, find: () => Promise<Hits>) => remember(kept, key, find);
  const wordLists = new WordLists(log.letters.split(''), (letter) => file<PublishedWords>(`${folder}words-${letter}.bin`));

  /** Spans that have a word in any form; `null` where the vocabulary does not say. */
  const spansWith = async (word: string) => {
    const { sure, perhaps } = await wordLists.spansWith(word);
    const forms = [...perhaps].filter((span) => span < pages.length && !sure.has(span));
    for (const span of forms) if ((await pages[span]?.find(word, true))?.length) sure.add(span);
    return sure.size + perhaps.size > 0 ? sure : null;
  };
  /** Spans that have all of several words. */
  const having = async (words: string) => {
    if (searched.length < 2) return searched.map((_, span) => span);
    const each = await Promise.all(wordsIn(words).map((word) => spansWith(word)));
    return searched.flatMap((_, span) => (each.every((spans) => !spans || spans.has(span)) ? [span] : []));
  };
  /** What Pagefind finds in each span. */
  const findIn = async (words: string, exactly: boolean) =>
    Promise.all((await having(words)).map(async (span) => ({ span, found: (await pages[span]?.find(words, exactly)) ?? [] })));
  // Pagefind gives the forms of the words alone, and one place in each entry.
  const exactly = async (words: string): Promise<Hits> =>
    new Map(
      (await findIn(words, true)).flatMap(({ span, found }) =>
        found.map(({ entry, places }): [number, Hit] => [entry + (spans[span]?.from ?? 0), { strength: EXACT, places }]),
      ),
    );
  const find = async (words: string) => measure(await findIn(words, false), spans);
  const both = (hits: Hits, others: Hits): Hits => new Map([...hits].filter(([entry]) => others.has(entry)));
  // For a word that the log does not have, Pagefind takes one that it begins with: the 2 of `Question 2` for 2023, `man` for `manifestly`.
  const together = async (words: string): Promise<Hits> => {
    const all = wordsIn(words);
    const looked = await Promise.all(all.filter((word) => !isNumber(word)).map((word) => wordLists.lookUp(word)));
    if (looked.some(({ isKnown, isStart }) => !isKnown && !isStart)) return NONE;
    const numbers = await Promise.all(all.filter(isNumber).map(exactly));
    return numbers.reduce(both, await find(words));
  };
  const isCommon = (word: string) => common.has(rootOf(word));
  return {
    entries,
    older: older.length > 0 ? older : null,
    words: wordLists,
    kinds: readKinds(log.kinds),
    groups: readGroups(log),
    isCommon,
    isMany: (entries) => entries > MANY,
    word: (word, reach) =>
      once(`${reach} ${word}`, async () => {
        const hits = await find(word);
        if (isNumber(word)) return both(hits, await exactly(word));
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
    prepare: (words) => {
      // Whoever looks for the words next will say what failed.
      for (const word of words)
        void having(word)
          .then((spans) => Promise.all(pages.filter((_, span) => spans.includes(span)).map((each) => each.prepare(word))))
          .catch(() => undefined);
    },
    references: async (ofAll) => ({
      references: (await Promise.all((ofAll ? spans : searched).map((span) => span.references()))).flat(),
      withdrawn: log.withdrawn,
    }),
    reach,
    text: async (entry) => {
      const span = spans.findLast(({ from }) => from <= entry) as Span;
      return span.text(entry - span.from, log.newest?.together ?? 1);
    },
  };
}

const wordsIn = (words: string) => words.split(' ').flatMap((token) => wordsOfToken(token).at(-1) ?? []);

/** A number has no forms, and is in no vocabulary. */
const isNumber = (word: string) => /^\d+$/.test(word);

/**
 * Pagefind's scores as strengths from 0 to 1: it multiplies what an entry has by how rare the word is in its span, which ranking does itself for the
 * whole log.
 */
function measure(each: readonly { span: number; found: Found[] }[], spans: readonly Span[]): Hits {
  const all = each.flatMap(({ span, found }) => {
    const { from = 0, entries = 0 } = spans[span] ?? {};
    const rarity = Math.log(1 + (entries - found.length + 0.5) / (found.length + 0.5));
    return found.map(({ entry, score, places }) => ({ entry: entry + from, score: score / rarity, places }));
  });
  const full = all.reduce((highest, { score }) => Math.max(highest, score), 2);
  return new Map(all.map(({ entry, score, places }) => [entry, { strength: score / full, places }]));
}

/** Words by what they say; one that is of several kinds is of the first. */
export function readKinds(kinds: WholeLog['kinds']): WordKinds {
  return new Map(kinds.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)).reverse());
}

function readGroups({ names, synonyms }: WholeLog): SearchIndex['groups'] {
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
