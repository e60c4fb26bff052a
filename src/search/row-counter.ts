import { CborWriter } from './cbor.ts';
import type { Token } from './token.ts';
import { type Root, WHOLE } from './word-book.ts';
import type { Rows, WordRows } from './word-rows.ts';

/** Fields beside the text, in the order of their names, as Pagefind numbers them. */
export const FIELDS = ['reference', 'title'] as const;

/** The most that Pagefind lets a word count. */
const MOST = 10;
/** The weight that comes first in a list of places. */
const COMMON = 25;
/** A place in an entry and what it is sorted by are one number below 2³⁰, which costs least: a kind below 256, a place below 2²² = 4 million. */
const PLACES = 22;
const PLACE = (1 << PLACES) - 1;

/** The words of one entry, as they stand in its text and beside it. */
export interface CountedEntry {
  words: readonly Token[];
  /** What each counts, as in IndexDocument. */
  weights: readonly number[];
  beside: Record<(typeof FIELDS)[number], readonly Token[]>;
}

/** The rows of a token in one batch. */
export interface TokenRows {
  batch: RowCounter;
  rows: readonly Row[];
  beside: readonly Row[];
}

/** A word of the index, or a form of one. */
interface Row {
  name: string;
  forms: Map<string, Row> | null;
  /** Entries that have it, with the first and the last. */
  count: number;
  first: number;
  last: number;
  /** Bytes of what is written of it. */
  size: number;
  /** Of the entry that is being counted: the newest of its places, and of those beside the text, in `pool`; -1 for none. */
  place: number;
  beside: number;
  /** While all is written down: where the next bytes go. */
  cursor: number;
}

/** Where the words of some entries stand, entry by entry, in the form in which Pagefind has it (word-rows.ts). */
export class RowCounter {
  private readonly rows = new Map<string, Row>();
  private entries = 0;
  /** Rows of the entry that is being counted, and their places: a number, and where in the pool the one before it is. */
  private touched: Row[] = [];
  private readonly pool: number[] = [];
  /** What is written, entry by entry: whose it is, how many bytes, and all of them. */
  private readonly written: Row[] = [];
  private readonly sizes: number[] = [];
  private readonly bytes = new CborWriter();

  /** Takes in the next entry, of tokens that were read. */
  add({ words, weights, beside }: CountedEntry): void {
    const count = Math.min(words.length, PLACE);
    for (let place = 0; place < count; place++) {
      const token = words[place] as Token;
      const { rows } = this.rowsOf(token);
      const { roots, parts } = token.reading ?? UNREAD;
      const weight = weightOf(weights[place] as number);
      for (let nth = 0; nth < rows.length; nth++) {
        const own = parts > 0 && roots[nth]?.part === true ? Math.max(1, Math.floor(weight / parts)) : weight;
        const row = rows[nth] as Row;
        this.touch(row);
        row.place = this.pool.push(((own === COMMON ? 0 : own) << PLACES) | place, row.place) - 2;
      }
    }
    FIELDS.forEach((field, number) => {
      beside[field].slice(0, PLACE).forEach((token, place) => {
        for (const row of this.rowsOf(token).beside) {
          this.touch(row);
          row.beside = this.pool.push((number << PLACES) | place, row.beside) - 2;
        }
      });
    });
    for (const row of this.touched) this.close(row);
    this.touched = [];
    this.pool.length = 0;
    this.entries += 1;
  }

  finish(): Rows {
    const rows: WordRows = { names: [], forms: [], counts: [], firsts: [], lasts: [], sizes: [] };
    let end = 0;
    const put = (row: Row, forms: number) => {
      rows.names.push(row.name);
      rows.forms.push(forms);
      rows.counts.push(row.count);
      rows.firsts.push(row.first);
      rows.lasts.push(row.last);
      rows.sizes.push(row.size);
      row.cursor = end;
      end += row.size;
    };
    for (const row of this.rows.values()) {
      put(row, row.forms?.size ?? 0);
      for (const form of row.forms?.values() ?? []) put(form, -1);
    }
    const bytes = Buffer.allocUnsafe(end);
    const from = this.bytes.written();
    let at = 0;
    this.written.forEach((row, nth) => {
      for (let left = this.sizes[nth] as number; left > 0; left -= 1) bytes[row.cursor++] = from[at++] as number;
    });
    return { rows, bytes };
  }

