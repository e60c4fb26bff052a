import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzip as gzipLater } from 'node:zlib';
import { writeBundle } from './bundle.ts';
import { cborList, cborText } from './cbor.ts';
import { orderOf, readMeta, readWordLists, type WordLists, WORDS_BYTES } from './pagefind-files.ts';

const gzip = promisify(gzipLater);

/** Bytes of the lists of words in one file, all spans together, before they are packed; a word with more has a file of its own. */
const PART = 64 * 1024;

/** Files packed at once. */
const AT_ONCE = 16;

type Order = (a: string, b: string) => number;

/** Words that stand in one file, the first and the last of them. */
interface Range {
  from: string;
  to: string;
}

/**
 * Writes the lists of words of several spans into files by the alphabet, each with what every span has of its words: a search asks for one file a word,
 * however many the spans are. Beside them `metas.bin`, which tells Pagefind of each span in which file a word is.
 *
 * @param places folders of the spans, as writeSpan leaves them
 */
export async function writeGroup(places: readonly string[], to: string): Promise<void> {
  const spans = await Promise.all(places.map((place) => readWordLists(place)));
  const sizes = new Map<string, number>();
  for (const { words, sizes: own } of spans) words.forEach((word, at) => sizes.set(word, (sizes.get(word) ?? 0) + (own[at] ?? 0)));
  const order = orderOf([...sizes.keys()]);
  const ranges = rangesOf(sizes, order);
  const members: Buffer[][] = ranges.map(() => []);
  for (const [nth, place] of places.entries()) {
    const { words = [], sizes: own = [] } = spans[nth] ?? {};
    const bytes = gunzipSync(await readFile(path.join(place, WORDS_BYTES)));
    const cuts = cutsOf({ words, sizes: own }, ranges, order);
    for (let at = 0; at < ranges.length; at += AT_ONCE)
      await Promise.all(
        cuts.slice(at, at + AT_ONCE).map(async ({ count, start, end }, step) => {
          const list = count > 0 ? await gzip(Buffer.concat([cborList(1), cborList(count), bytes.subarray(start, end)])) : Buffer.alloc(0);
          members[at + step]?.push(list);
        }),
      );
  }
  await mkdir(to, { recursive: true });
  for (const [number, lists] of members.entries()) await writeFile(path.join(to, `${number}.bin`), writeBundle(lists));
  const chunks = Buffer.concat([
    cborList(ranges.length),
    ...ranges.flatMap(({ from, to }, number) => [cborList(3), cborText(from), cborText(to), cborText(String(number))]),
  ]);
  const metas = await Promise.all(
    places.map(async (place) => {
      const [before, after] = await readMeta(place);
      return gzip(Buffer.concat([before, chunks, after]));
    }),
  );
  await writeFile(path.join(to, 'metas.bin'), writeBundle(metas));
}

/** Cuts all words, in their order, into ranges of about the same size. */
function rangesOf(sizes: ReadonlyMap<string, number>, order: Order): Range[] {
  const ranges: Range[] = [];
  let size = PART;
  for (const word of [...sizes.keys()].sort(order)) {
    const own = sizes.get(word) ?? 0;
    const last = ranges.at(-1);
    if (!last || size + own > PART) ranges.push({ from: word, to: word });
    else last.to = word;
    size = last && size + own <= PART ? size + own : own;
  }
  return ranges;
}

/** Where in a span's list of words each range begins and ends. */
function cutsOf({ words, sizes }: WordLists, ranges: readonly Range[], order: Order): { count: number; start: number; end: number }[] {
  let at = 0;
  let end = 0;
  return ranges.map(({ to }) => {
    const [first, start] = [at, end];
    for (; at < words.length && order(words[at] ?? '', to) <= 0; at++) end += sizes[at] ?? 0;
    return { count: at - first, start, end };
  });
}
