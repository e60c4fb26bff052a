import { randomInt } from 'node:crypto';
import { Token } from './token.ts';

/** Places of a new table; a power of two, as all sizes of it are. */
const FIRST = 1 << 12;

/**
 * Tokens by their texts, found in a longer text without a copy of the part: a log has millions of words, and a `Map` would need each as a string of its
 * own. Open addressing, at most half full. Hashes differ from run to run, so that no text can be made to fill one place of it.
 */
export class TokenTable {
  private places: (Token | undefined)[] = new Array<Token | undefined>(FIRST).fill(undefined);
  private readonly tokens: Token[] = [];
  private readonly factor = 2 * randomInt(1 << 29) + 1;

  get size(): number {
    return this.tokens.length;
  }

  /** Tokens in the order in which they were first met, from the one with that number. */
  since(number: number): Token[] {
    return this.tokens.slice(number);
  }

  /** The token of what stands in `text` from `start` to before `end`. */
  token(text: string, start = 0, end = text.length): Token {
    const { factor, places } = this;
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, factor) + text.charCodeAt(at)) | 0;
    hash ^= hash >>> 15;
    const last = places.length - 1;
    let place = hash & last;
    for (let known = places[place]; known; known = places[(place = (place + 1) & last)])
      if (known.hash === hash && known.text.length === end - start && text.startsWith(known.text, start)) return known;
    const token = new Token(text.slice(start, end), hash);
    places[place] = token;
    if (this.tokens.push(token) * 2 > places.length) this.grow();
    return token;
  }

  private grow(): void {
    const places = new Array<Token | undefined>(this.places.length * 2).fill(undefined);
    const last = places.length - 1;
    for (const token of this.tokens) {
      let place = token.hash & last;
      while (places[place]) place = (place + 1) & last;
      places[place] = token;
    }
    this.places = places;
  }
}
