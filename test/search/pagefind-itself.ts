import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { IndexDocument } from '../../src/search/index-document.ts';
import { runPagefind } from '../../src/search/run-pagefind.ts';

/** A list of CBOR as it is read: numbers, texts and lists. */
type Value = number | string | Value[];

/** Where words stand: `word` or `word > form`, then the entry: places in its text by weight, and places beside it by field, as Pagefind writes them. */
export type Places = Record<string, Record<number, Value>>;

/** What is written of some documents, with the documents' numbers in the place of Pagefind's own. */
export interface Written {
  texts: { title: string; reference: string; content: string; words: number; anchors: { id: string; at: number; text: string }[] }[];
  places: Places;
}

/** Lets Pagefind index documents as HTML pages, one each: what `indexDocuments` has to equal. */
export async function pagefindItself(documents: readonly IndexDocument[], language: string): Promise<Written> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'pagefind-itself-'));
  try {
    const [site, output] = [path.join(folder, 'site'), path.join(folder, 'output')];
    await mkdir(site);
    for (const [place, document] of documents.entries()) await writeFile(path.join(site, `${place}.html`), pageOf(document, language));
    await runPagefind(site, { to: output, language });
    return await readWritten(output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads lists of words, one after the other, of which pages are numbered as `entryOf` says. */
export function readPlaces(lists: readonly Value[], entryOf: (page: number) => number): Places {
  // A word may be “__proto__” or “constructor”.
  const places = Object.create(null) as Places;
  const take = (name: string, pages: Value) => {
    let page = 0;
    for (const [step, ...where] of pages as [number, ...Value[]][]) (places[name] ??= {})[entryOf((page += step))] = where;
  };
  for (const [word, own, forms] of lists as [string, Value, [string, Value][]][]) {
    take(word, own);
    for (const [form, pages] of forms) take(`${word} > ${form}`, pages);
  }
  return places;
}

/** Reads CBOR (RFC 8949) to its end. */
export function readCbor(bytes: Buffer): Value[] {
  let at = 0;
  const value = (): Value => {
    const first = bytes[at++] ?? 0;
    const width = (first & 31) < 24 ? 0 : 1 << ((first & 31) - 24);
    const argument = width === 0 ? first & 31 : bytes.readUIntBE(at, width);
    at += width;
    const kind = first >> 5;
    if (kind === 0) return argument;
    if (kind === 1) return -1 - argument;
    if (kind === 3) return bytes.toString('utf8', at, (at += argument));
    if (kind === 4) return Array.from({ length: argument }, value);
    throw new Error(`kind ${kind} of CBOR`);
  };
  const values = [];
  while (at < bytes.length) values.push(value());
  return values;
}

function pageOf({ title, reference, blocks: [, ...blocks] }: IndexDocument, language: string): string {
  return [
    `<html lang="${language}"><body>`,
    `<i data-pagefind-meta="reference[data-value]" data-value="${escape(reference)}"></i>`,
    `<h1 data-pagefind-weight="7">${escape(title)}</h1>`,
    ...blocks.map(({ text, weight, mark }) => {
      if (mark === undefined) return `<p data-pagefind-weight="${weight}">${escape(text)}</p>`;
      return text ? `<h2 id="${escape(mark)}" data-pagefind-weight="${weight}">${escape(text)}</h2>` : `<span id="${escape(mark)}"></span>`;
    }),
    '</body></html>',
  ].join('\n');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

async function readWritten(folder: string): Promise<Written> {
  const meta = (await readdir(folder)).find((name) => name.endsWith('.pf_meta')) ?? '';
  const [[, pages]] = readCbor(await unpacked(path.join(folder, meta))) as [[string, [string, number, string][]]];
  const texts: Written['texts'] = [];
  const entries: number[] = [];
  const fragments = await readFragments(path.join(folder, 'fragment'));
  for (const [id, words] of pages) {
    const { url, content, meta, anchors } = fragments[id] as Fragment;
    const entry = Number(/^\/(\d+)\.html$/.exec(url)?.[1]);
    entries.push(entry);
    texts[entry] = {
      title: meta['title'] ?? '',
      reference: meta['reference'] ?? '',
      content,
      words,
      anchors: anchors.map(({ id, location, text }) => ({ id, at: location, text })),
    };
  }
  const lists: Value[] = [];
  for (const name of await readdir(path.join(folder, 'index'))) {
    const [[words]] = readCbor(await unpacked(path.join(folder, 'index', name))) as [[Value[]]];
    lists.push(...words);
  }
  return { texts, places: readPlaces(lists, (page) => entries[page] ?? -1) };
}

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { id: string; text: string; location: number }[];
}

/** By their pages' ids: `--max-fragments` puts several into one file. */
async function readFragments(folder: string): Promise<Record<string, Fragment>> {
  const fragments: Record<string, Fragment> = {};
  for (const name of await readdir(folder)) {
    const value = JSON.parse((await unpacked(path.join(folder, name))).toString()) as Fragment | Record<string, Fragment>;
    if (typeof value['url'] === 'string') fragments[path.parse(name).name] = value as Fragment;
    else Object.assign(fragments, value);
  }
  return fragments;
}

async function unpacked(file: string): Promise<Buffer> {
  return gunzipSync(await readFile(file)).subarray('pagefind_dcd'.length);
}
