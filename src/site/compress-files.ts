import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { endingOf } from '../log/media-types.ts';
import { reportProgress } from '../log/progress.ts';
import { readWhole, writeWhole } from '../log/whole-file.ts';

/** Endings of text. All else on a site is packed in a way of its own: the search index, fonts, PDFs, images. */
const TEXT = new Set(['html', 'css', 'js', 'mjs', 'json', 'ndjson', 'xml', 'txt', 'csv', 'svg', 'webmanifest', 'md']);

/** Bytes below which a variant saves no packet. */
const SMALL = 512;

/** Files compressed at once. zlib does its work in threads of its own. */
const AT_ONCE = 8;

/**
 * Of text that changes with each build, the best ratio costs ten times the work of one that is a tenth worse. A window no larger than the text
 * loses nothing, and spares brotli the clearing of megabytes for a page of some kilobytes: nine tenths of its time.
 */
const KINDS: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(bytes.length + 16)))),
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/**
 * Puts compressed variants beside each file of text of a site: `index.html.br`, `index.html.gz`, where they are smaller. Each text is compressed
 * once: the cache keeps the variants by the hash of what they are of, until two builds have not used them.
 *
 * @returns how many variants stand there, and how many were made
 */
export async function compressFiles(out: string, cache: string): Promise<{ variants: number; made: number }> {
  const kept = path.join(cache, 'compressed');
  await mkdir(kept, { recursive: true });
  const files = (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile() && TEXT.has(endingOf(file.name)))
    .map((file) => path.join(file.parentPath, file.name));
  const used = new Set<string>();
  const counts = { variants: 0, made: 0 };
  let done = 0;
  const compress = async (file: string) => {
    const bytes = await readFile(file);
    if (bytes.length >= SMALL) {
      const name = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
      used.add(name);
      for (const [ending, pack] of Object.entries(KINDS)) {
        const variant = path.join(kept, `${name}.${ending}`);
        let size = (await stat(variant).catch(() => null))?.size;
        if (size === undefined) {
          const packed = await pack(bytes);
          // An empty one says that it is not worth it.
          size = packed.length < bytes.length * 0.9 ? packed.length : 0;
          writeWhole(variant, size > 0 ? packed : '');
          counts.made += 1;
        }
        if (size === 0) continue;
        // Another build with this cache may have deleted it meanwhile.
        await place(variant, `${file}.${ending}`).catch(async () => writeFile(`${file}.${ending}`, await pack(bytes)));
        counts.variants += 1;
      }
    }
    reportProgress({ what: 'compressed', done: (done += 1), of: files.length });
  };
  const waiting = files.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const file of waiting) await compress(file);
    }),
  );
  await prune(kept, used);
  return counts;
}

async function place(from: string, to: string): Promise<void> {
  await unlink(to).catch(() => undefined);
  await link(from, to).catch(() => copyFile(from, to));
}

/** Deletes variants that neither this build nor the one before it used. */
async function prune(kept: string, used: ReadonlySet<string>): Promise<void> {
  const list = path.join(kept, 'used.json');
  const before = readWhole(list, (names: string[]) => new Set(names)) ?? new Set();
  writeWhole(list, JSON.stringify([...used]));
  for (const name of await readdir(kept)) {
    const hash = /^([0-9a-f]{32})\.(?:br|gz)$/.exec(name)?.[1];
    if (hash !== undefined && !used.has(hash) && !before.has(hash)) await rm(path.join(kept, name), { force: true });
  }
}
