import type { Disclosure } from '../log/disclosure.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { questionsOf, type Question } from '../markdown/questions.ts';

/** How much a word counts by where it stands. Reasons are long, and much the same in every answer that withholds something. */
const WEIGHTS = { title: 7, question: 3, asked: 1.5, text: 1, document: 2, reason: 0.4 } as const;

/** One entry as it is indexed. */
export interface IndexDocument {
  title: string;
  reference: string;
  /** In the order of their words: the first is the title. */
  blocks: Block[];
}

/** Words that count alike. */
export interface Block {
  /** One line. */
  text: string;
  weight: number;
  /** A place to which a result can lead, before the first word; the text is its name. */
  mark?: string;
}

/**
 * What is indexed of an entry. Made from the model, not from the page: the design of a page cannot change what is found.
 *
 * The title comes first, so that its words have the first positions. Each question has the mark that is its anchor on the entry's page, its answer
 * below it; what follows the mark `rest` belongs to no question. An answer to several questions stands once, after them, under
 * `answer-question-1`, named for the first. Facets, dates and references are not in it: see `entry-table.ts`.
 */
export function indexDocument({ title, reference, attachments }: Disclosure, body: RenderedBody): IndexDocument {
  const parts = body.sections.flatMap(({ kind, parts }) => parts.map((part) => ({ ...part, section: kind })));
  const asked = parts.filter(({ kind, section }) => kind === 'prose' && (section === 'request' || section === 'lead'));
  const answered = parts.filter(({ kind, section }) => kind === 'prose' && section !== 'request' && section !== 'lead');
  const reasons = parts.filter(({ kind }) => kind !== 'prose' && kind !== 'question' && kind !== 'answer');
  return {
    title: title.trim().replace(/\s+/g, ' '),
    reference,
    blocks: [
      { text: title.replace(/\s+/g, ' '), weight: WEIGHTS.title },
      ...asked.flatMap(({ text }) => lines(text, WEIGHTS.asked)),
      ...questions(questionsOf(body)),
      { text: '', weight: WEIGHTS.text, mark: 'rest' },
      ...answered.flatMap(({ text }) => lines(text, WEIGHTS.text)),
      ...attachments.flatMap(({ title }) => lines(title, WEIGHTS.document)),
      ...reasons.flatMap(({ text }) => lines(text, WEIGHTS.reason)),
    ],
  };
}

/** The words of a title as Pagefind counts them: positions below this number stand in the title. */
export function wordsOfTitle(title: string): number {
  return title.split(/\s+/).filter(Boolean).length;
}

function questions(all: Question[]): Block[] {
  return all.flatMap(({ anchor, number, text, answer }, index) => {
    const heading = { text: `Question ${number}: ${text ?? ''}`.replace(/\s+/g, ' '), weight: WEIGHTS.question, mark: anchor };
    if (answer === null || all[index + 1]?.answer === answer) return [heading];
    const first = all
      .slice(0, index + 1)
      .findLastIndex((question, at) => at === 0 || all[at - 1]?.answer !== question.answer || all[at - 1]?.answer === null);
    const shared = first < index ? [{ text: '', weight: WEIGHTS.text, mark: `answer-${all[first]?.anchor ?? anchor}` }] : [];
    return [heading, ...shared, ...lines(answer, WEIGHTS.text)];
  });
}

function lines(text: string, weight: number): Block[] {
  return text
    .split(/\n+/)
    .filter(Boolean)
    .map((text) => ({ text, weight }));
}
