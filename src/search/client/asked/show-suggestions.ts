import type { Entries } from '../index/entries.ts';
import { make } from '../page/element.ts';
import { say } from '../page/say.ts';
import type { Segment } from '../query/passage.ts';
import type { Suggestion } from '../query/suggest.ts';
import type { AskedSettings } from './settings.ts';

/** Where suggestions are shown: the log's home, whole or as a path, ending with `/`; the level of their titles; the shape of an outcome. */
export interface Place {
  home: string;
  level: 'h3' | 'h4' | 'p';
  mark?: (outcome: string) => Node | null;
}

/**
 * Suggestions as a list. Every link opens in a new tab and says so: whoever follows it is in the midst of writing. Elements have classes for
 * this site and parts for the style sheets of others.
 */
export function suggestionList(suggestions: readonly Suggestion[], entries: Entries, settings: AskedSettings, place: Place): HTMLElement {
  return make(
    'ol',
    { class: 'rows results', part: 'list' },
    suggestions.map((suggestion) => item(suggestion, entries, settings, place)),
  );
}

function item({ entry, text, title, passage }: Suggestion, entries: Entries, settings: AskedSettings, place: Place): HTMLElement {
  const { words, language } = settings;
  const address = `${place.home}disclosures/${text.slug}/`;
  const link = (href: string, ...children: (Node | string)[]) =>
    make(
      'a',
      { href, target: '_blank', rel: 'noopener', part: 'link' },
      children,
      make('span', { class: 'aside-voice', part: 'new-tab' }, ` ${words.newTab}`),
    );
  const day = entries.days[entry];
  const { question } = passage;
  return make(
    'li',
    { class: 'row result', part: 'item' },
    make('p', { class: 'row-date', part: 'date' }, day ? make('time', { datetime: day }, spellDay(day, language)) : words.noDate),
    make(
      'div',
      { class: 'row-what', part: 'what' },
      make(place.level, { class: 'row-title', part: 'title' }, link(address, ...marked(title))),
      make('p', { class: 'note', part: 'reference' }, text.reference),
      question &&
        make('p', { class: 'result-question', part: 'question' }, link(`${address}#${question.id}`, ...marked(question.segments))),
      passage.segments.length > 0 && make('p', { class: 'result-passage', part: 'passage' }, marked(passage.segments)),
    ),
    make('div', { class: 'row-outcome', part: 'outcome' }, outcomes(entries.overall[entry] ?? [], settings, place)),
  );
}

function marked(segments: readonly Segment[]): (Node | string)[] {
  return segments.map(({ text, marked }) => (marked ? make('mark', { part: 'mark' }, text) : text));
}

function outcomes(overall: Entries['overall'][number], { words, outcomes }: AskedSettings, { mark }: Place): Node[] {
  if (overall.length === 0) return [make('span', { class: 'outcome note' }, words.outcomeNotStated)];
  return overall.map(({ outcome, count }) =>
    make(
      'span',
      { class: 'outcome' },
      mark?.(outcome),
      count === null ? (outcomes[outcome]?.label ?? outcome) : `${count} ${outcomes[outcome]?.short ?? outcome}`,
    ),
  );
}

function spellDay(iso: string, language: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
}

/** How many were found, in one line. */
export function headline(found: number, { words }: AskedSettings): string {
  return found === 0 ? words.none : say(found === 1 ? words.found.one : words.found.other, { n: found });
}
