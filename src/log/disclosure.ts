import type { Citation, Law } from '../model/laws.ts';
import type { ClosedReason, Outcome, OverallOutcome } from '../model/outcomes.ts';
import type { AttachmentFields, FrontMatter } from '../model/entry.ts';

/**
 * What the log knows of one entry without its text: everything a list, a facet, a feed or the facts beside an answer needs.
 * Small on purpose: 10,000 of these are held at once, the bodies are not (see `bodies.ts`).
 */
export interface Disclosure {
  /** From the reference alone: `920a-21`. Unique in the log, and the last part of its address. */
  slug: string;
  reference: string;
  title: string;
  law: Law;
  /** The entry's file, relative to the log's folder. */
  file: string;
  /** Key of the body in the cache: a hash of the text and of all that its reading depends on. */
  bodyKey: string;
  /** Shown as a draft in `preview`; always `published` in a build. */
  state: 'published' | 'draft' | 'embargoed';
  /** Days as stated; absent where not. */
  dates: Pick<
    FrontMatter,
    | 'received'
    | 'clarificationRequested'
    | 'clarificationReceived'
    | 'due'
    | 'extended'
    | 'responded'
    | 'published'
    | 'updated'
    | 'reviewBy'
  >;
  /** The day it is listed under: responded, else published, else updated, else received. `null` where none is stated. */
  date: string | null;
  /** The year it is listed under; `derived` when it was read from the reference and not from a date. */
  year: { value: number; derived: boolean } | null;
  topics: string[];
  department: string | null;
  outcome: OverallOutcome;
  closedReason: ClosedReason | null;
  /** Every provision relied on, of the entry and of its questions, once each, in the order of the law. */
  exemptions: Citation[];
  /** Every question of the text, in its order; empty where the text numbers none. */
  questions: QuestionFacts[];
  attachments: AttachmentFacts[];
  /** The first words of the answer, plain, for lists and descriptions. */
  summary: string;
  /** The provisions that the authority's own text names, once each, in its order; not those that only the request names. */
  named: Citation[];
  /** Aftermath and cross-references, as stated. */
  more: Pick<
    FrontMatter,
    | 'internalReview'
    | 'regulator'
    | 'tribunal'
    | 'corrections'
    | 'supersedes'
    | 'supersededBy'
    | 'related'
    | 'sameAs'
    | 'series'
    | 'redirectFrom'
    | 'lang'
  >;
}

export interface QuestionFacts {
  /** As the text shows it: `7`, `3A`. */
  number: string;
  /** Stable fragment: `question-7`. */
  anchor: string;
  /** What is asked, plain text, whole. */
  text: string;
  outcome: Outcome | null;
  exemptions: Citation[];
  closedReason: ClosedReason | null;
}

export interface AttachmentFacts extends Omit<AttachmentFields, 'title'> {
  title: string;
  /** What the ending says it is, in a reader's word: `PDF`, `CSV`, `Excel`. */
  type: string;
  /** Bytes; `null` where it is withdrawn and its file is gone. */
  size: number | null;
  /** Address on the site, `null` where withdrawn. */
  path: string | null;
}

/** What is left of a withdrawn entry: its address, that it was withdrawn, when and why. Nothing of its text. */
export interface Tombstone {
  slug: string;
  reference: string;
  /** `null` unless `withdrawn.showTitle`. */
  title: string | null;
  date: string;
  reason: string;
}

/** A list that entries belong to, with how many do. */
export interface Facet {
  /** `ncnd`, `2022`, `digital-forensics`, `foia-31`. */
  id: string;
  label: string;
  count: number;
}

/** A page of the authority's own, from the log's `pages/` or, lacking that, from the engine. */
export interface AuthorityPage {
  slug: string;
  title: string;
  description: string | null;
  html: string;
}
