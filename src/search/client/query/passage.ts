import type { EntryText } from '../index/pagefind.ts';
import type { Match } from './answer.ts';

/** Words of a result, marked or not. */
export interface Segment {
  text: string;
  marked: boolean;
}

export interface Passage {
  /** The question that answers, with its fragment on the entry's page; `null` where the passage belongs to none. */
  question: { id: string; segments: Segment[] } | null;
  segments: Segment[];
}

/** Words of a passage. */
const LENGTH = 34;

/**
 * The part of an entry that answers best: the question (with its answer) in which most of what was asked for stands, and in it the words
 * around the densest place.
 *
 * @param matches positions of the matched words, each with the place and the weight of what it matches
 * @param from first position after the title
 */
export function findPassage(text: EntryText, matches: readonly Match[], from: number): Passage {
  const inText = matches.filter(({ at }) => at >= from).sort((a, b) => a.at - b.at);
  const marked = new Set(inText.map(({ at }) => at));
  const blocks = blocksOf(text, from);
  const weigh = (start: number, end: number) => weightOf(inText.filter(({ at }) => at >= start && at < end));
  const weighed = blocks.map((block) => ({ block, weight: weigh(block.start, block.end) }));
  const best = weighed.reduce<(typeof weighed)[number] | null>(
    (found, each) => (found && found.weight >= each.weight ? found : each),
    null,
  );
  if (!best) return { question: null, segments: [] };
  const { block } = best;
  const body = answerOf(block, blocks);
  const start = densest(
    inText.filter(({ at }) => at >= body.start && at < body.end),
    body.start,
    body.end,
  );
  const end = Math.min(body.end, start + LENGTH);
  const segments = segmentsOf(text.words, start, end, marked);
  if (start > body.start) segments.unshift({ text: '… ', marked: false });
  if (end < body.end) segments.push({ text: ' …', marked: false });
  const question = block.question && {
    id: block.question.id,
    segments: segmentsOf(text.words, block.question.start, block.question.end, marked),
  };
  return { question, segments };
}

interface Block {
  start: number;
  end: number;
  question: { id: string; start: number; end: number } | null;
}

/** Where the answer of a block stands: below its question, or, where several questions have one answer, after the last of them. */
function answerOf(block: Block, blocks: readonly Block[]): { start: number; end: number } {
  const own = ({ start, end, question }: Block) => ({ start: Math.max(start, question?.end ?? start), end });
  const isOnlyAsked = (each: Block) => each.question !== null && own(each).start >= each.end;
  if (!isOnlyAsked(block)) return own(block);
  const next = blocks.slice(blocks.indexOf(block) + 1).find((each) => !isOnlyAsked(each));
  const isShared = next?.question && next.question.start < next.start;
  return isShared ? own(next) : own(block);
}

/** The text cut at its marks: what stands before the first question, each question with its answer, the rest. */
function blocksOf({ words, anchors }: EntryText, from: number): Block[] {
  const marks = anchors.filter(({ id }) => /^(answer-)?question-|^rest$/.test(id)).sort((a, b) => a.at - b.at);
  const blocks: Block[] = [{ start: from, end: marks[0]?.at ?? words.length, question: null }];
  marks.forEach(({ id, at, text }, index) => {
    const end = marks[index + 1]?.at ?? words.length;
    if (id === 'rest') blocks.push({ start: at, end, question: null });
    else if (id.startsWith('answer-')) {
      const asked = blocks.find(({ question }) => question?.id === id.slice('answer-'.length));
      blocks.push({ start: at, end, question: asked?.question ? { ...asked.question } : null });
    } else blocks.push({ start: at, end, question: { id, start: at, end: at + text.split(/\s+/).filter(Boolean).length } });
  });
  return blocks.filter(({ start, end }) => end > start);
}

/** What different things weigh together, and a little for each that is there again. */
function weightOf(matches: readonly { concept: number; weight: number }[]): number {
  const seen = new Map<number, number>();
  let again = 0;
  for (const { concept, weight } of matches) {
    if (seen.has(concept)) again += weight * 0.05;
    else seen.set(concept, weight);
  }
  return [...seen.values()].reduce((sum, weight) => sum + weight, 0) + Math.min(again, 1);
}

/** Where the heaviest window begins; a few words before its first match, so that it reads. */
function densest(matches: readonly Match[], start: number, end: number): number {
  let best = start;
  let heaviest = 0;
  for (const { at } of matches) {
    const weight = weightOf(matches.filter((each) => each.at >= at && each.at < at + LENGTH - 8));
    if (weight > heaviest) {
      heaviest = weight;
      best = at - 6;
    }
  }
  return Math.max(start, Math.min(best, end - LENGTH));
}

/** Words from `start` to before `end`, cut where marked ones begin and end. */
export function segmentsOf(words: readonly string[], start: number, end: number, marked: ReadonlySet<number>): Segment[] {
  const segments: Segment[] = [];
  for (let at = start; at < end; at++) {
    const isMarked = marked.has(at);
    const last = segments.at(-1);
    const word = words[at] ?? '';
    if (last?.marked === isMarked) last.text += ` ${word}`;
    else {
      if (last && isMarked) last.text += ' ';
      segments.push({ text: last && !isMarked ? ` ${word}` : word, marked: isMarked });
    }
  }
  return segments;
}
