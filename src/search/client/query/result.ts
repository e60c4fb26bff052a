import { wordOf } from '../marks/word.ts';
import type { SearchIndex } from '../index/open-index.ts';
import type { EntryText } from '../index/pagefind.ts';
import type { Answer } from './answer.ts';
import { findPassage, type Passage, type Segment, segmentsOf } from './passage.ts';

/** One result, ready to be shown. */
export interface Result {
  entry: number;
  text: EntryText;
  title: Segment[];
  passage: Passage;
  /** The words of the text that match, each once, in lower case. */
  words: string[];
  /** What was asked for and is not there. */
  without: string[];
}

/** Fetches an entry's text and finds in it what answers. */
export async function describe(entry: number, answer: Answer, index: SearchIndex): Promise<Result> {
  const text = await index.text(entry);
  const titleWords = index.entries.titles[entry] ?? 0;
  const matches = answer.matches(entry);
  const inTitle = new Set(matches.map(({ at }) => at).filter((at) => at < titleWords));
  return {
    entry,
    text,
    title: segmentsOf(text.title.split(/\s+/), 0, titleWords, inTitle),
    passage: findPassage(text, matches, titleWords),
    words: [...new Set(matches.map(({ at }) => wordOf(text.words[at] ?? '')).filter(Boolean))],
    without: answer.lacks(entry),
  };
}
