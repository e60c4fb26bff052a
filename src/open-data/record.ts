import { addresses } from '../log/addresses.ts';
import type { Disclosure } from '../log/disclosure.ts';
import { formatCitation, LAWS } from '../model/laws.ts';
import { describeOutcome } from '../model/outcomes.ts';

/** One published entry as open data: what CSV, JSON and feeds are made from. Unknown is `null`, never invented. */
export interface PublicRecord {
  reference: string;
  title: string;
  address: string;
  law: string;
  received: string | null;
  responded: string | null;
  published: string | null;
  updated: string | null;
  /** The id of the overall outcome; `null` where not stated or where the questions differ. */
  outcome: string | null;
  outcomeInWords: string | null;
  exemptions: string[];
  topics: string[];
  department: string | null;
  questions: { number: string; text: string; outcome: string | null; exemptions: string[]; address: string }[];
  attachments: { title: string; kind: string | null; type: string; bytes: number; address: string }[];
}

/** @param address makes a path of this site absolute, or leaves it a path where the log states no site */
export function publicRecord(entry: Disclosure, address: (path: string) => string): PublicRecord {
  return {
    reference: entry.reference,
    title: entry.title,
    address: address(addresses.entry(entry.slug)),
    law: LAWS[entry.law].short,
    received: entry.dates.received ?? null,
    responded: entry.dates.responded ?? null,
    published: entry.dates.published ?? null,
    updated: entry.dates.updated ?? null,
    outcome: entry.outcome?.kind === 'one' ? entry.outcome.outcome : null,
    outcomeInWords: describeOutcome(entry.outcome),
    exemptions: entry.exemptions.map(formatCitation),
    topics: entry.topics,
    department: entry.department,
    questions: entry.questions.map(({ number, anchor, text, outcome, exemptions }) => ({
      number,
      text,
      outcome,
      exemptions: exemptions.map(formatCitation),
      address: address(addresses.question(entry.slug, anchor)),
    })),
    attachments: entry.attachments.flatMap(({ title, kind, type, size, path }) =>
      path === null || size === null ? [] : [{ title, kind: kind ?? null, type, bytes: size, address: address(path) }],
    ),
  };
}
