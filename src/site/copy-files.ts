import { copyFile, cp, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Log } from '../log/log.ts';

/**
 * Copies the files that published entries declare, and nothing else from their folders, below the entries' pages; then the log's own `public/`
 * (logo, favicon) over the engine's, but over no page.
 */
export async function copyFiles(log: Log, dir: string, out: string): Promise<void> {
  for (const entry of log.entries) {
    const files = entry.attachments.filter(({ path: address }) => address !== null);
    if (files.length === 0) continue;
    const to = path.join(out, 'disclosures', entry.slug);
    await mkdir(to, { recursive: true });
    for (const { file } of files) await copyFile(path.join(dir, path.dirname(entry.file), file), path.join(to, file));
  }
  const own = path.join(dir, 'public');
  if (await stat(own).catch(() => null))
    await cp(own, out, { recursive: true, filter: (from) => !/\.html?$/i.test(from) && !/[/\\]\./.test(from.slice(own.length)) });
}
