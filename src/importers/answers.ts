import type { ReasonKind } from '../markdown/body.ts';
import { cutStart, type Block } from './block.ts';
import { isResponseCue, isSignOff } from './cues.ts';
import { answersOf, reasonOf } from './headings.ts';
import { findMention } from './mentions.ts';
import type { Marker } from './markers.ts';
import { placeOf } from './question-places.ts';
import type { Question } from './questions.ts';
import { fingerprint, isAlike, isWithin, lengthOfStart, type Fingerprint } from './similarity.ts';

/**
 * A run of blocks of a response. `answer`: to the questions at `questions` (places in the list of questions). `reason`: a step of
 * reasoning under a heading. `closing`: how to complain, and the end of a letter. `prose`: everything else.
 */
export interface Segment {
  kind: 'prose' | 'answer' | 'reason' | 'closing';
  /** The page's own heading of it, where it had one. */
  heading: Block | null;
  reason: ReasonKind | null;
  questions: number[];
  /** Numbers by which the page calls them: `Q2` → `2`. */
  called: string[];
  /** The label it began with, with its punctuation: `a)`. */
  label: Marker | null;
  blocks: Block[];
  /** Words of the request that the response says again: `same` word for word, so that they need not be kept twice. */
  repeated: { block: Block; same: boolean }[];
  line: number;
}

/**
 * Cuts a response into the answers to its questions, its reasons and the prose around them.
 * @param around what else the requester wrote, which a response may repeat too
 */
export function findAnswers(blocks: readonly Block[], questions: readonly Question[], around: readonly Block[] = []): Segment[] {
  const walk = new Walk(questions, around);
  for (const [index, each] of blocks.entries()) walk.take(each, blocks[index + 1]);
  return shareAnswers(walk.segments);
}

class Walk {
  readonly segments: Segment[] = [];
  private readonly questions: readonly Question[];
  private readonly asked: Fingerprint[];
  /** Sub-parts and notes of each question, which a response may repeat too. */
  private readonly notes: Fingerprint[][];
  private readonly requested: Fingerprint[];
  /** Places of the questions by all their words, and by their first three. */
  private readonly places: Map<string, number[]>;
  private readonly begins: Map<string, number[]>;
  private last = -1;
  private previous: Block | null = null;

  constructor(questions: readonly Question[], around: readonly Block[]) {
    this.questions = questions;
    this.asked = questions.map(({ first }) => fingerprint(first?.text ?? ''));
    this.notes = questions.map(({ more }) => more.map(({ text }) => fingerprint(text)));
    const long = [...this.asked.entries()].filter(([, { tokens }]) => tokens.length >= 3);
    this.places = gather(long.map(([place, { words }]) => [words, place]));
    this.begins = gather(long.map(([place, { tokens }]) => [tokens.slice(0, 3).join(' '), place]));
    this.requested = [...this.asked, ...this.notes.flat(), ...around.map(({ text }) => fingerprint(text))];
  }

  take(each: Block, next: Block | undefined): void {
    const before = this.previous;
    this.previous = each;
    const reason = reasonOf(each, next);
    if (reason) return void this.open({ kind: reason === 'complaint' ? 'closing' : 'reason', heading: each, reason, line: each.line });
    const named = answersOf(each);
    if (named) return this.answer(named, each, null, this.placesOf(named));
    const current = this.segments.at(-1);
    if (current && this.repeatsNote(current, each)) return;
    if (this.opensAnswer(each, before)) return;
    const closed = this.segments.at(-1)?.kind === 'closing';
    if (isClosing(each.text) && !closed) this.open({ kind: 'closing', line: each.line });
    else if (closed && !isClosing(each.text) && isResponseCue(each.text) && !ABOUT_COMPLAINTS.test(each.text))
      this.open({ kind: 'prose', line: each.line });
    const open = this.segments.at(-1) ?? this.open({ kind: 'prose', line: each.line });
    open.blocks.push(each);
  }

