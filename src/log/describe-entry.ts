import path from 'node:path';
import type { EntryFacts } from './read-one.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { singleBlanks } from '../markdown/plain-text.ts';
import type { FrontMatter } from '../model/entry.ts';
import { formatCitation, type Citation } from '../model/laws.ts';
import { overallOutcome } from '../model/outcomes.ts';
import { compareCitations } from './facets.ts';
import { yearOfReference } from '../model/references.ts';
import { addresses } from './addresses.ts';
import type { AttachmentFacts, Disclosure } from './disclosure.ts';

/** An entry as lists and pages know it, from its reading. @param sizes bytes of the files beside it, by name */
export function describeEntry(
  facts: EntryFacts & { frontMatter: FrontMatter },
  entry: { slug: string; file: string; bodyKey: string; state: Disclosure['state']; sizes: ReadonlyMap<string, number> },
): Disclosure {
  const { frontMatter, questions } = facts;
  const { received, clarificationRequested, clarificationReceived, due, extended, responded, published, updated, reviewBy } = frontMatter;
  const { internalReview, regulator, tribunal, corrections, supersedes, supersededBy, related, sameAs, series, redirectFrom, lang } =
    frontMatter;
  const date = responded ?? published ?? updated ?? received ?? null;
  const derived = date === null ? yearOfReference(frontMatter.reference) : null;
  return {
    slug: entry.slug,
    reference: frontMatter.reference,
    title: frontMatter.title,
    law: facts.law,
    file: entry.file,
    bodyKey: entry.bodyKey,
    state: entry.state,
    dates: given({ received, clarificationRequested, clarificationReceived, due, extended, responded, published, updated, reviewBy }),
    date,
    year: date !== null ? { value: Number(date.slice(0, 4)), derived: false } : derived !== null ? { value: derived, derived: true } : null,
    topics: [...new Set(frontMatter.topics ?? [])],
    department: frontMatter.department ?? null,
    outcome: overallOutcome(
      frontMatter.outcome ?? null,
      questions.map(({ outcome }) => outcome),
    ),
    closedReason: frontMatter.closedReason ?? null,
    exemptions: once([...facts.exemptions, ...questions.flatMap(({ exemptions }) => exemptions)]),
    questions: questions.map(({ number, anchor, text, outcome, exemptions, closedReason }) => ({
      number,
      anchor,
      text: text ?? '',
      outcome,
      exemptions,
      closedReason,
    })),
    attachments: (frontMatter.attachments ?? []).map((attachment) => describeAttachment(attachment, entry.slug, entry.sizes)),
    summary: facts.summary,
    named: facts.named,
    more: given({
      internalReview,
      regulator,
      tribunal,
      corrections,
      supersedes,
      supersededBy,
      related,
      sameAs,
      series,
      redirectFrom,
      lang,
    }),
  };
}

/** The first words of the answer, else of the request: at most 220 characters, cut between words. */
export function summarise(body: RenderedBody): string {
  const parts = body.sections.flatMap(({ kind, parts }) => parts.map((part) => ({ ...part, section: kind })));
  const first =
    parts.find(({ section, kind, text }) => section === 'response' && (kind === 'prose' || kind === 'answer') && text) ??
    parts.find(({ section, text }) => section !== 'request' && text) ??
    parts.find(({ text }) => text);
  const text = singleBlanks(first?.text ?? '');
  return text.length <= 220 ? text : `${text.slice(0, 220).replace(/\s+\S*$/, '')}…`;
}

function describeAttachment(
  attachment: NonNullable<FrontMatter['attachments']>[number],
  slug: string,
  sizes: ReadonlyMap<string, number>,
): AttachmentFacts {
  const gone = attachment.withdrawn !== undefined;
  return {
    ...attachment,
    title: attachment.title ?? attachment.file,
    type: typeOf(attachment.file),
    size: gone ? null : (sizes.get(attachment.file) ?? null),
    path: gone ? null : addresses.attachment(slug, attachment.file),
  };
}

const TYPES: Record<string, string> = {
  '.pdf': 'PDF',
  '.csv': 'CSV',
  '.xlsx': 'Excel',
  '.xls': 'Excel',
  '.ods': 'OpenDocument spreadsheet',
  '.docx': 'Word',
  '.doc': 'Word',
  '.odt': 'OpenDocument text',
  '.txt': 'Text',
  '.json': 'JSON',
  '.xml': 'XML',
  '.zip': 'ZIP',
  '.png': 'Image (PNG)',
  '.jpg': 'Image (JPEG)',
  '.jpeg': 'Image (JPEG)',
  '.gif': 'Image (GIF)',
  '.webp': 'Image (WebP)',
  '.pptx': 'PowerPoint',
};

function typeOf(file: string): string {
  const ending = path.extname(file).toLowerCase();
  return TYPES[ending] ?? (ending.slice(1).toUpperCase() || 'File');
}

function once(citations: Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [formatCitation(citation), citation])).values()].sort(compareCitations);
}

function given<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
