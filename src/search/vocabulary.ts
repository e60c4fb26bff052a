import { type Column, writeCell, writeColumn } from './client/index/columns.ts';
import { MANY, MOST } from './client/index/open-index.ts';
import { letterOf, rootOf, wordsOfToken } from './client/query/tokens.ts';

/** Words under one first letter as they are published: by spaces, in order; a cell a word for how common it is. */
export interface PublishedWords {
  words: string;
  commonness: string;
  /** Places of the spans that have each word, the newest 0; absent where the log is one span. */
  spans?: Column;
}

/** Longer ones are addresses and strings of digits, which nobody misspells. */
const LONGEST = 28;

/** A word while entries are taken in: how many have it, and which was the last. */
export interface Counted {
  word: string;
  entries: number;
  last: number;
}

/** What stands between spaces, with the words that it comes to once they were looked for. */
export interface Countable {
  readonly text: string;
  counted?: Counted[] | null;
}

/** Counts the entries that have each word, some entries after others. */
export class WordCounter {
  private readonly words = new Map<string, Counted>();
  private counted: Counted[] = [];
  private taken = 0;

  /** Takes in what stands between the spaces of one entry, once or more often. */
  add(tokens: Iterable<Countable>): void {
    this.taken += 1;
    for (const token of tokens) {
      for (const word of (token.counted ??= this.read(token.text))) {
        if (word.last === this.taken) continue;
        if (word.entries === 0) this.counted.push(word);
        word.last = this.taken;
        word.entries += 1;
      }
    }
  }

  /** The words of the entries since the last call, in the order in which they first came. */
  take(): [word: string, entries: number][] {
    const list = this.counted.map(({ word, entries }): [string, number] => [word, entries]);
    for (const word of this.counted) word.entries = 0;
    this.counted = [];
    return list;
  }

  private read(token: string): Counted[] {
    const words = /^[a-z]+$/.test(token) ? [token] : wordsOfToken(token);
    return words
      .filter((word) => word.length <= LONGEST && /\p{L}/u.test(word))
      .map((word) => {
        const known = this.words.get(word) ?? { word, entries: 0, last: 0 };
        this.words.set(word, known);
        return known;
      });
  }
}

/** Every word of a log, with the number of entries that have it and the spans in which they are. */
export class Vocabulary {
  private readonly words = new Map<string, { entries: number; spans: string }>();
  private readonly spans: number;
  private roots: Set<string> | null = null;

  /** @param spans the words of each span, the newest first */
  constructor(spans: readonly (readonly [word: string, entries: number][])[]) {
    this.spans = spans.length;
    spans.forEach((list, span) => {
      for (const [word, entries] of list) {
        const known = this.words.get(word);
        if (!known) this.words.set(word, { entries, spans: String(span) });
        else {
          known.entries += entries;
          known.spans += ` ${span}`;
        }
      }
    });
  }

  /** True where the log has the word, in this or another form. */
  has(word: string): boolean {
    this.roots ??= new Set([...this.words.keys()].map(rootOf));
    return this.roots.has(rootOf(word));
  }

  /** Words so common that they are only looked for beside a rarer one, and those that are nearly everywhere. */
  common(): { common: string[]; everywhere: string[] } {
    const between = (least: number, most: number) =>
      [...this.words].flatMap(([word, { entries }]) => (entries > least && entries <= most ? [word] : [])).sort();
    return { common: between(MANY, MOST), everywhere: between(MOST, Infinity) };
  }

  /** By first letter, `0` for digits and `_` for any other: each is one file. */
  byLetter(): Map<string, PublishedWords> {
    const letters = new Map<string, string[]>();
    for (const word of [...this.words.keys()].sort()) {
      const known = letters.get(letterOf(word));
      if (known) known.push(word);
      else letters.set(letterOf(word), [word]);
    }
    return new Map([...letters].map(([letter, words]) => [letter, this.publish(words)]));
  }

  private publish(words: readonly string[]): PublishedWords {
    const known = words.map((word) => this.words.get(word) ?? { entries: 1, spans: '' });
    return {
      words: words.join(' '),
      commonness: known.map(({ entries }) => writeCell(Math.round(2 * Math.log2(entries)))).join(''),
      ...(this.spans > 1 && { spans: writeColumn(known.map(({ spans }) => spans)) }),
    };
  }
}
