import { LAW_IDS, LAWS, type Citation } from '../model/laws.ts';
import { OUTCOME_IDS, OUTCOMES, type Outcome } from '../model/outcomes.ts';
import { findProvision, PROVISIONS, slugOfProvision } from '../model/provisions.ts';
import type { Disclosure } from './disclosure.ts';
import type { Facets, Settings } from './log.ts';

/** Every list of the log with its count, in one pass over the entries. */
export function facetsOf(entries: readonly Disclosure[], settings: Settings): Facets {
  const topics = new Map<string, number>();
  const years = new Map<number, number>();
  const outcomes = new Map<Outcome, number>();
  const exemptions = new Map<string, { count: number; citation: Citation }>();
  let undated = 0;
  for (const entry of entries) {
    for (const topic of entry.topics) topics.set(topic, (topics.get(topic) ?? 0) + 1);
    if (entry.year) years.set(entry.year.value, (years.get(entry.year.value) ?? 0) + 1);
    else undated += 1;
    for (const outcome of outcomesOf(entry)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    for (const [slug, citation] of provisionsOf(entry))
      exemptions.set(slug, { count: (exemptions.get(slug)?.count ?? 0) + 1, citation: exemptions.get(slug)?.citation ?? citation });
  }
  return {
    topics: settings.topics.map(({ slug, label }) => ({ id: slug, label, count: topics.get(slug) ?? 0 })),
    years: [...years].sort(([a], [b]) => b - a).map(([year, count]) => ({ id: String(year), label: String(year), count })),
    undated,
    outcomes: OUTCOME_IDS.filter((id) => outcomes.has(id)).map((id) => ({ id, label: OUTCOMES[id].label, count: outcomes.get(id) ?? 0 })),
    exemptions: [...exemptions]
      .sort(([, a], [, b]) => compareCitations(a.citation, b.citation))
      .map(([id, { count, citation }]) => ({ id, label: labelOf(citation), count })),
  };
}

/** The outcomes an entry is listed under: its own and those of its questions, once each. */
export function outcomesOf(entry: Disclosure): Outcome[] {
  const all = new Set(entry.questions.map(({ outcome }) => outcome).filter((outcome) => outcome !== null));
  if (entry.outcome?.kind === 'one') all.add(entry.outcome.outcome);
  return OUTCOME_IDS.filter((outcome) => all.has(outcome));
}

/** The provisions an entry is listed under, by the slug of the page each has: `31(1)(a)` and `31(3)` are both on `foia-31`. */
export function provisionsOf(entry: Disclosure): Map<string, Citation> {
  const pages = new Map<string, Citation>();
  for (const citation of entry.exemptions) {
    const slug = slugOfProvision(citation);
    if (!pages.has(slug)) pages.set(slug, citation);
  }
  return pages;
}

const NUMERIC = new Intl.Collator('en', { numeric: true });

/** By law, then by place in the law. */
export function compareCitations(a: Citation, b: Citation): number {
  const law = LAW_IDS.indexOf(a.law) - LAW_IDS.indexOf(b.law);
  return law || placeOf(a) - placeOf(b) || NUMERIC.compare(a.provision, b.provision);
}

function placeOf(citation: Citation): number {
  const provision = findProvision(citation);
  return provision ? PROVISIONS[citation.law].indexOf(provision) : Infinity;
}

function labelOf(citation: Citation): string {
  const provision = findProvision(citation);
  const unit = LAWS[citation.law].unit;
  return `${unit.charAt(0).toUpperCase()}${unit.slice(1)} ${provision?.number ?? citation.provision}${provision ? `: ${provision.title}` : ''}`;
}
