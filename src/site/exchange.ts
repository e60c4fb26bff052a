import type { Disclosure, QuestionFacts } from '../log/disclosure.ts';
import { spellOut } from '../markdown/part-headings.ts';
import type {
  AnswerPart,
  ProsePart,
  QuestionPart,
  ReasonKind,
  ReasonPart,
  RenderedBody,
  RenderedPart,
  SectionKind,
} from '../markdown/body.ts';

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
  /** The author's heading as markdown, where it is to be shown. */
  heading: string | null;
  blocks: Block[];
}

/** Who speaks: the person who asked, or the authority. */
export type Voice = 'request' | 'response';

export type Block =
  | { kind: 'prose'; voice: Voice; role: 'whole' | 'opening' | 'also'; html: string }
  | { kind: 'question'; question: AskedQuestion }
  | { kind: 'answer'; heading: string; questions: AskedQuestion[]; html: string }
  | { kind: 'reasons'; groups: ReasonGroup[] };

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

type Rendered<P> = P & { html: string; text: string };
type Reason = Rendered<ReasonPart>;
type Part = RenderedPart<ProsePart> | RenderedPart<QuestionPart> | RenderedPart<AnswerPart> | Reason;
interface Section {
  kind: SectionKind;
  heading: string | null;
  parts: Part[];
}

