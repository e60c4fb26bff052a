import { cp } from 'node:fs/promises';
import { reportProgress } from '../log/progress.ts';
import { asEnvironment, type RunOptions } from '../log/run-options.ts';
import { type BuiltSpans, buildSpans, placeSpans } from '../search/build-spans.ts';
import { copyFiles } from './copy-files.ts';
import { drawPages } from './draw-pages.ts';
import { DrawnBefore } from './drawn-before.ts';
import { type Publishable, publishable } from './gate.ts';
import { rendererFor } from './renderer-cache.ts';

export interface BuiltSite {
  /** Pages and files of the site that were drawn, and those that show the same as in the last build. */
  drawn: number;
  reused: number;
  /** To be called once the output stands where `before` says. */
  remember(): void;
}

/**
 * Builds the whole site into `options.out`: the pages, what they name, the declared files, the search index. What stands there already is from an
 * earlier output, and stays only where this build would put the same.
 *
 * @param before where the output of the last build stands; pages that show the same are taken from there
 */
export async function buildSite(options: RunOptions, before: string): Promise<BuiltSite> {
  Object.assign(process.env, asEnvironment(options));
  const files = new FilesBeside(await publishable(options), options);
  const { renderer, key, assets } = await rendererFor(options);
  const drawnBefore = new DrawnBefore(options.cache, before, key, options.out);
  drawnBefore.takeOver();
  await cp(assets, options.out, { recursive: true });
  const counts = await drawPages(renderer, drawnBefore);
  drawnBefore.removeRest();
  await files.place(drawnBefore);
  return { ...counts, remember: () => drawnBefore.keep() };
}

/** What stands beside the pages in every build: the declared files, and the search index, which is made while the pages are drawn. */
export class FilesBeside {
  private readonly what: Publishable;
  private readonly options: RunOptions;
  private readonly index: Promise<BuiltSpans>;
  private isWaiting = false;

  constructor(what: Publishable, options: RunOptions) {
    const { dir, cache } = options;
    const onProgress = (done: number, of: number) => this.isWaiting && reportProgress({ what: 'index', done, of });
    this.what = what;
    this.options = options;
    this.index = buildSpans(what.log, { dir, cache, onProgress });
    // Its error is thrown where it is waited for, also where something else fails before.
    this.index.catch(() => undefined);
  }

  /** Puts them into the output, once the pages stand there. */
  async place(before: DrawnBefore): Promise<void> {
    const { dir, out } = this.options;
    copyFiles(this.what, dir, out, before);
    this.isWaiting = true;
    await placeSpans(await this.index, out);
  }
}