  private opensAnswer(each: Block, before: Block | null): boolean {
    if (each.kind === 'table' || each.figures) return false;
    const { marker } = each;
    const repeated = this.repeats(each);
    if (repeated) {
      const number = marker && marker.kind !== 'bullet' ? [marker.value] : [];
      this.answer(number, null, each, [repeated.place]);
      this.keepRepeated(each, repeated);
      return true;
    }
    if (marker?.kind === 'label') {
      const places = this.placesOf([marker.value]);
      if (places.length === 0) return false;
      this.answer([marker.value], null, each, places);
      const rest = { ...each, marker: null, kind: 'paragraph' as const };
      const asked = this.isRequested(rest.text);
      if (asked || (rest.text.endsWith('?') && rest.text.length > 20)) this.segments.at(-1)?.repeated.push({ block: rest, same: false });
      else if (rest.text) this.segments.at(-1)?.blocks.push(rest);
      return true;
    }
    const many =
      /^(?:questions?|qs?|requests?|answers?|points?)[\s.]{0,2}(\d[\d\s,&a-z]{0,40}?(?:and|to|&|,|–|-)[\s\w,&]{0,40}?\d\w?)\s{0,2}[:.–—-]\s+(?=\S)/i.exec(
        each.text,
      );
    const numbers = many ? (answersOf({ ...each, marker: null, text: many[0].replace(/[\s:.–—-]+$/, '') }) ?? []) : [];
    if (many && this.placesOf(numbers).length > 0) {
      this.answer(numbers, null, each, this.placesOf(numbers));
      this.segments.at(-1)?.blocks.push(cutStart(each, many[0].length));
      return true;
    }
    if (marker && this.isNext(marker.value, marker.kind, each, before)) {
      const place = this.placesOf([marker.value])[0] as number;
      this.answer([marker.value], null, each, [place]);
      if (each.text) this.segments.at(-1)?.blocks.push({ ...each, marker: null, kind: 'paragraph' });
      return true;
    }
    const mention = this.segments.some(({ kind }) => kind === 'reason') ? null : findMention(each.text);
    if (!mention || mention.start > 0 || !mention.leads || each.kind === 'heading') return false;
    const places = this.placesOf(mention.numbers);
    if (places.length === 0) return false;
    this.answer(mention.numbers, null, each, places);
    this.segments.at(-1)?.blocks.push(each);
    return true;
  }

  /** A number that continues the answers: later than the last one, no sub-part of an answer. */
  private isNext(value: string, kind: string, each: Block, before: Block | null): boolean {
    if (kind === 'bullet') return false;
    const place = this.placesOf([value])[0];
    if (place === undefined || place <= this.last) return false;
    const own = this.questions[place];
    if (own?.kind === 'none' && own.shown === null && kind !== 'decimal') return false;
    if (
      own &&
      own.kind !== 'none' &&
      own.kind !== kind &&
      !(own.kind === 'label' || (own.kind === 'compound' && kind === 'decimal') || kind === 'compound')
    )
      return false;
    const open = this.segments.at(-1);
    const inList = open?.kind === 'answer' && /:$/.test(before?.text ?? '') && place > this.last + 1;
    // A list of its own inside an answer begins again at 1, or jumps.
    return !inList && (each.depth === 0 || place === this.last + 1);
  }

  private repeats(each: Block): { place: number; same: boolean; length: number } | null {
    if (each.text.length > 4000) return null;
    const print = fingerprint(each.text);
    if (print.tokens.length < 3) return null;
    const whole = this.places.get(print.words)?.find((place) => print.tokens.length >= 4 || place > this.last);
    if (whole !== undefined) return { place: whole, same: true, length: each.text.length };
    for (const place of this.begins.get(print.tokens.slice(0, 3).join(' ')) ?? []) {
      const asked = this.asked[place] as Fingerprint;
      const length = print.tokens.length > asked.tokens.length ? lengthOfStart(each.text, asked) : 0;
      if (length > 0 && (asked.tokens.length >= 5 || each.marker)) return { place, same: true, length };
    }
    const from = Math.max(0, this.last);
    const alike = this.asked.slice(from, from + NEARBY).findIndex((asked) => isAlike(print, asked));
    return alike === -1 ? null : { place: from + alike, same: false, length: each.text.length };
  }

