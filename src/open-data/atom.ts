import { Feed } from 'feed';
import { addresses } from '../log/addresses.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Settings } from '../log/log.ts';
import { describeOutcome } from '../model/outcomes.ts';

/** Entries in a feed: enough for a month of a busy authority. */
const LENGTH = 50;

/** Stands for the site while the feed is made, where log.yaml states none: the library takes whole addresses only. */
const NO_SITE = 'https://site.invalid';

/** The entries that a feed of some holds: the newest, of those that have a day. */
export function entriesOfFeed(entries: readonly Disclosure[]): Disclosure[] {
  return entries.filter(({ date }) => date !== null).slice(0, LENGTH);
}

/**
 * An Atom feed (RFC 4287) of the newest entries. Entries without any day are left out: a feed orders by day, and none is invented.
 * @param address makes a path of this site absolute; where the log states no site it returns the path, and the feed carries paths
 */
export function atomOf(
  entries: readonly Disclosure[],
  feed: { title: string; self: string; page: string },
  settings: Settings,
  address: (path: string) => string,
): string {
  const whole = (path: string) => new URL(address(path), NO_SITE).href;
  const newest = entriesOfFeed(entries);
  const dayOf = (entry: Disclosure) => instant(entry.dates.updated ?? entry.dates.published ?? entry.date ?? '');
  const latest = newest.map(dayOf).sort((a, b) => b.getTime() - a.getTime())[0];
  const atom = new Feed({
    id: whole(feed.page),
    title: feed.title,
    link: whole(feed.page),
    feedLinks: { atom: whole(feed.self) },
    language: settings.language,
    copyright: settings.licence ? `${settings.authority}. ${settings.licence.name}` : settings.authority,
    author: { name: settings.authority },
    // A feed must carry an instant; with no dated entry it is the epoch, so that two builds of one log are the same bytes.
    updated: latest ?? new Date(0),
    generator: 'disclosure-log',
  });
  for (const entry of newest) {
    const outcome = describeOutcome(entry.outcome);
    atom.addItem({
      id: whole(addresses.entry(entry.slug)),
      title: asHtml(`${entry.title} (${entry.reference})`),
      link: whole(addresses.entry(entry.slug)),
      date: dayOf(entry),
      published: instant(entry.dates.published ?? entry.date ?? ''),
      description: asHtml([outcome && `${outcome}.`, entry.summary].filter(Boolean).join(' ')),
      category: entry.topics.map((topic) => ({ name: settings.topics.find(({ slug }) => slug === topic)?.label ?? topic, term: topic })),
    });
  }
  return atom.atom1().replaceAll(`${NO_SITE}/`, '/');
}

/** The library declares an entry's words to be HTML; ours are text. */
function asHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function instant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
