import type { SearchIndex } from '../index/open-index.ts';
import { lacks, rank } from './rank.ts';
import { readQuery } from './read-query.ts';
import { matchReferences, referenceIn } from './references.ts';
import { type Doings, understand } from './understand.ts';

/** What a query finds. */
export interface Answer {
  /** Entries, the best first. */
  order: number[];
  /** Answers that the query names by their whole reference. */
  named: number[];
  /** Withdrawn answers that it names. */
  withdrawn: { reference: string; slug: string }[];
  doings: Doings;
  /** What an entry lacks of the query, by what was typed. */
  lacks(entry: number): string[];
  /** Positions of matched words in an entry, with the place of what they match and what that weighs. */
  matches(entry: number): Match[];
}

export interface Match {
  at: number;
  concept: number;
  weight: number;
}

/** Answers a query from the index. Without words, every entry, the newest first. */
export async function answerQuery(text: string, index: SearchIndex): Promise<Answer> {
  const { entries } = index;
  const reference = await byReference(text, index);
  const query = readQuery(text);
  if (reference.parts.length > 0) query.citations.length = 0;
  if (query.tokens.length + query.phrases.length + query.citations.length === 0) {
    const order = Array.from({ length: entries.count }, (_, entry) => entry);
    return {
      order,
      named: [],
      withdrawn: [],
      doings: { leftOut: [], instead: [], unknown: [], citations: [] },
      lacks: () => [],
      matches: () => [],
    };
  }
  // A whole reference is what was meant; besides its own answer, those that mention it are of use.
  const { concepts, doings } =
    reference.named.length > 0
      ? { concepts: [], doings: { leftOut: [], instead: [], unknown: [], citations: [] } }
      : await understand(query, index);
  const { order, weights } = rank(concepts, entries);
  const first = [...reference.named, ...reference.parts];
  const mention = reference.named.length > 0 ? [...(await index.phrase(text.replace(/["“”]/g, ' ').trim())).keys()] : [];
  return {
    order: [...new Set([...first, ...mention, ...order])],
    named: reference.named,
    withdrawn: reference.withdrawn,
    doings,
    lacks: (entry) => (first.includes(entry) || mention.includes(entry) ? [] : lacks(entry, concepts)),
    matches: (entry) =>
      concepts.flatMap(({ hits }, concept) =>
        (hits.get(entry)?.places ?? []).map((at) => ({ at, concept, weight: weights[concept] ?? 0 })),
      ),
  };
}

async function byReference(
  text: string,
  index: SearchIndex,
): Promise<{ named: number[]; parts: number[]; withdrawn: Answer['withdrawn'] }> {
  const nothing = { named: [], parts: [], withdrawn: [] };
  // `FOI 17 01242` could be section 17 of the Act; `s17` and `17(1)` could be nothing else.
  if (!/\d/.test(text) || readQuery(text).citations.some(({ unit, number }) => unit !== null || number.includes('('))) return nothing;
  const candidate = referenceIn(text);
  const inside = candidate === null ? text.split(/\s+/).filter((token) => /\d.*[/_-].*\d/.test(token)) : [];
  if (candidate === null && inside.length === 0) return nothing;
  const table = await index.references();
  const matches =
    candidate === null
      ? inside.flatMap((token) => matchReferences(token, table)).filter(({ how }) => how === 'whole')
      : matchReferences(candidate, table);
  return {
    named: matches.filter(({ place, how }) => place >= 0 && how === 'whole').map(({ place }) => place),
    parts: matches.filter(({ place, how }) => place >= 0 && how === 'part').map(({ place }) => place),
    withdrawn: matches.flatMap(({ place }) => (place < 0 ? (table.withdrawn[-1 - place] ?? []) : [])),
  };
}
