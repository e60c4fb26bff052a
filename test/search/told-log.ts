import type { Disclosure } from '../../src/log/disclosure.ts';
import { facetsOf } from '../../src/log/facets.ts';
import type { Log } from '../../src/log/log.ts';
import type { RenderedBody, RenderedPart, SectionKind } from '../../src/markdown/body.ts';
import { findCitations } from '../../src/model/citations.ts';
import type { Citation, Law } from '../../src/model/laws.ts';
import type { Outcome } from '../../src/model/outcomes.ts';
import { entry, settings } from '../site/an-entry.ts';

/** An answer as a test tells it: only what matters there. */
export interface Told {
  reference: string;
  title: string;
  date?: string;
  /** What was asked without a number. */
  asked?: string;
  /** Each question with its answer; the last answer of questions that have `null` is for all of these. */
  questions?: [question: string, answer: string | null][];
  /** What was answered beside the questions. */
  answered?: string;
  /** Why something was withheld. */
  reasons?: string;
  documents?: string[];
  /** As `foia 31(3)`. */
  exemptions?: string[];
  topics?: string[];
  department?: string;
  outcome?: Outcome;
  law?: Law;
}

/** A log of told answers in the order of a log, and the text of each. */
export interface ToldLog {
  log: Log;
  bodyOf: (entry: Disclosure) => RenderedBody;
}

export const TOPICS = [
  { slug: 'roads', label: 'Roads' },
  { slug: 'technology', label: 'Technology' },
  { slug: 'animals', label: 'Animals' },
];

/** @param withdrawn references of answers that have been withdrawn */
export function toldLog(told: readonly Told[], withdrawn: readonly string[] = []): ToldLog {
  const inOrder = told.toSorted(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.reference.localeCompare(b.reference, 'en', { numeric: true }),
  );
  const bodies = new Map(inOrder.map((each) => [each.reference, bodyFrom(each)]));
  const entries = inOrder.map(disclosureFrom);
  const own = { ...settings, topics: TOPICS };
  const slug = (reference: string) => reference.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    log: {
      settings: own,
      entries,
      withdrawn: withdrawn.map((reference) => ({ reference, slug: slug(reference), title: null, date: '2026-01-02', reason: 'An error.' })),
      facets: facetsOf(entries, own),
      pages: [],
    },
    bodyOf: ({ reference }) => bodies.get(reference) ?? { sections: [] },
  };
}

/** What the authority's own text names of the law, as the build reads it. */
export function citationsOf({ log, bodyOf }: ToldLog): Citation[][] {
  return log.entries.map((each) => {
    const own = bodyOf(each).sections.filter(({ kind }) => kind !== 'request');
    const text = own.flatMap(({ parts }) => parts.map(({ text }) => text)).join('\n');
    return findCitations(text, { law: each.law }).map(({ law, provision }) => ({ law, provision }));
  });
}

function disclosureFrom({ reference, title, date, exemptions = [], topics = [], department, outcome, law = 'foia', documents = [] }: Told) {
  return entry(reference, {
    slug: reference.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title,
    law,
    date: date ?? null,
    year: date ? { value: Number(date.slice(0, 4)), derived: false } : null,
    topics,
    department: department ?? null,
    outcome: outcome ? { kind: 'one', outcome } : null,
    exemptions: exemptions.map((each) => {
      const [law = '', provision = ''] = each.split(' ');
      return { law: law as Law, provision };
    }),
    attachments: documents.map((title) => ({ title }) as Disclosure['attachments'][number]),
  });
}

function bodyFrom({ asked, questions = [], answered, reasons }: Told): RenderedBody {
  const part = (rest: object, text: string) => ({ markdown: text, html: '', text, ...rest }) as RenderedPart;
  const section = (kind: SectionKind, heading: string, parts: RenderedPart[]) => ({ kind, heading, parts });
  const numbers: string[] = [];
  const answers: RenderedPart[] = [];
  questions.forEach(([, answer], index) => {
    numbers.push(String(index + 1));
    if (answer !== null) answers.push(part({ kind: 'answer', numbers: numbers.splice(0) }, answer));
  });
  return {
    sections: [
      section('request', 'Request', [
        ...(asked ? [part({ kind: 'prose' }, asked)] : []),
        ...questions.map(([question], index) => part({ kind: 'question', number: String(index + 1) }, question)),
      ]),
      section('response', 'Response', [
        ...answers,
        ...(answered ? [part({ kind: 'prose' }, answered)] : []),
        ...(reasons ? [part({ kind: 'public-interest-test', heading: 'Public interest test', depth: 3 }, reasons)] : []),
      ]),
    ],
  };
}
