import type { Disclosure, QuestionFacts } from '../log/disclosure.ts';
import type { ReasonKind, RenderedBody } from '../markdown/body.ts';
import { askedFacts, blocksOf, isAnswer, isReason, reasonsAboutQuestions, type Facts, type Section } from './exchange-blocks.ts';
import { pairOf } from './exchange-pairs.ts';

/*
 * How the text of an entry is laid out for a reader. Where every question of the request has an answer of its own, question and answer
 * are put together; otherwise request and response are shown whole, one after the other, as they were written. Either way every part of
 * the text stands on the page exactly once.
 */

export interface Exchange {
  layout: 'paired' | 'sequential';
  sections: ExchangeSection[];
  /** The reasons that close the response, to be shown after the exchange. */
  reasons: Block[];
  /** What the author wrote under the heading of the attachments. */
  attachments: Block[];
  /** What the answer itself said about reviews and complaints. */
  complaints: ReasonGroup[];
}

export interface ExchangeSection {
  /** `both`: questions with their answers. `own`: under the author's heading, or none. */
  kind: 'both' | 'asked' | 'answered' | 'own';
  /** The author's heading as markdown, `null` before any heading and with `both`. */
  heading: string | null;
  blocks: Block[];
}

/** Who speaks: the person who asked, or the authority. */
export type Voice = 'request' | 'response';

export type Block = ProseBlock | QuestionBlock | AnswerBlock | ReasonsBlock;

export interface ProseBlock {
  kind: 'prose';
  voice: Voice;
  /** `opening` before the first question or answer, `also` after the last question, `whole` elsewhere. */
  role: 'whole' | 'opening' | 'also';
  html: string;
}

export interface QuestionBlock {
  kind: 'question';
  question: AskedQuestion;
}

export interface AnswerBlock {
  kind: 'answer';
  /** The author's heading as markdown. */
  heading: string;
  /** The questions put together with the answer; none where they are shown elsewhere. */
  questions: AskedQuestion[];
  /** What is known of the questions that the heading names. */
  about: QuestionFacts[];
  /** Ids of questions that stand nowhere else on the page. */
  anchors: string[];
  html: string;
}

export interface ReasonsBlock {
  kind: 'reasons';
  groups: ReasonGroup[];
}

/** One question of the request, with what is known of it. */
export interface AskedQuestion {
  /** As the text shows it: `3.`, `Q3:`, `Question 3: vehicles`. */
  label: string;
  html: string;
  facts: QuestionFacts | null;
}

/** One step of the reasoning with the steps below it: `Public interest test`, with its factors. */
export interface ReasonGroup {
  kind: ReasonKind;
  heading: string;
  /** Of the author's heading, 3 to 6. */
  depth: number;
  html: string;
  steps: ReasonStep[];
  /** Words in all of it. */
  words: number;
}

export interface ReasonStep {
  heading: string;
  /** How far below the group's own heading, 1 or more. */
  depth: number;
  html: string;
  /** The questions it is about, where its heading names them: `Section 31(1), law enforcement (questions 7 and 8)`. */
  numbers: string[];
  /** An id for links to it, where it is the first about a question. */
  anchor: string | null;
}

/** Lays out a body. `disclosure.questions` are those of the request in their order, then numbers that only an answer shows. */
export function layOut(body: RenderedBody, disclosure: Pick<Disclosure, 'questions'>): Exchange {
  const all = body.sections.map((section): Section => ({ ...section, parts: reasonsAboutQuestions(section.parts) }));
  const facts = askedFacts(all, disclosure.questions);
  const attachments = all.filter(({ kind }) => kind === 'attachments').flatMap(({ parts }) => blocksOf(parts, 'response', facts));
  const sections = all.filter(({ kind }) => kind !== 'attachments');
  const response = sections.findLast(({ kind }) => kind === 'response');
  const { before, reasons, complaints } = closingReasons(response, facts);
  nameSteps(reasons);
  const pair = pairOf(sections);
  const shown = sections
    .filter((section) => section !== pair?.request)
    .map((section) => {
      if (section !== response) return ownSection(section, facts);
      return pair ? pair.lay(before, facts) : ownSection({ ...section, parts: before }, facts);
    });
  return { layout: pair ? 'paired' : 'sequential', sections: shown, reasons, attachments, complaints };
}

const SHOWN_AS = { lead: 'own', request: 'asked', response: 'answered', attachments: 'own', other: 'own' } as const;

function ownSection({ kind, heading, parts }: Section, facts: Facts): ExchangeSection {
  return { kind: SHOWN_AS[kind], heading, blocks: blocksOf(parts, kind === 'request' ? 'request' : 'response', facts) };
}

/** What follows the last answer, from the first reason on. A response that is nothing but reasons keeps them: they are its answer. */
function closingReasons(
  response: Section | undefined,
  facts: Facts,
): { before: Section['parts'] } & Pick<Exchange, 'reasons' | 'complaints'> {
  const parts = response?.parts ?? [];
  const after = parts.findLastIndex(isAnswer) + 1;
  const found = parts.findIndex((part, index) => index >= after && isReason(part));
  const start = found > 0 ? found : parts.findIndex((part, index) => index >= after && part.kind === 'complaint');
  if (start === -1) return { before: parts, reasons: [], complaints: [] };
  const blocks = blocksOf(parts.slice(start), 'response', facts);
  const groups = (block: Block) => (block.kind === 'reasons' ? block.groups : []);
  const isComplaint = ({ kind }: ReasonGroup) => kind === 'complaint';
  return {
    before: parts.slice(0, start),
    complaints: blocks.flatMap(groups).filter(isComplaint),
    reasons: blocks
      .map((block) => (block.kind === 'reasons' ? { ...block, groups: block.groups.filter((group) => !isComplaint(group)) } : block))
      .filter((block) => block.kind !== 'reasons' || block.groups.length > 0),
  };
}

/** Gives each step that is the first about a question an id of its own. */
function nameSteps(reasons: Block[]): void {
  const taken = new Set<string>();
  for (const step of reasons.flatMap((block) => (block.kind === 'reasons' ? block.groups.flatMap(({ steps }) => steps) : []))) {
    const first = step.numbers.find((number) => !taken.has(number));
    if (first === undefined) continue;
    step.anchor = `reasons-${first.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    for (const number of step.numbers) taken.add(number);
  }
}
