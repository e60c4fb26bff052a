import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { EntryText } from './client/index/pagefind.ts';
import { idOf } from './client/index/page-ids.ts';
import { SHELF, shelfOf } from './client/index/shelves.ts';
import { readBundle, writeBundle } from './bundle.ts';
import { cborList, cborNumber, CborReader, cborText } from './cbor.ts';
import { PAGEFIND } from './index-address.ts';
import { placeOfDocument } from './run-pagefind.ts';

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
  /** Slugs of the entries, by their place. */
  slugs: readonly string[];
  /** Texts in one file. */
  together: number;
}

/**
 * Takes from Pagefind's output what the search client reads. Pagefind numbers pages in the order in which the file system names them: here they get the
 * numbers of the entries' places, and in the place of their ids, of ten characters each, those of `idOf`; so the same entries give the same bytes
 * wherever they are built. Throws where the output is not what this version of Pagefind writes.
 */
export async function takeFiles(from: string, { folder, published, engine, slugs, together }: SpanTarget): Promise<void> {
  const names = await readdir(from);
  const file = (test: RegExp) => path.join(from, names.find((name) => test.test(name)) ?? unexpected(`no ${test.source}`));
  const meta = readMetaFile(gunzipSync(await readFile(file(/\.pf_meta$/))));
  const fragments = await readFragments(path.join(from, 'fragment'));
  const texts: PublishedText[] = [];
  const places = meta.pages.map(({ id }) => {
    const { place, text } = readText(fragments.get(id) ?? unexpected(`no text of ${id}`), slugs);
    texts[place] = text;
    return place;
  });
  if (new Set(places).size !== slugs.length) unexpected(`${places.length} pages of ${slugs.length}`);
  const pages: Buffer[] = [];
  meta.pages.forEach(({ rest }, number) => {
    const place = places[number] ?? 0;
    pages[place] = Buffer.concat([rest.head, cborText(idOf(place)), rest.tail]);
  });
  await writeFile(path.join(folder, META), writeBundle([Buffer.concat([meta.head, ...pages]), meta.after]));
  await takeWordLists(path.join(from, 'index'), folder, places);
  for (let at = 0; at < texts.length; at += together) {
    const file = path.join(published, 'texts', `${shelfOf(at / together)}.bin`);
    if ((at / together) % SHELF === 0) await mkdir(path.dirname(file), { recursive: true });
    await writePacked(file, texts.slice(at, at + together));
  }
  await mkdir(engine, { recursive: true });
  await writeFile(path.join(engine, 'engine.js'), engineOf(await readFile(file(/^pagefind\.js$/), 'utf8')));
  const wasm = names.filter((name) => /^wasm\./.test(name)).sort((a, b) => Number(a.includes('unknown')) - Number(b.includes('unknown')));
  await rename(path.join(from, wasm[0] ?? unexpected('no wasm')), path.join(engine, 'wasm.bin'));
}

/**
 * Pagefind's lists of words, which it writes in files of about 25 kB: all of a span in one, a word after the other. Each is `[word, pages, [[form,
 * pages], …]]`, and pages are `[[step, positions, positions beside the text], …]`, where a step is a page's number less that of the one before.
 *
 * @param places place of the entry of each page, by the page's number
 */
async function takeWordLists(from: string, folder: string, places: readonly number[]): Promise<void> {
  const lists: { word: string; list: Buffer }[] = [];
  for (const name of (await readdir(from)).sort()) {
    const reader = new CborReader(withoutSignature(gunzipSync(await readFile(path.join(from, name)))));
    if (reader.list() !== 1) unexpected('another list of words');
    for (let left = reader.list(); left > 0; left -= 1) {
      const { at } = reader;
      if (reader.list() !== 3) unexpected('another entry of a word');
      const word = reader.text();
      const parts = [reader.bytes.subarray(at, reader.at), ...pagesByPlace(reader, places)];
      const forms = reader.list();
      parts.push(cborList(forms));
      for (let form = 0; form < forms; form++) {
        const { at } = reader;
        if (reader.list() !== 2) unexpected('another form of a word');
        reader.text();
        parts.push(reader.bytes.subarray(at, reader.at), ...pagesByPlace(reader, places));
      }
      lists.push({ word, list: Buffer.concat(parts) });
    }
  }
  const order = orderOf(lists.map(({ word }) => word));
  lists.sort((a, b) => order(a.word, b.word));
  await writeFile(path.join(folder, WORDS_BYTES), gzipSync(Buffer.concat(lists.map(({ list }) => list)), { level: 1 }));
  const published: WordLists = { words: lists.map(({ word }) => word), sizes: lists.map(({ list }) => list.length) };
  await writePacked(path.join(folder, WORDS), published, 1);
}

