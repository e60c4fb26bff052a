import type { Question } from './questions.ts';

/**
 * The places of the questions that a number means: by the number shown, `3` also for `3A` and `3B`, and by counting where the page shows
 * no numbers or broken ones.
 * @param after of several with the same number, the first after this place
 */
export function placeOf(questions: readonly Question[], number: string, after = -1): number[] {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9.]/g, '');
  const wanted = plain(number);
  const shown = questions.map((each) => (each.shown === null ? null : plain(each.shown)));
  const exact = shown.flatMap((each, index) => (each === wanted ? [index] : []));
  if (exact.length > 0) return [exact.find((index) => index > after) ?? (exact[0] as number)];
  const parts = shown.flatMap((each, index) => (each?.startsWith(wanted) && /^[a-z]$/.test(each.slice(wanted.length)) ? [index] : []));
  if (parts.length > 0) return parts;
  const base = /^\d+/.exec(wanted)?.[0];
  const place = Number(base ?? 0) - 1;
  if (place < 0 || place >= questions.length) return base && base !== wanted ? placeOf(questions, base, after) : [];
  return shown[place] === null || isBroken(shown) || (base !== wanted && shown[place] === base) ? [place] : [];
}

/** Numbers that begin again: a list that lost its place when it was exported. */
function isBroken(shown: readonly (string | null)[]): boolean {
  let highest = 0;
  return shown.some((each) => {
    const number = Number(/^\d+/.exec(each ?? '')?.[0] ?? Number.NaN);
    const broken = number <= highest && /^\d+$/.test(each ?? '');
    highest = Math.max(highest, Number.isNaN(number) ? 0 : number);
    return broken;
  });
}
