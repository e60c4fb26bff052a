import { make } from './element.ts';
import { carry } from '../marks/carried.ts';
import type { Entries } from '../index/entries.ts';
import type { Segment } from '../query/passage.ts';
import type { Result } from '../query/result.ts';
import type { PageParts } from './page-parts.ts';
import { count, say } from './say.ts';

/** A result: title, what and when, how it was answered, the question and the passage that answer. */
export function resultItem(result: Result, entries: Entries, parts: PageParts): HTMLElement {
  const { entry, text, passage, without } = result;
  const { words } = parts;
  const address = `${parts.base}/disclosures/${text.slug}/`;
  const day = entries.days[entry];
  const year = entries.facets.year[entries.values.year[entry]?.[0] ?? -1]?.label;
  const topics = (entries.values.topic[entry] ?? []).map((place) => entries.facets.topic[place]?.label ?? '');
  const open = () => carry({ path: address, words: result.words, says: words.marks });
  const link = (to: string, segments: readonly Segment[]) => {
    const link = make('a', { href: to }, ...marked(segments));
    link.addEventListener('click', open);
    return link;
  };
  const about = [text.reference, ...topics].join(' · ');
  return make(
    'li',
    { class: 'row result' },
    make('p', { class: 'row-date' }, day ? make('time', { datetime: day }, spellDay(day, words.months)) : (year ?? words.noDate)),
    make(
      'div',
      { class: 'row-what' },
      make('h3', { class: 'row-title' }, link(address, result.title)),
      make('p', { class: 'note' }, about),
      passage.question && make('p', { class: 'result-question' }, link(`${address}#${passage.question.id}`, passage.question.segments)),
      passage.segments.length > 0 && make('p', { class: 'result-passage' }, ...marked(passage.segments)),
      without.length > 0 && make('p', { class: 'note' }, say(words.without, { words: without.join(', ') })),
    ),
    make('div', { class: 'row-outcome' }, ...outcomes(entries.overall[entry] ?? [], parts)),
  );
}

export function marked(segments: readonly Segment[]): (Node | string)[] {
  return segments.map(({ text, marked }) => (marked ? make('mark', {}, text) : text));
}

function outcomes(overall: Entries['overall'][number], { words, outcomes }: PageParts): Node[] {
  if (overall.length === 0) return [make('span', { class: 'outcome note' }, words.outcomeNotStated)];
  const tags = overall.map(({ outcome, count }) =>
    make(
      'span',
      { class: 'outcome' },
      markOf(outcome),
      count === null ? (outcomes[outcome]?.label ?? outcome) : `${count} ${outcomes[outcome]?.short ?? outcome}`,
    ),
  );
  return tags.length === 1 ? tags : [make('span', { class: 'outcomes' }, tags)];
}

/** The shape of an outcome, as the page has it in a template. */
function markOf(outcome: string): Node | null {
  const template = document.getElementById('search-marks') as HTMLTemplateElement | null;
  return template?.content.querySelector(`.mark-${outcome}`)?.cloneNode(true) ?? null;
}

function spellDay(iso: string, months: readonly string[]): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** What the results are, in one line: `12 answers for “drones”`. */
export function headline(found: number, q: string, words: PageParts['words']): string {
  if (found === 0) return q ? say(words.noneFor, { q }) : words.none;
  const answers = count(found, words.answers);
  return q ? say(words.answersFor, { answers, q }) : answers;
}
