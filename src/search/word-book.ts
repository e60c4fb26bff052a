import { gunzipSync } from 'node:zlib';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CborReader } from './cbor.ts';
import { PAGEFIND } from './index-address.ts';
import { unexpected } from './run-pagefind.ts';
import { type Reading, Root } from './root.ts';
import type { Token } from './token.ts';
import { TokenTable } from './token-table.ts';
import { wordsBetweenSpaces } from './words-between-spaces.ts';

/** What Pagefind puts before what it has packed. */
const SIGNATURE = 'pagefind_dcd';
/** What Pagefind gives a word that nothing makes more or less of: 1 times 24. */
export const WHOLE = 24;
/** The weight that a list of places begins with, and that is sorted first in it. */
export const COMMON = 25;
/** Words that are kept: some hundred bytes each. */
const KEPT = 300_000;
/** How marks of Pagefind's own begin. A text has none: there they are words like others, and are asked for without this. */
const OPENING = /^_+(?=(?:END_)?PAGEFIND_)/;

/**
 * Which words of the index each word between spaces stands for: its root, the parts of a compound. Pagefind alone knows; it is asked once for each
 * different word, and not for every place where one stands, which is most of the work of indexing.
 */
export class WordBook {
  private readonly run: (body: string) => Promise<string>;
  private tokens = new TokenTable();
  /** Tokens that have a reading: the first so many. */
  private learnt = 0;
  private roots = new Roots();
  private documents = 0;

  /** @param run lets Pagefind index one page; returns the folder of its output */
  constructor(run: (body: string) => Promise<string>) {
    this.run = run;
  }

  /** Puts the tokens of the words of a text behind others: of each word the same one, until the book is pruned. */
  read(text: string, tokens: Token[]): void {
    wordsBetweenSpaces(text, (text, start, end) => tokens.push(this.tokens.token(text, start, end)));
  }

  /** A number for the next document. */
  nextDocument(): number {
    return (this.documents += 1);
  }

  /** Asks Pagefind for all tokens that have no reading yet. Throws with Pagefind's own words. */
  async learn(): Promise<void> {
    const unread = this.tokens.since(this.learnt);
    if (unread.length === 0) return;
    const asked = [...new Set(unread.map(({ text }) => text.replace(OPENING, '')))].filter(Boolean);
    const index = await this.ask(asked);
    const readings = new Map(asked.map((word, place) => [word, index[place] ?? NOTHING]));
    for (const token of unread) token.reading = readings.get(token.text.replace(OPENING, '')) ?? NOTHING;
    this.learnt += unread.length;
  }

  /** Forgets what is known where it has become too much: between two batches. */
  prune(): void {
    if (this.tokens.size <= KEPT) return;
    this.tokens = new TokenTable();
    this.learnt = 0;
    this.roots = new Roots();
  }

  /** Indexes a page of which each word is one of those asked for; its places then tell what became of which. */
  private async ask(words: readonly string[]): Promise<Reading[]> {
    // A page without a word that can be indexed is an error to Pagefind: the last one can.
    const output = await this.run(`<span data-pagefind-meta="words">${[...words, 'end'].map(escape).join('\n')}</span>`);
    try {
      const counted = await countWords(output);
      if (counted !== words.length + 1) throw new Error(`${counted} words of ${words.length + 1}`);
      return await readReadings(path.join(output, 'index'), this.roots);
    } catch (error) {
      throw unexpected(error);
    }
  }
}

/** Words of the index and their forms, each once. */
class Roots {
  private readonly words = new Map<string, Root>();
  private readonly forms = new Map<string, Root>();

  of(word: string, form: string | null): Root {
    let own = this.words.get(word);
    if (!own) this.words.set(word, (own = new Root(word, null)));
    if (form === null) return own;
    const key = `${word} ${form}`;
    let spelt = this.forms.get(key);
    if (!spelt) this.forms.set(key, (spelt = new Root(form, own)));
    return spelt;
  }
}

const NOTHING: Reading = { roots: [], isPart: [], parts: 0, beside: [] };

/** How many words Pagefind says the one page has: `[version, [[id, words, file], …], …]`. */
async function countWords(folder: string): Promise<number> {
  const meta = (await readdir(folder)).find((name) => name.endsWith('.pf_meta'));
  const reader = new CborReader(await unsigned(path.join(folder, meta ?? '')));
  reader.list();
  const version = reader.text();
  if (version !== PAGEFIND) throw new Error(`version ${version}`);
  if (reader.list() !== 1) throw new Error('another number of pages');
  expectList(reader, 3);
  reader.text();
  return reader.number();
}

/** Reads `[word, pages, [[form, pages], …]]`, in which pages are `[[step, places, places beside the text], …]`, here of one page. */
async function readReadings(folder: string, roots: Roots): Promise<Reading[]> {
  const readings: { roots: Root[]; isPart: boolean[]; parts: number; beside: Root[] }[] = [];
  const at = (place: number) => (readings[place] ??= { roots: [], isPart: [], parts: 0, beside: [] });
  const take = (reader: CborReader, root: Root) => {
    for (let pages = reader.list(); pages > 0; pages -= 1) {
      expectList(reader, 3);
      reader.number();
      for (const { place, kind } of readPlaces(reader, COMMON)) {
        const reading = at(place);
        const isPart = kind < WHOLE;
        reading.roots.push(root);
        reading.isPart.push(isPart);
        if (isPart) reading.parts += 1;
      }
      for (const { place } of readPlaces(reader, 0)) at(place).beside.push(root);
    }
  };
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const reader = new CborReader(await unsigned(path.join(folder, name)));
    expectList(reader, 1);
    for (let words = reader.list(); words > 0; words -= 1) {
      expectList(reader, 3);
      const word = reader.text();
      take(reader, roots.of(word, null));
      for (let forms = reader.list(); forms > 0; forms -= 1) {
        expectList(reader, 2);
        take(reader, roots.of(word, reader.text()));
      }
    }
  }
  return readings;
}

/** Places by kind, which is a weight or a field: a number below zero changes the kind, and a whole place follows; the others are steps. */
function readPlaces(reader: CborReader, first: number): { place: number; kind: number }[] {
  const places = [];
  let [kind, place] = [first, 0];
  for (let left = reader.list(); left > 0; left -= 1) {
    const number = reader.integer();
    if (number < 0) {
      kind = -number - 1;
      place = 0;
    } else {
      place += number;
      places.push({ place, kind });
    }
  }
  return places;
}

function expectList(reader: CborReader, items: number): void {
  if (reader.list() !== items) throw new Error(`not a list of ${items}`);
}

async function unsigned(file: string): Promise<Buffer> {
  const bytes = gunzipSync(await readFile(file));
  if (bytes.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) throw new Error('no signature');
  return bytes.subarray(SIGNATURE.length);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