  private rowsOf(token: Token): TokenRows {
    if (token.rows?.batch === this) return token.rows;
    const { roots, beside } = token.reading ?? UNREAD;
    const rowsOf = (roots: readonly Omit<Root, 'part'>[]) => roots.map((root) => this.rowOf(root));
    return (token.rows = { batch: this, rows: rowsOf(roots), beside: rowsOf(beside) });
  }

  private rowOf({ word, form }: Omit<Root, 'part'>): Row {
    const own = rowIn(this.rows, word);
    return form === null ? own : rowIn((own.forms ??= new Map<string, Row>()), form);
  }

  private touch(row: Row): void {
    if (row.place < 0 && row.beside < 0) this.touched.push(row);
  }

  /** Writes down where the word stands in the entry: `[step, places, places beside the text]`, the first without `[step`. */
  private close(row: Row): void {
    const { bytes, entries } = this;
    const start = bytes.length;
    if (row.count === 0) row.first = entries;
    else bytes.list(3).integer(entries - row.last);
    writePlaces(bytes, this.chain(row.place));
    writeBeside(bytes, this.chain(row.beside));
    row.last = entries;
    row.count += 1;
    row.size += bytes.length - start;
    row.place = row.beside = -1;
    this.written.push(row);
    this.sizes.push(bytes.length - start);
  }

  /** The places that are linked from one of them, in their order. */
  private chain(from: number): number[] {
    const { pool } = this;
    const places: number[] = [];
    for (let at = from; at >= 0; at = pool[at + 1] as number) places.push(pool[at] as number);
    return places.length > 1 ? places.sort((a, b) => a - b) : places;
  }
}

const UNREAD = { roots: [], parts: 0, beside: [] } as const;

function rowIn(rows: Map<string, Row>, name: string): Row {
  let row = rows.get(name);
  if (!row) rows.set(name, (row = { name, forms: null, count: 0, first: 0, last: 0, size: 0, place: -1, beside: -1, cursor: 0 }));
  return row;
}

/** A weight as Pagefind has it, in a byte. */
function weightOf(weight: number): number {
  return Math.max(1, Math.floor(Math.min(weight, MOST) * WHOLE));
}

/** Places by weight: where it changes, the weight as a number below zero and then the whole place; else the step from the place before. */
function writePlaces(bytes: CborWriter, places: readonly number[]): void {
  let [weight, last, changes] = [0, 0, 0];
  for (const each of places) if (each >> PLACES !== weight) [weight, changes] = [each >> PLACES, changes + 1];
  bytes.list(places.length + changes);
  weight = 0;
  for (const each of places) {
    const [own, place] = [each >> PLACES, each & PLACE];
    if (own !== weight) bytes.integer(-own - 1).integer(place);
    else bytes.integer(place - last);
    [weight, last] = [own, place];
  }
}

/** Places by field: the field as a number below zero, then steps. */
function writeBeside(bytes: CborWriter, places: readonly number[]): void {
  let [field, last, changes] = [-1, 0, 0];
  for (const each of places) if (each >> PLACES !== field) [field, changes] = [each >> PLACES, changes + 1];
  bytes.list(places.length + changes);
  field = -1;
  for (const each of places) {
    const [own, place] = [each >> PLACES, each & PLACE];
    if (own !== field) {
      bytes.integer(-own - 1);
      [field, last] = [own, 0];
    }
    bytes.integer(place - last);
    last = place;
  }
}
