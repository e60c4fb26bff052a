import type { Disclosure } from '../log/disclosure.ts';
import type { RenderedBody, RenderedPart, SectionKind } from '../markdown/body.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { plainText } from '../markdown/plain-text.ts';
import { questionsOf } from '../markdown/questions.ts';
import { publicRecord, type PublicRecord } from './record.ts';

/** One published entry with its text, as a search engine takes it in. Unknown is `null`. */
export interface ExportedEntry extends Omit<PublicRecord, 'questions'> {
  /** Unique in the log and permanent: the last part of the entry's address. */
  id: string;
  questions: ExportedQuestion[];
  /** Plain text of what stands below each heading that says so, blocks separated by newlines; questions and answers included. */
  request: string | null;
  response: string | null;
  /** Plain text of what stands below neither. */
  other: string | null;
}

export interface ExportedQuestion extends Omit<PublicRecord['questions'][number], 'address'> {
  /** Fragment of its address: `question-7`. */
  anchor: string;
  address: string;
  /** Plain text of every answer that names the question; `null` where none does. */
  answer: string | null;
}

/** @param address makes a path of the site absolute, or leaves it a path where the log states no site */
export function exportedEntry(entry: Disclosure, body: RenderedBody, address: (path: string) => string): ExportedEntry {
  const { questions, ...record } = publicRecord(entry, address);
  const answers = new Map(questionsOf(body).map(({ anchor, answer }) => [anchor, answer]));
  return {
    id: entry.slug,
    ...record,
    questions: questions.map((question, index) => {
      const anchor = entry.questions[index]?.anchor ?? '';
      return { ...question, anchor, answer: answers.get(anchor) ?? null };
    }),
    request: textOf(body, ['request']),
    response: textOf(body, ['response']),
    other: textOf(body, ['lead', 'attachments', 'other']),
  };
}

/**
 * Published entries one after the other. Each body is asked for when its entry is, so that one text is held at a time, however many there are.
 */
export async function* exportedEntries(
  entries: Iterable<Disclosure>,
  bodyOf: (entry: Disclosure) => Promise<RenderedBody>,
  address: (path: string) => string,
): AsyncGenerator<ExportedEntry> {
  for (const entry of entries) if (entry.state === 'published') yield exportedEntry(entry, await bodyOf(entry), address);
}

/** The formats, each as what it writes for one entry, line ends included. */
export const EXPORT_FORMATS = {
  ndjson: {
    description: 'one JSON object a line, one line an entry',
    lines: (entry: ExportedEntry) => `${json(entry)}\n`,
  },
  opensearch: {
    description: 'the lines that the _bulk interface of OpenSearch and Elasticsearch takes, two an entry',
    lines: (entry: ExportedEntry, index: string) => `${json({ index: { _index: index, _id: entry.id } })}\n${json(entry)}\n`,
  },
} as const satisfies Record<string, { description: string; lines: (entry: ExportedEntry, index: string) => string }>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** Half of a pair that stands for one character is replaced: readers of JSON refuse it. */
function json(value: object): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? each.replace(/\p{Cs}/gu, '\ufffd') : each));
}

function textOf(body: RenderedBody, kinds: readonly SectionKind[]): string | null {
  const texts = body.sections
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ kind, heading, parts }) => [kind === 'other' && heading ? plain(heading) : '', ...parts.map(textOfPart)]);
  return texts.filter(Boolean).join('\n') || null;
}

/** A part with what the author set above or before it. */
function textOfPart(part: RenderedPart): string {
  if (part.kind === 'prose') return part.text;
  if (part.kind === 'question' && part.form !== 'heading') return `${part.label} ${part.text}`;
  return [plain(part.kind === 'question' ? part.label : part.heading), part.text].filter(Boolean).join('\n');
}

/** A heading's words. Most have no mark in them, and are not parsed. */
function plain(heading: string): string {
  return /[\\`*_[\]<>&!#~|]/.test(heading) ? plainText(parseMarkdown(`# ${heading}`).children) : heading;
}
