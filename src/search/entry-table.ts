import type { Disclosure, Facet } from '../log/disclosure.ts';
import { outcomesOf } from '../log/facets.ts';
import type { Log } from '../log/log.ts';
import { type Citation, formatCitation, LAWS } from '../model/laws.ts';
import type { Outcome } from '../model/outcomes.ts';
import { findProvision, slugOfProvision } from '../model/provisions.ts';
import { type Column, writeCell, writeColumn } from './client/index/columns.ts';
import type { Named } from './client/index/open-index.ts';
import { wordsOfTitle } from './index-document.ts';
import { OUTCOME_NAMES, PROVISION_NAMES } from './provision-names.ts';
import { WORD_KINDS } from './stop-words.ts';
import { SYNONYMS } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The facets of the search page, by the ids of the lists. */
export const FACETS = ['topic', 'year', 'outcome', 'exemption', 'law', 'department'] as const;
export type FacetName = (typeof FACETS)[number];
/** The facets that say nothing more of an entry than their values. */
export type PlainFacet = Exclude<FacetName, 'outcome' | 'exemption'>;

/**
 * What the browser knows of every entry of a span without asking Pagefind: enough to count facets, to filter and to sort, in about four bytes an
 * entry. Entries have the order of the log (newest first, undated last), which is also the order in which Pagefind has them as pages.
 */
export interface EntryTable {
  entries: number;
  /** Texts in one file. */
  together: number;
  /** Day of each entry as days since the one before it in the list (the first: since 1970), base 36, by commas; empty where undated. */
  days: string;
  /** Words of each title: one cell each. */
  titles: string;
  /** Values of each facet that the span has. */
  facets: Record<PlainFacet, string[]>;
  /** Places in `facets` of each entry's values. */
  columns: Record<PlainFacet, Column>;
  /** Every provision relied on or named: its law, its number, and the value of the facet that has it where one does. */
  provisions: [law: string, number: string, facet: string][];
  /** Places in `provisions` of what each entry relied on. */
  relied: Column;
  /** Places in `provisions` of what the text of each entry names and the entry did not rely on. */
  named: Column;
  /** Outcome of each entry as a whole: `part`, or `6 not-held 1 ncnd`, or nothing; then those that it is listed under as well: `part+not-held`. */
  outcomes: Column;
}

/** What the browser knows of the whole log. */
export interface WholeLog {
  /** Values of each facet in the order in which they are shown. */
  facets: Record<FacetName, { id: string; label: string }[]>;
  /** Letters of which the vocabulary has a file. */
  letters: string;
  /** Words that very many entries have, and those that most have. */
  common: string[];
  everywhere: string[];
  /** Words that say nothing, and those that say little, by spaces. */
  kinds: [kind: 'stop' | 'weak', words: string][];
  /** Names of exemptions and outcomes that the log has. */
  names: [words: string, facet: Named['facet'], place: number][];
  /** Groups of synonyms of which the log has a word: all of them, and what to look for, several words beside each other. */
  synonyms: { words: string[]; there: string[] }[];
  withdrawn: { reference: string; slug: string }[];
  /** The table of the newest span, which every search needs; `null` in an empty log. */
  newest: EntryTable | null;
}

/** The table of a span. @param named the provisions that the text of each entry names, in the order of the entries */
export function entryTable(entries: readonly Disclosure[], named: readonly Citation[][], together = 1): EntryTable {
  const facets = {} as EntryTable['facets'];
  const of = (name: PlainFacet, ids: (entry: Disclosure) => readonly string[]) => {
    const places = new Map([...new Set(entries.flatMap(ids))].sort().map((id, place) => [id, place]));
    facets[name] = [...places.keys()];
    return writeColumn(
      entries.map((entry) =>
        ids(entry)
          .map((id) => places.get(id))
          .join(' '),
      ),
    );
  };
  const columns: EntryTable['columns'] = {
    topic: of('topic', ({ topics }) => topics),
    year: of('year', ({ year }) => (year ? [String(year.value)] : [])),
    law: of('law', ({ law }) => [law]),
    department: of('department', ({ department }) => (department ? [department] : [])),
  };
  const provisions = new Map<string, { place: number; citation: Citation }>();
  const placeOf = (citation: Citation) => {
    const name = formatCitation(citation);
    const known = provisions.get(name) ?? { place: provisions.size, citation };
    provisions.set(name, known);
    return known.place;
  };
  const relied = entries.map(({ exemptions }) => exemptions.map(placeOf));
  const onlyNamed = named.map((citations, entry) =>
    [...new Set(citations.map(placeOf))].filter((place) => !relied[entry]?.includes(place)).sort((a, b) => a - b),
  );
  return {
    entries: entries.length,
    together,
    days: daysOf(entries),
    titles: entries.map(({ title }) => writeCell(wordsOfTitle(title))).join(''),
    facets,
    columns,
    provisions: [...provisions.values()].map(({ citation }) => [citation.law, citation.provision, slugOfProvision(citation)]),
    relied: writeColumn(relied.map((each) => each.join(' '))),
    named: writeColumn(onlyNamed.map((each) => each.join(' '))),
    outcomes: writeColumn(
      entries.map((entry) => {
        const [overall, ...counted] = overallOf(entry);
        return [overall, ...outcomesOf(entry).filter((outcome) => !counted.includes(outcome))].join('+');
      }),
    ),
  };
}

