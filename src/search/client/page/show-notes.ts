import type { SearchIndex } from '../index/open-index.ts';
import type { Answer } from '../query/answer.ts';
import { nearness } from '../query/citations.ts';
import { type SearchState, writeAddress } from './address.ts';
import { make } from './element.ts';
import type { PageParts } from './page-parts.ts';
import { count, say } from './say.ts';

/**
 * Says what the search did with the words: what it left out, took instead or let go, and what to do where nothing is found. Nothing is
 * relaxed in silence.
 *
 * @param found results with the filters, the best first
 */
export function showNotes(answer: Answer, found: readonly number[], state: SearchState, index: SearchIndex, parts: PageParts): void {
  const { notes, words } = parts;
  const { entries, older } = index;
  const { doings } = answer;
  const lines: (Node | string)[][] = [];
  for (const { reference, slug } of answer.withdrawn)
    lines.push([make('a', { href: `${parts.base}/disclosures/${slug}/` }, say(words.withdrawn, { reference }))]);
  if (answer.named.length > 0) lines.push([words.byReference]);
  for (const citation of doings.citations) {
    const facet = entries.provisions.find((provision) => provision.facet >= 0 && nearness(provision, citation) > 0)?.facet;
    const list = facet === undefined ? undefined : entries.facets.exemption[facet];
    const name = `${words.units[citation.unit ?? 'none']} ${citation.number}`.trim();
    lines.push(
      list
        ? [say(words.relied, { provision: name }), ' ', make('a', { href: `${parts.base}/exemptions/${list.id}/` }, list.label)]
        : [say(words.notRelied, { provision: name })],
    );
  }
  for (const { typed, used, others } of doings.instead) {
    const links = others.flatMap((other) => [
      ' ',
      make('a', { href: writeAddress({ ...state, q: exchange(state.q, typed, other), page: 1 }), 'data-move': 'submit' }, other),
    ]);
    lines.push([
      say(words.instead, { typed, used: used.slice(0, 3).join(', ') }),
      ...(links.length > 0 ? [' ', words.didYouMean, ...links] : []),
    ]);
  }
  if (doings.unknown.length > 0) lines.push([say(words.unknown, { words: quote(doings.unknown) })]);
  const [best] = found;
  const whole = found.filter((entry) => answer.lacks(entry).length === 0).length;
  if (best !== undefined && whole === 0) lines.push([say(words.relaxed, { words: quote(answer.lacks(best)) })]);
  else if (whole < found.length) lines.push([say(words.relaxedSome, { answers: count(whole, words.answers) })]);
  if (doings.leftOut.length > 0 && found.length > 0) lines.push([say(words.leftOut, { words: doings.leftOut.join(', ') })]);
  if (found.length === 0) lines.push([answer.order.length > 0 ? words.noneFiltered : words.noneHelp]);
  if (older) {
    const n = older.reduce((sum, span) => sum + span.entries, 0);
    lines.push([
      say(words.newest, { answers: count(entries.count, words.answers) }),
      ' ',
      make(
        'a',
        { href: writeAddress({ ...state, all: true, page: 1 }), 'data-move': 'filter' },
        say(words.older, { answers: count(n, words.answers) }),
      ),
    ]);
  }
  notes.replaceChildren(...lines.map((line) => make('p', { class: 'note' }, ...line)));
}

/** Puts one word in the place of another: where it stands alone, not where it is a part of a longer one. */
export function exchange(text: string, word: string, other: string): string {
  let at = text.indexOf(word);
  while (at >= 0 && /[\p{L}\p{N}]/u.test(text.charAt(at - 1) + text.charAt(at + word.length))) at = text.indexOf(word, at + 1);
  return at < 0 ? text : text.slice(0, at) + other + text.slice(at + word.length);
}

function quote(words: readonly string[]): string {
  return words.map((word) => (word.startsWith('“') ? word : `“${word}”`)).join(', ');
}
