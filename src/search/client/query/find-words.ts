import type { SearchIndex } from '../index/open-index.ts';
import { anyOf, type Hits, NONE, weaken } from './hits.ts';
import type { Token } from './read-query.ts';

/** What was found for words, and how. */
export interface FoundWords {
  hits: Hits;
  /** Words that every entry with it has, where it is worth narrowing others to them. */
  search: string;
  /** What was looked for, where the log does not have the words as they were typed; none where there was nothing to look for. */
  instead?: { used: string[]; others: string[] };
}

/** What counts how much, against the word itself (1). */
export const FACTOR = { synonym: 0.6, guess: 0.9, field: 0.7, apart: 0.5 } as const;

/** Words that mean something together, as they stand or, less, anywhere in an entry; or another word for the same. */
export async function findRun(tokens: readonly Token[], synonyms: readonly string[], index: SearchIndex): Promise<FoundWords> {
  const [own, others] = await Promise.all([findTogether(tokens, index), findSynonyms(synonyms, index)]);
  return found(own, others, synonyms, tokens.map(({ word }) => word).join(' '));
}

export async function findTogether(tokens: readonly Token[], index: SearchIndex): Promise<Hits> {
  const text = tokens.map(({ word }) => word).join(' ');
  if (tokens.length === 1) return index.word(text, 'longer');
  const [only, second] = tokens.filter(({ kind }) => kind === 'plain');
  const telling = only && !second && !index.isCommon(only.word) ? index.word(only.word, 'longer') : index.all(text);
  const [phrase, apart] = await Promise.all([index.phrase(text), telling]);
  return anyOf([phrase, weaken(apart, FACTOR.apart)]);
}

/** One word: itself, or another for the same; the longer words that begin so; or what was probably meant by it. */
export async function findWord({ word }: Token, synonyms: readonly string[], isOpen: boolean, index: SearchIndex): Promise<FoundWords> {
  const { isKnown, isStart } = /^\d+$/.test(word) ? { isKnown: true, isStart: true } : await index.words.lookUp(word);
  const others = await findSynonyms(synonyms, index);
  if (isKnown) return found(await index.word(word, isOpen ? 'open' : 'longer'), others, synonyms, word);
  if (isStart && (isOpen || word.length > 4)) return found(await index.word(word, 'open'), others, synonyms, word);
  if (synonyms.length > 0) return found(NONE, others, synonyms, word);
  const parted = await partWord(word, index);
  if (parted) return { hits: await index.phrase(parted), search: parted };
  const [best, ...rest] = await index.words.guesses(word);
  if (!best) return { hits: NONE, search: '', instead: { used: [], others: [] } };
  const alike = rest.filter(({ distance }) => distance === best.distance).slice(0, 2);
  return {
    hits: weaken(await index.word(best.word, 'longer'), FACTOR.guess),
    search: best.word,
    instead: { used: [best.word], others: alike.map(({ word }) => word) },
  };
}

/** Entries for each of several synonyms; not for those that nearly every entry has. */
export function findSynonyms(synonyms: readonly string[], index: SearchIndex): Promise<Hits[]> {
  return Promise.all(
    synonyms.map(async (words) => {
      if (words.split(' ').some((word) => index.isCommon(word))) return NONE;
      return weaken(words.includes(' ') ? await index.phrase(words) : await index.word(words, 'own'), FACTOR.synonym);
    }),
  );
}

function found(own: Hits, others: Hits[], synonyms: readonly string[], word: string): FoundWords {
  const hits = anyOf([own, ...others]);
  // Entries with a synonym do not have the word, so others cannot be narrowed to it.
  const search = hits.size === own.size ? word : '';
  if (own.size > 0 || synonyms.length === 0) return { hits, search };
  return { hits, search, instead: { used: synonyms.filter((_, place) => (others[place]?.size ?? 0) > 0), others: [] } };
}

/** A word that the log writes as two, such as `selfcheckout`. */
async function partWord(word: string, index: SearchIndex): Promise<string | null> {
  for (let at = 3; at <= word.length - 3; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if (!(await index.words.lookUp(one)).isKnown || !(await index.words.lookUp(other)).isKnown) continue;
    if ((await index.phrase(`${one} ${other}`)).size > 0) return `${one} ${other}`;
  }
  return null;
}
