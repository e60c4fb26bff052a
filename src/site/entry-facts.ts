import type { Sayings } from '../i18n/en.ts';
import { addresses } from '../log/addresses.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Settings } from '../log/log.ts';
import { LAWS } from '../model/laws.ts';
import { timeTaken } from '../model/working-days.ts';
import { href } from './base.ts';
import { provisionLink } from './provisions.ts';
import { topicNamesOf } from './topic-names.ts';

/** One fact beside an answer: a term and what is known. */
export interface Fact {
  term: string;
  values: FactValue[];
}

export interface FactValue {
  text: string;
  /** An ISO day, where the text is one. */
  day?: string;
  href?: string;
  /** In a lighter voice, after the text. */
  note?: string;
}

/** The facts of an entry in the order they are shown; what is not stated is left out. */
export function factsOf(entry: Disclosure, settings: Settings, t: Sayings): Fact[] {
  const { dates } = entry;
  const day = (term: string, iso: string | undefined, note?: string): Fact[] =>
    iso ? [{ term, values: [{ text: t.day(iso), day: iso, ...(note && { note }) }] }] : [];
  const names = topicNamesOf(settings);
  return [
    ...day(t.entry.received, dates.received),
    ...day(t.entry.clarificationRequested, dates.clarificationRequested),
    ...day(t.entry.clarificationReceived, dates.clarificationReceived),
    ...day(t.entry.due, dates.due),
    ...day(t.entry.extended, dates.extended?.until, dates.extended?.reason),
    ...day(t.entry.answered, dates.responded),
    ...time(entry, settings, t),
    ...(entry.date
      ? []
      : [{ term: t.entry.yearOnly, values: [{ text: entry.year ? t.entry.yearDerived(entry.year.value) : t.entry.noDate }] }]),
    ...day(t.entry.published, dates.published),
    ...day(t.entry.updated, dates.updated),
    { term: t.entry.law, values: [{ text: t.laws[entry.law], href: LAWS[entry.law].statute }] },
    ...list(
      t.entry.topics,
      entry.topics.map((topic) => ({ text: names.get(topic) ?? topic, href: href(addresses.topic(topic)) })),
    ),
    ...(entry.department ? [{ term: t.entry.department, values: [{ text: entry.department }] }] : []),
    ...list(
      t.entry.reliedOn,
      entry.exemptions.map((citation) => {
        const { name, href: to } = provisionLink(citation, t);
        return { text: name, href: to };
      }),
    ),
  ];
}

function list(term: string, values: FactValue[]): Fact[] {
  return values.length > 0 ? [{ term, values }] : [];
}

/** Working days only where both days are stated and nothing stopped the clock; late only where the law's limit is certain. */
function time(entry: Disclosure, settings: Settings, t: Sayings): Fact[] {
  const taken = timeTaken({ ...entry.dates, law: entry.law, calendar: settings.calendar });
  if (taken.days === null) return [];
  const note = taken.inTime === null ? undefined : taken.inTime ? t.entry.inTime(taken.limit) : t.entry.late(taken.limit);
  return [{ term: t.entry.time, values: [{ text: t.workingDays(taken.days), ...(note && { note }) }] }];
}