  private keepRepeated(each: Block, { same, length }: { same: boolean; length: number }): void {
    const open = this.segments.at(-1);
    const bare: Block = { ...each, marker: null, kind: 'paragraph' };
    const rest = cutStart(bare, length);
    open?.repeated.push({ block: rest.text ? { ...bare, text: bare.text.slice(0, length) } : bare, same });
    if (rest.text) open?.blocks.push(rest);
  }

  private isRequested(text: string): boolean {
    const print = fingerprint(text);
    return this.requested.some((each) => isWithin(print, each));
  }

  private repeatsNote(open: Segment, each: Block): boolean {
    if (open.kind !== 'answer' || each.kind === 'table') return false;
    const print = fingerprint(each.text);
    const known = open.questions.some((place) =>
      this.notes[place]?.some((note) => note.words !== '' && (note.words === print.words || isAlike(note, print))),
    );
    if (known) open.blocks.push({ ...each, quote: true });
    return known;
  }

  private placesOf(numbers: readonly string[]): number[] {
    return numbers.flatMap((number) => placeOf(this.questions, number, this.last));
  }

  private answer(called: string[], heading: Block | null, from: Block | null, questions: number[]): void {
    this.open({ kind: 'answer', heading, called, questions, label: from?.marker ?? null, line: (heading ?? from)?.line ?? 1 });
    this.last = Math.max(this.last, ...questions);
  }

  private open(more: Partial<Segment> & Pick<Segment, 'kind' | 'line'>): Segment {
    const made: Segment = { heading: null, reason: null, questions: [], called: [], label: null, blocks: [], repeated: [], ...more };
    this.segments.push(made);
    return made;
  }
}

/** How far ahead a question is looked for that is not repeated word for word. */
const NEARBY = 40;

function gather(pairs: readonly (readonly [string, number])[]): Map<string, number[]> {
  const all = new Map<string, number[]>();
  for (const [key, place] of pairs) all.set(key, [...(all.get(key) ?? []), place]);
  return all;
}

/** Questions repeated one after the other and answered once share the answer. */
function shareAnswers(segments: readonly Segment[]): Segment[] {
  const kept: Segment[] = [];
  let waiting: Segment[] = [];
  for (const each of segments) {
    if (each.kind === 'answer' && each.blocks.length === 0 && each.heading === null && each.repeated.length > 0) {
      waiting.push(each);
      continue;
    }
    if (waiting.length > 0 && each.kind === 'answer') {
      const all = [...waiting, each];
      kept.push({
        ...each,
        line: all[0]?.line ?? each.line,
        questions: all.flatMap(({ questions }) => questions),
        called: all.flatMap(({ called }) => called),
        repeated: all.flatMap(({ repeated }) => repeated),
      });
    } else kept.push(...waiting, each);
    waiting = [];
  }
  return [...kept, ...waiting];
}

/** What every answer ends with: how to ask for a review, whom to complain to, the end of a letter. */
export function isClosing(text: string): boolean {
  return isSignOff(text) || CLOSING.some((pattern) => pattern.test(text));
}

/** Words of what follows an answer: reviews, complaints, copyright. */
const ABOUT_COMPLAINTS =
  /\b(?:reviews?|complain|commissioner|appeal|dissatisfied|unhappy|ico|tribunal|copyright|re-?use|licen[cs]e|survey|feedback)/i;

const CLOSING: readonly RegExp[] = [
  /^(?:if|should) you (?:are|remain|were|feel|should be|be|have any (?:queries|questions|concerns|further)|wish to (?:complain|appeal|discuss|request (?:a|an) (?:internal )?review)|disagree|would like (?:us to review|to complain|an internal review)|require (?:any )?further)/i,
  /^you (?:may|can|have (?:the|a) right|also have|are entitled to) (?:also )?(?:to )?(?:ask|request|complain|appeal|apply|seek|contact).{0,80}(?:review|commissioner|complain|appeal|decision)/i,
  /^(?:i|we) (?:hope|trust) (?:that )?(?:this|the|you)\b/i,
  /^(?:please (?:do not hesitate|quote|contact)|your right|complaints? (?:should|about)|details of (?:how|the)|information on how|for (?:further|more) (?:information|advice) (?:about|on) (?:your|the|how))/i,
  /^(?:os ydych yn anfodlon|mae gennych hawl)/i,
];
