import { shownText, type Block } from './block.ts';
import { isAsk, isRequestCue, isSalutation, isSignOff } from './cues.ts';
import { questionLabelOf } from './headings.ts';
import { ordinalOf, readMarker, type Marker } from './markers.ts';

/** One question of the request, as the page shows it. */
export interface Question {
  /** As the text shows it, `null` where it shows none. */
  shown: string | null;
  /** What it begins with: a number with its punctuation, or the bullet of one without. */
  marker: Marker | null;
  kind: Marker['kind'] | 'none';
  /** What is asked, without the label; the label-only form has none of its own. */
  first: Block | null;
  /** What belongs to it: sub-parts, notes. */
  more: Block[];
  line: number;
}

export type RequestPart = { kind: 'prose'; block: Block } | { kind: 'question'; question: Question };

/** Cuts a request into its questions and the prose around them. */
export function findQuestions(blocks: readonly Block[]): RequestPart[] {
  const scheme = schemeOf(blocks);
  const parts = scheme === 'none' ? unnumbered(blocks) : settleEnd(new Walk(scheme).run(blocks));
  return questionsOf(parts).length <= MOST_QUESTIONS ? parts : blocks.map((each): RequestPart => ({ kind: 'prose', block: each }));
}

/** More than nobody asks: a request of more is a list of something else, and is kept as text. */
const MOST_QUESTIONS = 300;

export function questionsOf(parts: readonly RequestPart[]): Question[] {
  return parts.flatMap((part) => (part.kind === 'question' ? [part.question] : []));
}

type Scheme = 'label' | 'number' | 'letter' | 'roman' | 'none';

