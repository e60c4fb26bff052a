import { cborList, cborNumber, cborText } from './cbor.ts';
import { orderOf } from './word-order.ts';

/*
 * Where words stand, as Pagefind writes it: a list of `[word, pages, [[form, pages], …]]`, in which pages are `[[step, positions, positions beside
 * the text], …]`, and a step is a page's number less that of the one before.
 *
 * Kept as rows, a word or a form each, of which the first step is left out: rows of several batches are joined without reading what is in them.
 */
export interface WordRows {
  /** Words, each followed by its forms. */
  names: string[];
  /** How many forms follow a word; -1 for a form. */
  forms: number[];
  /** How many entries have it, and the places of the first and the last of them. */
  counts: number[];
  firsts: number[];
  lasts: number[];
  /** Bytes of each row: the first page without its step, then the other pages. */
  sizes: number[];
}

/** Rows of one batch, with their bytes. */
export interface Rows {
  rows: WordRows;
  bytes: Buffer;
}

/** A word or a form as several batches have it: `batch`, and its row there. */
type Found = { batch: number; row: number; at: number }[];

/** The lists of one word, as CBOR. */
export interface WordList {
  word: string;
  list: Buffer;
}

/**
 * The lists of all words of several batches, in the order of the words; the forms of a word are in theirs. The same whatever the batches are.
 * @param entries how many entries each batch has
 */
export function joinRows(batches: readonly Rows[], entries: readonly number[]): WordList[] {
  const starts = entries.map((_, batch) => entries.slice(0, batch).reduce((sum, each) => sum + each, 0));
  const words = new Map<string, { own: Found; forms: Map<string, Found> }>();
  batches.forEach(({ rows }, batch) => {
    let at = 0;
    let word: { own: Found; forms: Map<string, Found> } | undefined;
    rows.names.forEach((name, row) => {
      const place = { batch, row, at };
      at += rows.sizes[row] ?? 0;
      if (rows.forms[row] !== -1) {
        word = words.get(name);
        if (!word) words.set(name, (word = { own: [], forms: new Map() }));
        word.own.push(place);
      } else {
        const form = word?.forms.get(name);
        if (form) form.push(place);
        else word?.forms.set(name, [place]);
      }
    });
  });
  const pages = (found: Found): Buffer[] => {
    let count = 0;
    let before = 0;
    const parts: Buffer[] = [];
    for (const { batch, row, at } of found) {
      const { rows, bytes } = batches[batch] as Rows;
      const from = starts[batch] ?? 0;
      const own = rows.counts[row] ?? 0;
      if (own === 0) continue;
      parts.push(stepTo(from + (rows.firsts[row] ?? 0) - before), bytes.subarray(at, at + (rows.sizes[row] ?? 0)));
      before = from + (rows.lasts[row] ?? 0);
      count += own;
    }
    return [cborList(count), ...parts];
  };
  const names = [...words.keys()];
  return names.sort(orderOf(names)).map((word) => {
    const { own = [], forms = new Map<string, Found>() } = words.get(word) ?? {};
    const spelt = [...forms.keys()];
    const parts = [cborList(3), cborText(word), ...pages(own), cborList(forms.size)];
    for (const form of spelt.sort(orderOf(spelt))) parts.push(cborList(2), cborText(form), ...pages(forms.get(form) ?? []));
    return { word, list: Buffer.concat(parts) };
  });
}

/** What stands before the positions on a page. */
function stepTo(step: number): Buffer {
  return Buffer.concat([cborList(3), cborNumber(step)]);
}
