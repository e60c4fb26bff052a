import { cp } from 'node:fs/promises';
import { readBodyOf } from '../log/bodies.ts';
import type { Log } from '../log/log.ts';
import { reportProgress } from '../log/progress.ts';
import { asEnvironment, type RunOptions } from '../log/run-options.ts';
import { sharedLog } from '../log/shared-log.ts';
import { writeIndex } from '../search/write-index.ts';
import { copyFiles } from './copy-files.ts';
import { drawPages } from './draw-pages.ts';
import { DrawnBefore } from './drawn-before.ts';
import { publishable } from './loader.ts';
import { rendererFor } from './renderer-cache.ts';

export interface BuiltSite {
  /** Pages and files of the site that were drawn, and those that show the same as in the last build. */
  drawn: number;
  reused: number;
  /** To be called once the output stands where `before` says. */
  remember(): void;
}

/**
 * Builds the whole site into `options.out`: the pages, what they name, the declared files, the search index.
 *
 * @param before where the output of the last build stands; pages that show the same are taken from there
 */
export async function buildSite(options: RunOptions, before: string): Promise<BuiltSite> {
  Object.assign(process.env, asEnvironment(options));
  const log = publishable(await sharedLog(options));
  const { renderer, key, assets } = await rendererFor(options);
  await cp(assets, options.out, { recursive: true });
  const drawnBefore = new DrawnBefore(options.cache, before, key);
  const counts = await drawPages(renderer, options.out, drawnBefore);
  await addFiles(log, options);
  return { ...counts, remember: () => drawnBefore.keep() };
}

/** What follows the pages in every build: the declared files, and the search index. */
export async function addFiles(log: Log, { dir, cache, out, base }: RunOptions): Promise<void> {
  await copyFiles(log, dir, out);
  const bodyOf = (entry: Parameters<typeof readBodyOf>[0]) => readBodyOf(entry, { dir, cache, law: log.settings.law });
  await writeIndex(log, bodyOf, { out, base, onProgress: (done, of) => reportProgress({ what: 'index', done, of }) });
}
