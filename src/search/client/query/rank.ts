import type { Hits } from './hits.ts';

/** One thing that a query asks for. */
export interface Concept {
  /** As typed: what a result lacks is named so. */
  label: string;
  hits: Hits;
  /** It counts where it is there, and nothing is said where it is not. */
  optional: boolean;
  /** About how many entries have it, where more do than were looked for. */
  entries?: number;
}

/** What ranking knows of the entries. */
export interface Ranked {
  count: number;
  /** Words of each title. */
  titles: readonly number[];
}

export interface Ranking {
  /** Entries, the best first. */
  order: number[];
  /** What concepts weigh, in their order. */
  weights: number[];
}

/** With fewer results than this, entries that lack a little more are let in. */
const ENOUGH = 5;
/** No entry is let in that lacks more than this share of what the query weighs, unless none lacks less. */
const MOST_LOST = 0.75;

/** Shares of an entry's merit, beside what its text has of the query (1). */
const MERIT = { title: 0.55, near: 0.2, newness: 0.03 } as const;

/**
 * Puts the entries that answer a query in order. A concept weighs the more, the fewer entries have it. First come entries that lack nothing;
 * as long as there are few of these, step by step those that lack what weighs least. Within that, merit is what the text has of the query,
 * more where it stands in the title, where its words stand together, and, a very little, where the answer is new.
 *
 * Entries are numbered from the newest, so that at equal merit the newer stands first.
 */
export function rank(concepts: readonly Concept[], entries: Ranked): Ranking {
  const weights = concepts.map(
    ({ hits, optional, entries: known }) => (optional ? 0.3 : 1) * Math.log(1 + entries.count / Math.max(1, hits.size, known ?? 0)),
  );
  const whole = sum(weights);
  const losses = new Map<number, number>();
  for (const { hits } of concepts)
    for (const entry of hits.keys())
      if (!losses.has(entry))
        losses.set(entry, sum(concepts.map((concept, index) => (concept.optional || concept.hits.has(entry) ? 0 : (weights[index] ?? 0)))));
  const isAsked = (entry: number) =>
    concepts.some(({ hits, optional }) => !optional && hits.has(entry)) || concepts.every(({ optional }) => optional);
  const candidates = [...losses].filter(([entry]) => isAsked(entry));
  const limit = admitted(
    candidates.map(([, loss]) => loss),
    whole,
  );
  const scored = candidates.flatMap(([entry, loss]): [number, number][] =>
    loss <= limit ? [[entry, merit(concepts, weights, entry, entries) * (1 - loss / (whole + 0.5)) ** 1.5]] : [],
  );
  scored.sort(([a, one], [b, other]) => other - one || a - b);
  return { order: scored.map(([entry]) => entry), weights };
}

/** The concepts that an entry lacks, by what they are called. */
export function lacks(entry: number, concepts: readonly Concept[]): string[] {
  return concepts.flatMap(({ label, hits, optional }) => (optional || hits.has(entry) ? [] : [label]));
}

/** How much an entry may lack: step by step more, until there are enough results. */
function admitted(losses: number[], whole: number): number {
  const counts = new Map<number, number>();
  for (const loss of losses) counts.set(loss, (counts.get(loss) ?? 0) + 1);
  let limit = 0;
  let letIn = 0;
  for (const [step, count] of [...counts].sort(([a], [b]) => a - b)) {
    if (letIn >= ENOUGH || (letIn > 0 && step > whole * MOST_LOST)) break;
    limit = step;
    letIn += count;
  }
  return limit + 1e-9;
}

function merit(concepts: readonly Concept[], weights: readonly number[], entry: number, { count, titles }: Ranked): number {
  const titleWords = titles[entry] ?? 0;
  const inTitle = new Set<number>();
  const spots: number[][] = [];
  let text = 0;
  let title = 0;
  let whole = 0;
  concepts.forEach(({ hits }, index) => {
    const weight = weights[index] ?? 0;
    whole += weight;
    const hit = hits.get(entry);
    if (!hit) return;
    text += weight * (0.35 + 0.65 * hit.strength);
    const places = hit.places.filter((place) => place < titleWords);
    if (places.length > 0) title += weight;
    for (const place of places) inTitle.add(place);
    if (hit.places.length > 0) spots.push(hit.places);
  });
  const aboutIt = titleWords > 0 ? inTitle.size / titleWords : 0;
  const near = spots.length > 1 ? closeness(spots) : 0;
  return (
    text +
    MERIT.title * title * (0.5 + 0.5 * aboutIt) +
    MERIT.near * whole * near +
    MERIT.newness * whole * (1 - entry / Math.max(1, count))
  );
}

/** How near the words of different concepts stand, at the place where they are nearest: 1 side by side, 0 far apart. */
function closeness(spots: readonly number[][]): number {
  const all = spots.flatMap((places, concept) => places.map((at) => ({ at, concept }))).sort((a, b) => a.at - b.at);
  const counts = new Array<number>(spots.length).fill(0);
  let covered = 0;
  let from = 0;
  let least = Infinity;
  for (const { at, concept } of all) {
    if (counts[concept] === 0) covered += 1;
    counts[concept] = (counts[concept] ?? 0) + 1;
    while (covered === spots.length) {
      const first = all[from] as (typeof all)[number];
      least = Math.min(least, at - first.at);
      counts[first.concept] = (counts[first.concept] ?? 0) - 1;
      if (counts[first.concept] === 0) covered -= 1;
      from += 1;
    }
  }
  const gap = Math.max(0, least - spots.length + 1);
  return 1 / (1 + gap / 6);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
