import type { Reading } from './root.ts';
import type { Countable, Counted } from './vocabulary.ts';

/** What stands between two spaces of a text, once for all places where it stands, with what is known of it. */
export class Token implements Countable {
  readonly text: string;
  /** What it stands for in the index; `null` before Pagefind was asked. */
  reading: Reading | null = null;
  /** Its words in the vocabulary; `null` before they were looked for. */
  counted: Counted[] | null = null;
  /** The last document that has it, as its WordBook numbers them. */
  document = 0;

  constructor(text: string) {
    this.text = text;
  }
}
