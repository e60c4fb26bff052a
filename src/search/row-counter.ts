import { CborWriter } from './cbor.ts';
import type { Reading, Root } from './root.ts';
import type { Token } from './token.ts';
import { COMMON, WHOLE } from './word-book.ts';
import type { Rows, WordRows } from './word-rows.ts';

/** Fields beside the text, in the order of their names, as Pagefind numbers them. */
export const FIELDS = ['reference', 'title'] as const;

/** The most that Pagefind lets a word count. */
const MOST = 10;
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

/** Where the words of some entries stand, entry by entry, in the form in which Pagefind has it (word-rows.ts). */
export class RowCounter {
  private entries = 0;
  /** Words that the batch has. */
  private readonly words: Root[] = [];
  /** Roots that the entry has which is being counted, and their places: a number, and where in the pool the one before it is. */
  private touched: Root[] = [];
  private readonly pool: number[] = [];
  /** What is written, entry by entry: of which root, how many bytes, and all of them. */
  private readonly written: Root[] = [];
  private readonly sizes: number[] = [];
  private readonly bytes = new CborWriter();

  /** Takes in the next entry, of tokens that were read. */
  add({ words, weights, beside }: CountedEntry): void {
    const { pool } = this;
    const count = Math.min(words.length, PLACE);
    for (let place = 0; place < count; place++) {
      const { roots, isPart, parts } = readingOf(words[place] as Token);
      const weight = weightOf(weights[place] as number);
      for (let nth = 0; nth < roots.length; nth++) {
        const own = isPart[nth] === true ? Math.max(1, Math.floor(weight / parts)) : weight;
        const root = roots[nth] as Root;
        this.touch(root);
        root.place = pool.push(((own === COMMON ? 0 : own) << PLACES) | place, root.place) - 2;
      }
    }
    for (const [number, field] of FIELDS.entries()) {
      const tokens = beside[field];
      for (let place = 0; place < tokens.length && place < PLACE; place++) {
        for (const root of readingOf(tokens[place] as Token).beside) {
          this.touch(root);
          root.beside = pool.push((number << PLACES) | place, root.beside) - 2;
        }
      }
    }
    for (const root of this.touched) this.close(root);
    this.touched.length = 0;
    pool.length = 0;
    this.entries += 1;
  }

  finish(): Rows {
    const rows: WordRows = { names: [], forms: [], counts: [], firsts: [], lasts: [], sizes: [] };
    let end = 0;
    const put = (root: Root, forms: number) => {
      rows.names.push(root.name);
      rows.forms.push(forms);
      rows.counts.push(root.count);
      rows.firsts.push(root.first);
      rows.lasts.push(root.last);
      rows.sizes.push(root.size);
      root.cursor = end;
      end += root.size;
    };
    for (const word of this.words) {
      put(word, word.forms?.length ?? 0);
      for (const form of word.forms ?? []) put(form, -1);
    }
    const bytes = Buffer.allocUnsafe(end);
    const from = this.bytes.written();
    let at = 0;
    this.written.forEach((root, nth) => {
      for (let left = this.sizes[nth] as number; left > 0; left -= 1) bytes[root.cursor++] = from[at++] as number;
    });
    return { rows, bytes };
  }

  /** Notes that the entry has the root, and the batch. */
  private touch(root: Root): void {
    if (root.counter !== this) this.begin(root);
    if (root.place < 0 && root.beside < 0) this.touched.push(root);
  }

  private begin(root: Root): void {
    root.counter = this;
    root.count = root.size = 0;
    root.place = root.beside = -1;
    root.forms = null;
    const { word } = root;
    if (word === null) this.words.push(root);
    else {
      if (word.counter !== this) this.begin(word);
      (word.forms ??= []).push(root);
    }
  }

  /** Writes down where the root stands in the entry: `[step, places, places beside the text]`, the first without `[step`. */
  private close(root: Root): void {
    const { bytes, entries, pool } = this;
    const start = bytes.length;
    if (root.count === 0) root.first = entries;
    else bytes.list(3).integer(entries - root.last);
    if (root.place >= 0 && (pool[root.place + 1] as number) < 0) {
      const only = pool[root.place] as number;
      bytes
        .list(2)
        .integer(-(only >> PLACES) - 1)
        .integer(only & PLACE);
    } else writePlaces(bytes, this.chain(root.place));
    if (root.beside < 0) bytes.list(0);
    else writeBeside(bytes, this.chain(root.beside));
    const size = bytes.length - start;
    root.last = entries;
    root.count += 1;
    root.size += size;
    root.place = root.beside = -1;
    this.written.push(root);
    this.sizes.push(size);
  }

  /** The places that are linked from one of them, in their order. */
  private chain(from: number): number[] {
    const { pool } = this;
    const places: number[] = [];
    for (let at = from; at >= 0; at = pool[at + 1] as number) places.push(pool[at] as number);
    return places.sort((a, b) => a - b);
  }
}

function readingOf({ reading, text }: Token): Reading {
  if (!reading) throw new Error(`a word that was not asked for: ${text}`);
  return reading;
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
