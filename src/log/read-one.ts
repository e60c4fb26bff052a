import type { RenderedBody } from '../markdown/body.ts';
import type { Question } from '../markdown/questions.ts';
import { readEntry, type EntryOptions, type EntryReading } from '../markdown/read-entry.ts';
import { findCitations } from '../model/citations.ts';
import { LAWS, formatCitation, type Citation, type Law } from '../model/laws.ts';
import { findProvision, statuteUrl } from '../model/provisions.ts';
import { addresses } from './addresses.ts';
import { summarise } from './describe-entry.ts';

/** What is kept of a reading beside its body. */
export type EntryFacts = Omit<EntryReading, 'body' | 'questions'> & {
  questions: Omit<Question, 'answer'>[];
  summary: string;
  /** The provisions that the authority's own text names, once each, in its order; not those that only the request names. */
  named: Citation[];
};

/** A reading as JSON, which is how it is kept and passed between threads. */
export interface ReadingAsJson {
  /** Of `EntryFacts`; `parseFacts` reads it. */
  facts: string;
  /** Of `RenderedBody`. */
  body: string;
}

/**
 * How a text is read in a log under `law`: provisions of that law and of its environmental companion lead to pages of the site.
 * @param allowed contacts that may stand in an answer, see `allowedBy`
 */
export function entryOptions(law: Law, allowed: readonly string[] = []): EntryOptions {
  const laws: Law[] = [law, LAWS[law].environmental];
  return {
    law,
    allowed: new Set(allowed),
    citationAddress: (citation: Citation) =>
      laws.includes(citation.law) && findProvision(citation)?.isGround ? addresses.exemption(citation) : statuteUrl(citation),
  };
}

/** Reads an entry once for all that a log wants of it. */
export function readOne(text: string, options: EntryOptions): ReadingAsJson {
  const { body, questions, ...rest } = readEntry(text, options);
  const facts: EntryFacts = {
    ...rest,
    questions: questions.map(({ answer: _, ...question }) => question),
    summary: summarise(body),
    named: namedIn(body, rest.law),
  };
  return { facts: formatFacts(facts), body: JSON.stringify(body) };
}

/** Facts as JSON. Where the whole front matter is right, the fields that are right are the same and are written once. */
export function formatFacts(facts: EntryFacts): string {
  return JSON.stringify(facts.frontMatter ? { ...facts, fields: undefined } : facts);
}

/** The inverse of `formatFacts`. */
export function parseFacts(json: string): EntryFacts {
  const facts = JSON.parse(json) as EntryFacts;
  if (facts.frontMatter) facts.fields = facts.frontMatter;
  return facts;
}

function namedIn(body: RenderedBody, law: Law): Citation[] {
  const own = body.sections.filter(({ kind }) => kind !== 'request').flatMap(({ parts }) => parts.map(({ text }) => text));
  const found = new Map<string, Citation>();
  for (const { law: its, provision } of findCitations(own.join('\n'), { law })) {
    const citation = { law: its, provision };
    const name = formatCitation(citation);
    if (!found.has(name)) found.set(name, citation);
  }
  return [...found.values()];
}
