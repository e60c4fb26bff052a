import type { Segment } from './answers.ts';
import type { Question } from './questions.ts';

/** A question's number, as shown or as mended; `guess` says on what a mended one rests. */
export interface Numbered {
  number: string | null;
  guess: string | null;
}

/**
 * The numbers of the questions. A page's own stand. Where its export lost them, so that a list begins again at `1.` or has bullets, a number
 * is proposed only if something else on the page uses it: the answer repeats the question under it, or the text speaks of `question 7`.
 * @param cited numbers by which the authority's text speaks of questions, with the words
 */
export function mendNumbers(questions: readonly Question[], segments: readonly Segment[], cited: ReadonlyMap<string, string>): Numbered[] {
  const called = calledBy(segments);
  const own = questions.map(({ shown }) => shown);
  const numbers = own.map((number) => (number && /^\d+$/.test(number) ? Number(number) : null));
  const restarts = numbers.map(
    (number, index) => number !== null && numbers.slice(0, index).some((earlier) => earlier !== null && earlier >= number),
  );
  const anyRestart = restarts.some(Boolean);
  const inPlace = numbers.filter((number, index) => number === index + 1 && restarts.slice(0, index).includes(true)).length;
  // 1, 1, 3, 1, 1, 6: what is not 1 counts from the beginning, so the others did too.
  const byPlace = anyRestart && inPlace > 0 && numbers.every((number, index) => number === 1 || number === index + 1);

  const mended: Numbered[] = [];
  for (const [index, shown] of own.entries()) {
    const place = String(index + 1);
    const name = called.get(index);
    const before = mended.at(-1)?.number;
    const next = before && /^\d+$/.test(before) ? String(Number(before) + 1) : index === 0 ? '1' : null;
    if (shown !== null && !restarts[index]) {
      const wrong = anyRestart && name && name !== shown && name === next;
      mended.push(
        wrong ? { number: name, guess: `the list shows “${shown}.”, the answer calls it ${name}` } : { number: shown, guess: null },
      );
    } else if (name && !own.includes(name))
      mended.push({
        number: name,
        guess:
          shown === null
            ? `the page shows no number here, the answer calls it ${name}`
            : `the list begins again at “${shown}.”, the answer calls it ${name}`,
      });
    else if (next && cited.has(next) && (shown !== null ? !own.includes(next) : true))
      mended.push({
        number: next,
        guess: `${shown === null ? 'the page shows no number here' : `the list begins again at “${shown}.”`}, and the text speaks of ${cited.get(next) ?? ''}`,
      });
    else if (shown !== null && byPlace)
      mended.push({ number: place, guess: `the list begins again at “${shown}.”, and the other numbers count from the first question` });
    else mended.push({ number: shown, guess: null });
  }
  return fillStart(fillAll(mended, cited), own);
}

/** All without numbers, and the answer speaks of some by number: they are counted from the first. */
function fillAll(mended: readonly Numbered[], cited: ReadonlyMap<string, string>): Numbered[] {
  const unnumbered = mended.filter(({ number, guess }) => number === null || guess !== null).length === mended.length;
  const words = mended.flatMap((_, index) => cited.get(String(index + 1)) ?? []);
  if (!unnumbered || mended.length < 2 || words.length === 0) return [...mended];
  return mended.map((each, index) =>
    each.number === null
      ? { number: String(index + 1), guess: `the page numbers no question, and the text speaks of ${words.join(', ')}` }
      : each,
  );
}

/** Bullets before `3A)`: as many as are missing. */
function fillStart(mended: readonly Numbered[], own: readonly (string | null)[]): Numbered[] {
  const first = own.findIndex((number) => number !== null);
  const value = Number(/^\d+/.exec(own[first] ?? '')?.[0] ?? 0);
  if (first < 1 || value !== first + 1) return [...mended];
  return mended.map((each, index) =>
    index < first && each.number === null ? { number: String(index + 1), guess: `the list goes on with “${own[first] ?? ''}”` } : each,
  );
}

/** The number under which the response repeats or answers each question, where it does so for that question alone. */
function calledBy(segments: readonly Segment[]): Map<number, string> {
  const names = new Map<number, string>();
  for (const { questions, called } of segments)
    if (questions.length === called.length)
      for (const [index, place] of questions.entries())
        if (/^\d{1,3}[a-z]?$/i.test(called[index] ?? '')) names.set(place, called[index] as string);
  const values = [...names.values()];
  // A response whose own list begins again at 1 names nothing.
  return new Map([...names].filter(([, name]) => values.filter((each) => each === name).length === 1));
}
