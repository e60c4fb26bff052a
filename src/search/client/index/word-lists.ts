import type { PublishedWords } from '../../vocabulary.ts';
import type { Guess, WordList } from '../query/spelling.ts';
import { letterOf, rootOf } from '../query/tokens.ts';
import { readCell, readColumn, readPlaces } from './columns.ts';

/** What the log's vocabulary says of a word. */
export interface LookedUp {
  /** The log has it, in this or another form. */
  isKnown: boolean;
  /** The log has longer words that begin with it. */
  isStart: boolean;
  /** About how many entries have it in any form. */
  entries: number;
  /** Other words begin with what is left of it without its endings. */
  hasLonger: boolean;
  /** About how many have a word that begins with what is left of it without its endings: what it costs to look for it. */
  reach: number;
}

/** The words under one letter, the root of each, and about how many entries have each root. */
type Loaded = WordList & { rootAt: readonly string[]; roots: ReadonlyMap<string, number>; spans: readonly number[][] };

/** Endings that Pagefind's stemmer may take off before it looks for longer words. */
const ENDINGS = /(?<=.{3})(?:ments?|ations?|ions?|ings?|ities|ity|ers?|als?|ly|ed|es|s|e|y)$/;

const entriesOf = (commonness = 0) => 2 ** (commonness / 2);

/** The vocabulary of a log, of which only the letters that queries need are ever loaded. */
export class WordLists {
  private readonly loaded = new Map<string, Promise<Loaded>>();
  private readonly letters: readonly string[];
  private readonly load: (letter: string) => Promise<PublishedWords>;

  /** @param letters those that have a file; @param load fetches one */
  constructor(letters: readonly string[], load: (letter: string) => Promise<PublishedWords>) {
    this.letters = letters;
    this.load = load;
  }

  async lookUp(word: string): Promise<LookedUp> {
    const list = await this.list(letterOf(word));
    const { longer } = beginning(list, word);
    const entries = list.roots.get(rootOf(word)) ?? 0;
    const { entries: reach } = beginning(list, word.replace(ENDINGS, ''));
    return { isKnown: entries > 0, isStart: word.length > 2 && longer, entries, hasLonger: reach > entries * 1.0001, reach };
  }

  /** Words that were perhaps meant by one that the log does not have: of its first letter, or, where there is none, of any. */
  async guesses(word: string): Promise<Guess[]> {
    // Loaded for the first word that the log does not have.
    const { guess } = await import('../query/spelling.ts');
    const near = guess(word, await this.list(letterOf(word)));
    if (near.length > 0 || word.length < 5) return near;
    // A wrong first letter is rare: the second one was often meant to be the first.
    const others = await Promise.all([...new Set([letterOf(word.slice(1)), ...this.letters])].map((letter) => this.list(letter)));
    return others.flatMap((list) => guess(word, list)).sort((a, b) => a.distance - b.distance || b.commonness - a.commonness);
  }

  /**
   * Spans with a word, or with one that begins with it; and those that perhaps have another form of it. None where the vocabulary does not say. For a
   * word that a span does not have, Pagefind takes another one.
   */
  async spansWith(word: string): Promise<{ sure: Set<number>; perhaps: ReadonlySet<number> }> {
    const { words, rootAt, spans } = await this.list(letterOf(word));
    const root = rootOf(word);
    const start = word.replace(ENDINGS, '');
    const having = (test: (word: string, at: number) => boolean) =>
      new Set(spans.flatMap((places, at) => (test(words[at] ?? '', at) ? places : [])));
    return {
      sure: having((each, at) => each.startsWith(word) || rootAt[at] === root),
      perhaps: having((each) => each.startsWith(start)),
    };
  }

  private list(letter: string): Promise<Loaded> {
    const known = this.loaded.get(letter) ?? this.read(letter);
    this.loaded.set(letter, known);
    known.catch(() => this.loaded.delete(letter));
    return known;
  }

  private async read(letter: string): Promise<Loaded> {
    if (!this.letters.includes(letter)) return { words: [], commonness: [], rootAt: [], roots: new Map(), spans: [] };
    const published = await this.load(letter);
    const words = published.words.split(' ');
    const commonness = words.map((_, place) => readCell(published.commonness, place));
    const rootAt = words.map(rootOf);
    const roots = new Map<string, number>();
    rootAt.forEach((root, place) => roots.set(root, (roots.get(root) ?? 0) + entriesOf(commonness[place])));
    const spans = published.spans ? readColumn(published.spans, readPlaces) : [];
    return { words, commonness, rootAt, roots, spans };
  }
}

/** The words of a sorted list that begin with `start`: whether there is a longer one, and about how many entries have any of them. */
function beginning({ words, commonness }: WordList, start: string): { longer: boolean; entries: number } {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let longer = false;
  let entries = 0;
  for (let at = low; words[at]?.startsWith(start); at++) {
    longer ||= words[at] !== start;
    entries += entriesOf(commonness[at]);
  }
  return { longer, entries };
}
