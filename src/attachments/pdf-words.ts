import type { Effort } from './pdf-effort.ts';
import { union, type Box } from './pdf-matrix.ts';
import { isLabel } from './pdf-labels.ts';
import type { Glyph } from './pdf-text.ts';
import { PageView, type Verdict } from './pdf-visibility.ts';
import type { Painting } from './pdf-state.ts';

/** A word of a page, with whether it is seen. */
export interface Word {
  text: string;
  box: Box;
  verdict: Verdict;
  size: number;
  /** Number of its line: words of one line are next to each other. */
  line: number;
}

/** Size of type, in points, under which a letter is a dot. */
const DOT = 4;

/** What carries meaning: letters, digits, and signs of a font that names none. */
const MEANS_SOMETHING = /[\p{L}\p{N}\p{Co}]/u;

/** The words of a page in the order in which they are painted, each with whether it is seen. */
export function judgeWords(painting: Painting, view: Box, effort: Effort): Word[] {
  const page = new PageView(painting, view, effort);
  const words: Word[] = [];
  let line = 0;
  let current: { glyphs: Glyph[]; verdicts: Verdict[] } = { glyphs: [], verdicts: [] };
  const close = () => {
    const { glyphs, verdicts } = current;
    if (lettersIn(glyphs) === 1)
      for (const [at, glyph] of glyphs.entries())
        if (MEANS_SOMETHING.test(glyph.text)) verdicts[at] = page.judgeAlone(glyph, verdicts[at] ?? null);
    words.push(...partsOf(glyphs, verdicts, line));
    current = { glyphs: [], verdicts: [] };
  };
  let previous: Glyph | null = null;
  for (const glyph of painting.glyphs) {
    const step = previous ? between(previous, glyph) : 'line';
    if (step !== 'same') close();
    if (step === 'line') line++;
    if (glyph.text.trim() === '') close();
    else {
      current.glyphs.push(glyph);
      current.verdicts.push(page.judge(glyph));
    }
    previous = glyph;
  }
  close();
  for (const word of words) if (word.verdict === 'ocr' && !page.hasInk(word.box)) word.verdict = 'covered-text';
  return withoutTwins(withoutLabels(words));
}

/** Whether a glyph goes on with the word before it, begins another on the line, or begins a line. */
function between(previous: Glyph, glyph: Glyph): 'same' | 'word' | 'line' {
  const { along, size } = previous;
  if (Math.abs(glyph.along[0] - along[0]) > 0.05 || Math.abs(glyph.along[1] - along[1]) > 0.05) return 'line';
  const [fromX, fromY] = middle(previous.box);
  const [toX, toY] = middle(glyph.box);
  const [dx, dy] = [toX - fromX, toY - fromY];
  const off = Math.abs(dx * along[1] - dy * along[0]);
  if (off > Math.max(size, glyph.size) * 0.5) return 'line';
  const half = (extent(previous) + extent(glyph)) / 2;
  const gap = dx * along[0] + dy * along[1] - half;
  if (gap < -Math.max(size, 2) || gap > size * 8) return 'line';
  return gap > size * 0.2 ? 'word' : 'same';
}

function extent({ box: [left, top, right, bottom], along }: Glyph): number {
  return Math.abs(along[0]) > Math.abs(along[1]) ? right - left : bottom - top;
}

function middle([left, top, right, bottom]: Box): [number, number] {
  return [(left + right) / 2, (top + bottom) / 2];
}

/**
 * The parts of a word that are seen and those that are not: a box may end inside a word. A single letter at the edge of a box goes with its neighbours.
 */
function partsOf(glyphs: readonly Glyph[], verdicts: readonly Verdict[], line: number): Word[] {
  const stretches: { verdict: Verdict; glyphs: Glyph[] }[] = [];
  for (const [at, glyph] of glyphs.entries()) {
    const last = stretches.at(-1);
    const verdict = verdicts[at] ?? null;
    if (last && (last.verdict === verdict || !MEANS_SOMETHING.test(glyph.text))) last.glyphs.push(glyph);
    else stretches.push({ verdict, glyphs: [glyph] });
  }
  const isSeenInPart = stretches.some(({ verdict }) => verdict === null);
  const counts = ({ verdict, glyphs: own }: { verdict: Verdict; glyphs: Glyph[] }) =>
    // A word that the edge of a cell cuts is seen as far as it goes.
    verdict === null || (lettersIn(own) >= 2 && !(isSeenInPart && verdict === 'text-outside-page'));
  const kept = stretches.length > 1 ? stretches.filter(counts) : stretches;
  const parts = kept.length > 0 ? kept : stretches;
  return parts.map(({ verdict, glyphs: own }) => ({
    text: own
      .map((glyph) => glyph.text)
      .join('')
      .normalize('NFKC'),
    box: own.map((glyph) => glyph.box).reduce(union),
    verdict: lettersIn(own) > 0 && !isDot(own) ? verdict : null,
    size: own[0]?.size ?? 0,
    line,
  }));
}

/** One letter, alone or again and again, too small to read on paper: dots of a chart. */
function isDot(glyphs: readonly Glyph[]): boolean {
  return glyphs.every(({ size }) => size < DOT) && /^(\p{L})\1*$/u.test(glyphs.map(({ text }) => text).join(''));
}

function lettersIn(glyphs: readonly Glyph[]): number {
  return glyphs.filter(({ text }) => MEANS_SOMETHING.test(text)).length;
}

/** A label of a redaction under its own box hides nothing: “s40(2)”, “Redacted”. */
function withoutLabels(words: Word[]): Word[] {
  const covered = new Map<number, Word[]>();
  for (const word of words)
    if (word.verdict === 'covered-text' || word.verdict === 'text-in-background-colour')
      covered.set(word.line, [...(covered.get(word.line) ?? []), word]);
  const dropped = new Set([...covered.values()].filter((line) => isLabel(line.map(({ text }) => text).join(' '))).flat());
  return words.filter((word) => !dropped.has(word));
}

/** Text that is painted twice in one place, as a shadow or to look bold, is seen when one of the two is. */
function withoutTwins(words: Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  for (const word of words)
    if (word.verdict === null || word.verdict === 'ocr') seen.set(word.text, [...(seen.get(word.text) ?? []), word]);
  return words.filter(
    ({ verdict, text, box, size }) =>
      verdict === null ||
      verdict === 'ocr' ||
      !(seen.get(text) ?? [])
        .slice(0, 200)
        .some((twin) => Math.abs(twin.box[0] - box[0]) < size * 0.4 && Math.abs(twin.box[1] - box[1]) < size * 0.4),
  );
}
