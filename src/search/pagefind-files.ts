import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { EntryText } from './client/index/pagefind.ts';
import { idOf, SIGNATURE } from './client/index/page-ids.ts';
import { PAGEFIND } from './index-address.ts';

/** A text as it is published: the words by spaces, as Pagefind counts them. */
export type PublishedText = Omit<EntryText, 'words'> & { content: string };

/** What Pagefind writes of a page beside its index. */
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { id: string; text: string; location: number }[];
}

/**
 * Takes from Pagefind's output what the search client reads: `meta.bin` and `index/` into `to`, the texts of the entries in files of several, and the
 * engine into `engine`. Its ids of pages, of ten characters each, become the places of the entries, in one character. Throws where the output is not
 * what this version of Pagefind writes.
 */
export async function takeFiles(from: string, to: string, engine: string, texts: { entries: number; together: number }): Promise<void> {
  const names = await readdir(from);
  const file = (test: RegExp) => path.join(from, names.find((name) => test.test(name)) ?? unexpected(`no ${test.source}`));
  const { meta, ids } = nameByPlace(gunzipSync(await readFile(file(/\.pf_meta$/))));
  if (ids.length !== texts.entries) unexpected(`${ids.length} pages of ${texts.entries}`);
  await mkdir(path.join(to, 'texts'), { recursive: true });
  await writeFile(path.join(to, 'meta.bin'), gzipSync(meta, { level: 9 }));
  await rename(path.join(from, 'index'), path.join(to, 'index'));
  for (let at = 0; at < ids.length; at += texts.together) {
    const some = ids.slice(at, at + texts.together).map(async (id) => readText(path.join(from, 'fragment', `${id}.pf_fragment`)));
    await writePacked(path.join(to, 'texts', `${at / texts.together}.bin`), await Promise.all(some));
  }
  await mkdir(engine, { recursive: true });
  await writeFile(path.join(engine, 'engine.js'), engineOf(await readFile(file(/^pagefind\.js$/), 'utf8')));
  const wasm = names.filter((name) => /^wasm\./.test(name)).sort((a, b) => Number(a.includes('unknown')) - Number(b.includes('unknown')));
  await rename(path.join(from, wasm[0] ?? unexpected('no wasm')), path.join(engine, 'wasm.bin'));
}

/** JSON packed with gzip: the same bytes for the same value. */
export async function writePacked(file: string, value: unknown): Promise<void> {
  await writeFile(file, gzipSync(JSON.stringify(value), { level: 9 }));
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
 * Gives each page the id of its place. The list of pages stands second in a list of CBOR: `[version, [[id, words, …], …], …]`.
 */
function nameByPlace(bytes: Buffer): { meta: Buffer; ids: string[] } {
  let at = bytes.length - withoutSignature(bytes).length;
  const head = (kind: number): number => {
    const first = bytes[at++] ?? 0;
    const size = first & 31;
    if (first >> 5 !== kind || size > 26) return unexpected(`${first} at ${at - 1}`);
    if (size < 24) return size;
    const width = 1 << (size - 24);
    at += width;
    return bytes.readUIntBE(at - width, width);
  };
  const text = () => {
    const length = head(3);
    at += length;
    return bytes.toString('utf8', at - length, at);
  };
  head(4);
  if (text() !== PAGEFIND) unexpected('another version');
  const pages = head(4);
  const parts: Buffer[] = [];
  const ids: string[] = [];
  let copied = 0;
  for (let place = 0; place < pages; place++) {
    const fields = head(4);
    parts.push(bytes.subarray(copied, at));
    ids.push(text());
    const id = Buffer.from(idOf(place));
    parts.push(Buffer.from([0x60 + id.length]), id);
    copied = at;
    head(0);
    for (let field = 2; field < fields; field++) text();
  }
  return { meta: Buffer.concat([...parts, bytes.subarray(copied)]), ids };
}

function withoutSignature(bytes: Buffer): Buffer {
  return bytes.toString('latin1', 0, SIGNATURE) === 'pagefind_dcd' ? bytes.subarray(SIGNATURE) : unexpected('no signature');
}

function unexpected(what: string): never {
  throw new Error(`Pagefind wrote something unexpected (${what}): this needs pagefind ${PAGEFIND}. Install that version.`);
}
