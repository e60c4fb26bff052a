import { spellOut } from '../markdown/part-headings.ts';
import type { Segment } from './answers.ts';
import { isClosing } from './answers.ts';
import { block, cutStart, inlineText, shownText, type Block, type Dropped } from './block.ts';
import { isAsk, isResponseCue } from './cues.ts';
import { isMarkedHeading } from './headings.ts';
import { markerFrom, readMarker, type Marker } from './markers.ts';
import { signalsOf } from './outcomes.ts';
import type { Question } from './questions.ts';

/** A page that answers each question where it stands: `Q … A …`, `Question 1 … Answer 1 …`, bold questions, a table of two columns. */
export interface Pairs {
  header: Block[];
  questions: Question[];
  segments: Segment[];
  /** Labels that the structure of the entry replaces: `A.`, `Answer 1`, the header of a table. */
  dropped: Dropped[];
}

type Said =
  | { kind: 'question'; marker: Marker | null; label: string; rest: Block | null }
  | { kind: 'answer'; numbers: string[]; label: string; rest: Block | null };

const QUESTION = /^(?:q(?:uestion)?|query|request|c(?:westiwn)?)\s{0,2}[.:)–-]\s+(?=\S)/i;
const ANSWER =
  /^(?:(?:our |the )?(?:answers?|ans|responses?|reply|ateb)|a)(?:\s{0,2}(?:to )?(?:questions? |requests? |q)?(\d{1,3}[a-z]?(?:\s{0,2}(?:,|&|and|to|-|–)\s{0,2}\d{1,3}[a-z]?){0,20}))?(?:\s{0,2}[.:)–-]\s+(?=\S)|\s{0,2}[.:)–-]?\s*$)/i;

/** Pairs with labels on both sides, or on the answers alone, at least two of them; or a table of questions and answers. */
export function findLabelledPairs(blocks: readonly Block[]): Pairs | null {
  const labelled = blocks.map(read);
  const said = turnsOf(labelled) >= 2 ? labelled : askedBefore(blocks, labelled);
  const first = said.findIndex((each) => each?.kind === 'question');
  if (turnsOf(said) < 2 || first === -1) return tablePairs(blocks);
  const build = new Builder(blocks.slice(0, first));
  for (let index = first; index < blocks.length; index++) {
    const [each, what] = [blocks[index] as Block, said[index]];
    if (what?.kind === 'question') build.question(what.marker, what.rest, each, what.label);
    else if (what?.kind === 'answer') {
      build.dropped.push({ line: each.line, text: what.label, why: 'label' });
      build.answer(what.numbers, what.rest, each);
    } else build.more(each);
  }
  return build.done();
}

/** How often a question is followed by its answer. */
function turnsOf(said: readonly (Said | null)[]): number {
  let turns = 0;
  let last: Said['kind'] | null = null;
  for (const each of said) {
    if (each?.kind === 'answer' && last === 'question') turns++;
    last = each?.kind ?? last;
  }
  return turns;
}

/** Where the answers have labels and the questions have numbers only, or nothing: what asks before an answer is its question. */
function askedBefore(blocks: readonly Block[], said: readonly (Said | null)[]): (Said | null)[] {
  return said.map((each, index) => {
    const block = blocks[index] as Block;
    if (each || block.kind === 'table' || (block.kind === 'heading' && block.depth === 1)) return each;
    const { marker } = block;
    const counted = marker !== null && marker.kind !== 'bullet' && marker.kind !== 'alpha' && marker.kind !== 'roman';
    const asks = /\?[”"’')]?$/.test(block.text) && said[index + 1]?.kind === 'answer';
    const rest = { ...block, marker: null, kind: 'paragraph' as const, strong: false };
    return (counted && isAsk(block.text)) || asks ? { kind: 'question', marker: counted ? marker : null, label: '', rest } : null;
  });
}

function read(each: Block): Said | null {
  if (each.kind === 'table' || (each.kind === 'heading' && each.depth === 1)) return null;
  const text = shownText(each);
  const bare = { ...each, marker: null };
  const marked = readMarker(text);
  if (marked?.marker.kind === 'label') {
    const rest = cutStart(bare, Math.max(0, each.text.length - marked.rest.length));
    return { kind: 'question', marker: marked.marker, label: marked.marker.raw, rest: rest.text ? rest : null };
  }
  if (each.marker !== null) return null;
  if (/^(?:question|query|request|cwestiwn)\s?:?$/i.test(text)) return { kind: 'question', marker: null, label: text, rest: null };
  const asked = QUESTION.exec(text);
  if (asked) return { kind: 'question', marker: null, label: asked[0].trim(), rest: cutStart(bare, asked[0].length) };
  const answered = ANSWER.exec(text);
  if (!answered) return null;
  const rest = cutStart(bare, answered[0].length);
  // "A." begins an answer; "A large number" does not.
  if (
    !/[.:)–-]\s*$/.test(answered[0]) &&
    (rest.text || !answered[1]) &&
    !isMarkedHeading(each) &&
    !/^(?:answers?|responses?|reply)$/i.test(text)
  )
    return null;
  return { kind: 'answer', numbers: answered[1] ? spellOut(answered[1]) : [], label: answered[0].trim(), rest: rest.text ? rest : null };
}

