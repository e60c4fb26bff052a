import type { Sayings } from '../i18n/en.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Settings } from '../log/log.ts';
import { addWorkingDays } from '../model/working-days.ts';

/** Until when an internal review may be asked for: the stated day, a counted one (holidays of the authority's own are not known), or the rule. */
export type ReviewTime = { kind: 'by' | 'about'; day: string } | { kind: 'rule'; days: number };

export function reviewTime(entry: Pick<Disclosure, 'dates'>, settings: Settings): ReviewTime {
  const { reviewBy, responded } = entry.dates;
  if (reviewBy) return { kind: 'by', day: reviewBy };
  const counted = responded ? addWorkingDays(responded, settings.reviewDays, settings.calendar) : null;
  return counted ? { kind: 'about', day: counted } : { kind: 'rule', days: settings.reviewDays };
}

/** How to ask for a review and until when: in the authority's own words with the day of this answer, else the general rule. */
export function reviewWords(time: ReviewTime, own: string | null, t: Sayings): string {
  const { entry: say } = t;
  if (time.kind === 'rule') return own ?? `${say.reviewRule(t.workingDays(time.days))} ${say.reviewHow}`;
  const day = t.day(time.day);
  if (own) return `${own} ${time.kind === 'by' ? say.reviewByThis(day) : say.reviewAboutThis(day)}`;
  return `${time.kind === 'by' ? say.reviewBy(day) : say.reviewAbout(day)} ${say.reviewHow}`;
}
