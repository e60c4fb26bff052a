import { isClosing, type Segment } from './answers.ts';
import type { Block, Dropped } from './block.ts';
import type { Marker } from './markers.ts';
import type { Question } from './questions.ts';

/** A page that answers each question where it stands: `Q … A …`, `Question 1 … Answer 1 …`, bold questions, a table of two columns. */
export interface Pairs {
  header: Block[];
  questions: Question[];
  segments: Segment[];
  /** Labels that the structure of the entry replaces: `A.`, `Answer 1`, the header of a table. */
  dropped: Dropped[];
}

/** Puts questions and answers together as they come. */
export class PairBuilder {
  readonly dropped: Dropped[] = [];
  private readonly header: Block[];
  private readonly questions: Question[] = [];
  private readonly segments: Segment[] = [];
  private waiting: number[] = [];
  private state: 'question' | 'answer' = 'question';

  constructor(header: Block[]) {
    this.header = header;
  }

  get count(): number {
    return this.questions.length;
  }

  question(marker: Marker | null, first: Block | null, at: Block, label = ''): void {
    const counted = marker?.kind === 'bullet' ? null : marker;
    this.questions.push({ shown: counted?.value ?? null, marker: counted, kind: counted?.kind ?? 'none', first, more: [], line: at.line });
    if (counted === null && label !== '') this.dropped.push({ line: at.line, text: label, why: 'label' });
    this.waiting.push(this.questions.length - 1);
    this.state = 'question';
  }

  answer(numbers: readonly string[], rest: Block | null, at: Block): void {
    const named = numbers.flatMap((number) => this.questions.flatMap(({ shown }, index) => (shown === number ? [index] : [])));
    const places = named.length > 0 ? named : this.waiting.length > 0 ? this.waiting : (this.segments.at(-1)?.questions ?? []);
    const last = this.segments.at(-1);
    if (this.state === 'answer' && last && named.length === 0) {
      if (rest) last.blocks.push(rest);
      return;
    }
    this.segments.push({
      kind: 'answer',
      heading: null,
      reason: null,
      questions: places,
      called: [],
      label: null,
      blocks: rest ? [rest] : [],
      repeated: [],
      line: at.line,
    });
    this.waiting = this.waiting.filter((place) => !places.includes(place));
    this.state = 'answer';
  }

  /** Text between a question and its answer belongs to the question; after the answer, to the answer. */
  more(each: Block): void {
    const [question, segment] = [this.questions.at(-1), this.segments.at(-1)];
    if (this.state === 'question' && question) {
      if (question.first) question.more.push(each);
      else question.first = each;
    } else if (isClosing(each.text) && segment?.kind !== 'closing') this.after(each);
    else segment?.blocks.push(each);
  }

  /** Text after a bare question is its answer. */
  reply(each: Block): void {
    if (this.state === 'question') this.answer([], each, each);
    else this.more(each);
  }

  after(each: Block): void {
    const last = this.segments.at(-1);
    if (last?.kind === 'closing') last.blocks.push(each);
    else
      this.segments.push({
        kind: isClosing(each.text) ? 'closing' : 'prose',
        heading: null,
        reason: null,
        questions: [],
        called: [],
        label: null,
        blocks: [each],
        repeated: [],
        line: each.line,
      });
  }

  done(): Pairs {
    return { header: this.header, questions: this.questions, segments: this.segments, dropped: this.dropped };
  }
}
