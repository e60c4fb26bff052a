import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openIndex, type SearchIndex } from '../../src/search/client/index/open-index.ts';
import { indexAddress } from '../../src/search/index-address.ts';
import { writeIndex } from '../../src/search/write-index.ts';
import type { ToldLog } from './told-log.ts';

/** The index of a told log as the build publishes it and the browser opens it, with Pagefind; read from disk where a browser would fetch. */
export async function publishedIndex(told: ToldLog): Promise<{ index: SearchIndex; folder: string; close: () => Promise<void> }> {
  const out = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-index-'));
  await writeIndex(told.log, told.bodyOf, { out, base: '/' });
  const folder = path.join(out, 'search');
  const { fetch } = globalThis;
  globalThis.fetch = (address) =>
    readFile(fileURLToPath(new URL(address instanceof Request ? address.url : address).href.replace(/\?.*/, ''))).then(
      (bytes) => new Response(new Uint8Array(bytes)),
      () => new Response('', { status: 404 }),
    );
  const index = await openIndex(pathToFileURL(out).href + indexAddress(told.log));
  return {
    index,
    folder,
    close: async () => {
      globalThis.fetch = fetch;
      await rm(out, { recursive: true, force: true });
    },
  };
}
