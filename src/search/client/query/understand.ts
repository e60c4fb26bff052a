import type { Entries } from '../index/entries.ts';
import type { SearchIndex } from '../index/open-index.ts';
import { nearness, type QueryCitation } from './citations.ts';
import { anyOf, fieldHits, type Hits, weaken } from './hits.ts';
import type { Concept } from './rank.ts';
import type { Query, Token } from './read-query.ts';

/** What the search did with the words of a query, for the page to say. */
export interface Doings {
  /** Left out because they say nothing. */
  leftOut: string[];
  /** Words that the log does not have, and what was looked for instead. */
  instead: { typed: string; used: string[]; others: string[] }[];
  /** Words that the log does not have, nor anything like them. */
  unknown: string[];
  /** Provisions that were looked for, as the page names them. */
  citations: QueryCitation[];
}

export interface Understood {
  concepts: Concept[];
  doings: Doings;
}

/** What counts how much, against the word itself (1). */
const FACTOR = { synonym: 0.6, guess: 0.9, field: 0.7, apart: 0.5, begins: 0.4 } as const;

/** Words beside the name of a provision or an outcome that show that it is meant as such. */
const MARKERS = new Set([
  'exemption',
  'exemptions',
  'exempt',
  'exempted',
  'exception',
  'exceptions',
  'section',
  'grounds',
  'ground',
  'withheld',
  'refused',
  'refusal',
  'under',
  'outcome',
  'decision',
]);

/**
 * Turns a query into the things it asks for, each with the entries that have it. Phrases and provisions stand for themselves; runs of words
 * with a meaning of their own come next (names of exemptions, synonyms, words that the log writes as one), then each word alone. What the log
 * does not have is replaced by what was probably meant.
 */
export async function understand(query: Query, index: SearchIndex): Promise<Understood> {
  const { entries, groups } = index;
  const doings: Doings = { leftOut: [], instead: [], unknown: [], citations: query.citations };
  const concepts: Promise<Concept | null>[] = [];
  const add = (label: string, hits: Promise<Hits>, optional = false) =>
    void concepts.push(hits.then((found) => (found.size > 0 || !optional ? { label, hits: found, optional } : null)));

  for (const phrase of query.phrases) add(`“${phrase}”`, index.phrase(phrase));
  for (const citation of query.citations) add(nameOf(citation), Promise.resolve(cited(citation, entries)));

  const { tokens } = query;
  const roots = tokens.map(({ root }) => root);
  const isNaming = tokens.some(({ word }) => MARKERS.has(word));
  const onlyStops = tokens.every(({ kind }) => kind === 'stop');
  const hasPlain = tokens.some(({ kind }) => kind === 'plain') || query.phrases.length > 0 || query.citations.length > 0;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] as Token;
    const name = groups.names.at(roots, at);
    const same = groups.synonyms.at(roots, at);
    const run =
      [name, same].reduce((longest, found) => ((found?.length ?? 0) > (longest?.length ?? 0) ? found : longest), null)?.length ?? 0;
    const words = tokens.slice(at, at + Math.max(1, run));
    const label = words.map(({ typed }) => typed).join(' ');
    const isLast = at + words.length === tokens.length;

    if (name && name.length >= words.length && (name.length > 1 || isNaming)) {
      const field = anyOf(name.meanings.map(({ facet, place }) => fieldHits(entries.values[facet], (value) => (value === place ? 1 : 0))));
      const strong = isNaming;
      add(
        label,
        together(words, index).then((text) => anyOf([weaken(field, strong ? 1 : FACTOR.field), weaken(text, strong ? FACTOR.field : 1)])),
      );
      at += words.length;
    } else if (run > 1 && same) {
      add(label, withSynonyms(words, same.meanings.flat(), index, doings));
      at += words.length;
    } else if (isNaming && MARKERS.has(token.word) && tokens.length > 1) {
      at += 1;
    } else {
      const next = tokens[at + 1];
      const joined = next && (await joins(token, next, index));
      if (joined && next) {
        add(
          `${token.typed} ${next.typed}`,
          Promise.all([index.word(joined, 'longer'), index.phrase(`${token.word} ${next.word}`)]).then(anyOf),
        );
        at += 2;
        continue;
      }
      if (token.kind === 'stop' && !onlyStops) doings.leftOut.push(token.typed);
      else if (/^(19|20)\d\d$/.test(token.word)) add(token.typed, year(token, index));
      else if (token.kind === 'weak' && hasPlain) {
        if (!index.isCommon(token.word)) add(token.typed, withSynonyms([token], same?.meanings.flat() ?? [], index, null), true);
      } else add(label, alone(token, same?.meanings.flat() ?? [], query.isOpen && isLast, index, doings));
      at += 1;
    }
  }
  const found = (await Promise.all(concepts)).filter((concept) => concept !== null);
  const known = found.filter(({ label, hits }) => hits.size > 0 || !doings.unknown.includes(label));
  return { concepts: known, doings };
}

