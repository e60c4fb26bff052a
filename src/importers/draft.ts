import type { Body, Section, SectionKind } from '../markdown/body.ts';
import { readBody } from '../markdown/read-body.ts';
import { sectionKindOf } from '../markdown/section-headings.ts';
import { writeBody } from '../markdown/write-body.ts';
import type { WritableFrontMatter } from '../markdown/write-entry.ts';
import type { Law } from '../model/laws.ts';
import { formatCitation, type Citation } from '../model/laws.ts';
import { isWritable, pairParts, requestParts, responseParts } from './body-parts.ts';
import { headingWords, plainBlocks, writeBlocks } from './block-markdown.ts';
import type { Block } from './block.ts';
import type { ImportedQuestion } from './entry-record.ts';
import type { Facts } from './facts.ts';
import type { Understanding, UnderstoodSection } from './understand.ts';

/** The body of the entry: lead, request, response and what follows them, in the order of the page. */
export function draftBody(understood: Understanding): Body {
  const { questions, numbers } = understood;
  const inSections = new Set(understood.sections.flatMap((each) => (each.kind === 'other' ? each.blocks : [])));
  const lead = understood.lead.filter((each) => !inSections.has(each));
  const sections: Section[] =
    lead.length > 0 ? [{ kind: 'lead', heading: null, parts: [{ kind: 'prose', markdown: writeBlocks(lead, 'keep') }] }] : [];
  for (const each of understood.sections) {
    if (each.kind === 'request') sections.push(section('request', each.heading, requestParts(each.parts, questions, numbers), 'Request'));
    else if (each.kind === 'response') sections.push(section('response', each.heading, responseParts(each.segments, numbers), 'Response'));
    else if (each.kind === 'pairs') sections.push(section('response', null, pairParts(each.questions, each.segments), 'Response'));
    else addFurther(sections, each);
  }
  return { sections: sections.filter(({ heading, parts }) => heading !== null || parts.length > 0) };
}

function addFurther(sections: Section[], { kind, heading, blocks }: Extract<UnderstoodSection, { kind: 'attachments' | 'other' }>): void {
  const parts = blocks.length > 0 ? [{ kind: 'prose' as const, markdown: writeBlocks(blocks, 'keep') }] : [];
  const last = sections.at(-1);
  if (heading) sections.push(section(kind, heading, parts, headingWords(heading)));
  else if (!last) sections.push({ kind: 'lead', heading: null, parts });
  else last.parts = [...last.parts, ...parts];
}

/** A section under the page's own heading where the entry's reader knows it, else under the plain one (see `replacedHeadings`). */
function section(kind: SectionKind, own: Block | null, parts: Section['parts'], plain: string): Section {
  const words = own ? headingWords(own).replace(/[\s:]+$/, '') : null;
  return { kind, heading: words !== null && (kind === 'other' || sectionKindOf(words) === kind) ? words : plain, parts };
}

/** Headings that only name their section, in words the entry's reader does not know: `Trust response` becomes `Response`. */
export function replacedHeadings({ sections }: Pick<Understanding, 'sections'>): Block[] {
  return sections.flatMap(({ kind, heading }) =>
    heading && (kind === 'request' || kind === 'response') && sectionKindOf(headingWords(heading).replace(/[\s:]+$/, '')) !== kind
      ? [heading]
      : [],
  );
}

/** The questions with their answers, as text. */
export function draftQuestions({ questions, numbers, sections, judgement }: Understanding): ImportedQuestion[] {
  const segments = sections.flatMap((each) => (each.kind === 'response' || each.kind === 'pairs' ? each.segments : []));
  const only = questions.length === 1 && !segments.some(({ kind }) => kind === 'answer');
  return questions.map(({ first, more }, place): ImportedQuestion => {
    const own = segments.filter((each) => each.kind === 'answer' && each.questions.includes(place));
    // A single question without numbers is answered by the response as a whole.
    const answered = only ? segments.filter(({ kind }) => kind === 'prose') : own;
    const answer = plainBlocks(answered.flatMap(({ blocks }) => blocks.filter(({ quote }) => !quote)));
    const { decided, relied } = judgement.questions[place] ?? { decided: null, relied: [] };
    return {
      number: numbers[place]?.number ?? null,
      text: plainBlocks([...(first ? [first] : []), ...more]),
      answer: answer === '' ? null : answer,
      outcome: decided?.outcome ?? null,
      exemptions: relied.map(formatCitation),
    };
  });
}

/** Question numbers that a reader of the body finds, in its order. */
function numbersIn(body: Body): string[] {
  const parts = readBody(writeBody(body)).sections.flatMap((each) => each.parts);
  const asked = parts.flatMap((part) => (part.kind === 'question' ? [part.number] : []));
  return [...asked, ...parts.flatMap((part) => (part.kind === 'answer' ? part.numbers.filter((number) => !asked.includes(number)) : []))];
}

/**
 * The front matter that is written. Fields that are not known are left out: nothing is invented to fill them. An entry cannot be without a
 * title and a reference, so the reference stands in for the title and the name of the file for both, which the report tells (see `gaps`).
 */
export function draftFrontMatter(
  understood: Understanding,
  facts: Facts,
  body: Body,
  options: { law: Law; status: string; attachments: readonly { file: string; title: string }[]; name: string },
): WritableFrontMatter {
  const law = understood.law?.law ?? options.law;
  const { judgement, numbers, questions } = understood;
  const provisions = (list: readonly Citation[]) =>
    list.map((each) => (each.law === law ? each.provision : { law: each.law, provision: each.provision }));
  const shown = numbersIn(body);
  const stated = questions.flatMap((_, place) => {
    const numbered = numbers[place];
    const { decided, relied } = judgement.questions[place] ?? { decided: null, relied: [] };
    // A number that stands twice in the text is stated twice, in its order, or not at all.
    const same = numbers.flatMap(({ number }, index) => (number === numbered?.number ? [index] : []));
    const complete = same.every((index) => (judgement.questions[index]?.decided ?? null) !== null);
    const inText = shown.filter((number) => number === numbered?.number).length;
    if (!numbered || !isWritable(numbered) || !complete || !decided || inText < same.length) return [];
    return [
      {
        number: numbered.number ?? '',
        outcome: decided.outcome,
        closedReason: decided.closed ?? undefined,
        ...(relied.length > 0 ? { exemptions: provisions(relied) } : {}),
      },
    ];
  });
  const relied = judgement.overall.relied;
  const closed = judgement.overall.decided?.closed ?? null;
  return {
    title: facts.title ?? facts.reference ?? options.name,
    reference: facts.reference ?? options.name,
    law: law === options.law ? undefined : law,
    status: options.status === 'published' ? undefined : options.status,
    lang: undefined,
    received: facts.received ?? undefined,
    responded: facts.responded ?? undefined,
    published: facts.published ?? undefined,
    department: facts.department ?? undefined,
    // Closed needs its reason; without one the person who reads the draft has to say.
    outcome: facts.outcome === 'closed' && closed === null ? undefined : (facts.outcome ?? undefined),
    closedReason: facts.outcome === 'closed' ? (closed ?? undefined) : undefined,
    exemptions: relied.length > 0 ? provisions(relied) : undefined,
    questions: stated.length > 0 ? stated : undefined,
    attachments: options.attachments.length > 0 ? options.attachments.map(({ file, title }) => ({ file, title })) : undefined,
  };
}
