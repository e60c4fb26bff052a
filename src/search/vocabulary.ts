import { writeCell } from './client/index/columns.ts';
import { MANY, MOST } from './client/index/open-index.ts';
import { letterOf, rootOf, wordsOfToken } from './client/query/tokens.ts';

/** Words under one first letter as they are published: by spaces, in order; a cell a word for how common it is. */
export interface PublishedWords {
  words: string;
  commonness: string;
}

/** Longer ones are addresses and strings of digits, which nobody misspells. */
const LONGEST = 28;

/** Every word of a log, with the number of entries that have it. */
export class Vocabulary {
  private readonly entries = new Map<string, number>();
  private roots: Set<string> | null = null;

  /** Takes in the words of one entry. */
  add(text: string): void {
    const words = new Set(text.split(/\s+/).flatMap(wordsOfToken));
    for (const word of words) if (word.length <= LONGEST && /\p{L}/u.test(word)) this.entries.set(word, (this.entries.get(word) ?? 0) + 1);
  }

  /** True where the log has the word, in this or another form. */
  has(word: string): boolean {
    this.roots ??= new Set([...this.entries.keys()].map(rootOf));
    return this.roots.has(rootOf(word));
  }

  /** Words so common that they are only looked for beside a rarer one, and those that are nearly everywhere. */
  common(): { common: string[]; everywhere: string[] } {
    const between = (least: number, most: number) =>
      [...this.entries].flatMap(([word, entries]) => (entries > least && entries <= most ? [word] : [])).sort();
    return { common: between(MANY, MOST), everywhere: between(MOST, Infinity) };
  }

  /** By first letter, `0` for digits and `_` for any other: each is one file. */
  byLetter(): Map<string, PublishedWords> {
    const letters = new Map<string, string[]>();
    for (const word of [...this.entries.keys()].sort()) {
      const known = letters.get(letterOf(word));
      if (known) known.push(word);
      else letters.set(letterOf(word), [word]);
    }
    return new Map(
      [...letters].map(([letter, words]) => [
        letter,
        {
          words: words.join(' '),
          commonness: words.map((word) => writeCell(Math.round(2 * Math.log2(this.entries.get(word) ?? 1)))).join(''),
        },
      ]),
    );
  }
}
