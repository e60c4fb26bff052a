import type { QuestionFacts } from '../log/disclosure.ts';
import type { AnswerPart, ProsePart, QuestionPart, ReasonPart, RenderedPart, SectionKind } from '../markdown/body.ts';
import { spellOut } from '../markdown/part-headings.ts';
import { keyOf } from '../markdown/questions.ts';
import type { AnswerBlock, AskedQuestion, Block, ReasonGroup, Voice } from './exchange.ts';

/* The parts of a text as blocks of a page, in their order. */

export type Part = RenderedPart<ProsePart> | RenderedPart<QuestionPart> | RenderedPart<AnswerPart> | RenderedPart<ReasonPart>;
export interface Section {
  kind: SectionKind;
  heading: string | null;
  parts: Part[];
}

export const isReason = (part: Part): part is RenderedPart<ReasonPart> =>
  part.kind !== 'prose' && part.kind !== 'question' && part.kind !== 'answer';
export const isQuestion = (part: Part): part is RenderedPart<QuestionPart> => part.kind === 'question';
export const isAnswer = (part: Part): part is RenderedPart<AnswerPart> => part.kind === 'answer';
export const isProse = (part: Part): part is RenderedPart<ProsePart> => part.kind === 'prose';

/** What is known of questions, by where they stand and by their numbers. */
export interface Facts {
  byPart: Map<Part, QuestionFacts>;
  byNumber: Map<string, QuestionFacts>;
  /** Those that no part of the request shows and no answer has shown yet. */
  unplaced: Set<QuestionFacts>;
}

export function askedFacts(sections: Section[], questions: QuestionFacts[]): Facts {
  const parts = sections.flatMap((section) => section.parts.filter(isQuestion));
  return {
    byPart: new Map(parts.flatMap((part, index) => (questions[index] ? [[part, questions[index]]] : []))),
    byNumber: new Map(questions.toReversed().map((question) => [keyOf(question.number), question])),
    unplaced: new Set(questions.slice(parts.length)),
  };
}

/** `#### Question 6` below `### Reason for decision` is no answer: it is the reason for one. */
export function reasonsAboutQuestions(parts: RenderedPart[]): Part[] {
  let open: Pick<ReasonPart, 'kind' | 'depth'> | null = null;
  return parts.map((part): Part => {
    if (part.kind === 'prose' || part.kind === 'question') open = null;
    else if (part.kind !== 'answer') open = open && part.depth > open.depth ? open : part;
    else if (open && part.depth > open.depth) return { ...part, kind: open.kind };
    else open = null;
    return part;
  });
}

/** Parts in their order; reasons that follow one another are gathered. */
export function blocksOf(parts: Part[], voice: Voice, facts: Facts): Block[] {
  const blocks: Block[] = [];
  for (const part of parts) {
    const last = blocks.at(-1);
    if (isProse(part)) blocks.push({ kind: 'prose', voice, role: 'whole', html: part.html });
    else if (isQuestion(part)) blocks.push({ kind: 'question', question: asked(part, facts) });
    else if (isAnswer(part)) blocks.push(answer(part, facts));
    else if (last?.kind === 'reasons') addReason(last.groups, part);
    else blocks.push({ kind: 'reasons', groups: [newGroup(part)] });
  }
  return blocks;
}

export function asked(part: RenderedPart<QuestionPart>, facts: Facts): AskedQuestion {
  return { label: part.label, html: part.html, facts: facts.byPart.get(part) ?? null };
}

function answer({ heading, numbers, html }: RenderedPart<AnswerPart>, facts: Facts): AnswerBlock {
  const about = [...new Set(numbers.flatMap((number) => facts.byNumber.get(keyOf(number)) ?? []))];
  const anchors = about.filter((question) => facts.unplaced.delete(question)).map(({ anchor }) => anchor);
  return { kind: 'answer', heading, questions: [], about, anchors, html };
}

/** The number of words in a text. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function newGroup({ kind, heading, depth, html, text }: RenderedPart<ReasonPart>): ReasonGroup {
  return { kind, heading, depth, html, steps: [], words: countWords(text) };
}

/** A deeper reason belongs to the shallower one before it. */
function addReason(groups: ReasonGroup[], part: RenderedPart<ReasonPart>): void {
  const group = groups.at(-1);
  if (!group || part.depth <= group.depth) {
    groups.push(newGroup(part));
    return;
  }
  group.steps.push({
    heading: part.heading,
    depth: part.depth - group.depth,
    html: part.html,
    numbers: numbersIn(part.heading),
    anchor: null,
  });
  group.words += countWords(part.text);
}

/** The questions that a heading names anywhere in it. */
function numbersIn(heading: string): string[] {
  const list = /\b(?:questions?|cwestiwn|cwestiynau)\s+(\d[\w(),\s–-]*)/i.exec(heading)?.[1];
  return list ? spellOut(list) : [];
}
