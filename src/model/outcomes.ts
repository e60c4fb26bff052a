/**
 * How a request, or one question of it, was answered. One closed table: pages, facets, statistics, CSV and the importers read it.
 * The labels are the field's plain-English ones; the meaning is written for the public.
 */
export const OUTCOMES = {
  granted: {
    label: 'All information provided',
    short: 'provided',
    meaning: 'The authority held the information and gave all of it.',
    mark: 'disc',
  },
  part: {
    label: 'Some information provided',
    short: 'partly provided',
    meaning: 'The authority gave some of the information and, for the rest, said why not.',
    mark: 'half-disc',
  },
  refused: {
    label: 'Information withheld',
    short: 'withheld',
    meaning: 'The authority held the information and withheld all of it, under an exemption or exception that the answer names.',
    mark: 'ring',
  },
  ncnd: {
    label: 'Neither confirmed nor denied',
    short: 'neither confirmed nor denied',
    meaning:
      'The authority did not say whether it holds the information, because saying so would itself reveal something the law protects. It is neither a refusal of information that exists nor a sign that none does.',
    mark: 'diamond',
  },
  'not-held': {
    label: 'Information not held',
    short: 'not held',
    meaning: 'The authority looked and does not have the information.',
    mark: 'empty-set',
  },
  cost: {
    label: 'Over the cost limit',
    short: 'over the cost limit',
    meaning: 'Finding and extracting the information would take longer than the law requires an authority to spend on one request.',
    mark: 'hourglass',
  },
  vexatious: {
    label: 'Vexatious or repeated',
    short: 'vexatious or repeated',
    meaning: 'The law does not require an answer to a request that is vexatious, or that repeats one the authority has already answered.',
    mark: 'loop',
  },
  accessible: {
    label: 'Already available',
    short: 'already available',
    meaning: 'The information can already be had elsewhere, and the answer says where.',
    mark: 'arrow',
  },
  closed: {
    label: 'Closed without a decision',
    short: 'closed without a decision',
    meaning: 'The request ended before there was anything to decide, for the reason given.',
    mark: 'dash',
  },
} as const satisfies Record<string, { label: string; short: string; meaning: string; mark: string }>;

/** The id of an outcome, as entries store it. */
export type Outcome = keyof typeof OUTCOMES;

/** All outcome ids in the order in which lists show them. */
export const OUTCOME_IDS = Object.keys(OUTCOMES) as [Outcome, ...Outcome[]];

/** Why a request was closed without a decision. */
export const CLOSED_REASONS = {
  'clarification-lapsed': 'The authority asked what was meant and had no reply.',
  'requester-withdrew': 'The person who asked withdrew the request.',
  transferred: 'The request was passed to the authority that holds the information.',
  invalid: 'It was not a valid request under the Act.',
} as const;

export type ClosedReason = keyof typeof CLOSED_REASONS;

/**
 * The outcome of an entry as a whole. `one`: a single outcome, stated for the entry or shared by all its questions, or `part` where
 * anything was provided beside something that was not. `several`: how often each outcome was given, never rounded to one word.
 * `null` where the entry does not say.
 */
export type OverallOutcome = { kind: 'one'; outcome: Outcome } | { kind: 'several'; counts: { outcome: Outcome; count: number }[] } | null;

/** Outcomes with which a reader has information in the end: given, or pointed to where it is. */
const PROVIDED: ReadonlySet<Outcome> = new Set<Outcome>(['granted', 'part', 'accessible']);

/**
 * The overall outcome from what the entry states (`DOMAIN`: all the same → that; else `part` where anything was provided; else a list).
 * @param stated the entry's own `outcome`, which wins
 * @param questions the outcome of each question, `null` where it states none
 */
export function overallOutcome(stated: Outcome | null, questions: readonly (Outcome | null)[]): OverallOutcome {
  if (stated) return { kind: 'one', outcome: stated };
  const given = questions.filter((outcome) => outcome !== null);
  const [first] = given;
  if (!first) return null;
  if (given.length === questions.length && given.every((outcome) => outcome === first)) return { kind: 'one', outcome: first };
  if (new Set(given).size > 1 && given.some((outcome) => PROVIDED.has(outcome))) return { kind: 'one', outcome: 'part' };
  const counts = OUTCOME_IDS.map((outcome) => ({ outcome, count: given.filter((each) => each === outcome).length }));
  return { kind: 'several', counts: counts.filter(({ count }) => count > 0) };
}

/** In words, as under a title: `Information withheld`, or `6 not held · 1 neither confirmed nor denied`; `null` where not stated. */
export function describeOutcome(overall: OverallOutcome): string | null {
  if (!overall) return null;
  if (overall.kind === 'one') return OUTCOMES[overall.outcome].label;
  return overall.counts.map(({ outcome, count }) => `${count} ${OUTCOMES[outcome].short}`).join(' · ');
}
