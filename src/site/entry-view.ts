import { say } from '../i18n/say.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Log } from '../log/log.ts';
import { aftermathOf, type Notice } from './aftermath.ts';
import { listsOf } from './lists.ts';
import { frameKey, keyOf } from './page-key.ts';
import { readWith, type ReadWith } from './read-with.ts';

/** An entry with all that its page shows of others. */
export interface EntryView {
  entry: Disclosure;
  notices: Notice[];
  reading: ReadWith;
  newer: Disclosure | null;
  older: Disclosure | null;
}

export function viewOf(entry: Disclosure, log: Log): EntryView {
  const lists = listsOf(log);
  const place = lists.place.get(entry.slug) ?? 0;
  return {
    entry,
    notices: aftermathOf(entry, lists, log.settings, say(log.settings.language)),
    reading: readWith(entry, lists),
    newer: log.entries[place - 1] ?? null,
    older: log.entries[place + 1] ?? null,
  };
}

/**
 * The key of an entry's page. Of the entry that of its body is enough, which stands for its whole text and for the law, with what of it does
 * not come from the text; of other entries, what a link to them shows.
 */
export function viewKey({ entry, notices, reading, newer, older }: EntryView, log: Log): string {
  const link = (other: Disclosure | null) => other && [other.slug, other.reference, other.title, other.date];
  const { related, series } = reading;
  return keyOf(
    frameKey(log),
    [entry.bodyKey, entry.file, entry.state, entry.attachments.map(({ size }) => size)],
    notices,
    related.map(link),
    series && [series.name, series.entries.map(link)],
    link(newer),
    link(older),
  );
}
