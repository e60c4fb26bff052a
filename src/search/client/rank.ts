import type { Entries } from './entries.ts';
import type { Hit } from './open-index.ts';

/** One thing a query asks for, with the entries that have it. */
export interface Concept {
  hits: Map<number, Hit>;
}

export interface Ranking {
  /** Entries, the best first. */
  order: number[];
  /** For each entry of `order`, the places of the concepts it lacks. */
  missing: Map<number, number[]>;
}

/** With fewer results than this, entries that lack a little more are let in. */
const ENOUGH = 5;
/** No entry is let in that lacks more than this share of what the query weighs, unless no entry lacks less. */
const MOST_LOST = 0.5;

/**
 * Puts the entries that answer a query in order. What a concept weighs falls with the number of entries that have it; entries that lack
 * nothing come first, then, as long as there are few results, those that lack what weighs least.
 */
export function rank(concepts: readonly Concept[], entries: Entries): Ranking {
  const weights = concepts.map(({ hits }) => Math.log(1 + entries.count / Math.max(1, hits.size)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const missing = new Map<number, number[]>();
  for (const { hits } of concepts)
    for (const entry of hits.keys())
      if (!missing.has(entry))
        missing.set(
          entry,
          concepts.flatMap((concept, index) => (concept.hits.has(entry) ? [] : [index])),
        );
  const lost = new Map([...missing].map(([entry, lacks]) => [entry, lacks.reduce((sum, index) => sum + (weights[index] ?? 0), 0)]));
  const limit = admitted([...lost.values()], whole);
  const scored = [...lost]
    .filter(([, loss]) => loss <= limit)
    .map(([entry, loss]): [number, number] => [entry, merit(concepts, weights, entry, entries) * (1 - loss / (whole + 1)) ** 2]);
  scored.sort(([a, one], [b, other]) => other - one || a - b);
  return { order: scored.map(([entry]) => entry), missing };
}

/** How much an entry may lack: step by step more, until there are enough results. */
function admitted(losses: number[], whole: number): number {
  const steps = [...new Set(losses)].sort((a, b) => a - b);
  const least = steps[0] ?? 0;
  let limit = least;
  let count = 0;
  for (const step of steps) {
    if (count >= ENOUGH || (step > least && step > whole * MOST_LOST)) break;
    limit = step;
    count = losses.filter((loss) => loss <= step).length;
  }
  return limit + 1e-9;
}

function merit(concepts: readonly Concept[], weights: number[], entry: number, entries: Entries): number {
  let score = 0;
  let inTitle = 0;
  let whole = 0;
  const titleWords = entries.titles[entry] ?? 0;
  concepts.forEach(({ hits }, index) => {
    const weight = weights[index] ?? 0;
    whole += weight;
    const hit = hits.get(entry);
    if (!hit) return;
    score += weight * (hit.score / (hit.score + 6));
    if (hit.places.some((place) => place < titleWords)) inTitle += weight;
  });
  const newness = 1 - entry / Math.max(1, entries.count);
  return score + inTitle * 0.8 * (whole > 0 ? 0.5 + inTitle / whole / 2 : 0) + 0.02 * newness;
}
