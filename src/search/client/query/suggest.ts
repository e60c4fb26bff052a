import type { SearchIndex } from '../index/open-index.ts';
import type { EntryText } from '../index/pagefind.ts';
import { askedIn, compare, type Nearness, tellingIn } from './nearness.ts';
import { findPassage, segmentsOf } from './passage.ts';
import { readRequest, type Topic, topicsOf } from './request-text.ts';
import type { Result } from './result.ts';

/** Answers suggested at most. */
export const MOST = 3;
/** How near an answer must be to be suggested. Chosen on the tried half of bench/request-texts.ts. */
export const NEAR = 0.4;
/** An answer is left out that is much less near than the best. */
const BESIDE_BEST = 0.6;
/** Topics by which answers are looked for, topics by which they are compared, and answers compared. */
const SEARCHED = 10;
const COMPARED = 16;
const CANDIDATES = 8;
/** What a word weighs that no answer has, against one that a single answer has. */
const UNKNOWN = 0.6;

export type Suggestion = Omit<Result, 'words'> & Nearness;

/** The published answers that are near to a request, the nearest first; none where none is. */
export async function suggest(request: string, index: SearchIndex): Promise<Suggestion[]> {
  const near = (await compareAll(request, index)).filter(({ near }) => near >= NEAR);
  const best = near[0]?.near ?? 0;
  return near.filter((each) => each.near >= best * BESIDE_BEST).slice(0, MOST);
}

/** The answers most like a request, with how near they are; the nearest first. */
export async function compareAll(request: string, index: SearchIndex): Promise<Suggestion[]> {
  const topics = await weigh(topicsOf(readRequest(request, index.kinds), index.groups.synonyms), index);
  const candidates = await findCandidates(topics.filter(({ isThere }) => isThere).slice(0, SEARCHED), index);
  const texts = await Promise.all(candidates.map(async (entry) => ({ entry, text: await index.text(entry) })));
  const rarities = await raritiesIn(texts, index);
  const compared = texts.map(({ entry, text }): Suggestion => {
    const titleWords = index.entries.titles[entry] ?? 0;
    const nearness = compare(topics, text, titleWords, { kinds: index.kinds, rarityOf: (root) => rarities.get(root) ?? 1 });
    const inTitle = new Set(nearness.matches.map(({ at }) => at).filter((at) => at < titleWords));
    return {
      entry,
      text,
      title: segmentsOf(text.title.split(/\s+/), 0, titleWords, inTitle),
      passage: findPassage(text, nearness.matches, titleWords),
      without: [],
      ...nearness,
    };
  });
  return compared.sort((a, b) => b.near - a.near || a.entry - b.entry);
}

/** A topic with its rarity; `isThere` where the log has its words, or others for the same. */
type Weighed = Topic & { isThere: boolean };

/** Topics with their rarity, the heaviest first. */
async function weigh(topics: readonly Topic[], index: SearchIndex): Promise<Weighed[]> {
  const weighed = await Promise.all(
    topics.map(async (topic) => {
      const entries = await entriesWith(topic.search[0] ?? '', index);
      const isThere = entries > 0 || topic.search.length > 1;
      return { ...topic, isThere, weight: topic.weight * (entries > 0 ? 1 : UNKNOWN) * rarity(entries, index) };
    }),
  );
  return weighed.sort((a, b) => b.weight - a.weight).slice(0, COMPARED);
}

/** About how many entries have a word; for several words, one, since they are rare together. A number is in no vocabulary. */
async function entriesWith(words: string, index: SearchIndex): Promise<number> {
  if (words.includes(' ')) return 1;
  return /^\d+$/.test(words) ? (await index.word(words, 'own')).size : (await index.words.lookUp(words)).entries;
}

function rarity(entries: number, index: SearchIndex): number {
  return Math.log(1 + index.entries.count / Math.max(1, entries));
}

/** The entries that have most of what the request is about. */
async function findCandidates(topics: readonly Weighed[], index: SearchIndex): Promise<number[]> {
  const scores = new Map<number, number>();
  index.prepare(topics.flatMap(({ search }) => search.flatMap((words) => words.split(' '))));
  await Promise.all(
    topics.flatMap(({ search, weight }) =>
      search.map(async (words, nth) => {
        if (words.split(' ').some((word) => index.isCommon(word))) return;
        const hits = words.includes(' ') ? await index.phrase(words) : await index.word(words, 'own');
        for (const [entry, { strength }] of hits)
          scores.set(entry, (scores.get(entry) ?? 0) + weight * (nth > 0 ? 0.6 : 1) * (0.3 + strength));
      }),
    ),
  );
  return [...scores]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, CANDIDATES)
    .map(([entry]) => entry);
}

/** What the telling words of titles and questions weigh. */
async function raritiesIn(texts: readonly { entry: number; text: EntryText }[], index: SearchIndex): Promise<Map<string, number>> {
  const rarities = new Map<string, number>();
  const words = new Map<string, string>();
  for (const { entry, text } of texts) {
    const titleWords = index.entries.titles[entry] ?? 0;
    for (const { start, end } of [{ start: 0, end: titleWords }, ...askedIn(text, titleWords)])
      for (const { word, root } of tellingIn(text.words.slice(start, end).join(' '), index.kinds)) words.set(root, word);
  }
  await Promise.all(
    [...words].map(async ([root, word]) => {
      rarities.set(root, rarity(/^\d+$/.test(word) ? 1 : (await index.words.lookUp(word)).entries, index));
    }),
  );
  return rarities;
}
