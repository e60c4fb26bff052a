import type { Disclosure } from '../log/disclosure.ts';
import type { Outcome } from '../model/outcomes.ts';
import type { AskedQuestion, Block, Exchange, ReasonGroup } from './exchange.ts';

/** A reason this short is not worth folding away. */
const SHORT = 90;

/** A reason is folded where it is long; advice to the reader never. */
export function isFolded({ kind, words }: ReasonGroup): boolean {
  return kind !== 'advice' && words > SHORT;
}

/** The id of the step of the reasons that is about a question, by the question's number. */
export function reasonAnchors(exchange: Exchange): Map<string, string> {
  const groups = exchange.reasons.flatMap((block) => (block.kind === 'reasons' ? block.groups : []));
  const anchors = new Map<string, string>();
  for (const { numbers } of groups.flatMap(({ steps }) => steps)) {
    const id = stepId(numbers);
    for (const number of numbers) if (id && !anchors.has(number)) anchors.set(number, id);
  }
  return anchors;
}

/** The id of a step that names questions: that of the first. */
export function stepId(numbers: string[]): string | undefined {
  return numbers[0] === undefined ? undefined : `reasons-${numbers[0].toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** The outcome that all the questions of an answer share; `null` where they differ or none is stated. */
export function sharedOutcome(questions: AskedQuestion[]): Outcome | null {
  const [first, ...others] = questions.map(({ facts }) => facts?.outcome ?? null);
  return first && others.every((each) => each === first) ? first : null;
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

