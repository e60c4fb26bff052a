import { findReference } from '../model/references.ts';
import { formatCitation } from '../model/laws.ts';
import type { Outcome } from '../model/outcomes.ts';
import { shownText, type Block, type Page } from './block.ts';
import { findDay, parseDay } from './dates.ts';
import type { Guess } from './entry-record.ts';
import { isFieldLine, type FieldName } from './fields.ts';
import { decide, signalsOf } from './outcomes.ts';
import { titleOfFileName } from './title.ts';
import type { Understanding } from './understand.ts';

/** The fields of the entry: what the page states, what was concluded and why, what is lacking. */
export interface Facts {
  reference: string | null;
  title: string | null;
  received: string | null;
  responded: string | null;
  published: string | null;
  department: string | null;
  outcome: Outcome | null;
  found: string[];
  guessed: Guess[];
  missing: string[];
}

/** Gathers the fields of an entry from an understood page. */
export function gatherFacts(understood: Understanding, page: Page, source: string): Facts {
  const facts: Facts = {
    reference: null,
    title: null,
    received: null,
    responded: null,
    published: null,
    department: null,
    outcome: null,
    found: [],
    guessed: [],
    missing: [],
  };
  readTitle(facts, understood, page, source);
  readReference(facts, understood, page);
  readDates(facts, understood);
  const state = (field: 'department', name: FieldName) => {
    const stated = understood.fields.find((each) => each.field === name);
    if (!stated) return;
    facts[field] = stated.value;
    facts.found.push(field);
  };
  state('department', 'department');
  if (understood.law) facts.found.push('law');
  readOutcome(facts, understood);
  if (understood.questions.some(({ shown }) => shown !== null)) facts.found.push('questions');
  for (const field of ['reference', 'title', 'received', 'responded'] as const) if (facts[field] === null) facts.missing.push(field);
  if (facts.outcome === null && understood.judgement.several === null) facts.missing.push('outcome');
  if (understood.questions.length === 0) facts.missing.push('questions');
  return facts;
}

function readTitle(facts: Facts, { title }: Understanding, page: Page, source: string): void {
  facts.title = title.title;
  if (title.title !== null && title.because === null) facts.found.push('title');
  if (title.title !== null && title.because !== null) facts.guessed.push({ field: 'title', value: title.title, because: title.because });
  if (title.title !== null) return;
  const named = (page.address === null ? null : titleOfFileName(page.address)) ?? titleOfFileName(source);
  if (named === null) return;
  facts.title = named;
  facts.guessed.push({
    field: 'title',
    value: named,
    because: `the page has no title; this is the name in its ${page.address !== null && titleOfFileName(page.address) !== null ? `address, ${page.address}` : `file name, ${source}`}`,
  });
}

function readReference(facts: Facts, { title, fields, lead, sections }: Understanding, page: Page): void {
  const keep = (reference: string, because: string | null) => {
    facts.reference = reference;
    if (because === null) facts.found.push('reference');
    else facts.guessed.push({ field: 'reference', value: reference, because });
  };
  const labelled = fields.find(({ field }) => field === 'reference');
  if (title.reference !== null && labelled === undefined) return keep(title.reference, null);
  if (labelled) return keep(bareReference(labelled.value), null);
  for (const { text } of page.titles) {
    const found = findReference(text);
    if (found) return keep(found.reference, null);
  }
  const blocks = [...lead, ...sections.flatMap((each) => (each.kind === 'other' ? each.blocks : []))];
  for (const each of blocks.filter(({ text }) => text.length < 200)) {
    const found = findReference(shownText(each));
    if (found && found.kind !== 'bare') return keep(found.reference, null);
    if (found) return keep(found.reference, `“${shownText(each)}”, line ${each.line}, which names no label for it`);
  }
  // The first words of a page may be nothing but its reference.
  const first = page.blocks.slice(0, 12).find((each) => each.text.length < 60 && findReference(shownText(each)) !== null);
  const found = first ? findReference(shownText(first)) : null;
  if (first && found) return keep(found.reference, `“${shownText(first)}”, line ${first.line}`);
  const inAddress =
    page.address === null
      ? null
      : findReference(
          decodeURI(page.address.replace(/%(?![0-9a-f]{2})/gi, ''))
            .replace(/^https?:\/\/[^/]*/, '')
            .replace(/[/]+/g, ' '),
        );
  if (inAddress) keep(inAddress.reference, `the page's address, ${page.address ?? ''}`);
}

