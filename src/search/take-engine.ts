import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PAGEFIND } from './index-address.ts';
import { unexpected } from './run-pagefind.ts';

/** Puts Pagefind's WebAssembly, as `wasm.bin`, and what of its script calls it into a folder. @param from where Pagefind has put its output */
export async function takeEngine(from: string, folder: string): Promise<void> {
  try {
    const names = await readdir(from);
    const script = await readFile(path.join(from, find(names, /^pagefind\.js$/)), 'utf8');
    const end = script.indexOf('var __defProp=');
    if (!script.startsWith(`const pagefind_version="${PAGEFIND}";let wasm_bindgen=`) || end < 0) throw new Error('another script');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'engine.js'), `${script.slice(0, end)}export default wasm_bindgen;\n`);
    // One for the language where Pagefind knows its endings, and one for any.
    const own = names.find((name) => /^wasm\.(?!unknown)/.test(name)) ?? find(names, /^wasm\./);
    await rename(path.join(from, own), path.join(folder, 'wasm.bin'));
  } catch (error) {
    throw unexpected(error);
  }
}

function find(names: readonly string[], test: RegExp): string {
  const name = names.find((name) => test.test(name));
  if (!name) throw new Error(`no ${test.source}`);
  return name;
}
