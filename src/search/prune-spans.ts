import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { readWhole, writeWhole } from '../log/whole-file.ts';
import type { SearchFolders } from './index-address.ts';

/** Folder of the batches, below that of the spans. */
export const BATCHES = 'batches';
/** How the name of a folder begins that is not yet in its place. */
export const BEGUN = 'new-';
/** Names of spans that the last runs used. */
const USED = 'used.json';
/** How the name of a file begins in which a run says what it uses while it goes on. */
const IN_USE = 'in-use-';
/** In milliseconds. */
const DAY = 86_400_000;

/**
 * Says what of the cache a run uses, until `end` is called: another that ends meanwhile, of a log that has changed or of another log, does not
 * delete it. To be called before the run looks at what is there. What a run has said that was killed counts for a day.
 */
export function announceUse(kept: string, folders: SearchFolders): { end(): Promise<void> } {
  const file = path.join(kept, `${IN_USE}${randomUUID()}.json`);
  writeWhole(file, JSON.stringify(namesOf(folders)));
  return { end: () => rm(file, { force: true }) };
}

/** Deletes spans, batches and groups that neither this run nor the one before it used, nor one that goes on. */
export async function prune(kept: string, folders: SearchFolders): Promise<void> {
  const now = namesOf(folders);
  const file = path.join(kept, USED);
  const before = readWhole(file, (runs: string[][]) => runs.map((names) => [...names])) ?? [];
  const runs = [now, ...before.filter((run) => run.join() !== now.join())].slice(0, 2);
  writeWhole(file, JSON.stringify(runs));
  const used = new Set([...runs.flat(), ...(await inUse(kept))]);
  for (const name of await readdir(kept)) {
    if (name.startsWith('index-') && !used.has(name)) await removeSpan(kept, name);
    else if (await isLeftBehind(kept, name)) await rm(path.join(kept, name), { recursive: true, force: true });
  }
  const batches = path.join(kept, BATCHES);
  for (const file of await readdir(batches)) {
    const isWriting = file.endsWith('.tmp');
    if (isWriting ? await isLeftBehind(batches, file) : !used.has(path.parse(file).name))
      await rm(path.join(batches, file), { force: true });
  }
}

function namesOf({ spans, groups, engine }: SearchFolders): string[] {
  return [engine, ...[...spans, ...groups, ...spans.flatMap(({ batches }) => batches)].map(({ name }) => name)];
}

/** A run may have begun since the others were asked: once the span is out of the way, it sees none, or it has said that it uses it. */
async function removeSpan(kept: string, name: string): Promise<void> {
  const [place, aside] = [path.join(kept, name), path.join(kept, `${BEGUN}${randomUUID()}`)];
  const isMoved = await rename(place, aside).then(
    () => true,
    () => false,
  );
  if (isMoved && (await inUse(kept)).has(name)) await rename(aside, place).catch(() => undefined);
  await rm(aside, { recursive: true, force: true });
}

async function inUse(kept: string): Promise<Set<string>> {
  const files = (await readdir(kept)).filter((name) => name.startsWith(IN_USE) && name.endsWith('.json'));
  return new Set(files.flatMap((name) => readWhole(path.join(kept, name), (names: string[]) => [...names]) ?? []));
}

/** What a run began and never brought to its end: it was killed, so long ago that none is still at it. */
async function isLeftBehind(folder: string, name: string): Promise<boolean> {
  if (!name.startsWith(BEGUN) && !name.startsWith(IN_USE) && !name.endsWith('.tmp')) return false;
  const told = await stat(path.join(folder, name)).catch(() => null);
  return told !== null && Date.now() - told.mtimeMs > DAY;
}
