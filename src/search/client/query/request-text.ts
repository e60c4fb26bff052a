import { readQuery, type Token, type WordKinds } from './read-query.ts';
import { ASKING, COURTESY, REQUEST_WORDS } from './request-words.ts';
import type { Found, Groups } from './groups.ts';
import { rootsOf } from './groups.ts';

/** A request is read to this many characters: about fifteen hundred words. */
const LONGEST = 10_000;

/** What a sentence counts that only tells the story around what is asked. */
const STORY = 0.4;

/** A sentence of a request, with the words it may be about. */
export interface RequestSentence {
  tokens: Token[];
  /** From 0 to 1: a sentence that asks counts more than one that tells. */
  weight: number;
}

/** One thing that a request speaks of. */
export interface Topic {
  /** As it was written, for a test or a person to read. */
  label: string;
  /** Every way in which an answer may say it, as roots beside each other; its own words first. */
  ways: string[][];
  /** The same as words to look for, its own first. */
  search: string[];
  /** How much the sentences ask in which it stands. */
  weight: number;
}

/** The sentences of a request without its courtesies. Where no sentence asks for anything, all count in full. */
export function readRequest(text: string, kinds: WordKinds): RequestSentence[] {
  const sentences = text
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/\S+@\S+|\bhttps?:\S+/g, ' ')
    .replace(/["“”„«»]/g, ' ')
    .split(/(?<=[.?!;:])\s+|\n\s*\n|\n(?=\s*(?:\(?\d{1,2}[a-z]?[.):]|\(?[a-z]\)|[-•*])\s)/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '' && !COURTESY.test(sentence));
  const asks = sentences.some((sentence) => ASKING.test(sentence));
  return sentences.map((sentence) => ({
    tokens: readQuery(sentence, kinds).tokens,
    weight: !asks || ASKING.test(sentence) ? 1 : STORY,
  }));
}

/** True for a word that can be what a request, a question or a title is about. */
export function isTelling({ word, root, kind }: Token): boolean {
  if (/^\d+$/.test(word)) return /^\d{3}$/.test(word);
  return kind === 'plain' && word.length > 1 && !/^\d/.test(word) && !REQUEST_WORDS.has(word) && !REQUEST_WORDS.has(root);
}

/** What a request is about: each telling word once, words that mean something together as one, with others for the same. */
export function topicsOf(sentences: readonly RequestSentence[], synonyms: Groups<string[]>): Topic[] {
  const topics = new Map<string, Topic>();
  for (const { tokens, weight } of sentences) {
    const roots = tokens.map(({ root }) => root);
    for (let at = 0; at < tokens.length;) {
      const same = synonyms.at(roots, at);
      const run = tokens.slice(at, at + (same?.length ?? 1));
      at += run.length;
      if (run.length === 1 ? !run.every(isTelling) : !run.some(({ kind }) => kind === 'plain')) continue;
      const topic = topicOf(run, same);
      const key = (topic.ways[0] ?? []).join(' ');
      const known = topics.get(key);
      // Said again, it counts a little more.
      if (known) known.weight = Math.max(known.weight, weight) + 0.1;
      else topics.set(key, { ...topic, weight });
    }
  }
  return [...topics.values()];
}

function topicOf(run: readonly Token[], same: Found<string[]> | null): Omit<Topic, 'weight'> {
  const others = [...new Set((same?.meanings ?? []).flat())];
  const own = run.map(({ word }) => word).join(' ');
  return {
    label: run.map(({ typed }) => typed).join(' '),
    ways: [run.map(({ root }) => root), ...others.map(rootsOf)],
    search: [own, ...others],
  };
}