/** Two words that the log writes as one: `heat wave`, `body worn`. */
async function joins(one: Token, other: Token, index: SearchIndex): Promise<string | null> {
  const joined = one.word + other.word;
  if (one.kind === 'stop' || other.kind === 'stop' || joined.length < 5 || /\d/.test(joined)) return null;
  return (await index.words.lookUp(joined)).isKnown ? joined : null;
}

/** A run of words as it stands, or, less, its words anywhere. */
async function together(words: readonly Token[], index: SearchIndex): Promise<Hits> {
  const text = words.map(({ word }) => word).join(' ');
  if (words.length === 1) return index.word(text, 'longer');
  const [only, second] = words.filter(({ kind }) => kind === 'plain');
  const telling = only && !second ? index.word(only.word, 'longer') : index.all(text);
  const [phrase, apart] = await Promise.all([index.phrase(text), telling]);
  return anyOf([phrase, weaken(apart, FACTOR.apart)]);
}

async function withSynonyms(
  words: readonly Token[],
  synonyms: readonly string[],
  index: SearchIndex,
  doings: Doings | null,
): Promise<Hits> {
  const own = await together(words, index);
  const others = await Promise.all(synonyms.map((words) => synonym(words, index)));
  if (own.size === 0 && doings && others.some((hits) => hits.size > 0))
    doings.instead.push({
      typed: words.map(({ typed }) => typed).join(' '),
      used: synonyms.filter((_, place) => (others[place]?.size ?? 0) > 0),
      others: [],
    });
  return anyOf([own, ...others.map((hits) => weaken(hits, FACTOR.synonym))]);
}

function synonym(words: string, index: SearchIndex): Promise<Hits> {
  if (index.isCommon(words)) return Promise.resolve(new Map());
  return words.includes(' ') ? index.phrase(words) : index.word(words, 'own');
}

/** One word: itself, its synonyms, the longer words that begin so, or what was meant by it. */
async function alone(token: Token, synonyms: readonly string[], isOpen: boolean, index: SearchIndex, doings: Doings): Promise<Hits> {
  const { isKnown, isStart } = /^\d+$/.test(token.word) ? { isKnown: true, isStart: true } : await index.words.lookUp(token.word);
  const alike = async () => (await Promise.all(synonyms.map((words) => synonym(words, index)))).map((hits) => weaken(hits, FACTOR.synonym));
  if (isKnown) return anyOf([await index.word(token.word, isOpen ? 'open' : 'longer'), ...(await alike())]);
  if (isStart && (isOpen || token.word.length > 4)) return anyOf([await index.word(token.word, 'open'), ...(await alike())]);
  if (synonyms.length > 0) {
    doings.instead.push({ typed: token.typed, used: [...synonyms], others: [] });
    return anyOf(await alike());
  }
  const parted = await part(token.word, index);
  if (parted) return index.phrase(parted);
  const [best, ...rest] = await index.words.guesses(token.word);
  if (!best) {
    doings.unknown.push(token.typed);
    return new Map();
  }
  const others = rest.filter(({ distance }) => distance === best.distance).slice(0, 2);
  doings.instead.push({ typed: token.typed, used: [best.word], others: others.map(({ word }) => word) });
  return weaken(await index.word(best.word, 'longer'), FACTOR.guess);
}

/** A word that the log writes as two: `bodycam` is not one, `selfcheckout` is. */
async function part(word: string, index: SearchIndex): Promise<string | null> {
  for (let at = 3; at <= word.length - 3; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)];
    if (
      (await index.words.lookUp(one)).isKnown &&
      (await index.words.lookUp(other)).isKnown &&
      (await index.phrase(`${one} ${other}`)).size > 0
    )
      return `${one} ${other}`;
  }
  return null;
}

/** A year: in the text, or that of the answer. */
async function year(token: Token, index: SearchIndex): Promise<Hits> {
  const place = index.entries.facets.year.findIndex(({ id }) => id === token.word);
  const dated = fieldHits(index.entries.values.year, (value) => (value === place ? FACTOR.field : 0));
  return index.isCommon(token.word) ? dated : anyOf([await index.word(token.word, 'own'), dated]);
}

/** Entries that relied on a provision or a part of it; less those that relied on the whole; less again those whose text only names it. */
function cited(citation: QueryCitation, { provisions, relied, named }: Entries): Hits {
  const near = provisions.map((provision) => nearness(provision, citation));
  const relying = fieldHits(relied, (place) => [0, 0, 0.6, 1][near[place] ?? 0] ?? 0);
  const naming = fieldHits(named, (place) => (near[place] === 3 ? 0.25 : 0));
  return anyOf([relying, naming]);
}

function nameOf({ number, unit }: QueryCitation): string {
  return unit === null ? number : `${unit} ${number}`;
}
