import type { RenderedBody } from '../markdown/body.ts';
import type { Disclosure } from '../log/disclosure.ts';
import { outcomesOf, provisionsOf } from '../log/facets.ts';
import { keyOf } from '../markdown/questions.ts';
import { LAWS } from '../model/laws.ts';
import { describeOutcome } from '../model/outcomes.ts';

/** The filters of the index, by the same ids as the addresses of the lists. */
export const FILTERS = ['topic', 'year', 'outcome', 'exemption'] as const;
export type Filter = (typeof FILTERS)[number];

/**
 * One entry as the document that is indexed: its words in order of weight, each question under a heading with the anchor it has on the
 * entry's page, so that a hit leads to the question. Made from the model, not from the page: the design of a page cannot change what is found.
 */
export function indexDocument(entry: Disclosure, body: RenderedBody, language: string): string {
  const parts = body.sections.flatMap((section) => section.parts);
  const open = parts.filter(({ kind }) => kind !== 'question' && kind !== 'answer');
  const asked = new Map(entry.questions.map((question) => [question.anchor, question]));
  const answers = (number: string) => parts.filter((part) => part.kind === 'answer' && part.numbers.some((each) => keyOf(each) === keyOf(number)));
  return [
    `<html lang="${language}"><body>`,
    ...filters(entry).map(([name, value]) => `<i data-pagefind-filter="${name}[data-value]" data-value="${escape(value)}"></i>`),
    ...Object.entries(meta(entry)).map(([name, value]) => `<i data-pagefind-meta="${name}[data-value]" data-value="${escape(value)}"></i>`),
    `<i data-pagefind-sort="date[data-value]" data-value="${entry.date ?? (entry.year ? `${entry.year.value}-00-00` : '0000-00-00')}"></i>`,
    `<h1 data-pagefind-weight="8">${escape(entry.title)}</h1>`,
    `<p data-pagefind-weight="6">${escape(spellings(entry.reference))}</p>`,
    `<p data-pagefind-weight="3">${escape(citations(entry))}</p>`,
    ...open.map(({ text }) => paragraph(text)),
    ...[...asked.values()].flatMap(({ anchor, number, text }) => [
      `<h2 id="${anchor}" data-pagefind-weight="4">${escape(`Question ${number}: ${text}`)}</h2>`,
      ...answers(number).map((part) => paragraph(part.text)),
    ]),
    '</body></html>',
  ].join('\n');
}

function filters(entry: Disclosure): [Filter, string][] {
  return [
    ...entry.topics.map((topic): [Filter, string] => ['topic', topic]),
    ...(entry.year ? [['year', String(entry.year.value)] as [Filter, string]] : []),
    ...outcomesOf(entry).map((outcome): [Filter, string] => ['outcome', outcome]),
    ...[...provisionsOf(entry).keys()].map((slug): [Filter, string] => ['exemption', slug]),
  ];
}

/** What a result shows beside the passage. */
function meta(entry: Disclosure): Record<string, string> {
  return {
    title: entry.title,
    reference: entry.reference,
    outcome: describeOutcome(entry.outcome) ?? '',
    date: entry.date ?? '',
    topics: entry.topics.join(' '),
  };
}

/** A reference as it stands and with its parts set apart, so that `920A/21`, `920A 21` and `21` all meet it. */
function spellings(reference: string): string {
  return `${reference} ${reference.replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
}

/** The provisions in the words people use: `section 31(3) s31 FOIA 31(3)`. */
function citations(entry: Disclosure): string {
  return entry.exemptions
    .map(({ law, provision }) => {
      const { short, unit } = LAWS[law];
      return `${unit} ${provision} ${unit === 'section' ? 's' : 'reg'}${provision} ${short} ${provision}`;
    })
    .join(', ');
}

function paragraph(text: string): string {
  return text ? `<p>${escape(text).replace(/\n/g, '</p><p>')}</p>` : '';
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
