import { spellOut } from '../markdown/part-headings.ts';
import { isClosing } from './answers.ts';
import { cutStart, shownText, type Block } from './block.ts';
import { isAsk, isResponseCue } from './cues.ts';
import { isMarkedHeading } from './headings.ts';
import { readMarker, type Marker } from './markers.ts';
import { signalsOf } from './outcomes.ts';
import { PairBuilder, type Pairs } from './pair-builder.ts';
import { findTablePairs } from './table-pairs.ts';

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
  if (turnsOf(said) < 2 || first === -1) return findTablePairs(blocks);
  const build = new PairBuilder(blocks.slice(0, first));
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
  if (/^(?:request|query)\s?:\s*\S*\d{3}\S*$/i.test(text)) return null;
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
  const build = new PairBuilder(blocks.slice(0, positions[0]));
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
