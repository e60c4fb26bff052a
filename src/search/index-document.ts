import type { Disclosure } from '../log/disclosure.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { questionsOf, type Question } from '../markdown/questions.ts';

/** How much a word counts by where it stands. Reasons are long, and much the same in every answer that withholds something. */
const WEIGHTS = { title: 7, question: 3, asked: 1.5, document: 2, reason: 0.4 } as const;

/**
 * One entry as the document that Pagefind indexes. Made from the model, not from the page: the design of a page cannot change what is found.
 *
 * The title comes first, so that its words have the first positions. Each question is a heading with the anchor it has on the entry's page,
 * its answer below it; what follows `id="rest"` belongs to no question. An answer to several questions stands once, after them, under
 * `id="answer-question-1"`, named for the first. Facets, dates and references are not in it: see `entry-table.ts`.
 */
export function indexDocument(entry: Disclosure, body: RenderedBody, language: string): string {
  const parts = body.sections.flatMap(({ kind, parts }) => parts.map((part) => ({ ...part, section: kind })));
  const asked = parts.filter(({ kind, section }) => kind === 'prose' && (section === 'request' || section === 'lead'));
  const answered = parts.filter(({ kind, section }) => kind === 'prose' && section !== 'request' && section !== 'lead');
  const reasons = parts.filter(({ kind }) => kind !== 'prose' && kind !== 'question' && kind !== 'answer');
  return [
    `<html lang="${language}"><body>`,
    `<i data-pagefind-meta="reference[data-value]" data-value="${escape(entry.reference)}"></i>`,
    `<h1 data-pagefind-weight="${WEIGHTS.title}">${escape(entry.title)}</h1>`,
    ...asked.map(({ text }) => paragraphs(text, WEIGHTS.asked)),
    ...questions(questionsOf(body)),
    '<span id="rest"></span>',
    ...answered.map(({ text }) => paragraphs(text)),
    ...entry.attachments.map(({ title }) => paragraphs(title, WEIGHTS.document)),
    ...reasons.map(({ text }) => paragraphs(text, WEIGHTS.reason)),
    '</body></html>',
  ].join('\n');
}

/** The words of a title as Pagefind counts them: positions below this number stand in the title. */
export function wordsOfTitle(title: string): number {
  return title.split(/\s+/).filter(Boolean).length;
}

function questions(all: Question[]): string[] {
  return all.flatMap(({ anchor, number, text, answer }, index) => {
    const heading = `<h2 id="${escape(anchor)}" data-pagefind-weight="${WEIGHTS.question}">${escape(`Question ${number}: ${text ?? ''}`)}</h2>`;
    if (answer === null || all[index + 1]?.answer === answer) return [heading];
    const first = all
      .slice(0, index + 1)
      .findLastIndex((question, at) => at === 0 || all[at - 1]?.answer !== question.answer || all[at - 1]?.answer === null);
    const shared = first < index ? [`<span id="answer-${escape(all[first]?.anchor ?? anchor)}"></span>`] : [];
    return [heading, ...shared, paragraphs(answer)];
  });
}

function paragraphs(text: string, weight = 1): string {
  if (!text) return '';
  const open = weight === 1 ? '<p>' : `<p data-pagefind-weight="${weight}">`;
  return `${open}${escape(text).replace(/\n+/g, `</p>${open}`)}</p>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
