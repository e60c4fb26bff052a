import type { FrontMatter } from '../model/entry.ts';

/** A day that the front matter states, and where. */
export interface StatedDay {
  day: string;
  path: PropertyKey[];
}

type Fields = Partial<FrontMatter>;

/** Days in the order in which they come to pass; each is held against those before it that are stated. */
const COURSE = ['received', 'clarificationRequested', 'clarificationReceived', 'responded', 'published', 'updated'] as const;

const WORDS: Record<string, string> = {
  received: 'the request was received',
  clarificationRequested: 'the authority asked what was meant',
  clarificationReceived: 'that was answered',
  responded: 'the answer was sent',
  published: 'the answer was published',
  updated: 'the answer was changed',
};

/** Every pair of neighbours that stand the wrong way round, at the later field. */
export function daysOutOfOrder(fields: Fields): { path: PropertyKey[]; message: string }[] {
  const found: { path: PropertyKey[]; message: string }[] = [];
  let before: (typeof COURSE)[number] | null = null;
  for (const key of COURSE) {
    const day = fields[key];
    if (day === undefined) continue;
    const earlier = before && fields[before];
    if (before && earlier && day < earlier)
      found.push({ path: [key], message: `${day}, when ${WORDS[key]}, is before ${earlier}, when ${WORDS[before]}` });
    before = key;
  }
  const first = fields.received;
  if (first === undefined) return found;
  for (const { day, path, what } of laterThanReceived(fields))
    if (day < first) found.push({ path, message: `${day}, ${what}, is before ${first}, when the request was received` });
  return found;
}

function laterThanReceived({ due, extended, internalReview, regulator, tribunal, corrections, withdrawn }: Fields) {
  const days: { day: string | undefined; path: PropertyKey[]; what: string }[] = [
    { day: due, path: ['due'], what: 'when the answer was due' },
    { day: extended?.until, path: ['extended', 'until'], what: 'until when it was extended' },
    { day: internalReview?.requested, path: ['internalReview', 'requested'], what: 'when a review was asked for' },
    { day: internalReview?.date, path: ['internalReview', 'date'], what: 'when the review was decided' },
    { day: regulator?.date, path: ['regulator', 'date'], what: 'when the regulator decided' },
    { day: tribunal?.date, path: ['tribunal', 'date'], what: 'when the tribunal decided' },
    { day: withdrawn?.date, path: ['withdrawn', 'date'], what: 'when it was withdrawn' },
    ...(corrections ?? []).map(({ date }, index) => ({ day: date, path: ['corrections', index, 'date'], what: 'when it was corrected' })),
  ];
  return days.filter((each): each is { day: string; path: PropertyKey[]; what: string } => each.day !== undefined);
}

/** The last of the days on which something has happened: none of them can lie in the future. */
export function latestDay(fields: Fields): StatedDay | null {
  const { internalReview, regulator, tribunal, corrections, withdrawn, acknowledged } = fields;
  const days: { day: string | undefined; path: PropertyKey[] }[] = [
    ...COURSE.map((key) => ({ day: fields[key], path: [key] })),
    { day: internalReview?.date ?? internalReview?.requested, path: ['internalReview'] },
    { day: regulator?.date, path: ['regulator', 'date'] },
    { day: tribunal?.date, path: ['tribunal', 'date'] },
    { day: withdrawn?.date, path: ['withdrawn', 'date'] },
    ...(corrections ?? []).map(({ date }, index) => ({ day: date, path: ['corrections', index, 'date'] })),
    ...(acknowledged ?? []).map(({ on }, index) => ({ day: on, path: ['acknowledged', index, 'on'] })),
  ];
  let latest: StatedDay | null = null;
  for (const { day, path } of days) if (day !== undefined && (latest === null || day > latest.day)) latest = { day, path };
  return latest;
}
