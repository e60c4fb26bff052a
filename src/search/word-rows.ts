import { CborWriter } from './cbor.ts';
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

/** The lists of words, one after the other, as CBOR: each word has so many bytes. */
export interface WordLists {
  words: string[];
  sizes: number[];
  bytes: Buffer;
}

/** A word or a form as several batches have it: batch, row there, and where its bytes begin, three numbers each. */
type Found = number[];

/**
 * The lists of all words of several batches, in the order of the words; the forms of a word are in theirs. The same whatever the batches are.
 * @param entries how many entries each batch has
 */
export function joinRows(batches: readonly Rows[], entries: readonly number[]): WordLists {
  const starts = entries.map((_, batch) => entries.slice(0, batch).reduce((sum, each) => sum + each, 0));
  const words = new Map<string, { own: Found; forms: Map<string, Found> | null }>();
  batches.forEach(({ rows: { names, forms, sizes } }, batch) => {
    let at = 0;
    let word: { own: Found; forms: Map<string, Found> | null } = { own: [], forms: null };
    for (let row = 0; row < names.length; row++) {
      const name = names[row] as string;
      if (forms[row] === -1) {
        const spelt = (word.forms ??= new Map<string, Found>());
        const form = spelt.get(name);
        if (form) form.push(batch, row, at);
        else spelt.set(name, [batch, row, at]);
      } else {
        const known = words.get(name);
        if (known) (word = known).own.push(batch, row, at);
        else words.set(name, (word = { own: [batch, row, at], forms: null }));
      }
      at += sizes[row] as number;
    }
  });
  const list = new CborWriter();
  const pages = (found: Found) => {
    let count = 0;
    for (let at = 0; at < found.length; at += 3) count += batches[found[at] as number]?.rows.counts[found[at + 1] as number] ?? 0;
    list.list(count);
    let before = 0;
    for (let at = 0; at < found.length; at += 3) {
      const [batch, row, start] = found.slice(at, at + 3) as [number, number, number];
      const { rows, bytes } = batches[batch] as Rows;
      if (rows.counts[row] === 0) continue;
      const from = starts[batch] as number;
      // What stands before the places in an entry.
      list.list(3).integer(from + (rows.firsts[row] as number) - before);
      list.values(bytes, start, start + (rows.sizes[row] as number));
      before = from + (rows.lasts[row] as number);
    }
  };
  const names = [...words.keys()];
  names.sort(orderOf(names));
  const sizes = names.map((word) => {
    const { own, forms } = words.get(word) as { own: Found; forms: Map<string, Found> | null };
    const start = list.length;
    list.list(3).text(word);
    pages(own);
    const spelt = forms ? [...forms.keys()] : [];
    list.list(spelt.length);
    for (const form of spelt.sort(orderOf(spelt))) {
      list.list(2).text(form);
      pages(forms?.get(form) ?? []);
    }
    return list.length - start;
  });
  return { words: names, sizes, bytes: list.written() };
}
