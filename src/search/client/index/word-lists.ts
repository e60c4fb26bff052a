import type { PublishedWords } from '../../vocabulary.ts';
import { guess, type Guess, type WordList } from '../query/spelling.ts';
import { letterOf, rootOf } from '../query/tokens.ts';
import { readCell } from './columns.ts';

/** What the log's vocabulary says of a word. */
export interface LookedUp {
  /** The log has it, in this or another form. */
  isKnown: boolean;
  /** The log has longer words that begin with it. */
  isStart: boolean;
  /** About how many entries have a word that begins so, those with several counted several times. */
  beginning: number;
}

/** The vocabulary of a log, of which only the letters that queries need are ever loaded. */
export class WordLists {
  private readonly loaded = new Map<string, Promise<WordList & { roots: Set<string> }>>();
  private readonly letters: readonly string[];
  private readonly load: (letter: string) => Promise<PublishedWords>;

  /** @param letters those that have a file; @param load fetches one */
  constructor(letters: readonly string[], load: (letter: string) => Promise<PublishedWords>) {
    this.letters = letters;
    this.load = load;
  }

  async lookUp(word: string): Promise<LookedUp> {
    const list = await this.list(letterOf(word));
    const { longer, entries } = beginning(list, word);
    return { isKnown: list.roots.has(rootOf(word)), isStart: word.length > 2 && longer, beginning: entries };
  }

  /** Words that were perhaps meant by one that the log does not have: of its first letter, or, where there is none, of any. */
  async guesses(word: string): Promise<Guess[]> {
    const near = guess(word, await this.list(letterOf(word)));
    if (near.length > 0 || word.length < 5) return near;
    // A wrong first letter is rare: the second one was often meant to be the first.
    const others = await Promise.all([...new Set([letterOf(word.slice(1)), ...this.letters])].map((letter) => this.list(letter)));
    return others.flatMap((list) => guess(word, list)).sort((a, b) => a.distance - b.distance || b.commonness - a.commonness);
  }

  private list(letter: string): Promise<WordList & { roots: Set<string> }> {
    const known = this.loaded.get(letter) ?? this.read(letter);
    this.loaded.set(letter, known);
    known.catch(() => this.loaded.delete(letter));
    return known;
  }

  private async read(letter: string): Promise<WordList & { roots: Set<string> }> {
    if (!this.letters.includes(letter)) return { words: [], commonness: [], roots: new Set() };
    const published = await this.load(letter);
    const words = published.words.split(' ');
    return { words, commonness: words.map((_, place) => readCell(published.commonness, place)), roots: new Set(words.map(rootOf)) };
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
    entries += 2 ** ((commonness[at] ?? 0) / 2);
  }
  return { longer, entries };
}
