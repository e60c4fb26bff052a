import type { Law } from '../model/laws.ts';
import { findReference, normaliseReference } from '../model/references.ts';
import { findAnswers, type Segment } from './answers.ts';
import { shownText, type Block, type Dropped, type Page } from './block.ts';
import { dropBanner, dropBoilerplate } from './boilerplate.ts';
import { parseDay } from './dates.ts';
import { findLaw } from './exemptions.ts';
import { findFields, isFieldLine, type FoundField } from './fields.ts';
import { judge, type Judgement } from './judge.ts';
import { findLeftovers, findPersonal, type Report } from './leftovers.ts';
import { mendNumbers, type Numbered } from './numbering.ts';
import type { Pairs } from './pair-builder.ts';
import { findBarePairs, findLabelledPairs } from './pairs.ts';
import { citedIn, sortPassages } from './passages.ts';
import { findQuestions, questionsOf, type Question, type RequestPart } from './questions.ts';
import { findSections, type PageSection, type Sections } from './sections.ts';
import { cleanWords, findTitle, type Title } from './title.ts';

/** One section of the page with what was made of it. */
export type UnderstoodSection =
  | { kind: 'request'; heading: Block | null; parts: RequestPart[] }
  | { kind: 'response'; heading: Block | null; segments: Segment[] }
  /** Questions and answers in turn, without numbers. */
  | { kind: 'pairs'; heading: null; questions: Question[]; segments: Segment[] }
  | { kind: 'attachments' | 'other'; heading: Block | null; blocks: Block[] };

/** A page as far as it could be understood; nothing here is written down yet. */
export interface Understanding {
  title: Title;
  fields: FoundField[];
  law: { law: Law; words: string; line: number } | null;
  /** What stands above the sections and is neither title nor field. */
  lead: Block[];
  sections: UnderstoodSection[];
  questions: Question[];
  numbers: Numbered[];
  judgement: Judgement;
  dropped: Dropped[];
  reports: Report[];
  isLetter: boolean;
  isThread: boolean;
}

/** Reads the meaning of a page: one step after the other, each over the blocks that the step before left. */
export function understand(page: Page, fallback: Law): Understanding {
  const furniture = dropBoilerplate(page.blocks);
  const left = findLeftovers(furniture.kept);
  let dropped = [...page.dropped, ...furniture.dropped, ...left.dropped];
  const pairs = findPairs(left.kept);
  const cut = pairs ? sectionsOfPairs(pairs) : findSections(left.kept);
  const read = pairs ? readPairs(pairs, cut) : readSections(cut.sections);
  const { header, lead: preface } = splitLead(cut, pairs !== null);

  const labelled = findFields(header);
  const fields = [...labelled, ...standingDate(header, labelled), ...standingReference(header, labelled)];
  const inText =
    cut.isLetter || fields.every(({ field }) => field !== 'reference')
      ? findFields(left.kept).filter(({ blocks }) => !fields.some((own) => own.blocks[0] === blocks[0]))
      : [];
  const title = wholeTitle(findTitle(page, header, fields, cut.isLetter), fields);
  const { lead, moved } = restOfHeader(header, title, fields);
  dropped = [...dropped, ...moved, ...(pairs?.dropped ?? [])];
  const empty = cut.sections.filter(({ kind, heading, blocks }) => kind === 'attachments' && heading !== null && blocks.length === 0);
  for (const { heading } of empty) if (heading) dropped.push({ line: heading.line, text: shownText(heading), why: 'label' });

  const questions = read.questions;
  const segments = read.sections.flatMap((each) => (each.kind === 'response' || each.kind === 'pairs' ? each.segments : []));
  const authority = [...lead, ...preface, ...segments.flatMap(({ blocks }) => blocks)];
  const law = findLaw(authority) ?? findLaw(left.kept);
  const judgement = judge(questions, segments, [...lead, ...preface], law?.law ?? fallback);
  const outside = segments.flatMap(({ kind, blocks }) => (kind === 'answer' ? [] : blocks));
  const cited = new Map([...citedIn(segments), ...sortPassages(outside, questions).cited]);
  const numbers = mendNumbers(questions, segments, cited);
  return {
    title,
    fields: [...fields, ...inText.map((each) => ({ ...each, blocks: [] }))],
    law,
    lead: [...lead, ...preface],
    sections: read.sections,
    questions,
    numbers,
    judgement,
    dropped,
    reports: [
      ...left.reports,
      ...findPersonal(left.kept),
      ...empty.map(({ heading }) => emptySection(heading?.line ?? 1, heading?.text ?? '')),
    ],
    isLetter: cut.isLetter,
    isThread: cut.isThread,
  };
}

