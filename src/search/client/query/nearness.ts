import type { EntryText } from '../index/pagefind.ts';
import type { Match } from './answer.ts';
import { readQuery, type WordKinds } from './read-query.ts';
import { isTelling, type Topic } from './request-text.ts';
import { rootOf, wordsOfToken } from './tokens.ts';

/** How near an answer is to a request, and where they meet. */
export interface Nearness {
  /** From 0 to 1. */
  near: number;
  /** Share of what the request asks that the answer speaks of. */
  covered: number;
  /** Share of what the answer is about that the request speaks of. */
  meant: number;
  matches: Match[];
}

/** What counts how much against the word itself (1): another word for the same; words that mean something together, apart. */
const FACTOR = { synonym: 0.75, apart: 0.6 } as const;

/** What a word counts by where it stands in the answer. */
const PLACE = { title: 1, question: 0.9, text: 0.35 } as const;

/** What words are worth: which of them tell anything, and what a root weighs. */
export interface Worth {
  kinds: WordKinds;
  rarityOf: (root: string) => number;
}

/** Positions of an entry's text, the last one excluded. */
interface Span {
  start: number;
  end: number;
}

/**
 * Compares a request with one answer, both ways: how much of what is asked the answer speaks of, and how much of what the answer is about
 * (its title, and the question that fits best) the request speaks of. A long story shares some words with every answer; only an answer about
 * the same thing also has its own subject in the story.
 *
 * @param topics what the request is about, each weighed with its rarity
 * @param titleWords words of the title, which stand first in the text
 */
export function compare(topics: readonly Topic[], text: EntryText, titleWords: number, worthOf: Worth): Nearness {
  const spans = askedIn(text, titleWords);
  const places = placesByRoot(text.words);
  const worth = (at: number) =>
    at < titleWords ? PLACE.title : spans.some(({ start, end }) => at >= start && at < end) ? PLACE.question : PLACE.text;
  const matches: Match[] = [];
  let whole = 0;
  let shared = 0;
  topics.forEach((topic, concept) => {
    const found = findTopic(topic, places);
    for (const { at } of found) matches.push({ at, concept, weight: topic.weight });
    whole += topic.weight;
    shared += topic.weight * found.reduce((most, { at, factor }) => Math.max(most, factor * worth(at)), 0);
  });
  const said = new Set(matches.map(({ at }) => at));
  const shareOf = (span: Span) => shareSaid(text.words, span, said, worthOf);
  const title = shareOf({ start: 0, end: titleWords });
  const question = spans.reduce((most, span) => Math.max(most, shareOf(span)), 0);
  const covered = whole > 0 ? shared / whole : 0;
  const meant = Math.max(title, (title + question) / 2);
  return { near: Math.sqrt(covered * meant), covered, meant, matches: matches.sort((a, b) => a.at - b.at) };
}

/** The questions of an entry; where it numbers none, what stands before its answer. */
export function askedIn({ words, anchors }: EntryText, titleWords: number): Span[] {
  const questions = anchors.filter(({ id }) => id.startsWith('question-'));
  const rest = anchors.find(({ id }) => id === 'rest')?.at ?? words.length;
  if (questions.length === 0) return rest > titleWords ? [{ start: titleWords, end: rest }] : [];
  return questions.map(({ at, text }) => ({ start: at, end: at + text.split(/\s+/).filter(Boolean).length }));
}

function placesByRoot(words: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const root of new Set(wordsOfToken(word).map(rootOf))) {
      const known = places.get(root);
      if (known) known.push(at);
      else places.set(root, [at]);
    }
  });
  return places;
}

function findTopic({ ways }: Topic, places: ReadonlyMap<string, number[]>): { at: number; factor: number }[] {
  const [own = []] = ways;
  const found = ways.flatMap((way, nth) =>
    together(way, places).flatMap((at) => way.map((_, step) => ({ at: at + step, factor: nth === 0 ? 1 : FACTOR.synonym }))),
  );
  if (found.length > 0 || own.length === 1) return found;
  const telling = own.filter((root) => root.length > 2);
  if (!telling.every((root) => places.has(root))) return [];
  return telling.flatMap((root) => (places.get(root) ?? []).map((at) => ({ at, factor: FACTOR.apart })));
}

/** Where words stand beside each other. */
function together([first = '', ...others]: readonly string[], places: ReadonlyMap<string, number[]>): number[] {
  return (places.get(first) ?? []).filter((at) => others.every((root, step) => places.get(root)?.includes(at + 1 + step)));
}

/** How much of what a span says is said by the request too. */
function shareSaid(words: readonly string[], { start, end }: Span, said: ReadonlySet<number>, { kinds, rarityOf }: Worth): number {
  const roots = new Map<string, boolean>();
  for (let at = start; at < end; at++)
    for (const { root } of tellingIn(words[at] ?? '', kinds)) roots.set(root, (roots.get(root) ?? false) || said.has(at));
  let all = 0;
  let there = 0;
  for (const [root, isSaid] of roots) {
    all += rarityOf(root);
    if (isSaid) there += rarityOf(root);
  }
  return all > 0 ? there / all : 0;
}

/** The telling words of a piece of text. */
export function tellingIn(text: string, kinds: WordKinds): { word: string; root: string }[] {
  return readQuery(text, kinds).tokens.filter(isTelling);
}
