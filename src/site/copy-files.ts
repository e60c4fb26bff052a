import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DrawnBefore } from './drawn-before.ts';
import type { Publishable } from './gate.ts';

/**
 * Copies the files that published entries declare, and nothing else from their folders, below the entries' pages; then the log's own `public/`
 * (logo, favicon) over the engine's, but over no page. Only the bytes that were looked into are published.
 */
export function copyFiles({ log, hashes }: Publishable, dir: string, out: string, before: DrawnBefore): void {
  for (const entry of log.entries)
    for (const { file, path: address } of entry.attachments) {
      if (address === null) continue;
      const from = path.join(dir, path.dirname(entry.file), file);
      const to = path.join('disclosures', entry.slug, file);
      const isCopied = before.copy(from, to);
      if (isCopied && hashOf(path.join(out, to)) !== hashes.get(from))
        throw new Error(`${from} has changed since it was looked into. Build again.`);
    }
  const own = path.join(dir, 'public');
  if (!existsSync(own)) return;
  for (const member of readdirSync(own, { recursive: true, withFileTypes: true })) {
    const from = path.join(member.parentPath, member.name);
    const file = path.relative(own, from);
    if (file.split(path.sep).some((name) => name.startsWith('.') || /\.html?$/i.test(name))) continue;
    if (member.isFile()) before.copy(from, file);
    else if (member.isSymbolicLink()) cpSync(from, path.join(out, file), { recursive: true, dereference: true });
  }
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