/** Which kind of marker numbers the questions: the outermost that occurs. */
function schemeOf(blocks: readonly Block[]): Scheme {
  const kinds = blocks.map((each) => each.marker?.kind ?? (questionLabelOf(each) ? 'label' : null));
  const count = (...wanted: (string | null)[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  const labels = count('label');
  const numbers = count('decimal', 'compound', 'dotted');
  if (labels >= 2 || (labels === 1 && numbers < 2)) return 'label';
  if (numbers >= 1) return 'number';
  if (count('alpha') >= 2) return 'letter';
  if (count('roman') >= 2) return 'roman';
  return 'none';
}

/** Walks the blocks of a numbered request. */
class Walk {
  private readonly parts: RequestPart[] = [];
  private open: Question | null = null;
  private last = 0;
  /** A list of sub-parts with numbers of its own. */
  private sub: { last: number; inner: boolean; asks: boolean } | null = null;
  private top: number | null = null;
  private previous: Block | null = null;
  private readonly scheme: Scheme;

  constructor(scheme: Scheme) {
    this.scheme = scheme;
  }

  run(blocks: readonly Block[]): RequestPart[] {
    for (const each of blocks) {
      this.take(each);
      this.previous = each;
    }
    return this.parts;
  }

  private take(each: Block): void {
    const label = questionLabelOf(each);
    if (label !== null && this.scheme === 'label')
      return this.start({
        shown: label,
        marker: { kind: 'label', raw: shownText(each), value: label },
        kind: 'label',
        first: null,
        more: [],
        line: each.line,
      });
    const { marker } = each;
    const ordinal = marker && this.fits(marker.kind) ? numberOf(marker) : null;
    if (!marker || ordinal === null) return this.other(each, marker);
    if (this.open && this.isSubPart(each, marker, ordinal)) return void this.open.more.push(each);
    this.sub = null;
    this.top ??= each.depth;
    this.start({ shown: marker.value, marker, kind: marker.kind, first: { ...each, marker: null }, more: [], line: each.line });
    this.last = ordinal;
  }

  private fits(kind: Marker['kind']): boolean {
    if (this.scheme === 'label') return kind === 'label';
    if (this.scheme === 'number') return kind === 'decimal' || kind === 'compound' || kind === 'dotted' || kind === 'label';
    return this.scheme === 'letter' ? kind === 'alpha' || (kind === 'roman' && this.last === 8) : kind === 'roman';
  }

  private isSubPart(each: Block, marker: Marker, number: number): boolean {
    if (this.top !== null && each.depth > this.top) return true;
    if (marker.kind === 'compound' || marker.kind === 'dotted') return this.open?.shown === String(number);
    if (this.scheme !== 'number') return false;
    const inner = readMarker(each.text) !== null;
    const asks = /\?\s*$/.test(each.text) || (isAsk(each.text) && each.text.length > 40);
    if (this.sub) {
      const goesOn =
        number === this.sub.last + 1 &&
        (!this.sub.inner || inner) &&
        !(number === this.last + 1 && (asks || !this.sub.asks) && !inner && asks !== this.sub.asks);
      if (goesOn) this.sub.last = number;
      return goesOn;
    }
    const introduced = /:$/.test(this.previous?.text ?? '');
    const breakdown = /\b(?:break(?:ing)?[ -]?down|broken down|split|by|including|such as|namely|either|whether)\b[^.]{0,40}:$/i.test(
      this.previous?.text ?? '',
    );
    if (number > this.last || !introduced || (asks && !inner && !(breakdown && each.text.length < 60))) return false;
    this.sub = { last: number, inner, asks };
    return true;
  }

  /** A block without a number of the scheme: belongs to the open question, or stands before the first. */
  private other(each: Block, marker: Marker | null): void {
    const unnumberedItem = marker?.kind === 'bullet' && (this.open === null || this.open.kind === 'none');
    if (unnumberedItem && this.scheme === 'number' && isAsk(each.text))
      return this.start({ shown: null, marker: null, kind: 'none', first: { ...each, marker: null }, more: [], line: each.line });
    if (!this.open) return void this.parts.push({ kind: 'prose', block: each });
    if (each.kind !== 'item') this.sub = null;
    if (this.open.first === null && this.open.more.length === 0) this.open.first = each;
    else this.open.more.push(each);
  }

  private start(question: Question): void {
    this.open = question;
    this.parts.push({ kind: 'question', question });
  }
}

/** The number that a marker counts with: 3 for `3`, `3A` and `3.1`; the place in the alphabet for a letter. */
function numberOf(marker: Marker): number | null {
  if (marker.kind === 'compound' || marker.kind === 'dotted' || marker.kind === 'label') return Number(/^\d+/.exec(marker.value)?.[0] ?? 0);
  return ordinalOf(marker);
}

/** After the last question stands prose again, as soon as something comes that is no sub-part of it. */
function settleEnd(parts: RequestPart[]): RequestPart[] {
  const last = parts.at(-1);
  if (last?.kind !== 'question') return parts;
  const { question } = last;
  let before: Block | null = question.first;
  const labelOnly = question.kind === 'label' && /^\D*\d+\S*$/.test(question.marker?.raw ?? '') && question.first?.kind !== 'item';
  const end = question.more.findIndex((each) => {
    const belongs =
      each.kind !== 'paragraph' ||
      each.depth > 0 ||
      /:$/.test(before?.text ?? '') ||
      (each.tight && /^\p{Ll}/u.test(each.text)) ||
      (before === question.first && each.tight && isTopic(question.first?.text ?? '')) ||
      (labelOnly && !isSignOff(each.text) && !isSalutation(each.text)) ||
      (each.tight && before?.kind === 'item' && before.depth > 0);
    before = each;
    return !belongs;
  });
  if (end === -1) return parts;
  const rest = question.more.splice(end);
  return [...parts, ...rest.map((each): RequestPart => ({ kind: 'prose', block: each }))];
}

/** A few words over a question rather than the question: `Parking expenditure`. */
function isTopic(text: string): boolean {
  return text.length > 0 && text.length < 60 && !/[.?!:]$/.test(text) && !isAsk(text);
}

/** Questions without numbers: the items of a list, or the paragraphs that ask. */
function unnumbered(blocks: readonly Block[]): RequestPart[] {
  const items = new Set(listedQuestions(blocks));
  const asked = blocks.filter((each) => each.kind !== 'table' && asksSomething(each));
  // What stands under a heading for the request is the request, whether or not it is put as a question.
  const said = blocks
    .filter(
      (each) =>
        each.kind !== 'table' && each.kind !== 'heading' && !isRequestCue(each.text) && !isSalutation(each.text) && !isSignOff(each.text),
    )
    .slice(0, 1);
  const wanted = items.size > 0 ? items : new Set(asked.length > 0 ? asked : said);
  const parts: RequestPart[] = [];
  let open: Question | null = null;
  for (const [index, each] of blocks.entries()) {
    const next = blocks[index + 1];
    const introduces = /:$/.test(each.text) && next?.kind === 'item' && !wanted.has(next);
    if (wanted.has(each)) {
      open = { shown: null, marker: each.marker, kind: 'none', first: { ...each, marker: null }, more: [], line: each.line };
      parts.push({ kind: 'question', question: open });
    } else if (open && (introduces || (each.kind !== 'paragraph' && each.kind !== 'heading'))) open.more.push(each);
    else {
      open = null;
      parts.push({ kind: 'prose', block: each });
    }
  }
  return parts;
}

function asksSomething(each: Block): boolean {
  const text = each.text.replace(/^[“"‘']+/, '');
  if (text.length < 12 || isSalutation(text) || isSignOff(text) || isRequestCue(text) || each.kind === 'heading') return false;
  if (/\?/.test(text)) return true;
  if (
    /:$/.test(text) ||
    /^(?:if |i understand|i look|i am aware|many thanks|please note|thank|this is|these |note|where possible|for clarity|under the)/i.test(
      text,
    )
  )
    return false;
  return isAsk(text);
}

/**
 * The items of a bulleted list that are requests of their own, with a paragraph of the same kind just before them where the list lost its
 * first bullet. Short items under a question (`by age`, `by sex`) are its breakdown and not questions.
 */
function listedQuestions(blocks: readonly Block[]): Block[] {
  const bullets = blocks.filter((each) => each.kind === 'item' && each.depth === (blocks.find(({ kind }) => kind === 'item')?.depth ?? 0));
  if (bullets.length < 2) return [];
  const index = blocks.indexOf(bullets[0] as Block);
  const intro = blocks[index - 1];
  const asked = blocks.slice(0, Math.max(0, index - 1)).some((each) => asksSomething(each)) || /\?/.test(intro?.text ?? '');
  const breakdown =
    /\b(?:break(?:ing)?[ -]?down|broken down|split|by (?:year|month|type|the following)|categor(?:y|ies)|fields|columns)\b[^.]{0,60}:?$/i.test(
      intro?.text ?? '',
    );
  const whole = bullets.filter(({ text }) => text.split(/\s+/).length >= 5 || /[.?]$/.test(text));
  if (asked && (breakdown || whole.length < bullets.length / 2)) return [];
  const first =
    intro && intro.kind === 'paragraph' && !/:$/.test(intro.text) && asksSomething(intro) && /:$/.test(blocks[index - 2]?.text ?? '')
      ? [intro]
      : [];
  return [...first, ...bullets];
}
