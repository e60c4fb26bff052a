import type { Sayings } from '../i18n/en.ts';
import type { Disclosure } from '../log/disclosure.ts';
import { outcomesOf } from '../log/facets.ts';
import type { Outcome } from '../model/outcomes.ts';

/** Outcomes with which the information itself was given. */
const GIVEN: readonly Outcome[] = ['granted', 'part'];
/** Outcomes that belong to one request or one person, and say nothing to the next. */
const OF_ONE_REQUEST: readonly Outcome[] = ['vexatious', 'closed'];

/**
 * What an officer may write to somebody who asks for the same: where the answer is published and, where it gave information, the provision
 * that spares giving it again (FOIA 21, FOISA 25, regulation 6(1)(b) of the EIR and of the EISR). An answer that gave nothing, or does not say
 * whether it did, is only pointed to: to claim that information is accessible would be wrong, and where the authority neither confirmed nor
 * denied it would tell. `null` for an answer that another replaces, for one that is of no use to the next who asks, and where the log states
 * no site, so that there is no address to give.
 *
 * @param citation the answer cited, with its address; `null` without one
 */
export function answerAgain(entry: Disclosure, citation: string | null, t: Sayings): string | null {
  const outcomes = outcomesOf(entry);
  const isOfOneRequest = outcomes.length > 0 && outcomes.every((outcome) => OF_ONE_REQUEST.includes(outcome));
  if (citation === null || isOfOneRequest || entry.more.supersededBy !== undefined) return null;
  return t.entry.againText(hasGiven(entry) ? t.entry.againGiven[entry.law] : t.entry.againPublished, citation);
}

/** Some information was given. Where questions state their outcomes, these decide: an overall `part` may also stand for a mere pointer. */
function hasGiven({ questions, outcome }: Disclosure): boolean {
  const stated = questions.flatMap((question) => question.outcome ?? []);
  const all = stated.length > 0 ? stated : outcome?.kind === 'one' ? [outcome.outcome] : [];
  return all.some((each) => GIVEN.includes(each));
}
