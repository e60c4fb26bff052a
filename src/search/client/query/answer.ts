import type { SearchIndex } from '../index/open-index.ts';
import { lacks, rank } from './rank.ts';
import { readQuery } from './read-query.ts';
import type { ReferenceMatch } from './references.ts';
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
  lacks: (entry: number) => string[];
  /** Positions of matched words in an entry, with the place of what they match and what that weighs. */
  matches: (entry: number) => Match[];
}

export interface Match {
  at: number;
  concept: number;
  weight: number;
}

/** A query is read to this many characters, as an address is: who pastes a letter into the box has said enough by then. */
const LONGEST = 500;

/** Answers a query from the index. Without words, every entry, the newest first. */
export async function answerQuery(typed: string, index: SearchIndex): Promise<Answer> {
  const text = typed.slice(0, LONGEST);
  const { entries } = index;
  const reference = await byReference(text, index);
  const query = readQuery(text, index.kinds);
  // In `FOI 17 01242` the 17 is part of a reference; `FOI 17` may still be section 17.
  if (reference.parts.length > 0 && query.tokens.length > 0) query.citations.length = 0;
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
  // A whole reference is what was meant, be it withdrawn; besides its own answer, those that mention it are of use.
  const { concepts, doings } =
    reference.whole.length > 0
      ? { concepts: [], doings: { leftOut: [], instead: [], unknown: [], citations: [] } }
      : await understand(query, index);
  const { order, weights } = rank(concepts, entries);
  const first = [...reference.named, ...reference.parts];
  const mention = (await Promise.all(reference.whole.map((each) => index.phrase(each)))).flatMap((hits) => [...hits.keys()]);
  return {
    order: [...new Set([...first, ...mention, ...order])],
    named: reference.named,
    withdrawn: reference.withdrawn,
    // What is a part of a reference is not missing.
    doings: reference.parts.length > 0 ? { ...doings, unknown: [] } : doings,
    lacks: (entry) => (first.includes(entry) || mention.includes(entry) ? [] : lacks(entry, concepts)),
    matches: (entry) =>
      concepts.flatMap(({ hits }, concept) =>
        (hits.get(entry)?.places ?? []).map((at) => ({ at, concept, weight: weights[concept] ?? 0 })),
      ),
  };
}

/** What a query names by reference: answers and withdrawn answers by the whole of it, or answers of whose references it is a part. */
interface Named {
  named: number[];
  parts: number[];
  withdrawn: Answer['withdrawn'];
  /** The references that it gives whole. */
  whole: string[];
}

async function byReference(text: string, index: SearchIndex): Promise<Named> {
  const nothing = { named: [], parts: [], withdrawn: [], whole: [] };
  // `FOI 17 01242` could be section 17 of the Act; `s17` and `17(1)` could be nothing else.
  if (!/\d/.test(text) || readQuery(text, index.kinds).citations.some(({ unit, number }) => unit !== null || number.includes('(')))
    return nothing;
  // Loaded where a query has a number, and not before.
  const { matchReferences, referenceIn } = await import('./references.ts');
  const candidate = referenceIn(text);
  const inside = text.split(/\s+/).filter((token) => /\d[^./_-]*[./_-].*\d/.test(token));
  if (candidate === null && inside.length === 0) return nothing;
  const isGiven = (matches: readonly ReferenceMatch[]) => matches.some(({ how }) => how === 'whole');
  let table = await index.references(false);
  const look = () => {
    // As it stands first: what looks like a label may be a part of it.
    const given = candidate === null ? [] : [text, candidate].map((each) => matchReferences(each, table));
    const mentioned = inside.flatMap((each) => matchReferences(each, table).filter(({ how }) => how === 'whole'));
    return given.find(isGiven) ?? (mentioned.length > 0 ? mentioned : given.flat());
  };
  let found = look();
  if (index.older && !isGiven(found)) {
    table = await index.references(true);
    found = look();
    await index.reach(found.map(({ place }) => place));
  }
  const isWhole = isGiven(found);
  const places = [...new Set(found.map(({ place }) => place))];
  const current = places.filter((place) => place >= 0);
  const withdrawn = places.flatMap((place) => table.withdrawn[-1 - place] ?? []);
  return {
    named: isWhole ? current : [],
    parts: isWhole ? [] : current,
    withdrawn,
    whole: isWhole ? [...current.flatMap((place) => table.references[place] ?? []), ...withdrawn.map(({ reference }) => reference)] : [],
  };
}
