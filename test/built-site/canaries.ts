import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readBundle } from '../../src/search/bundle.ts';
import { filesOf } from './site-files.ts';

/** Every word that fits, in small letters, that a file of a site holds in its name or its bytes, unpacked where it is packed; with those files. */
export function canariesIn(site: string, pattern: RegExp): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of filesOf(site)) {
    const bytes = readFileSync(path.join(site, file));
    const isWords = /\/index-\w+\/(?:\d+\/\d+|metas)\.bin$/.test(file);
    const unpacked = Buffer.concat((isWords ? readBundle(bytes) : [bytes]).map(unpack));
    const texts = [file, bytes.toString('latin1'), unpacked.toString('latin1'), bytes.toString('utf16le')];
    for (const [word] of texts.join('\n').toLowerCase().matchAll(pattern)) {
      const files = found.get(word) ?? new Set();
      found.set(word, files.add(file));
    }
  }
  return found;
}

function unpack(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : Buffer.alloc(0);
}
