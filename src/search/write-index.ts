import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Log } from '../log/log.ts';
import { placeSpans } from './build-spans.ts';
import { writeGroup } from './group-files.ts';
import { searchFolders, textsTogether } from './index-address.ts';
import type { BodyOf } from './index-batch.ts';
import { Workplace } from './workplace.ts';
import { writeSpan } from './write-span.ts';

export interface IndexTarget {
  /** Folder of the built site. */
  out: string;
  /** Path under which it is served. */
  base: string;
  onProgress?: (done: number, of: number) => void;
}

/**
 * Indexes the published entries of a log into `out`, from nothing, one span after the other. The same bytes as `buildSpans` and `placeSpans`, for whom
 * the texts are at hand.
 */
export async function writeIndex(log: Log, bodyOf: BodyOf, { out, onProgress }: IndexTarget): Promise<void> {
  const folders = searchFolders(log);
  const place = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-index-'));
  const together = textsTogether(log.entries.length);
  let done = 0;
  try {
    const places: string[] = [];
    const { language } = log.settings;
    const kept = path.join(place, 'batches');
    const engine = path.join(place, 'engine');
    await mkdir(kept);
    const workplace = await Workplace.open(place, language);
    await workplace.writeEngine(engine);
    for (const { name, entries, batches: named } of folders.spans) {
      const folder = path.join(place, name);
      const batches = named.map(({ name, entries }) => ({ name, entries: entries.length }));
      await writeSpan({ entries, batches, together, folder, kept }, bodyOf, workplace, (some) =>
        onProgress?.((done += some), log.entries.length),
      );
      places.push(folder);
    }
    const groups = [];
    for (const { name, spans } of folders.groups) {
      const group = path.join(place, name);
      const first = folders.groups[0]?.name === name ? 0 : (folders.groups[0]?.spans ?? 0);
      writeGroup(
        folders.spans.slice(first, first + spans).map(({ name }) => ({ name, place: path.join(place, name) })),
        group,
      );
      groups.push({ name, place: group });
    }
    await placeSpans({ log, folders, places, engine, groups, indexed: places.length, release: () => Promise.resolve() }, out);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
