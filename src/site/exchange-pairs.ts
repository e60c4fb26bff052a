import type { AnswerPart, QuestionPart, RenderedPart } from '../markdown/body.ts';
import { keyOf } from '../markdown/questions.ts';
import type { AskedQuestion, Block, ExchangeSection } from './exchange.ts';
import { asked, blocksOf, isAnswer, isProse, isQuestion, type Facts, type Part, type Section } from './exchange-blocks.ts';

type Question = RenderedPart<QuestionPart>;

/** A request and its response that can be shown together. */
export interface Pair {
  request: Section;
  /** Lays out the pair; `response` is what is to be shown of the response here. */
  lay(response: Part[], facts: Facts): ExchangeSection;
}

/**
 * Question and answer together: where one request stands directly before one response, no question number occurs twice, every question
 * has an answer, and the request has no headings of its own that would be torn apart. `null` where it must be shown whole.
 */
export function pairOf(sections: Section[]): Pair | null {
  const at = sections.findIndex(({ kind }) => kind === 'request');
  const [request, response] = [sections[at], sections[at + 1]];
  const several = sections.filter(({ kind }) => kind === 'request' || kind === 'response').length > 2;
  if (!request || response?.kind !== 'response' || several) return null;
  if (request.parts.some((part) => isProse(part) && /<h[1-6][\s>]/.test(part.html))) return null;
  const answered = questionsByAnswer(request.parts.filter(isQuestion), response.parts.filter(isAnswer));
  return answered && { request, lay: (parts, facts) => lay(request.parts, parts, answered, facts) };
}

type Answered = Map<Part, Question[]>;

function questionsByAnswer(questions: Question[], answers: RenderedPart<AnswerPart>[]): Answered | null {
  const numbers = questions.map(({ number }) => keyOf(number));
  if (questions.length === 0 || new Set(numbers).size < numbers.length) return null;
  const answered: Answered = new Map();
  for (const question of questions) {
    const answer = answers.find((each) => answersExactly(question, each)) ?? answers.find((each) => answersNearly(question, each));
    if (!answer) return null;
    answered.set(answer, [...(answered.get(answer) ?? []), question]);
  }
  return answered;
}

const answersExactly = ({ number }: Question, answer: AnswerPart) => answer.numbers.some((each) => keyOf(each) === keyOf(number));

/** An answer to `2` answers `2(a)`, and answers to `2(a)` answer `2`. */
function answersNearly({ number }: Question, answer: AnswerPart): boolean {
  const isBelow = (part: string, whole: string) =>
    part.length > whole.length && part.startsWith(whole) && !/^\d/.test(part.slice(whole.length));
  return answer.numbers.map(keyOf).some((each) => isBelow(keyOf(number), each) || isBelow(each, keyOf(number)));
}

function lay(request: Part[], response: Part[], answered: Answered, facts: Facts): ExchangeSection {
  const [first, last] = [request.findIndex(isQuestion), request.findLastIndex(isQuestion)];
  const prose = (parts: Part[], role: 'opening' | 'also') =>
    blocksOf(parts, 'request', facts).map((block): Block => (block.kind === 'prose' ? { ...block, role } : block));
  const answers = response.filter(isAnswer);
  const replies = blocksOf(response, 'response', facts);
  const firstAnswer = replies.findIndex(({ kind }) => kind === 'answer');
  const exchanged = replies.map((block, index): Block => {
    if (block.kind === 'prose' && index < firstAnswer) return { ...block, role: 'opening' };
    const answer = block.kind === 'answer' && answers.shift();
    if (!answer) return block;
    const questions = (answered.get(answer) ?? []).map((question) => withWhatFollows(question, request, last, facts));
    return { ...block, questions, about: questions.length > 0 ? questions.flatMap((each) => each.facts ?? []) : block.about };
  });
  return {
    kind: 'both',
    heading: null,
    blocks: [...prose(request.slice(0, first), 'opening'), ...prose(request.slice(last + 1), 'also'), ...exchanged],
  };
}

/** A question with the prose between it and the next one: "Please give a breakdown by year." */
function withWhatFollows(question: Question, request: Part[], last: number, facts: Facts): AskedQuestion {
  const at = request.indexOf(question);
  const next = request.findIndex((part, index) => index > at && isQuestion(part));
  const following = at < last ? request.slice(at + 1, next) : [];
  const shown = asked(question, facts);
  return { ...shown, html: [shown.html, ...following.map(({ html }) => html)].join('') };
}
