import type { Kind } from './kinds.ts';
import { type Place, type Reading, UnreadableFile } from './reading.ts';
import { wordsOf } from './words.ts';

/** Letters of what is hidden that a rule gets to see. */
const MOST_TEXT = 300;
/** Cells, paragraphs and findings that a reading holds at most. */
const MOST_PIECES = 1_500_000;

/** A `Reading` while it is made. */
export class Gathering {
  readonly reading: Reading & { named: Set<string> };

  constructor(kind: Kind) {
    this.reading = { kind, visible: [], hidden: [], facts: [], stored: [], named: new Set(), notInspected: [] };
  }

  see(text: string, place: Place): void {
    if (text.trim() === '') return;
    this.reading.visible.push({ text, place });
    this.stayWithinLimits();
  }

  hide(how: string, text: string, count: number, place: Place): void {
    this.name(text);
    this.reading.hidden.push({ how, text: text.slice(0, MOST_TEXT), count, place });
    this.stayWithinLimits();
  }

  fact(what: string, value: string, place: Place = {}): void {
    this.name(value);
    this.reading.facts.push({ what, value: value.slice(0, MOST_TEXT), place });
    this.stayWithinLimits();
  }

  private stayWithinLimits(): void {
    const { visible, hidden, facts } = this.reading;
    if (visible.length + hidden.length + facts.length > MOST_PIECES)
      throw new UnreadableFile(`The file has more than ${MOST_PIECES.toLocaleString('en-GB')} cells, paragraphs and the like`);
  }

  /** Words that have a name: they belong to something told, or to something that hides nothing. */
  name(text: string): void {
    for (const word of wordsOf(text)) this.reading.named.add(word);
  }
}
