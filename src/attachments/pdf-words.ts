import { union, type Box } from './pdf-matrix.ts';
import { difference } from './pdf-paint.ts';
import { isLabel } from './pdf-labels.ts';
import type { Glyph } from './pdf-text.ts';
import { PageView, type Verdict } from './pdf-visibility.ts';
import type { PaintedPage } from './pdf-paint-index.ts';

/** A word of a page, with whether it is seen. */
export interface Word {
  text: string;
  box: Box;
  verdict: Verdict;
  /** It stands behind a dark part of a scan. */
  onDark?: boolean;
  size: number;
  /** Number of its line: words of one line are next to each other. */
  line: number;
}

/** Size of type, in points, under which a letter is a dot. */
const DOT = 4;

/** Signs before a word that may be what it is written on. */
const SIGNS = 4;
/** Difference of colour, of 255, from which on text is read. */
const READABLE = 60;
/** Size in points, and slant as the sine of its angle, from which on text is a stamp across the page: “Draft”. */
const STAMP = 24;
const SLANT = 0.17;

/** What carries meaning: letters, digits, and signs of a font that names none. */
const MEANS_SOMETHING = /[\p{L}\p{N}\p{Co}]/u;

/** The words of a page in the order in which they are painted, each with whether it is seen. */
export function judgeWords(painted: PaintedPage): Word[] {
  const page = new PageView(painted);
  const words: Word[] = [];
  let line = 0;
  let current: Glyph[] = [];
  let before: Glyph[] = [];
  const close = () => {
    const alone = lettersIn(current) === 1;
    const verdicts = current.map((glyph) => {
      const verdict = page.judge(glyph, alone && MEANS_SOMETHING.test(glyph.text));
      const onSign = verdict === 'text-in-background-colour' && before.some((sign) => isGround(sign, glyph));
      before = [...before.slice(1 - SIGNS), glyph];
      return onSign ? null : verdict;
    });
    words.push(...partsOf(current, verdicts, line));
    current = [];
  };
  let previous: Glyph | null = null;
  for (const glyph of painted.glyphs) {
    const step = previous ? between(previous, glyph) : 'line';
    if (step !== 'same') close();
    if (step === 'line') line++;
    if (glyph.text.trim() === '') close();
    else current.push(glyph);
    previous = glyph;
  }
  close();
  for (const word of words) {
    if (word.verdict !== 'ocr') continue;
    if (!page.hasInk(word.box)) word.verdict = 'covered-text';
    else word.onDark = page.isDark(word.box);
  }
  return withoutTwins(withoutLabels(words));
}

/** Whether a sign is the ground of a glyph painted after it: a white figure on a disc. It is larger, lies around it, and has another colour. */
function isGround(sign: Glyph, glyph: Glyph): boolean {
  const [left, top, right, bottom] = sign.box;
  const [x, y] = middle(glyph.box);
  const isAround = left < x && x < right && top < y && y < bottom && right - left > glyph.box[2] - glyph.box[0];
  return (
    isAround &&
    sign.size > glyph.size * 1.5 &&
    sign.mode === 0 &&
    sign.alpha > 0.5 &&
    difference(sign.ink(x, y).colour, glyph.ink(x, y).colour) > READABLE
  );
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
 * A stamp across the page is seen when some of it is.
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
  if (isSeenInPart && glyphs.every(isStamp)) return [{ ...wordOf(glyphs, line), verdict: null }];
  const counts = ({ verdict, glyphs: own }: { verdict: Verdict; glyphs: Glyph[] }) =>
    // A word that the edge of a cell cuts is seen as far as it goes.
    verdict === null || (lettersIn(own) >= 2 && !(isSeenInPart && verdict === 'text-outside-page'));
  const kept = stretches.length > 1 ? stretches.filter(counts) : stretches;
  const parts = kept.length > 0 ? kept : stretches;
  return parts.map(({ verdict, glyphs: own }) => ({ ...wordOf(own, line), verdict: lettersIn(own) > 0 && !isDot(own) ? verdict : null }));
}

function wordOf(glyphs: readonly Glyph[], line: number): Omit<Word, 'verdict'> {
  const text = glyphs.map((glyph) => glyph.text).join('');
  return { text: text.normalize('NFKC'), box: glyphs.map((glyph) => glyph.box).reduce(union), size: glyphs[0]?.size ?? 0, line };
}

/** Large letters across the page, of which tables and pictures hide a part. */
function isStamp({ size, along }: Glyph): boolean {
  return size >= STAMP && Math.abs(along[0]) > SLANT && Math.abs(along[1]) > SLANT;
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
