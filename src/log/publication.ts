import { minuteIn } from '../model/dates.ts';
import type { FrontMatter } from '../model/entry.ts';

/** Whether an entry may be seen. Only `published` reaches an output; `withdrawn` leaves its tombstone, the others nothing. */
export type State = 'published' | 'draft' | 'embargoed' | 'withdrawn';

/** The state of an entry at an instant. An embargo on a day ends as that day begins in the log's time zone. */
export function stateOf(frontMatter: Pick<FrontMatter, 'status' | 'publishAfter'>, now: Date, timeZone: string): State {
  if (frontMatter.status === 'draft') return 'draft';
  if (frontMatter.status === 'withdrawn') return 'withdrawn';
  const after = frontMatter.publishAfter;
  if (after !== undefined && minuteIn(timeZone, now) < (after.length === 10 ? `${after}T00:00` : after)) return 'embargoed';
  return 'published';
}
