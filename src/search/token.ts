import type { Reading } from './root.ts';
import type { Countable, Counted } from './vocabulary.ts';

/** What stands between two spaces of a text, once for all places where it stands, with what is known of it. */
export class Token implements Countable {
  readonly text: string;
  /** Of the text, as its table has it. */
  readonly hash: number;
  /** What it stands for in the index; `null` before Pagefind was asked. */
  reading: Reading | null = null;
  /** Its words in the vocabulary; `null` before they were looked for. */
  counted: Counted[] | null = null;
  /** The last document that has it, as its WordBook numbers them. */
  document = 0;

  constructor(text: string, hash: number) {
    this.text = text;
    this.hash = hash;
  }
}
