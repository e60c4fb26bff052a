/*
 * node bench/sizes.ts DIR: what a built site is made of: files and bytes by kind, as they are and as a host that compresses sends them; how many
 * entries it has, the largest file and the fullest folder, which is what hosts set limits to.
 *
 *   node bench/sizes.ts dist
 *   node bench/sizes.ts dist --json
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

/** In the order of the table: the first whose pattern a file's path meets is its kind. */
const KINDS: [name: string, pattern: RegExp][] = [
  ['entries', /^disclosures\/(?!page\/)[^/]+\/index\.html$/],
  ['attachments', /^disclosures\/(?!page\/)[^/]+\//],
  ['lists', /^(disclosures|topics|years|outcomes|exemptions)\/.*\.html$/],
  ['other pages', /\.html$/],
  ['feeds', /feed\.xml$/],
  ['data', /^(data\/|sitemap|opensearch\.xml)/],
  ['search index', /^search\/index-/],
  ['scripts, styles, fonts', /^/],
];

/** Packed already: a host sends these as they are. */
const PACKED = /\.(bin|gz|br|zip|woff2?|png|jpe?g|webp|avif|pdf|docx|xlsx|pf_\w+|pagefind|wasm)$/;

interface Sum {
  files: number;
  bytes: number;
  /** Bytes over the wire, gzip. */
  sent: number;
}

export interface Sizes {
  kinds: Record<string, Sum>;
  total: Sum;
  largest: { file: string; bytes: number };
  fullest: { folder: string; files: number };
}

/** @param site folder of a built site */
export function sizesOf(site: string): Sizes {
  const kinds: Record<string, Sum> = Object.fromEntries(KINDS.map(([name]) => [name, { files: 0, bytes: 0, sent: 0 }]));
  const total: Sum = { files: 0, bytes: 0, sent: 0 };
  const folders = new Map<string, number>();
  let largest = { file: '', bytes: 0 };
  for (const member of readdirSync(site, { recursive: true, withFileTypes: true })) {
    if (!member.isFile()) continue;
    const file = path.relative(site, path.join(member.parentPath, member.name)).split(path.sep).join('/');
    const content = readFileSync(path.join(site, file));
    const sent = PACKED.test(file) ? content.length : gzipSync(content).length;
    const kind = KINDS.find(([, pattern]) => pattern.test(file))?.[0] ?? '';
    for (const sum of [kinds[kind], total]) {
      if (!sum) continue;
      sum.files += 1;
      sum.bytes += content.length;
      sum.sent += sent;
    }
    const folder = path.posix.dirname(file);
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
    if (content.length > largest.bytes) largest = { file, bytes: content.length };
  }
  const [folder = '', files = 0] = [...folders].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { kinds, total, largest, fullest: { folder, files } };
}

function asTable({ kinds, total, largest, fullest }: Sizes): string {
  const entries = kinds['entries']?.files ?? 0;
  const whole = (number: number) => number.toLocaleString('en-GB');
  const mB = (bytes: number) => (bytes / 1e6).toFixed(1);
  const row = (name: string, { files, bytes, sent }: Sum) => `| ${name} | ${whole(files)} | ${mB(bytes)} | ${mB(sent)} |`;
  return [
    `| ${whole(entries)} entries | files | MB | MB, gzip |`,
    '| --- | --: | --: | --: |',
    ...Object.entries(kinds)
      .filter(([, { files }]) => files > 0)
      .map(([name, sum]) => row(name, sum)),
    row('all', total),
    '',
    `An entry: ${(total.files / entries).toFixed(2)} files, ${(total.bytes / entries / 1000).toFixed(1)} kB, ${(total.sent / entries / 1000).toFixed(1)} kB gzip.`,
    `Largest file: ${largest.file}, ${mB(largest.bytes)} MB. Fullest folder: ${fullest.folder}, ${whole(fullest.files)} files.`,
  ].join('\n');
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  const [site] = positionals;
  if (!site) {
    console.error('Missing DIR, expected: node bench/sizes.ts DIR [--json]');
    process.exit(2);
  }
  const sizes = sizesOf(site);
  console.log(values.json ? JSON.stringify(sizes, null, 2) : asTable(sizes));
}
