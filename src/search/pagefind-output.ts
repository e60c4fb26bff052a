import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { EntryText } from './client/index/pagefind.ts';
import { CborReader, cborText } from './cbor.ts';
import { PAGEFIND } from './index-address.ts';
import { placeOfDocument } from './run-pagefind.ts';
import { type Rows, RowWriter } from './word-rows.ts';

/** What Pagefind puts before what it has packed. */
const SIGNATURE = 'pagefind_dcd';

/** A text as it was indexed: the words by spaces, as Pagefind counts them. */
export type IndexedText = Omit<EntryText, 'words' | 'slug'> & { content: string };

/** What Pagefind writes of a page beside its index. */
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { id: string; text: string; location: number }[];
}

/** Pagefind's output, with entries in the place of its pages. */
export interface Output {
  /** By the places of the entries. */
  texts: IndexedText[];
  rows: Rows;
  meta: Meta;
}

/**
 * What the meta file tells: `[version, [[id, words, file], …], [[from, to, file], …], …]`. The ids, and which words are in which file, are
 * written anew elsewhere.
 */
export interface Meta {
  /** Before the list of pages. */
  before: Buffer;
  /** By the places of the entries: a page before its id and after it. */
  pages: [head: Buffer, tail: Buffer][];
  /** After the list of files. */
  after: Buffer;
}

/**
 * Reads what Pagefind wrote into a folder. It numbers pages in the order in which the file system names them: here they get the numbers of the
 * entries' places, so that the same entries give the same wherever they are indexed. Throws where the output is not what this version of Pagefind writes.
 *
 * @param entries how many documents there were
 */
export async function readOutput(from: string, entries: number): Promise<Output> {
  try {
    const names = await readdir(from);
    const { before, pages, after } = readMetaFile(await unsigned(path.join(from, find(names, /\.pf_meta$/))));
    const fragments = await readFragments(path.join(from, 'fragment'));
    const texts: IndexedText[] = [];
    const places = pages.map(({ id }) => {
      const { place, text } = readText(fragments.get(id) ?? fail(`no text of ${id}`));
      texts[place] = text;
      return place;
    });
    if (new Set(places).size !== entries || places.some((place) => place >= entries)) fail(`${places.length} pages of ${entries}`);
    const byPlace: Meta['pages'] = [];
    pages.forEach(({ head, tail }, number) => (byPlace[places[number] ?? 0] = [head, tail]));
    return { texts, rows: await readRows(path.join(from, 'index'), places), meta: { before, pages: byPlace, after } };
  } catch (error) {
    throw unexpected(error);
  }
}

/** Puts Pagefind's WebAssembly, as `wasm.bin`, and what of its script calls it into a folder. */
export async function takeEngine(from: string, folder: string): Promise<void> {
  try {
    const names = await readdir(from);
    const script = await readFile(path.join(from, find(names, /^pagefind\.js$/)), 'utf8');
    const end = script.indexOf('var __defProp=');
    if (!script.startsWith(`const pagefind_version="${PAGEFIND}";let wasm_bindgen=`) || end < 0) fail('another script');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'engine.js'), `${script.slice(0, end)}export default wasm_bindgen;\n`);
    // One for the language where Pagefind knows its endings, and one for any.
    const own = names.find((name) => /^wasm\.(?!unknown)/.test(name)) ?? find(names, /^wasm\./);
    await rename(path.join(from, own), path.join(folder, 'wasm.bin'));
  } catch (error) {
    throw unexpected(error);
  }
}

/** The lists of words, which Pagefind writes in files of about 25 kB. */
async function readRows(folder: string, places: readonly number[]): Promise<Rows> {
  const rows = new RowWriter();
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const reader = new CborReader(await unsigned(path.join(folder, name)));
    if (reader.list() !== 1) fail('another list of words');
    for (let left = reader.list(); left > 0; left -= 1) rows.word(reader, places);
  }
  return rows.finish();
}

/** What Pagefind wrote of each page, by the page's id. A file holds one page or, by their ids, several. */
async function readFragments(folder: string): Promise<Map<string, Fragment>> {
  const fragments = new Map<string, Fragment>();
  for (const name of await readdir(folder)) {
    const value = JSON.parse((await unsigned(path.join(folder, name))).toString()) as Fragment | Record<string, Fragment>;
    if (typeof value['url'] === 'string') fragments.set(path.parse(name).name, value as Fragment);
    else for (const [id, fragment] of Object.entries(value)) fragments.set(id, fragment as Fragment);
  }
  return fragments;
}

function readText({ url, content, meta, anchors }: Fragment): { place: number; text: IndexedText } {
  const text = {
    title: meta['title'] ?? '',
    reference: meta['reference'] ?? '',
    content: content.replace(/\u200B/g, ''),
    anchors: anchors.map(({ id, location, text }) => ({ id, at: location, text })),
  };
  return { place: placeOfDocument(url) ?? fail(url), text };
}

function readMetaFile(bytes: Buffer): { before: Buffer; pages: { id: string; head: Buffer; tail: Buffer }[]; after: Buffer } {
  const reader = new CborReader(bytes);
  reader.list();
  if (reader.text() !== PAGEFIND) fail('another version');
  const before = bytes.subarray(0, reader.at);
  const pages = Array.from({ length: reader.list() }, () => {
    const start = reader.at;
    if (reader.list() !== 3) fail('a page of other fields');
    const head = bytes.subarray(start, reader.at);
    const id = reader.text();
    const { at } = reader;
    reader.skip();
    const words = bytes.subarray(at, reader.at);
    // The file of its text: the site has those under names of its own.
    reader.skip();
    return { id, head, tail: Buffer.concat([words, cborText('')]) };
  });
  reader.skip();
  return { before, pages, after: bytes.subarray(reader.at) };
}

async function unsigned(file: string): Promise<Buffer> {
  const bytes = gunzipSync(await readFile(file));
  return bytes.toString('latin1', 0, SIGNATURE.length) === SIGNATURE ? bytes.subarray(SIGNATURE.length) : fail('no signature');
}

function find(names: readonly string[], test: RegExp): string {
  return names.find((name) => test.test(name)) ?? fail(`no ${test.source}`);
}

function fail(what: string): never {
  throw new Error(what);
}

function unexpected(error: unknown): Error {
  const what = error instanceof Error ? error.message : String(error);
  return new Error(`Pagefind wrote something unexpected (${what}): this needs pagefind ${PAGEFIND}. Install that version.`);
}
