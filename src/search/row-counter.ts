import { pushCborInteger, pushCborList } from './cbor.ts';
import type { IndexDocument } from './index-document.ts';
import { type Reading, type Root, WHOLE } from './word-book.ts';
import type { Rows, WordRows } from './word-rows.ts';
import { wordsBetweenSpaces } from './words-between-spaces.ts';

/** The most that Pagefind lets a word count. */
const MOST = 10;
/** Fields beside the text, in the order of their names, as Pagefind numbers them. */
export const FIELDS = ['reference', 'title'] as const;
/** The weight that is left out of a list of places, and comes first in it. */
const COMMON = 25;
/** Above every place in a text: places are sorted with what stands before them as one number. */
const PLACES = 2 ** 32;

/** The words of one entry, as they stand in its text. */
export interface CountedText {
  words: readonly string[];
  /** What each counts, as in IndexDocument. */
  weights: readonly number[];
}

/** A word of the index, or a form of one, while entries are counted. */
interface Row {
  name: string;
  forms: Map<string, Row>;
  count: number;
  first: number;
  last: number;
  bytes: number[];
  /** Where it stands in the entry that is being counted. */
  places: number[];
  beside: number[];
}

/** Where the words of some entries stand, entry by entry, in the form in which Pagefind has it (word-rows.ts). */
export class RowCounter {
  private readonly rows = new Map<string, Row>();
  private readonly read: (word: string) => Reading;
  private readonly rowsOf = new Map<string, { reading: Reading; rows: Row[]; beside: Row[] }>();
  private touched: Row[] = [];
  private entries = 0;

  /** @param read what a word between spaces stands for */
  constructor(read: (word: string) => Reading) {
    this.read = read;
  }

  /** Takes in the next entry. */
  add({ words, weights }: CountedText, document: IndexDocument): void {
    words.forEach((word, place) => {
      const { reading, rows } = this.known(word);
      const weight = weightOf(weights[place] ?? 1);
      const share = Math.max(1, Math.floor(weight / reading.parts));
      rows.forEach((row, nth) => {
        const own = reading.roots[nth]?.part === true ? share : weight;
        this.touch(row).places.push((own === COMMON ? 0 : own) * PLACES + place);
      });
    });
    FIELDS.forEach((field, number) => {
      wordsBetweenSpaces(document[field]).forEach((word, place) => {
        for (const row of this.known(word).beside) this.touch(row).beside.push(number * PLACES + place);
      });
    });
    for (const row of this.touched) this.close(row);
    this.touched = [];
    this.entries += 1;
  }

  finish(): Rows {
    const rows: WordRows = { names: [], forms: [], counts: [], firsts: [], lasts: [], sizes: [] };
    const parts: Uint8Array[] = [];
    const put = ({ name, count, first, last, bytes }: Row, forms: number) => {
      rows.names.push(name);
      rows.forms.push(forms);
      rows.counts.push(count);
      rows.firsts.push(first);
      rows.lasts.push(last);
      rows.sizes.push(bytes.length);
      parts.push(Uint8Array.from(bytes));
    };
    for (const row of this.rows.values()) {
      put(row, row.forms.size);
      for (const form of row.forms.values()) put(form, -1);
    }
    return { rows, bytes: Buffer.concat(parts) };
  }

  private known(word: string): { reading: Reading; rows: Row[]; beside: Row[] } {
    let known = this.rowsOf.get(word);
    if (!known) {
      const reading = this.read(word);
      const rowsOf = (roots: Reading['beside']) => roots.map((root) => this.rowOf(root));
      this.rowsOf.set(word, (known = { reading, rows: rowsOf(reading.roots), beside: rowsOf(reading.beside) }));
    }
    return known;
  }

  private rowOf({ word, form }: Omit<Root, 'part'>): Row {
    const own = rowIn(this.rows, word);
    return form === null ? own : rowIn(own.forms, form);
  }

  private touch(row: Row): Row {
    if (row.places.length === 0 && row.beside.length === 0) this.touched.push(row);
    return row;
  }

  /** Writes down where the word stands in the entry: `[step, places, places beside the text]`, the first without `[step`. */
  private close(row: Row): void {
    const { bytes, places, beside } = row;
    if (row.count === 0) row.first = this.entries;
    else {
      pushCborList(bytes, 3);
      pushCborInteger(bytes, this.entries - row.last);
    }
    writePlaces(bytes, places);
    writeBeside(bytes, beside);
    row.last = this.entries;
    row.count += 1;
    row.places = [];
    row.beside = [];
  }
}

function rowIn(rows: Map<string, Row>, name: string): Row {
  let row = rows.get(name);
  if (!row) rows.set(name, (row = { name, forms: new Map(), count: 0, first: 0, last: 0, bytes: [], places: [], beside: [] }));
  return row;
}

/** A weight as Pagefind has it, in a byte. */
function weightOf(weight: number): number {
  return Math.max(1, Math.floor(Math.min(weight, MOST) * WHOLE));
}

/** Places by weight: where it changes, the weight as a number below zero and then the whole place; else the step from the place before. */
function writePlaces(bytes: number[], places: number[]): void {
  const numbers: number[] = [];
  let [weight, last] = [0, 0];
  for (const each of places.sort((a, b) => a - b)) {
    const [own, place] = [Math.floor(each / PLACES), each % PLACES];
    if (own !== weight) numbers.push(-own - 1, place);
    else numbers.push(place - last);
    [weight, last] = [own, place];
  }
  writeNumbers(bytes, numbers);
}

/** Places by field: the field as a number below zero, then steps. */
function writeBeside(bytes: number[], places: number[]): void {
  const numbers: number[] = [];
  let [field, last] = [-1, 0];
  for (const each of places.sort((a, b) => a - b)) {
    const [own, place] = [Math.floor(each / PLACES), each % PLACES];
    if (own !== field) {
      numbers.push(-own - 1);
      last = 0;
    }
    numbers.push(place - last);
    [field, last] = [own, place];
  }
  writeNumbers(bytes, numbers);
}

function writeNumbers(bytes: number[], numbers: readonly number[]): void {
  pushCborList(bytes, numbers.length);
  for (const number of numbers) pushCborInteger(bytes, number);
}