/** Labelled pairs wherever they are; unlabelled ones only where no heading parts request and response. */
function findPairs(blocks: readonly Block[]): Pairs | null {
  const { sections } = findSections(blocks);
  const labelled = findLabelledPairs(blocks);
  // A request that lists its questions and a response that says them again with their answers: no pairs, but repetition.
  const listed = sections.find(({ kind }) => kind === 'request');
  const above = labelled ? findSections(labelled.header).sections : [];
  const repeats =
    listed !== undefined &&
    above.some(({ kind, heading }) => kind === 'response' && heading !== null) &&
    questionsOf(findQuestions(listed.blocks)).length > 1;
  if (labelled && !repeats) return labelled;
  const headed = sections.some(({ kind, heading }) => kind === 'response' && heading !== null);
  return headed ? null : findBarePairs(blocks);
}

function sectionsOfPairs(pairs: Pairs): Sections {
  return { ...findSections(pairs.header), isThread: false };
}

function readPairs(pairs: Pairs, cut: Sections): { sections: UnderstoodSection[]; questions: Question[] } {
  const { questions, segments } = pairs;
  const above = cut.sections.flatMap((each): UnderstoodSection[] =>
    each.kind === 'request' || (each.blocks.length === 0 && each.heading === null) ? [] : [{ ...each, kind: 'other' }],
  );
  const asked = cut.sections.filter(({ kind }) => kind === 'request');
  const introduced = asked.flatMap(({ heading, blocks }, index) =>
    [...(heading && index < asked.length - 1 ? [heading] : []), ...blocks].map((each): RequestPart => ({ kind: 'prose', block: each })),
  );
  if (questions.every(({ shown }) => shown === null)) {
    const before = asked.map((each): UnderstoodSection => ({ kind: 'other', heading: each.heading, blocks: each.blocks }));
    return { sections: [...above, ...before, { kind: 'pairs', heading: null, questions, segments }], questions };
  }
  const request: UnderstoodSection = {
    kind: 'request',
    heading: asked.at(-1)?.heading ?? null,
    parts: [...introduced, ...questions.map((question): RequestPart => ({ kind: 'question', question }))],
  };
  return { sections: [...above, request, { kind: 'response', heading: null, segments }], questions };
}

function readSections(sections: readonly PageSection[]): { sections: UnderstoodSection[]; questions: Question[] } {
  const requests = new Map(sections.filter(({ kind }) => kind === 'request').map((each) => [each, findQuestions(each.blocks)]));
  const questions = [...requests.values()].flatMap(questionsOf);
  const around = [...requests.values()].flat().flatMap((part) => (part.kind === 'prose' ? [part.block] : []));
  const read = sections.flatMap((each): UnderstoodSection[] => {
    const parts = requests.get(each);
    if (parts) return [{ kind: 'request', heading: each.heading, parts }];
    if (each.kind === 'response')
      return [{ kind: 'response', heading: each.heading, segments: findAnswers(each.blocks, questions, around) }];
    // Above both headings, request and answer together: what the authority says there is its decision.
    if (each.kind === 'both') return [{ kind: 'other', heading: each.heading, blocks: each.blocks }];
    if (each.kind === 'attachments' && each.blocks.length === 0) return [];
    return each.kind === 'request' ? [] : [{ kind: each.kind, heading: each.heading, blocks: each.blocks }];
  });
  return { sections: read, questions };
}