/** The value of a labelled reference without what else stands on its line. */
function bareReference(value: string): string {
  if (value.split(' ').length <= 2 && value.length <= 30) return value.replace(/^[\s:#([]+|[\s.,;)\]]+$/g, '');
  return findReference(value)?.reference ?? findReference(`Reference: ${value}`)?.reference ?? value.split(/\s+[–—|-]\s+|,/, 1)[0] ?? value;
}

/** The first line that is nothing but a day, or a day and a heading beside it: `September 29, 2022 | Policing`. */
function standingDay(blocks: readonly Block[]): { day: string; text: string; line: number } | null {
  for (const each of blocks) {
    if (each.text.length > 120 || isFieldLine(each)) continue;
    const day = parseDay(each.text.split(/\s[|·]\s/, 1)[0] ?? '');
    if (day !== null) return { day, text: each.text, line: each.line };
  }
  return null;
}

function readDates(facts: Facts, { fields, lead, sections, isLetter, isThread }: Understanding): void {
  for (const field of ['received', 'responded', 'published'] as const) {
    const stated = fields.find((each) => each.field === field);
    if (!stated) continue;
    facts[field] = stated.value;
    facts.found.push(field);
  }
  const guess = (field: 'received' | 'responded', value: string, because: string) => {
    facts[field] = value;
    facts.guessed.push({ field, value, because });
  };
  const headed = sections.find(({ kind, heading }) => kind === 'response' && heading !== null && findDay(heading.text) !== null)?.heading;
  if (facts.responded === null && headed) {
    facts.responded = findDay(headed.text)?.day ?? null;
    facts.found.push('responded');
  }
  const dated = fields.find(({ field }) => field === 'date');
  if (isThread && dated && facts.received === null)
    guess('received', dated.value, `the date at the head of the request, line ${dated.line}`);
  else if (facts.responded === null && dated) {
    facts.responded = dated.value;
    if (isLetter) facts.found.push('responded');
    else
      facts.guessed.push({
        field: 'responded',
        value: dated.value,
        because: `${dated.label ? `“${dated.label}”, line ${dated.line},` : `a line that is a date alone, line ${dated.line},`} which does not say the date of what`,
      });
  }
  const bare = standingDay(lead);
  if (isThread) {
    // Two letters on one page, each under its own date: what was asked, and what was answered.
    const reply = standingDay(
      sections.flatMap((each) => (each.kind === 'response' ? each.segments.slice(0, 1).flatMap(({ blocks }) => blocks.slice(0, 6)) : [])),
    );
    if (facts.received === null && bare) guess('received', bare.day, `“${bare.text}”, line ${bare.line}, at the head of the request`);
    if (facts.responded === null && reply) guess('responded', reply.day, `“${reply.text}”, line ${reply.line}, at the head of the reply`);
  } else if (facts.responded === null && bare) guess('responded', bare.day, `“${bare.text}”, line ${bare.line}, at the head of the page`);
  const spoken = [
    ...lead,
    ...sections.flatMap((each) =>
      each.kind === 'request'
        ? each.parts.flatMap((part) => (part.kind === 'prose' ? [part.block] : []))
        : each.kind === 'response'
          ? each.segments.slice(0, 1).flatMap(({ blocks }) => blocks.slice(0, 4))
          : each.kind === 'other'
            ? each.blocks
            : [],
    ),
  ];
  if (facts.received !== null) return;
  for (const each of spoken) {
    const match =
      /\b(?:your|a|the) (?:freedom of information |foi |information )?(?:request|e-?mail|letter|enquiry|correspondence)\b[^.]{0,120}?\b(?:which (?:we|was|the \w+) )?received(?: by [^.]{0,60}?)?(?: on)? /i.exec(
        each.text,
      );
    const day = match ? findDay(each.text.slice(match.index + match[0].length)) : null;
    if (match && day && day.start <= 12) {
      facts.received = day.day;
      facts.found.push('received');
      return;
    }
  }
}

/** What an authority writes as the outcome of a request, where it has a field for it. */
const STATED: readonly (readonly [Outcome, RegExp])[] = [
  ['part', /\bpart(?:ly|ial|ially)?\b|\bsome\b|\bsplit\b/i],
  ['ncnd', /\bneither confirm|\bncnd\b|\bconfirm (?:n?or) deny/i],
  ['not-held', /\bnot held\b|\bno information\b|\binformation not held\b|\bdo(?:es)? not hold\b/i],
  ['cost', /\bcost\b|\bsection 12\b|\bs12\b|\btime limit\b/i],
  ['vexatious', /\bvexatious\b|\brepeat(?:ed)?\b|\bsection 14\b/i],
  ['accessible', /\balready\b|\bpublicly available\b|\bsection 21\b|\baccessible\b/i],
  ['closed', /\bwithdrawn\b|\blapsed\b|\btransferred\b|\bclosed\b|\binvalid\b/i],
  [
    'refused',
    /\brefus|\bwithheld\b|\bexempt|\bnot disclosed\b|\bnot (?:released|provided|granted|upheld)\b|\bunsuccessful\b|\brejected\b/i,
  ],
  ['granted', /\bfull\b|\ball\b|\bgranted\b|\bdisclosed\b|\bprovided\b|\bsent\b|\breleased\b|\bsuccessful\b|\bsupplied\b/i],
];

function readOutcome(facts: Facts, understood: Understanding): void {
  const { judgement, fields, lead } = understood;
  const stated = fields.find(
    ({ field, value }) => field === 'outcome' && value.length < 90 && STATED.some(([, pattern]) => pattern.test(value)),
  );
  const thread = lead.find(({ text }) => /^the request was (?:partially |partly )?(?:successful|refused|unsuccessful)\b/i.test(text));
  if (stated) {
    facts.outcome = STATED.find(([, pattern]) => pattern.test(stated.value))?.[0] ?? null;
    facts.guessed.push({ field: 'outcome', value: facts.outcome, because: `“${stated.label}: ${stated.value}”, line ${stated.line}` });
  } else if (judgement.overall.decided) {
    facts.outcome = judgement.overall.decided.outcome;
    facts.guessed.push({ field: 'outcome', value: facts.outcome, because: judgement.overall.decided.because });
  } else if (thread && judgement.several === null) {
    const decided = decide(signalsOf(thread.text, thread.line), [], null);
    facts.outcome = decided?.outcome ?? null;
    if (decided) facts.guessed.push({ field: 'outcome', value: decided.outcome, because: decided.because });
  }
  if (facts.outcome === null && judgement.several !== null)
    facts.guessed.push({
      field: 'outcome',
      value: null,
      because: `${judgement.several}: not to be put in one word, so each question states its own`,
    });
  for (const [index, { decided, relied }] of judgement.questions.entries()) {
    const { guess = null, number = null } = understood.numbers[index] ?? {};
    if (guess !== null) facts.guessed.push({ field: `questions[${index + 1}].number`, value: number, because: guess });
    if (decided) facts.guessed.push({ field: `questions[${index + 1}].outcome`, value: decided.outcome, because: decided.because });
    if (relied.length > 0)
      facts.guessed.push({ field: `questions[${index + 1}].exemptions`, value: relied.map(formatCitation), because: reasons(relied) });
  }
  const { relied } = judgement.overall;
  if (relied.length > 0) facts.guessed.push({ field: 'exemptions', value: relied.map(formatCitation), because: reasons(relied) });
  else if (facts.outcome === 'refused' || facts.outcome === 'ncnd') facts.missing.push('exemptions');
}

function reasons(relied: readonly { words: string; line: number }[]): string {
  const lines = relied.map(({ words, line }) => `“${words}”, line ${line}`);
  return [...new Set(lines)].join('; ');
}