/** Bold, numbered or heading questions, each followed by its answer, on a page that has no heading for the response. */
export function findBarePairs(blocks: readonly Block[]): Pairs | null {
  const strong = blocks.filter(
    (each, index) =>
      isMarkedHeading(each) &&
      !(each.kind === 'heading' && each.depth === 1) &&
      index > 0 &&
      each.text.length > 10 &&
      asksOutright(each.text),
  );
  const numbered = blocks.filter((each) => {
    const kind = each.marker?.kind;
    return (kind === 'decimal' || kind === 'label' || kind === 'compound') && each.text.length > 10 && (each.strong || isAsk(each.text));
  });
  const asked = strong.length >= 2 ? strong : numbered;
  if (asked.length < 2) return null;
  const set = new Set(asked);
  const positions = blocks.flatMap((each, index) => (set.has(each) ? [index] : []));
  let answered = 0;
  let surely = 0;
  for (const [index, at] of positions.entries()) {
    const between = blocks.slice(at + 1, positions[index + 1] ?? blocks.length);
    if (between.length > 0) answered++;
    if (between.some((each) => (asked === strong ? !isMarkedHeading(each) : answersSurely(each)))) surely++;
  }
  const last = blocks[(positions.at(-1) ?? 0) + 1];
  if (!last || isClosing(last.text) || surely < Math.max(2, asked.length * 0.6) || answered < asked.length * 0.6) return null;
  const build = new Builder(blocks.slice(0, positions[0]));
  for (const [index, each] of blocks.entries()) {
    if (index < (positions[0] ?? 0)) continue;
    if (!set.has(each)) build.reply(each);
    else build.question(each.marker, { ...each, kind: 'paragraph', marker: null, strong: false, inline: plainInline(each) }, each);
  }
  return build.done();
}

function asksOutright(text: string): boolean {
  return (
    /\?\s*$/.test(text) ||
    (isAsk(text) &&
      !/^(?:information|details?|documents?|records?|minutes|data|contracts?|policy|reasons?|costs?|correspondence|communications)\b/i.test(
        text,
      ) &&
      text.split(' ').length >= 5)
  );
}

function answersSurely(each: Block): boolean {
  if (each.kind === 'table' || each.figures) return true;
  if (each.marker && each.marker.kind !== 'bullet') return false;
  const { text } = each;
  return (
    isResponseCue(text) ||
    signalsOf(text, each.line).length > 0 ||
    /^(?:yes|no|none|nil|n\/a|not applicable|zero|unknown|£?\d|we |the council|the trust)\b/i.test(text) ||
    (/\d/.test(text) && !isAsk(text))
  );
}

/** A bold question as a plain one: the emphasis was its heading's. */
function plainInline(each: Block): Block['inline'] {
  return each.inline.flatMap((node) => (node.type === 'strong' ? node.children : [node]));
}

const QUESTION_COLUMN =
  /^(?:your |the )?(?:questions?|requests?|query|queries|you asked|what you asked|information requested|cwestiwn|cwestiynau|cais)(?: asked)?$/i;
const ANSWER_COLUMN =
  /^(?:our |the |council |trust )?(?:answers?|responses?|repl(?:y|ies)|we said|comments?|information|ymateb|ateb)(?: provided)?$/i;

function tablePairs(blocks: readonly Block[]): Pairs | null {
  const at = blocks.findIndex(({ rows }) => rows !== null && columnsOf(rows) !== null);
  const table = blocks[at];
  const columns = table?.rows ? columnsOf(table.rows) : null;
  if (!table?.rows || !columns) return null;
  const build = new Builder(blocks.slice(0, at));
  const rows = columns.header ? table.rows.slice(1) : table.rows;
  if (columns.header)
    for (const cell of table.rows[0] ?? []) build.dropped.push({ line: table.line, text: inlineText(cell), why: 'label' });
  for (const row of rows) {
    const cell = (index: number) => block('paragraph', table.line, row[index] ?? []);
    const asked = cell(columns.question);
    if (!asked.text.trim()) continue;
    const own = readMarker(asked.text);
    const inFront = own && own.marker.kind !== 'bullet' && columns.number === null;
    const bare = inFront ? cutStart(asked, asked.text.length - own.rest.length) : asked;
    const apart = columns.number === null ? '' : cell(columns.number).text.replace(/[.):\s]+$|^\s*q\.?\s*/gi, '');
    build.question(inFront ? own.marker : apart === '' ? null : markerFrom(`${apart}.`), bare, asked);
    for (const [index, content] of row.entries())
      if (index !== columns.question && index !== columns.number && inlineText(content).trim()) build.answer([], cell(index), asked);
  }
  if (build.count < 2) return null;
  for (const each of blocks.slice(at + 1)) build.after(each);
  return build.done();
}

function columnsOf(rows: NonNullable<Block['rows']>): { number: number | null; question: number; answer: number; header: boolean } | null {
  const texts = (rows[0] ?? []).map((cell) =>
    inlineText(cell)
      .replace(/[:.\s]+$/, '')
      .trim(),
  );
  const question = texts.findIndex((text) => QUESTION_COLUMN.test(text));
  const answer = texts.findIndex((text, index) => index !== question && ANSWER_COLUMN.test(text));
  if (question !== -1 && answer !== -1 && rows.length > 1) {
    const number = texts.findIndex(
      (text, index) =>
        index !== question &&
        index !== answer &&
        /^(?:no|number|#|q|ref|q no|question no|item|rhif)?\.?$/i.test(text) &&
        rows.slice(1).some((row) => /^\s*q?\.?\s?\d/i.test(inlineText(row[index] ?? []))),
    );
    return { number: number === -1 ? null : number, question, answer, header: true };
  }
  if (texts.length !== 2 || rows.length < 2) return null;
  const asks = rows.filter((row) => /\?\s*$/.test(inlineText(row[0] ?? []).trim())).length;
  return asks >= 2 && asks >= rows.length * 0.6 ? { number: null, question: 0, answer: 1, header: false } : null;
}

/** Puts questions and answers together as they come. */
class Builder {
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
