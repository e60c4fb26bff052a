import type { Sayings } from '../i18n/en.ts';
import { addresses } from '../log/addresses.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Settings } from '../log/log.ts';
import { href } from './base.ts';
import type { Lists } from './lists.ts';

/** Something that happened to an answer after it was given. */
export interface Notice {
  /** `changed`: the answer as it stands is no longer the last word. `kept`: it is. */
  weight: 'changed' | 'kept';
  heading: string;
  text: string | null;
  day: string | null;
  links: { text: string; href: string }[];
}

/** What happened since, that which changes the answer first. A reference that leads to no published entry is left out. */
export function aftermathOf(entry: Disclosure, lists: Lists, settings: Settings, t: Sayings): Notice[] {
  const notices = [
    ...superseded(entry, lists, t),
    ...review(entry, t),
    ...decisions(entry, settings, t),
    ...corrections(entry, t),
    ...supersedes(entry, lists, t),
  ];
  return [...notices.filter(({ weight }) => weight === 'changed'), ...notices.filter(({ weight }) => weight === 'kept')];
}

function linkTo(reference: string, lists: Lists): Notice['links'] {
  const other = lists.byReference.get(reference);
  return other ? [{ text: `${other.title} (${other.reference})`, href: href(addresses.entry(other.slug)) }] : [];
}

function superseded({ more }: Disclosure, lists: Lists, t: Sayings): Notice[] {
  const links = more.supersededBy ? linkTo(more.supersededBy, lists) : [];
  return links.length > 0 ? [{ weight: 'changed', heading: t.aftermath.superseded, text: null, day: null, links }] : [];
}

function supersedes({ more }: Disclosure, lists: Lists, t: Sayings): Notice[] {
  const links = (more.supersedes ?? []).flatMap((reference) => linkTo(reference, lists));
  return links.length > 0 ? [{ weight: 'kept', heading: t.aftermath.supersedes, text: null, day: null, links }] : [];
}

function review({ more }: Disclosure, t: Sayings): Notice[] {
  if (!more.internalReview) return [];
  const { outcome, requested, date, note } = more.internalReview;
  const asked = requested ? t.aftermath.reviewAsked(t.day(requested)) : null;
  const text = [asked, note].filter((each) => each !== null && each !== undefined).join(' ') || null;
  return [{ weight: outcome === 'upheld' ? 'kept' : 'changed', heading: t.aftermath.review[outcome], text, day: date ?? null, links: [] }];
}

function decisions({ more }: Disclosure, settings: Settings, t: Sayings): Notice[] {
  const stated = [
    { decision: more.regulator, by: more.regulator?.name ?? settings.regulator.name },
    { decision: more.tribunal, by: more.tribunal?.name ?? t.aftermath.tribunal },
  ];
  return stated.flatMap(({ decision, by }): Notice[] => {
    if (!decision) return [];
    const { outcome, reference, date, url } = decision;
    const name = t.aftermath.decisionReference(reference);
    return [
      {
        weight: outcome === 'upheld' || outcome === 'partly-upheld' ? 'changed' : 'kept',
        heading: t.aftermath.decision[outcome](by),
        text: url ? null : name,
        day: date ?? null,
        links: url ? [{ text: name, href: url }] : [],
      },
    ];
  });
}

function corrections({ more }: Disclosure, t: Sayings): Notice[] {
  return (more.corrections ?? []).map(({ date, note }) => ({
    weight: 'changed',
    heading: t.aftermath.corrected,
    text: note,
    day: date,
    links: [],
  }));
}