/** The outcome as a whole, in words, and the outcomes that it names. */
function overallOf({ outcome }: Disclosure): [string, ...Outcome[]] {
  if (!outcome) return [''];
  if (outcome.kind === 'one') return [outcome.outcome, outcome.outcome];
  return [outcome.counts.map((each) => `${each.count} ${each.outcome}`).join(' '), ...outcome.counts.map((each) => each.outcome)];
}

/** What is about the log and not about one span of it. */
export function wholeLog(log: Log, vocabulary: Vocabulary, newest: EntryTable | null): WholeLog {
  const facets = facetsOf(log);
  return {
    facets,
    letters: [...vocabulary.byLetter().keys()].join(''),
    ...vocabulary.common(),
    kinds: WORD_KINDS,
    names: [
      ...facets.outcome.flatMap(({ id, label }, place) =>
        [label, ...(OUTCOME_NAMES[id] ?? [])].map((words): WholeLog['names'][number] => [words, 'outcome', place]),
      ),
      ...facets.exemption.flatMap(({ id }, place) =>
        [...titleOf(id, log.entries), ...(PROVISION_NAMES[id] ?? [])].map((words): WholeLog['names'][number] => [
          words,
          'exemption',
          place,
        ]),
      ),
    ],
    synonyms: synonymsIn(vocabulary),
    withdrawn: log.withdrawn.map(({ reference, slug }) => ({ reference, slug })),
    newest,
  };
}

/** The values of each facet. Law only where there are several. */
function facetsOf({ entries, facets }: Log): WholeLog['facets'] {
  const values = ({ id, label }: Facet) => ({ id, label });
  const laws = [...new Set(entries.map(({ law }) => law))];
  const departments = [...new Set(entries.flatMap(({ department }) => department ?? []))];
  return {
    topic: facets.topics.filter(({ count }) => count > 0).map(values),
    year: facets.years.map(values),
    outcome: facets.outcomes.map(values),
    exemption: facets.exemptions.map(values),
    law: laws.length < 2 ? [] : laws.map((id) => ({ id, label: LAWS[id].name })),
    department: departments.sort((a, b) => a.localeCompare(b, 'en')).map((name) => ({ id: name, label: name })),
  };
}

/** What the law calls the ground that has a list: `Law enforcement`. */
function titleOf(slug: string, entries: readonly Disclosure[]): string[] {
  for (const { exemptions } of entries)
    for (const citation of exemptions)
      if (slugOfProvision(citation) === slug) return [findProvision(citation)?.title ?? ''].filter(Boolean);
  return [];
}

/** A group helps where the log has one of its words to be found. */
function synonymsIn(vocabulary: Vocabulary): WholeLog['synonyms'] {
  const ways = (words: string) => [...new Set([words.replace(/-/g, ''), words.replace(/-/g, ' ')])];
  return SYNONYMS.map((words) => ({
    words: [...words],
    there: words.flatMap(ways).filter((way) => way.split(' ').every((word) => vocabulary.has(word))),
  })).filter(({ there }) => there.length > 0);
}

function daysOf(entries: readonly Disclosure[]): string {
  let before = 0;
  return entries
    .map(({ date }) => {
      if (!date) return '';
      const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;
      const step = day - before;
      before = day;
      return step.toString(36);
    })
    .join(',');
}
