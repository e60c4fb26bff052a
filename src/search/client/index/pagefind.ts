import { fetchBytes, remember } from './fetch-packed.ts';
import { placeOf } from './page-ids.ts';

/** Bytes that Pagefind puts before its WebAssembly. */
const SIGNATURE = 12;

/** Pagefind's WebAssembly. An index in it is a number, which changes with every part that is loaded. */
export interface Engine {
  init_pagefind(meta: Uint8Array): number;
  set_ranking_weights(index: number, weights: string): number;
  /** Names of the parts of the index that words need. */
  request_indexes(index: number, words: string): string;
  load_index_chunk(index: number, part: Uint8Array): number;
  search(index: number, words: string, asTyped: string, filters: string, sort: string, exact: boolean, exactMarks: boolean): string;
}

/** An entry's text, as it was indexed. */
export interface EntryText {
  slug: string;
  title: string;
  reference: string;
  /** Split as Pagefind splits it, so that positions fit. */
  words: string[];
  /** Questions and other marks in the text, in its order: `question-3` at the position of its first word. */
  anchors: { id: string; at: number; text: string }[];
}

/** An entry in which words were found, by its place. */
export interface Found {
  entry: number;
  score: number;
  places: number[];
}

type FetchPart = (name: string) => Promise<Uint8Array>;

/** Pagefind's pages as entries of a span, by their place. */
export interface Pages {
  /** Entries that have every one of the words, or longer words that begin so; exactly: the words beside each other in any form. */
  find(words: string, exactly: boolean): Promise<Found[]>;
  /** Fetches the part of the index in which words are. */
  prepare(words: string): Promise<void>;
}

/** Pagefind's WebAssembly from a folder, for all spans. The site's security policy allows it, and not Pagefind's own worker. */
export async function openEngine(folder: string): Promise<Engine> {
  const [{ default: start }, wasm] = await Promise.all([
    import(/* @vite-ignore */ `${folder}engine.js`) as Promise<{ default: Engine & ((from: object) => Promise<unknown>) }>,
    fetchBytes(`${folder}wasm.bin`),
  ]);
  await start({ module_or_path: wasm.subarray(SIGNATURE) });
  return start;
}

/**
 * Opens the index of a span. `telling` is what it says of its entries and of the files in which words are; `fetchPart` gives what one of them has of
 * the span: nothing where it has none of its words. Pagefind scores fields beside the text (`reference`), and doubles the title: both are off, since neither is part of the
 * text. Throws where the index cannot be had: not there, or cut short.
 */
export async function openPages(opening: Promise<Engine>, telling: Promise<Uint8Array>, fetchPart: FetchPart): Promise<Pages> {
  const [engine, meta] = await Promise.all([opening, telling]);
  let index = engine.set_ranking_weights(engine.init_pagefind(meta), JSON.stringify({ meta_weights: { title: 0, reference: 0 } }));
  const parts = new Map<string, Promise<void>>();
  const prepare = async (words: string) => {
    const names = JSON.parse(engine.request_indexes(index, read(words)[1])) as string[];
    const load = async (name: string) => {
      const part = await fetchPart(name);
      if (part.length > 0) index = engine.load_index_chunk(index, part);
    };
    await Promise.all(names.filter(Boolean).map((name) => remember(parts, name, () => load(name))));
  };
  return {
    prepare,
    async find(words, exactly) {
      const [typed, bare] = read(words);
      if (!bare) return [];
      await prepare(words);
      const { results } = JSON.parse(engine.search(index, bare, typed, '{}', '', exactly, false)) as {
        results: { p: string; s: number; l: { l: number }[] }[];
      };
      // Where only a field beside the text matched, there are no places.
      return results.flatMap(({ p, s, l }) => (l.length > 0 ? [{ entry: placeOf(p), score: s, places: l.map(({ l }) => l) }] : []));
    },
  };
}

/** Words as Pagefind reads them, with what letters carry and without. */
function read(words: string): [typed: string, bare: string] {
  const typed = words
    .toLowerCase()
    .replace(/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return [typed, typed.normalize('NFD').replace(/\p{M}/gu, '')];
}