/** What the authority says before its response: a letter's opening, a decision above the request. */
function splitLead({ header, sections }: Sections, isPairs: boolean): { header: Block[]; lead: Block[] } {
  if (isPairs) return { header, lead: sections.flatMap(({ kind, blocks }) => (kind === 'both' || kind === 'response' ? blocks : [])) };
  const before = sections.findIndex(({ kind }) => kind === 'request');
  return {
    header,
    lead: sections.flatMap(({ kind, blocks }, index) => (kind === 'both' || (kind === 'other' && index < before) ? blocks : [])),
  };
}

function emptySection(line: number, heading: string): Report {
  const fix = 'Put the files beside the entry and declare them under attachments, if there were any.';
  return { rule: 'empty-section', line, message: `Nothing stands under “${heading}”; the heading is not copied`, fix };
}

/** A line above the text that is nothing but the reference. */
function standingReference(header: readonly Block[], fields: readonly FoundField[]): FoundField[] {
  if (fields.some(({ field }) => field === 'reference')) return [];
  const line = header.find((each, index) => {
    const text = shownText(each);
    if (each.kind === 'table' || text.length >= 40) return false;
    // The first line of a page may be a number that would be no reference in a sentence: `426-2024`.
    return (
      findReference(text)?.reference === text ||
      (index === 0 && /^[A-Z]{0,6}[-/ ]?\d{2,6}[-/_]\d{2,6}$/.test(text) && parseDay(text) === null)
    );
  });
  return line ? [{ field: 'reference', value: shownText(line), label: '', line: line.line, blocks: [line] }] : [];
}

/** A title that names another request than the page's own keeps the other's reference: it is what the page is about. */
function wholeTitle(title: Title, fields: readonly FoundField[]): Title {
  const own = fields.find(({ field }) => field === 'reference');
  if (!own || title.reference === null || title.block === null) return title;
  const [a, b] = [normaliseReference(own.value), normaliseReference(title.reference)];
  return a.includes(b) || b.includes(a) ? title : { ...title, title: cleanWords(shownText(title.block)), reference: null };
}

/** A line above the text that is nothing but a day, as at the head of a letter. */
function standingDate(header: readonly Block[], fields: readonly FoundField[]): FoundField[] {
  if (fields.some(({ field }) => field === 'responded' || field === 'date')) return [];
  const line = header.find(
    (each) => each.kind !== 'table' && !fields.some(({ blocks }) => blocks.includes(each)) && parseDay(each.text) !== null,
  );
  return line ? [{ field: 'date', value: parseDay(line.text) ?? '', label: '', line: line.line, blocks: [line] }] : [];
}

/** Title and fields leave the text, since the front matter says them; the same words a second time leave with them. */
function restOfHeader(header: readonly Block[], title: Title, fields: readonly FoundField[]): { lead: Block[]; moved: Dropped[] } {
  const moved: Dropped[] = [];
  const gone = new Set<Block>();
  const move = (each: Block, why: Dropped['why']) => {
    gone.add(each);
    moved.push({ line: each.line, text: shownText(each), why });
  };
  if (title.block) move(title.block, 'field');
  for (const { field, blocks } of fields) {
    const kept = field === 'outcome' || field === 'exemptions' || field === 'law';
    for (const each of blocks)
      if (
        !kept &&
        !gone.has(each) &&
        (each.kind !== 'table' || (each.rows ?? []).length === fields.filter((own) => own.blocks.includes(each)).length)
      )
        move(each, 'field');
  }
  const at = title.block ? header.indexOf(title.block) : -1;
  const banner =
    at > 0 && title.reference !== null && title.because === null
      ? dropBanner(
          header.slice(0, at).filter((each) => !gone.has(each)),
          isFieldLine,
        )
      : null;
  for (const each of banner?.dropped ?? []) moved.push(each);
  const rest = banner ? [...banner.kept, ...header.slice(at).filter((each) => !gone.has(each))] : header.filter((each) => !gone.has(each));
  return { lead: rest, moved };
}