/** Lays out a body. Question parts and `disclosure.questions` stand in the same order. */
export function layOut(body: RenderedBody, disclosure: Pick<Disclosure, 'questions'>): Exchange {
  const all = body.sections.map((section): Section => ({ ...section, parts: reasonsAboutQuestions(section.parts) }));
  const sections = all.filter(({ kind }) => kind !== 'attachments');
  const attachments = all.filter(({ kind }) => kind === 'attachments').flatMap(({ parts }) => blocksOf(parts, 'response'));
  const facts = factsByPart(sections, disclosure.questions);
  const response = sections.findLast(({ kind }) => kind === 'response');
  const { before, reasons, complaints } = closingReasons(response?.parts ?? []);
  nameSteps(reasons);
  const pair = pairOf(sections, facts);
  if (pair) {
    const shown = sections
      .filter((section) => section !== pair.request)
      .map((section) => (section === response ? pair.section(before) : ownSection(section, facts)));
    return { layout: 'paired', sections: shown, reasons, attachments, complaints };
  }
  const shown = sections.map((section) => ownSection(section === response ? { ...section, parts: before } : section, facts));
  return { layout: 'sequential', sections: shown, reasons, attachments, complaints };
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

/** The number of words in a text. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

type FactsByPart = Map<Part, QuestionFacts>;

function factsByPart(sections: Section[], questions: QuestionFacts[]): FactsByPart {
  const parts = sections.flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'question'));
  return new Map(parts.flatMap((part, index) => (questions[index] ? [[part, questions[index]]] : [])));
}

const isReason = (part: Part): part is Reason => part.kind !== 'prose' && part.kind !== 'question' && part.kind !== 'answer';
const isQuestion = (part: Part): part is Rendered<QuestionPart> => part.kind === 'question';
const isAnswer = (part: Part): part is Rendered<AnswerPart> => part.kind === 'answer';
const isProse = (part: Part): part is Rendered<ProsePart> => part.kind === 'prose';

/** `#### Question 6` below `### Reason for decision` is no answer: it is the reason for one. */
function reasonsAboutQuestions(parts: RenderedPart[]): Part[] {
  let open: Pick<ReasonPart, 'kind' | 'depth'> | null = null;
  return parts.map((part): Part => {
    if (part.kind === 'prose' || part.kind === 'question') open = null;
    else if (part.kind !== 'answer') open = open && part.depth > open.depth ? open : part;
    else if (open && part.depth > open.depth) return { ...part, kind: open.kind };
    else open = null;
    return part;
  });
}

/** What follows the last answer, from the first reason on. A response that is nothing but reasons keeps them: they are its answer. */
function closingReasons(parts: Part[]): { before: Part[]; reasons: Block[]; complaints: ReasonGroup[] } {
  const after = parts.findLastIndex(isAnswer) + 1;
  const found = parts.findIndex((part, index) => index >= after && isReason(part));
  const start = found <= 0 ? parts.findIndex((part, index) => index >= after && part.kind === 'complaint') : found;
  if (start === -1) return { before: parts, reasons: [], complaints: [] };
  const blocks = blocksOf(parts.slice(start), 'response');
  const complaints = blocks.flatMap((block) => (block.kind === 'reasons' ? block.groups.filter(({ kind }) => kind === 'complaint') : []));
  const reasons = blocks
    .map((block) => (block.kind === 'reasons' ? { ...block, groups: block.groups.filter(({ kind }) => kind !== 'complaint') } : block))
    .filter((block) => block.kind !== 'reasons' || block.groups.length > 0);
  return { before: parts.slice(0, start), reasons, complaints };
}

/** Parts in their order, reasons that follow one another gathered. */
function blocksOf(parts: Part[], voice: Voice, facts: FactsByPart = new Map()): Block[] {
  const blocks: Block[] = [];
  for (const part of parts) {
    const last = blocks.at(-1);
    if (isProse(part)) blocks.push({ kind: 'prose', voice, role: 'whole', html: part.html });
    else if (isQuestion(part)) blocks.push({ kind: 'question', question: asked(part, facts) });
    else if (isAnswer(part)) blocks.push({ kind: 'answer', heading: part.heading, questions: [], html: part.html });
    else if (isReason(part) && last?.kind === 'reasons') addReason(last.groups, part);
    else if (isReason(part)) blocks.push({ kind: 'reasons', groups: [newGroup(part)] });
  }
  return blocks;
}

function newGroup({ kind, heading, depth, html, text }: Reason): ReasonGroup {
  return { kind, heading, depth, html, steps: [], words: countWords(text) };
}

/** A deeper reason belongs to the shallower one before it. */
function addReason(groups: ReasonGroup[], part: Reason): void {
  const group = groups.at(-1);
  if (!group || part.depth <= group.depth) {
    groups.push(newGroup(part));
    return;
  }
  group.steps.push({ heading: part.heading, depth: part.depth - group.depth, html: part.html, numbers: numbersIn(part.heading), anchor: null });
  group.words += countWords(part.text);
}

/** The questions that a heading names anywhere in it. */
function numbersIn(heading: string): string[] {
  const list = /\b(?:questions?|cwestiwn|cwestiynau)\s+(\d[\w(),\s–-]*)/i.exec(heading)?.[1];
  return list ? spellOut(list) : [];
}

function asked(part: Rendered<QuestionPart>, facts: FactsByPart): AskedQuestion {
  return { label: part.label, html: part.html, facts: facts.get(part) ?? null };
}

const SHOWN_AS: Record<Exclude<SectionKind, 'attachments'>, ExchangeSection['kind']> = {
  lead: 'own',
  request: 'asked',
  response: 'answered',
  other: 'own',
};

function ownSection({ kind, heading, parts }: Section, facts: FactsByPart): ExchangeSection {
  return {
    kind: kind === 'attachments' ? 'own' : SHOWN_AS[kind],
    heading,
    blocks: blocksOf(parts, kind === 'request' ? 'request' : 'response', facts),
  };
}

/**
 * Question and answer together: where one request stands directly before one response, no question number occurs twice, every question
 * has an answer, and the request has no headings of its own that would be torn apart. `null` where it must be shown whole.
 */
function pairOf(sections: Section[], facts: FactsByPart): { request: Section; section: (response: Part[]) => ExchangeSection } | null {
  const at = sections.findIndex(({ kind }) => kind === 'request');
  const [request, response] = [sections[at], sections[at + 1]];
  const several = sections.filter(({ kind }) => kind === 'request' || kind === 'response').length > 2;
  if (!request || response?.kind !== 'response' || several) return null;
  if (request.parts.some((part) => isProse(part) && /<h[1-6][\s>]/.test(part.html))) return null;

  const questions = request.parts.filter(isQuestion);
  const answers = response.parts.filter(isAnswer);
  if (questions.length === 0 || new Set(questions.map(({ number }) => same(number))).size < questions.length) return null;
  const asking = new Map<Part, Rendered<QuestionPart>[]>();
  for (const question of questions) {
    const answer =
      answers.find(({ numbers }) => numbers.some((number) => same(number) === same(question.number))) ??
      answers.find((each) => isNearly(question, each));
    if (!answer) return null;
    asking.set(answer, [...(asking.get(answer) ?? []), question]);
  }
  return { request, section: (parts) => pairedSection(request.parts, parts, asking, facts) };
}

const same = (number: string) => number.toLowerCase().replace(/[\s.]+/g, '');

/** An answer to `2` answers `2(a)`, and answers to `2(a)` answer `2`. */
function isNearly(question: QuestionPart, answer: AnswerPart): boolean {
  const below = (part: string, whole: string) =>
    part.length > whole.length && part.startsWith(whole) && !/^\d/.test(part.slice(whole.length));
  return answer.numbers.some((number) => below(same(question.number), same(number)) || below(same(number), same(question.number)));
}

function pairedSection(
  request: Part[],
  response: Part[],
  asking: Map<Part, Rendered<QuestionPart>[]>,
  facts: FactsByPart,
): ExchangeSection {
  const [first, last] = [request.findIndex(isQuestion), request.findLastIndex(isQuestion)];
  const prose = (parts: Part[], role: 'opening' | 'also') =>
    blocksOf(parts, 'request').map((block): Block => ({ ...block, ...(block.kind === 'prose' && { role }) }));
  const answers = response.filter(isAnswer);
  const replies = blocksOf(response, 'response');
  const firstAnswer = replies.findIndex(({ kind }) => kind === 'answer');
  let next = 0;
  const exchanged = replies.map((block, index): Block => {
    if (block.kind === 'prose' && index < firstAnswer) return { ...block, role: 'opening' };
    if (block.kind !== 'answer') return block;
    const questions = asking.get(answers[next++] as Part) ?? [];
    return { ...block, questions: questions.map((question) => withWhatFollows(question, request, last, facts)) };
  });
  return {
    kind: 'both',
    heading: null,
    blocks: [...prose(request.slice(0, first), 'opening'), ...prose(request.slice(last + 1), 'also'), ...exchanged],
  };
}

/** A question with the prose between it and the next one: "Please give a breakdown by year." */
function withWhatFollows(question: Rendered<QuestionPart>, request: Part[], last: number, facts: FactsByPart): AskedQuestion {
  const at = request.indexOf(question);
  const following = at < last && request[at + 1];
  const shown = asked(question, facts);
  return following && isProse(following) ? { ...shown, html: shown.html + following.html } : shown;
}
