/** What of Pagefind's own interface is used. */
interface Pagefind {
  createInstance: (options: { basePath: string; baseUrl: string; noWorker: boolean; ranking: object }) => {
    search: (words: string | null) => Promise<{ results: PagefindResult[] }>;
    preload: (words: string) => Promise<void>;
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

/** Pagefind's pages as entries of the log, by their place. */
export interface Pages {
  count: number;
  /** Entries that have every one of the words, or longer words that begin so; in quotation marks, the words beside each other in any form. */
  find(words: string): Promise<{ entry: number; score: number; places: number[] }[]>;
  /** Begins to fetch the part of the index in which words are. */
  prepare(words: string): void;
  text(entry: number): Promise<EntryText>;
}

/**
 * Starts Pagefind from the index's own folder; without its worker, which Trusted Types would refuse. It numbers pages in the order in which the
 * build gave them, so that asking for all of them tells which of its ids is which entry. It scores fields beside the text (`reference`), and
 * doubles the title: both are off, since neither is part of the text. Throws where the index cannot be had: not there, or cut short.
 */
export async function openPages(address: string): Promise<Pages> {
  const results = new Map<string, Promise<EntryText>>();
  const { createInstance } = (await import(/* @vite-ignore */ `${address}pagefind.js`)) as Pagefind;
  const instance = createInstance({
    basePath: address,
    baseUrl: '/',
    noWorker: true,
    ranking: { metaWeights: { title: 0, reference: 0 } },
  });
  const all = (await instance.search(null)).results;
  const entryOf = new Map(all.map(({ id }, entry) => [id, entry]));
  return {
    count: all.length,
    async find(words) {
      const found = (await instance.search(words)).results;
      return found.flatMap(({ id, score, words: places }) => {
        const entry = entryOf.get(id);
        return entry === undefined || places.length === 0 ? [] : [{ entry, score, places }];
      });
    },
    prepare(words) {
      void instance.preload(words);
    },
    text(entry) {
      const page = all[entry];
      if (!page) throw new Error(`no entry ${entry}`);
      const known = results.get(page.id) ?? readText(page);
      results.set(page.id, known);
      known.catch(() => results.delete(page.id));
      return known;
    },
  };
}

async function readText(page: PagefindResult): Promise<EntryText> {
  const data = await page.data();
  return {
    slug: data.raw_url.split('/').filter(Boolean).at(-1) ?? '',
    title: data.meta['title'] ?? '',
    reference: data.meta['reference'] ?? '',
    words: data.content.split(/[^\S\uFEFF]+/),
    anchors: data.anchors.map(({ id, location, text }) => ({ id, at: location, text })),
  };
}
