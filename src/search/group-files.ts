import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readBundle, writeBundle } from './bundle.ts';
import { SHELF, shelfOf } from './client/index/shelves.ts';
import { CborWriter } from './cbor.ts';
import { readPacked, writePacked } from './packed.ts';
import { readLists, readMeta, readSizes, type WordSizes } from './span-files.ts';
import { type Order, orderOf } from './word-order.ts';

/**
 * Bytes of the lists of words in one file, all spans together, before they are packed: at most, but for one word with more; and from which on a file ends
 * with a word that is marked as an end (see isEnd).
 */
const PART = { most: 80 * 1024, least: 24 * 1024 } as const;

/** What of a group is published, and what tells the next build which file is of which words. */
const PUBLISHED = 'published';
const RANGES = 'ranges.bin';

/** Words that stand in one file, the first and the last of them. */
interface Range {
  from: string;
  to: string;
}

/** A span by its name, and the folder as writeSpan leaves it. */
export interface SpanPlace {
  name: string;
  place: string;
}

/** What has been packed of a span for a range in an earlier build. */
type Packed = (span: string, range: Range) => Buffer | null;

/**
 * Writes the lists of words of several spans into files by the alphabet, each with what every span has of its words: a search asks for one file a word,
 * however many the spans are. Beside them `metas.bin`, which tells Pagefind of each span in which file a word is. What is published goes below
 * `to`/published.
 *
 * @param before folders of groups that earlier builds wrote; what they have of the same spans is not packed again
 */
export function writeGroup(places: readonly SpanPlace[], to: string, before: readonly string[] = []): void {
  const spans = places.map(({ place }) => readSizes(place));
  const sizes = new Map<string, number>();
  for (const { words, sizes: own } of spans) words.forEach((word, at) => sizes.set(word, (sizes.get(word) ?? 0) + (own[at] ?? 0)));
  const order = orderOf([...sizes.keys()]);
  const ranges = rangesOf(sizes, order);
  const packed = packedBefore(before);
  const members: Buffer[][] = ranges.map(() => []);
  for (const [nth, { name, place }] of places.entries()) {
    const cuts = cutsOf(spans[nth] ?? { words: [], sizes: [] }, ranges, order);
    let lists: Buffer | null = null;
    for (const [at, range] of ranges.entries()) {
      const { count = 0, start, end } = cuts[at] ?? {};
      const known = count > 0 ? packed(name, range) : Buffer.alloc(0);
      const own = known ? null : (lists ??= readLists(place));
      const member = own ? gzipSync(new CborWriter().list(1).list(count).values(own, start, end).written()) : known;
      (members[at] as Buffer[])[nth] = member ?? Buffer.alloc(0);
    }
  }
  const published = path.join(to, PUBLISHED);
  mkdirSync(published, { recursive: true });
  for (const [number, lists] of members.entries()) {
    const file = path.join(published, `${shelfOf(number)}.bin`);
    if (number % SHELF === 0) mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, writeBundle(lists));
  }
  const chunks = new CborWriter().list(ranges.length);
  for (const [number, { from, to }] of ranges.entries()) chunks.list(3).text(from).text(to).text(shelfOf(number));
  const metas = places.map(({ place }) => {
    const [head, tail] = readMeta(place);
    return gzipSync(Buffer.concat([head, chunks.written(), tail]));
  });
  writeFileSync(path.join(published, 'metas.bin'), writeBundle(metas));
  writePacked(path.join(to, RANGES), { spans: places.map(({ name }) => name), ranges } satisfies Told, 1);
}

/** What a group tells of its files: the spans in the order of their members, the ranges in that of the files. */
interface Told {
  spans: string[];
  ranges: Range[];
}

function packedBefore(groups: readonly string[]): Packed {
  const known = new Map<string, { file: string; member: number }>();
  const key = (span: string, { from, to }: Range) => `${span} ${from} ${to}`;
  for (const group of groups) {
    const told = orNull(() => readPacked<Told>(path.join(group, RANGES)));
    told?.ranges.forEach((range, number) =>
      told.spans.forEach((span, member) =>
        known.set(key(span, range), { file: path.join(group, PUBLISHED, `${shelfOf(number)}.bin`), member }),
      ),
    );
  }
  const files = new Map<string, Buffer[]>();
  return (span, range) => {
    const place = known.get(key(span, range));
    if (!place) return null;
    const members = files.get(place.file) ?? orNull(() => readBundle(readFileSync(place.file))) ?? [];
    files.set(place.file, members);
    return members[place.member] ?? null;
  };
}

/** What may not be there any more, or not whole. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Cuts all words, in their order, into ranges of about the same size. One more entry moves few of the cuts. */
function rangesOf(sizes: ReadonlyMap<string, number>, order: Order): Range[] {
  const ranges: Range[] = [];
  let size = 0;
  let isOpen = false;
  for (const word of [...sizes.keys()].sort(order)) {
    const own = sizes.get(word) ?? 0;
    const last = ranges.at(-1);
    if (!last || !isOpen || size + own > PART.most) {
      ranges.push({ from: word, to: word });
      size = own;
    } else {
      last.to = word;
      size += own;
    }
    isOpen = size < PART.least || !isEnd(word);
  }
  return ranges;
}

/** True for one of sixteen words, always the same: where files end does not depend on what stands before them. */
function isEnd(word: string): boolean {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (hash * 31 + word.charCodeAt(at)) >>> 0;
  return hash % 16 === 0;
}

/** Where in a span's list of words each range begins and ends. */
function cutsOf({ words, sizes }: WordSizes, ranges: readonly Range[], order: Order): { count: number; start: number; end: number }[] {
  let at = 0;
  let end = 0;
  return ranges.map(({ to }) => {
    const [first, start] = [at, end];
    for (; at < words.length && order(words[at] ?? '', to) <= 0; at++) end += sizes[at] ?? 0;
    return { count: at - first, start, end };
  });
}
