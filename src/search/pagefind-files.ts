import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { EntryText } from './client/index/pagefind.ts';
import { idOf } from './client/index/page-ids.ts';
import { readBundle, writeBundle } from './bundle.ts';
import { CborReader, cborText } from './cbor.ts';
import { PAGEFIND } from './index-address.ts';

/** What Pagefind puts before what it has packed. */
const SIGNATURE = 'pagefind_dcd';

/** A text as it is published: the words by spaces, as Pagefind counts them. */
export type PublishedText = Omit<EntryText, 'words'> & { content: string };

/** What Pagefind writes of a page beside its index. */
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { id: string; text: string; location: number }[];
}

/** Files of a span that are not published as they are: what the files of all spans together are made of (group-files.ts). */
export const WORDS_BYTES = 'lists.cbor.gz';
const WORDS = 'lists.bin';
const META = 'meta.bin';

/** The words of a span in the order of their bytes, and how many bytes each takes of the list that says where it stands. */
export interface WordLists {
  words: string[];
  sizes: number[];
}

/** Where the files of a span go: below `published`, what is published of the span alone; below `folder`, what the files of a group are made of. */
export interface SpanTarget {
  folder: string;
  published: string;
  /** Pagefind's WebAssembly and what calls it. */
  engine: string;
  entries: number;
  /** Texts in one file. */
  together: number;
}

/**
 * Takes from Pagefind's output what the search client reads. Its ids of pages, of ten characters each, become the places of the entries, in one
 * character. Throws where the output is not what this version of Pagefind writes.
 */
export async function takeFiles(from: string, { folder, published, engine, entries, together }: SpanTarget): Promise<void> {
  const names = await readdir(from);
  const file = (test: RegExp) => path.join(from, names.find((name) => test.test(name)) ?? unexpected(`no ${test.source}`));
  const { before, after, ids } = nameByPlace(gunzipSync(await readFile(file(/\.pf_meta$/))));
  if (ids.length !== entries) unexpected(`${ids.length} pages of ${entries}`);
  await writeFile(path.join(folder, META), writeBundle([before, after]));
  await takeWordLists(path.join(from, 'index'), folder);
  await mkdir(path.join(published, 'texts'), { recursive: true });
  for (let at = 0; at < ids.length; at += together) {
    const some = ids.slice(at, at + together).map(async (id) => readText(path.join(from, 'fragment', `${id}.pf_fragment`)));
    await writePacked(path.join(published, 'texts', `${at / together}.bin`), await Promise.all(some));
  }
  await mkdir(engine, { recursive: true });
  await writeFile(path.join(engine, 'engine.js'), engineOf(await readFile(file(/^pagefind\.js$/), 'utf8')));
  const wasm = names.filter((name) => /^wasm\./.test(name)).sort((a, b) => Number(a.includes('unknown')) - Number(b.includes('unknown')));
  await rename(path.join(from, wasm[0] ?? unexpected('no wasm')), path.join(engine, 'wasm.bin'));
}

/** Pagefind's lists of words, which it writes in files of about 25 kB: all of a span in one, a word after the other. */
async function takeWordLists(from: string, folder: string): Promise<void> {
  const lists: { word: string; list: Buffer }[] = [];
  for (const name of (await readdir(from)).sort()) {
    const reader = new CborReader(withoutSignature(gunzipSync(await readFile(path.join(from, name)))));
    if (reader.list() !== 1) unexpected('another list of words');
    for (let left = reader.list(); left > 0; left -= 1) {
      const start = reader.at;
      const fields = reader.list();
      const word = reader.text();
      for (let field = 1; field < fields; field++) reader.skip();
      lists.push({ word, list: reader.bytes.subarray(start, reader.at) });
    }
  }
  const order = orderOf(lists.map(({ word }) => word));
  lists.sort((a, b) => order(a.word, b.word));
  const bytes = Buffer.concat(lists.map(({ list }) => list));
  await writeFile(path.join(folder, WORDS_BYTES), gzipSync(bytes, { level: 1 }));
  const published: WordLists = { words: lists.map(({ word }) => word), sizes: lists.map(({ list }) => list.length) };
  await writePacked(path.join(folder, WORDS), published, 1);
}

export async function readWordLists(folder: string): Promise<WordLists> {
  return JSON.parse(gunzipSync(await readFile(path.join(folder, WORDS))).toString()) as WordLists;
}

/** What the meta file of a span says before and after the list of its files of words. */
export async function readMeta(folder: string): Promise<[before: Buffer, after: Buffer]> {
  const [before, after] = readBundle(await readFile(path.join(folder, META)));
  return [before ?? unexpected('no meta'), after ?? unexpected('no meta')];
}

/** How Pagefind orders words: by their bytes, which is the order of JavaScript but where a character takes two units. */
export function orderOf(words: readonly string[]): (a: string, b: string) => number {
  if (words.some((word) => /[\u{D800}-\u{DFFF}]|[\u{10000}-\u{10FFFF}]/u.test(word)))
    return (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}

/** JSON packed with gzip: the same bytes for the same value. */
export async function writePacked(file: string, value: unknown, level = 9): Promise<void> {
  await writeFile(file, gzipSync(JSON.stringify(value), { level }));
}

/** What of Pagefind's script calls its WebAssembly; the client does the rest itself. */
function engineOf(script: string): string {
  const end = script.indexOf('var __defProp=');
  if (!script.startsWith(`const pagefind_version="${PAGEFIND}";let wasm_bindgen=`) || end < 0) unexpected('another script');
  return `${script.slice(0, end)}export default wasm_bindgen;\n`;
}

async function readText(file: string): Promise<PublishedText> {
  const fragment = JSON.parse(withoutSignature(gunzipSync(await readFile(file))).toString()) as Fragment;
  return {
    slug: fragment.url.split('/').filter(Boolean).at(-1) ?? '',
    title: fragment.meta['title'] ?? '',
    reference: fragment.meta['reference'] ?? '',
    content: fragment.content.replace(/\u200B/g, ''),
    anchors: fragment.anchors.map(({ id, location, text }) => ({ id, at: location, text })),
  };
}

/**
 * Gives each page the id of its place, and leaves out which words are in which file, the third of the list: `[version, [[id, words, …], …],
 * [[from, to, file], …], …]`.
 */
function nameByPlace(packed: Buffer): { before: Buffer; after: Buffer; ids: string[] } {
  const reader = new CborReader(withoutSignature(packed));
  const { bytes } = reader;
  reader.list();
  if (reader.text() !== PAGEFIND) unexpected('another version');
  const pages = reader.list();
  const parts: Buffer[] = [];
  const ids: string[] = [];
  let copied = 0;
  for (let place = 0; place < pages; place++) {
    const fields = reader.list();
    parts.push(bytes.subarray(copied, reader.at));
    ids.push(reader.text());
    parts.push(cborText(idOf(place)));
    copied = reader.at;
    for (let field = 1; field < fields; field++) reader.skip();
  }
  parts.push(bytes.subarray(copied, reader.at));
  reader.skip();
  return { before: Buffer.concat(parts), after: bytes.subarray(reader.at), ids };
}

function withoutSignature(bytes: Buffer): Buffer {
  return bytes.toString('latin1', 0, SIGNATURE.length) === SIGNATURE ? bytes.subarray(SIGNATURE.length) : unexpected('no signature');
}

function unexpected(what: string): never {
  throw new Error(`Pagefind wrote something unexpected (${what}): this needs pagefind ${PAGEFIND}. Install that version.`);
}