/** Reads the pages of a word, and gives them by the places of their entries. */
function pagesByPlace(reader: CborReader, places: readonly number[]): Buffer[] {
  const count = reader.list();
  const found: { place: number; positions: Buffer }[] = [];
  let number = 0;
  for (let page = 0; page < count; page++) {
    if (reader.list() !== 3) unexpected('another page of a word');
    number += reader.number();
    const { at } = reader;
    reader.skip();
    reader.skip();
    found.push({ place: places[number] ?? unexpected(`page ${number}`), positions: reader.bytes.subarray(at, reader.at) });
  }
  found.sort((a, b) => a.place - b.place);
  return [
    cborList(count),
    ...found.flatMap(({ place, positions }, nth) => [cborList(3), cborNumber(place - (found[nth - 1]?.place ?? 0)), positions]),
  ];
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

/** What Pagefind wrote of each page, by the page's id. A file holds one page or, by their ids, several. */
async function readFragments(folder: string): Promise<Map<string, Fragment>> {
  const fragments = new Map<string, Fragment>();
  for (const name of await readdir(folder)) {
    const value = JSON.parse(withoutSignature(gunzipSync(await readFile(path.join(folder, name)))).toString()) as
      Fragment | Record<string, Fragment>;
    if (typeof value['url'] === 'string') fragments.set(path.parse(name).name, value as Fragment);
    else for (const [id, fragment] of Object.entries(value)) fragments.set(id, fragment as Fragment);
  }
  return fragments;
}

/** The text of a page, and the place of its entry. */
function readText({ url, content, meta, anchors }: Fragment, slugs: readonly string[]): { place: number; text: PublishedText } {
  const place = placeOfDocument(url) ?? unexpected(url);
  const text = {
    slug: slugs[place] ?? unexpected(url),
    title: meta['title'] ?? '',
    reference: meta['reference'] ?? '',
    content: content.replace(/\u200B/g, ''),
    anchors: anchors.map(({ id, location, text }) => ({ id, at: location, text })),
  };
  return { place, text };
}

/** What a meta file says of a page beside its id. */
interface MetaPage {
  id: string;
  rest: { head: Buffer; tail: Buffer };
}

/**
 * Reads a meta file, and leaves out which words are in which file, the third of its list: `[version, [[id, words, …], …], [[from, to, file], …], …]`.
 */
function readMetaFile(packed: Buffer): { head: Buffer; pages: MetaPage[]; after: Buffer } {
  const reader = new CborReader(withoutSignature(packed));
  const { bytes } = reader;
  reader.list();
  if (reader.text() !== PAGEFIND) unexpected('another version');
  const count = reader.list();
  const head = bytes.subarray(0, reader.at);
  const pages = Array.from({ length: count }, (): MetaPage => {
    const start = reader.at;
    const fields = reader.list();
    const before = bytes.subarray(start, reader.at);
    const id = reader.text();
    const { at } = reader;
    for (let field = 1; field < fields; field++) reader.skip();
    return { id, rest: { head: before, tail: bytes.subarray(at, reader.at) } };
  });
  reader.skip();
  return { head, pages, after: bytes.subarray(reader.at) };
}

function withoutSignature(bytes: Buffer): Buffer {
  return bytes.toString('latin1', 0, SIGNATURE.length) === SIGNATURE ? bytes.subarray(SIGNATURE.length) : unexpected('no signature');
}

function unexpected(what: string): never {
  throw new Error(`Pagefind wrote something unexpected (${what}): this needs pagefind ${PAGEFIND}. Install that version.`);
}
