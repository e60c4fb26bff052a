import leven from 'leven';

/** How many letters may be wrong in a word that is still meant: a third of them, and two (letters that changed places) from four on. */
function mistakesIn(word: string, known: string): number {
  const length = Math.max(word.length, known.length);
  return Math.max(length >= 4 ? 2 : 1, Math.floor(length / 3));
}

/** The nearest of the known words, if it is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');
  const ranked = known.map((each) => ({ each, distance: leven(plain(word), plain(each)) })).sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= mistakesIn(word, best.each) ? best.each : null;
}
