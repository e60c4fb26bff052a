import type { Citation } from '../model/laws.ts';
import type { ClosedReason, Outcome } from '../model/outcomes.ts';
import type { RenderedBody } from './body.ts';

/** One question of an entry: what was asked and answered, from the text; how, from the front matter. */
export interface Question {
  /** As the text shows it. */
  number: string;
  /** Stable fragment of its address, unique in the entry. */
  anchor: string;
  /** Plain text; `null` where only the answer shows the number. */
  text: string | null;
  /** Plain text of every answer that names the number; `null` where there is none. */
  answer: string | null;
  outcome: Outcome | null;
  exemptions: Citation[];
  closedReason: ClosedReason | null;
}

/**
 * The questions of a body in the order of the text: those of the request, then numbers that only an answer shows.
 * A number that the text repeats is kept as often as it stands there; the nth answer to it belongs to the nth.
 */
export function questionsOf(body: RenderedBody): Question[] {
  const parts = body.sections.flatMap((section) => section.parts);
  const questions: Question[] = [];
  const add = (number: string, text: string | null) => {
    const question = { number, anchor: anchorOf(number, questions), text, answer: null, outcome: null, exemptions: [], closedReason: null };
    questions.push(question);
    return question;
  };
  for (const part of parts) if (part.kind === 'question') add(part.number, part.text);
  const answered = new Map<string, number>();
  for (const part of parts) {
    if (part.kind !== 'answer') continue;
    for (const number of part.numbers) {
      const key = keyOf(number);
      const same = questions.filter((each) => keyOf(each.number) === key);
      const nth = answered.get(key) ?? 0;
      answered.set(key, nth + 1);
      const question = same[Math.min(nth, same.length - 1)] ?? add(number, null);
      question.answer = question.answer === null ? part.text : `${question.answer}\n${part.text}`;
    }
  }
  return questions;
}

/** Numbers compare without case, spaces and a final full stop: `3A`, `3a`, `3 A`. */
export function keyOf(number: string): string {
  return number.toLowerCase().replace(/[\s.]+/g, '');
}

/** `question-7`; `question-3a`, `question-2-b`; a second `1` is `question-1-2`, and moves on while that is taken. */
function anchorOf(number: string, before: readonly Question[]): string {
  const base = `question-${number
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
  const taken = new Set(before.map(({ anchor }) => anchor));
  let anchor = base;
  for (let nth = 2; taken.has(anchor); nth++) anchor = `${base}-${nth}`;
  return anchor;
}
