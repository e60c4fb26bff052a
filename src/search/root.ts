import type { RowCounter } from './row-counter.ts';

/**
 * A word of the index, without ending and accents, or a form of one, with them. One object for all batches: what the batch in hand has of it is kept
 * here, where no look-up is needed to find it.
 */
export class Root {
  readonly name: string;
  /** The word of which it is a form; `null` for a word. */
  readonly word: Root | null;
  /** Whose the rest is: that of another batch is void. */
  counter: RowCounter | null = null;
  /** Entries that have it, with the first and the last. */
  count = 0;
  first = 0;
  last = 0;
  /** Bytes of what is written of it. */
  size = 0;
  /** Of the entry that is being counted: the newest of its places, and of those beside the text, in the counter's pool; -1 for none. */
  place = -1;
  beside = -1;
  /** While all is written down: where the next bytes go. */
  cursor = 0;
  /** The forms that the batch has. */
  forms: Root[] | null = null;

  constructor(name: string, word: Root | null) {
    this.name = name;
    this.word = word;
  }
}

/** What one word between spaces stands for in the index. */
export interface Reading {
  roots: readonly Root[];
  /** Which of the roots are parts of a compound word and share its weight, and how many they are. */
  isPart: readonly boolean[];
  parts: number;
  /** What it stands for beside the text, in a title or a reference. */
  beside: readonly Root[];
}
