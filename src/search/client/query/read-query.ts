import { findQueryCitations, type QueryCitation } from './citations.ts';
import { fold, rootOf } from './tokens.ts';

/** One word of a query. */
export interface Token {
  /** As typed, without the punctuation around it. */
  typed: string;
  /** As the index has it: `escooters` for `e-scooters`. */
  word: string;
  root: string;
  /** `stop`: says nothing; `weak`: says little. */
  kind: 'plain' | 'weak' | 'stop';
}

/** Words that say nothing (`stop`) or little (`weak`), in the language of the log. */
export type WordKinds = ReadonlyMap<string, 'stop' | 'weak'>;

/** A query as it was typed, read but not yet looked up. */
export interface Query {
  tokens: Token[];
  /** What stands in quotation marks, straight or curly; without them. */
  phrases: string[];
  citations: QueryCitation[];
  /** The last word may not be finished: nothing follows it. */
  isOpen: boolean;
}

const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;

export function readQuery(text: string, kinds: WordKinds): Query {
  const phrases: string[] = [];
  const unquoted = text.normalize('NFC').replace(QUOTED, (_, phrase: string) => {
    if (fold(phrase).match(/[\p{L}\p{N}]/u)) phrases.push(phrase.trim());
    return ' ';
  });
  const { citations, rest } = findQueryCitations(unquoted);
  const tokens = rest.split(/[\s,;!?()[\]{}<>|]+/).flatMap((word) => readToken(word, kinds));
  return { tokens, phrases, citations, isOpen: /[\p{L}\p{N}]$/u.test(text) };
}

function readToken(text: string, kinds: WordKinds): Token[] {
  const typed = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const parts = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  const word = parts.join('');
  if (word === '') return [];
  // `cost/price`, `Skelbridge – and` and `police.uk/foi`: words of their own, unless they are one hyphened word or a number such as 2024/25.
  if (parts.length > 1 && !/^[\p{L}\p{N}]+([-.]\p{L}+){1,3}$|^\p{L}+-\d{1,2}$|^\d[\d.,/:-]+$/u.test(fold(typed))) {
    const pieces = typed.split(/[^\p{L}\p{N}'’]+/u);
    // One letter may stand for several, as `½` does.
    if (pieces.length > 1) return pieces.flatMap((piece) => readToken(piece, kinds));
  }
  const root = rootOf(word);
  return [{ typed, word, root, kind: kinds.get(word) ?? (kinds.get(root) === 'weak' ? 'weak' : 'plain') }];
}
