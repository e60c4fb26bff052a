import { fold, rootOf } from './tokens.ts';

/** A run of a query's words that means something as a whole. */
export interface Found<T> {
  /** Place of its first word. */
  at: number;
  /** How many words. */
  length: number;
  meanings: T[];
}

/**
 * Meanings of runs of words (`stun gun`, `neither confirm nor deny`), found whatever the endings. A word alone is a run of one.
 */
export class Groups<T> {
  private readonly meanings = new Map<string, T[]>();
  private longest = 0;

  add(words: string, meaning: T): void {
    const key = rootsOf(words);
    if (key.length === 0) return;
    this.longest = Math.max(this.longest, key.length);
    const name = key.join(' ');
    this.meanings.set(name, [...(this.meanings.get(name) ?? []), meaning]);
  }

  /** The longest run that begins at a word. */
  at(roots: readonly string[], at: number): Found<T> | null {
    for (let length = Math.min(this.longest, roots.length - at); length > 0; length--) {
      const meanings = this.meanings.get(roots.slice(at, at + length).join(' '));
      if (meanings) return { at, length, meanings };
    }
    return null;
  }
}

/** The words of a run as queries have them: a hyphenated word is one, `stab vest` two. */
export function rootsOf(words: string): string[] {
  return words
    .split(/\s+/)
    .map((word) => rootOf((fold(word).match(/[\p{L}\p{N}]+/gu) ?? []).join('')))
    .filter(Boolean);
}
