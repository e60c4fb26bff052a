import type { Disclosure, QuestionFacts } from '../log/disclosure.ts';
import type { Block, Exchange, ReasonGroup } from './exchange.ts';

/** A reason this short is not worth folding away. */
const SHORT = 90;

/** A reason is folded where it is long; advice to the reader never. */
export function isFolded({ kind, words }: ReasonGroup): boolean {
  return kind !== 'advice' && words > SHORT;
}

/** Where the reasons for each question stand, by its number. */
export function reasonAnchors(exchange: Exchange): Map<string, string> {
  const steps = exchange.reasons.flatMap((block) => (block.kind === 'reasons' ? block.groups.flatMap((group) => group.steps) : []));
  const anchors = new Map<string, string>();
  for (const { numbers, anchor } of steps) for (const number of numbers) if (anchor && !anchors.has(number)) anchors.set(number, anchor);
  return anchors;
}

/** True where one mark can stand for all the questions of an answer. */
export function isShared(about: QuestionFacts[]): boolean {
  return about.every(({ outcome }) => outcome === about[0]?.outcome);
}

/** True where a section has nothing but reasons: they are its answer, and the first is not folded. */
export function isOnlyReasons(blocks: Block[]): boolean {
  return blocks.length > 0 && blocks.every(({ kind }) => kind === 'reasons');
}

/** A label that is more than a number, such as `Question 3: vehicles`. */
export function isSpokenLabel(label: string): boolean {
  return /\p{L}{2,}/u.test(label.replace(/^(question|cwestiwn|q)\.?\s*[\w.()]+[\s:.)–-]*/iu, ''));
}

/** Questions enough that a list of them with their outcomes helps to find one. */
export function hasSummary({ questions }: Disclosure): boolean {
  return questions.length >= 4;
}
