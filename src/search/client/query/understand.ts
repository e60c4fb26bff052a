import type { Entries } from '../index/entries.ts';
import type { SearchIndex } from '../index/open-index.ts';
import { nearness, type QueryCitation } from './citations.ts';
import { FACTOR, findRun, findSynonyms, findTogether, findWord } from './find-words.ts';
import { anyOf, fieldHits, type Hits, NONE, weaken, without } from './hits.ts';
import { type Part, splitQuery } from './parts.ts';
import type { Concept } from './rank.ts';
import type { Query } from './read-query.ts';

/** What the search did with the words of a query, for the page to say. */
export interface Doings {
  /** Left out because they say nothing. */
  leftOut: string[];
  /** Words that the log does not have, and what was looked for instead. */
  instead: { typed: string; used: string[]; others: string[] }[];
  /** Words that the log does not have, nor anything like them. */
  unknown: string[];
  /** Provisions that were looked for. */
  citations: QueryCitation[];
}

/** A part that has been looked for, with words that narrow others to it, where there are such words. */
interface Looked {
  concept: Concept;
  search: string;
}

type Words = Extract<Part, { kind: 'words' }>;

/** To how many of the rarest things a common word is narrowed. */
const ANCHORS = 2;

/**
 * Looks for everything that a query asks for. Words that very many entries have are looked for last, and only in the entries that have one of
 * the rarer ones: alone they cost the most and tell the least.
 */
export async function understand(query: Query, index: SearchIndex): Promise<{ concepts: Concept[]; doings: Doings }> {
  const { parts, leftOut } = await splitQuery(query, index);
  const doings: Doings = { leftOut, instead: [], unknown: [], citations: query.citations };
  const common: Words[] = [];
  const rare: Part[] = [];
  for (const part of parts) {
    if (part.kind === 'words' && (await isCommon(part, index))) common.push(part);
    else rare.push(part);
  }
  const looked = (await Promise.all(rare.map((part) => look(part, index, doings)))).filter((each) => each !== null);
  const anchors = looked
    .filter(({ concept, search }) => search !== '' && !concept.optional && concept.hits.size > 0)
    .sort((a, b) => a.concept.hits.size - b.concept.hits.size)
    .filter(({ concept }, place) => place === 0 || (place < ANCHORS && !index.isMany(concept.hits.size)));
  if (anchors.length > 0) looked.push(...(await Promise.all(common.map((part) => narrow(part, anchors, index)))));
  else looked.push(...(await lookTogether(common, looked.length > 0, index, doings)));
  return { concepts: looked.map(({ concept }) => concept).filter(({ hits, optional }) => hits.size > 0 || !optional), doings };
}

/** A word that costs much to look for: one that many entries have, or with which many others begin. */
async function isCommon({ tokens: [token, second] }: Words, index: SearchIndex): Promise<boolean> {
  if (!token || second) return false;
  return index.isCommon(token.word) || index.isMany((await index.words.lookUp(token.word)).reach);
}

/** `null` for a word that the log does not have, nor anything like it. */
async function look(part: Part, index: SearchIndex, doings: Doings): Promise<Looked | null> {
  const { label } = part;
  const { entries } = index;
  const as = (hits: Hits, search = '', optional = false): Looked => ({ concept: { label, hits, optional }, search });
  switch (part.kind) {
    case 'phrase':
      return as(await index.phrase(part.words), part.words);
    case 'citation': {
      const relying = cited(part.citation, entries);
      return as(relying.size > 0 ? relying : await spelled(part.citation, index));
    }
    case 'joined':
      return as(anyOf(await Promise.all([index.word(part.joined, 'longer'), index.phrase(part.apart)])));
    case 'year':
      return as(await yearHits(part.token.word, index));
    case 'name': {
      const field = anyOf(part.meanings.map(({ facet, place }) => fieldHits(entries.values[facet], (value) => (value === place ? 1 : 0))));
      const text = await findTogether(part.tokens, index);
      return as(part.isMeant ? anyOf([field, weaken(text, FACTOR.field)]) : anyOf([text, weaken(field, FACTOR.field)]));
    }
    case 'words': {
      const { tokens, synonyms, isOpen, isWeak } = part;
      const [token, second] = tokens;
      const { hits, search, instead } =
        token && !second ? await findWord(token, synonyms, isOpen, index) : await findRun(tokens, synonyms, index);
      if (isWeak) return as(instead && hits.size === 0 ? NONE : hits, search, true);
      if (instead && instead.used.length > 0) doings.instead.push({ typed: label, ...instead });
      else if (hits.size === 0) doings.unknown.push(label);
      return hits.size === 0 && instead ? null : as(hits, search);
    }
  }
}

/** A common word in the entries of the rarest things. */
async function narrow({ label, tokens, synonyms, isWeak }: Words, anchors: readonly Looked[], index: SearchIndex): Promise<Looked> {
  const word = tokens[0]?.word ?? '';
  const beside = async ({ concept, search }: Looked, other: string) => without(await index.all(`${search} ${other}`), concept.hits);
  const own = await Promise.all(anchors.map((anchor) => beside(anchor, word)));
  const [first] = anchors;
  const common = first ? await Promise.all(synonyms.filter((each) => index.isCommon(each)).map((each) => beside(first, each))) : [];
  const others = await findSynonyms(synonyms, index);
  const { entries } = await index.words.lookUp(word);
  const hits = anyOf([...own, ...common.map((hits) => weaken(hits, FACTOR.synonym)), ...others]);
  return { concept: { label, hits, optional: isWeak, entries }, search: '' };
}

/** Common words with nothing rarer beside them: entries that have all of them, else each for itself. */
async function lookTogether(common: readonly Words[], hasOthers: boolean, index: SearchIndex, doings: Doings): Promise<Looked[]> {
  const asked = common.filter(({ isWeak }) => !isWeak || !hasOthers);
  if (asked.length > 1) {
    const hits = await index.all(asked.flatMap(({ tokens }) => tokens.map(({ word }) => word)).join(' '));
    if (hits.size > 0) return [{ concept: { label: asked.map(({ label }) => label).join(' '), hits, optional: false }, search: '' }];
  }
  return (await Promise.all(asked.map((part) => look(part, index, doings)))).filter((each) => each !== null);
}

/** A year: in the text, or that of the answer. */
async function yearHits(word: string, index: SearchIndex): Promise<Hits> {
  const place = index.entries.facets.year.findIndex(({ id }) => id === word);
  const dated = fieldHits(index.entries.values.year, (value) => (value === place ? FACTOR.field : 0));
  return index.isCommon(word) ? dated : anyOf([await index.word(word, 'own'), dated]);
}

/** Entries that relied on a provision or a part of it; less those that relied on the whole; less again those whose text only names it. */
function cited(citation: QueryCitation, { provisions, relied, named }: Entries): Hits {
  const near = provisions.map((provision) => nearness(provision, citation));
  const relying = fieldHits(relied, (place) => [0, 0, 0.6, 1][near[place] ?? 0] ?? 0);
  const naming = fieldHits(named, (place) => (near[place] === 3 ? 0.25 : 0));
  return anyOf([relying, naming]);
}

/** Where a text has the words themselves: section 60 may be of a law that no answer relies on. */
async function spelled({ number, unit }: QueryCitation, index: SearchIndex): Promise<Hits> {
  const short = unit === null ? [number] : [`${unit} ${number}`, `${unit.charAt(0)}${number}`];
  return weaken(anyOf(await Promise.all(short.map((words) => index.phrase(words)))), FACTOR.field);
}
