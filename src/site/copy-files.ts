import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../log/log.ts';
import type { DrawnBefore } from './drawn-before.ts';

/**
 * Copies the files that published entries declare, and nothing else from their folders, below the entries' pages; then the log's own `public/`
 * (logo, favicon) over the engine's, but over no page.
 */
export function copyFiles(log: Log, dir: string, out: string, before: DrawnBefore): void {
  for (const entry of log.entries)
    for (const { file, path: address } of entry.attachments)
      if (address !== null) before.copy(path.join(dir, path.dirname(entry.file), file), path.join('disclosures', entry.slug, file));
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
