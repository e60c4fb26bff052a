import type { Named, SearchIndex } from '../index/open-index.ts';
import type { QueryCitation } from './citations.ts';
import type { Query, Token } from './read-query.ts';

/** One thing that a query asks for, not yet looked for. `label` is how it was typed. */
export type Part = { label: string } & (
  | { kind: 'phrase'; words: string }
  | { kind: 'citation'; citation: QueryCitation }
  /** The name of an exemption or an outcome; `isMeant` where a word beside it (`exemption`, `withheld`) says so. */
  | { kind: 'name'; tokens: Token[]; meanings: Named[]; isMeant: boolean }
  /** Two words that the log writes as one: `heat wave`. */
  | { kind: 'joined'; joined: string; apart: string }
  | { kind: 'year'; token: Token }
  /** A word, or words that mean something together, with others for the same. */
  | { kind: 'words'; tokens: Token[]; synonyms: string[]; isOpen: boolean; isWeak: boolean }
);

/** Words beside the name of a provision or an outcome that show that it is meant as such. */
const MARKERS = new Set(
  'exemption exemptions exempt exempted exception exceptions section grounds ground withheld refused refusal under outcome decision'.split(
    ' ',
  ),
);

/**
 * Splits a query into the things it asks for. Phrases and provisions stand for themselves; of the other words, runs with a meaning of their own
 * come first (names of exemptions, synonyms, words that the log writes as one), then each word alone. Words that say nothing are left out,
 * unless there are no others.
 */
export async function splitQuery(query: Query, index: SearchIndex): Promise<{ parts: Part[]; leftOut: string[] }> {
  const { tokens, phrases, citations } = query;
  const { names, synonyms } = index.groups;
  // Everything that will be needed is fetched at once, and not word by word.
  const telling = tokens.filter(({ kind }) => kind !== 'stop').map(({ word }) => word);
  index.prepare(telling);
  await Promise.all(telling.map((word) => index.words.lookUp(word)));
  const parts: Part[] = [
    ...phrases.map((phrase): Part => ({ kind: 'phrase', label: `“${phrase}”`, words: phrase })),
    ...citations.map((citation): Part => ({ kind: 'citation', label: nameOf(citation), citation })),
  ];
  const leftOut: string[] = [];
  const roots = tokens.map(({ root }) => root);
  const isMeant = tokens.some(({ word }) => MARKERS.has(word));
  const hasOthers = tokens.some(({ kind }) => kind !== 'stop') || parts.length > 0;
  const hasPlain = tokens.some(({ kind }) => kind === 'plain') || parts.length > 0;

  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] as Token;
    const name = names.at(roots, at);
    const same = synonyms.at(roots, at);
    const length = Math.max(1, name && (name.length > 1 || isMeant) ? name.length : 0, same?.length ?? 0);
    const run = tokens.slice(at, at + length);
    const label = run.map(({ typed }) => typed).join(' ');
    const next = length === 1 ? tokens[at + 1] : undefined;
    const joined = next && (await joins(token, next, index));

    if (name?.length === length && (length > 1 || isMeant))
      parts.push({ kind: 'name', label, tokens: run, meanings: name.meanings, isMeant });
    else if (length === 1 && isMeant && MARKERS.has(token.word) && tokens.length > 1) leftOut.push(token.typed);
    else if (joined && next)
      parts.push({ kind: 'joined', label: `${token.typed} ${next.typed}`, joined, apart: `${token.word} ${next.word}` });
    else if (length === 1 && token.kind === 'stop' && hasOthers) leftOut.push(token.typed);
    else if (/^(19|20)\d\d$/.test(token.word)) parts.push({ kind: 'year', label, token });
    else {
      const isWeak = length === 1 && token.kind === 'weak' && hasPlain;
      parts.push({
        kind: 'words',
        label,
        tokens: run,
        synonyms: same?.length === length ? same.meanings.flat() : [],
        isOpen: query.isOpen && at + length === tokens.length,
        isWeak,
      });
    }
    at += joined ? 2 : length;
  }
  const labels = new Set<string>();
  return { parts: parts.filter(({ label }) => !labels.has(label.toLowerCase()) && labels.add(label.toLowerCase())), leftOut };
}

/** Two words that the log writes as one. */
async function joins(one: Token, other: Token, index: SearchIndex): Promise<string | null> {
  const joined = one.word + other.word;
  if (one.kind === 'stop' || other.kind === 'stop' || joined.length < 5 || /\d/.test(joined)) return null;
  return (await index.words.lookUp(joined)).isKnown ? joined : null;
}

function nameOf({ number, unit }: QueryCitation): string {
  return unit === null ? number : `${unit} ${number}`;
}
