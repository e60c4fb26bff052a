import type { SearchWords } from '../../i18n/en-search.ts';
import type { Hit, SearchIndex } from './open-index.ts';
import { findPassage, type Segment } from './passage.ts';
import { rank } from './rank.ts';
import { say } from './say.ts';
import type { Result } from './show-results.ts';
import { STOP_WORDS } from './stop-words.ts';

/** What a query finds. */
export interface Answer {
  /** Entries, the best first. */
  order: number[];
  /** What the search did with the words, as sentences. */
  notes(words: SearchWords): string[];
  /** Everything that the result for an entry shows. */
  describe(entry: number): Promise<Result>;
}

/** Answers a query from the index. Without words, every entry, the newest first. */
export async function answerQuery(q: string, index: SearchIndex): Promise<Answer> {
  const { entries } = index;
  const typed = q
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’/().-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const telling = typed.filter((word) => !STOP_WORDS.has(word.replace(/[^\p{L}\p{N}]/gu, '')));
  const words = telling.length > 0 ? telling : typed;
  const hits: Map<number, Hit>[] = [];
  for (const word of words) hits.push(await index.find(word));
  const { order, missing } =
    words.length === 0
      ? { order: Array.from({ length: entries.count }, (_, entry) => entry), missing: new Map<number, number[]>() }
      : rank(
          hits.map((each) => ({ hits: each })),
          entries,
        );
  const lacks = (entry: number) => (missing.get(entry) ?? []).map((place) => words[place] ?? '');
  return {
    order,
    notes(say_) {
      const lines: string[] = [];
      const left = telling.length > 0 ? typed.filter((word) => !telling.includes(word)) : [];
      if (left.length > 0) lines.push(say(say_.leftOut, { words: left.join(', ') }));
      const [first] = order;
      if (first !== undefined && order.every((entry) => lacks(entry).length > 0))
        lines.push(say(say_.relaxed, { words: lacks(first).join(', ') }));
      return lines;
    },
    async describe(entry) {
      const text = await index.text(entry);
      const title = entries.titles[entry] ?? 0;
      const places = hits.flatMap((each, concept) =>
        (each.get(entry)?.places ?? []).map((at) => ({ at, concept, weight: Math.log(1 + entries.count / Math.max(1, each.size)) })),
      );
      return {
        entry,
        text,
        titleMarks: titleSegments(text.title, new Set(places.map(({ at }) => at).filter((at) => at < title))),
        passage: findPassage(text, places, title),
        without: lacks(entry),
      };
    },
  };
}

function titleSegments(title: string, marked: ReadonlySet<number>): Segment[] {
  return title
    .split(/(\s+)/)
    .map((text, index) => ({ text, marked: index % 2 === 0 && marked.has(index / 2) }))
    .filter(({ text }) => text !== '');
}
