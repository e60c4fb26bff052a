/**
 * Characters that are stored and not shown: tag characters, which repeat all of ASCII unseen, and long runs of zero-width ones, which carry text as
 * bits. A single joiner or soft hyphen belongs to many languages and is left alone.
 */
const CARRIERS = /[\u{E0001}-\u{E007F}]{2,4096}|[\u200b-\u200d\u2060-\u2064\ufeff\u180e]{8,4096}/gu;
const ANY = /[\u{E0001}-\u{E007F}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u180e]/u;
const EVERY = new RegExp(ANY, 'gu');

/** A line as a reader sees it, and the characters in it that carry something unseen: what they say, and how many there are. */
export function splitInvisible(line: string): { shown: string; carried: string; count: number } {
  if (!ANY.test(line)) return { shown: line, carried: '', count: 0 };
  let carried = '';
  let count = 0;
  for (const [run] of line.matchAll(CARRIERS)) {
    for (const character of run) {
      count += 1;
      const code = character.codePointAt(0) ?? 0;
      if (code > 0xe0020) carried += String.fromCharCode(code - 0xe0000);
    }
  }
  return { shown: line.replace(EVERY, ''), carried, count };
}
