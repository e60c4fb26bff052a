import type { Entries } from '../index/entries.ts';
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
export function showNotes(answer: Answer, found: readonly number[], state: SearchState, entries: Entries, parts: PageParts): void {
  const { notes, words } = parts;
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
      make('a', { href: writeAddress({ ...state, q: state.q.replace(typed, other), page: 1 }), 'data-move': 'submit' }, other),
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
  notes.replaceChildren(...lines.map((line) => make('p', { class: 'note' }, ...line)));
}

function quote(words: readonly string[]): string {
  return words.map((word) => (word.startsWith('“') ? word : `“${word}”`)).join(', ');
}
