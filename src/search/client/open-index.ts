import type { EntryTable } from '../entry-table.ts';
import { type Entries, readEntries } from './entries.ts';
import { fetchPacked } from './fetch-packed.ts';

/** What of Pagefind's own interface is used. It loads without its worker, which Trusted Types would refuse, and from the index's own folder. */
interface Pagefind {
  createInstance(options: { basePath: string; baseUrl: string; noWorker: boolean; language?: string; ranking: object }): {
    search(words: string | null): Promise<{ results: PagefindResult[] }>;
  };
}

interface PagefindResult {
  id: string;
  score: number;
  /** Positions of the matched words in the text; none where only a field beside the text matched. */
  words: number[];
  data(): Promise<{
    raw_url: string;
    content: string;
    meta: Record<string, string>;
    anchors: { id: string; location: number; text: string }[];
  }>;
}

/** Where words stand in an entry, and what Pagefind makes of it. */
export interface Hit {
  score: number;
  places: number[];
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

/** The index of a log, open. */
export interface SearchIndex {
  entries: Entries;
  /** Entries that have every one of the words, or longer words that begin so. */
  find(words: string): Promise<Map<number, Hit>>;
  text(entry: number): Promise<EntryText>;
}

/** Raised where the index cannot be had: not there, cut short, or of another build. */
export class IndexError extends Error {}

/** Opens the index under an address such as `/search/index-3f9a…/`. Throws an IndexError where something of it is missing. */
export async function openIndex(address: string): Promise<SearchIndex> {
  try {
    const [table, pagefind] = await Promise.all([
      fetchPacked<EntryTable>(`${address}entries.bin`),
      import(/* @vite-ignore */ `${address}pagefind.js`) as Promise<Pagefind>,
    ]);
    const instance = pagefind.createInstance({
      basePath: address,
      baseUrl: '/',
      noWorker: true,
      ranking: { metaWeights: { title: 0, reference: 0 } },
    });
    const pages = (await instance.search(null)).results;
    if (pages.length !== table.entries) throw new IndexError('The index is of another build than its table.');
    const entryOf = new Map(pages.map(({ id }, entry) => [id, entry]));
    const texts = new Map<number, Promise<EntryText>>();
    return {
      entries: readEntries(table),
      async find(words) {
        const { results } = await instance.search(words);
        const hits = results.flatMap(({ id, score, words: places }): [number, Hit][] => {
          const entry = entryOf.get(id);
          return entry === undefined || places.length === 0 ? [] : [[entry, { score, places }]];
        });
        return new Map(hits);
      },
      text(entry) {
        const known = texts.get(entry) ?? readText(pages[entry]);
        texts.set(entry, known);
        known.catch(() => texts.delete(entry));
        return known;
      },
    };
  } catch (cause) {
    throw cause instanceof IndexError ? cause : new IndexError('The index could not be loaded.', { cause });
  }
}

async function readText(page: PagefindResult | undefined): Promise<EntryText> {
  const data = await page?.data().catch((cause: unknown) => {
    throw new IndexError('A text of the index could not be loaded.', { cause });
  });
  if (!data) throw new IndexError('The index has no such entry.');
  return {
    slug: data.raw_url.split('/').filter(Boolean).at(-1) ?? '',
    title: data.meta['title'] ?? '',
    reference: data.meta['reference'] ?? '',
    words: data.content.split(/[^\S\uFEFF]+/),
    anchors: data.anchors.map(({ id, location, text }) => ({ id, at: location, text })),
  };
}
