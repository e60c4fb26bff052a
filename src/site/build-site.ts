import { cp } from 'node:fs/promises';
import { hostsFolder } from '../log/policy-file.ts';
import { reportProgress } from '../log/progress.ts';
import { asEnvironment, type RunOptions } from '../log/run-options.ts';
import { type BuiltSpans, buildSpans, placeSpans } from '../search/build-spans.ts';
import { compressFiles } from './compress-files.ts';
import { copyFiles } from './copy-files.ts';
import { drawPages } from './draw-pages.ts';
import { DrawnBefore } from './drawn-before.ts';
import { type Publishable, publishable } from './gate.ts';
import { type FilesForHosts, filesForHosts, placeInOutput, writeHostsFolder } from './hosts/write-hosts.ts';
import { Integrity } from './integrity.ts';
import { type Kept, PreviousBuild } from './keep-previous.ts';
import { rendererFor } from './renderer-cache.ts';

export interface BuiltSite {
  /** Pages and files of the site that were drawn, and those that show the same as in the last build. */
  drawn: number;
  reused: number;
  /** What stays of the last build. */
  kept: Kept;
  /** Compressed variants, and how many of them were made anew. */
  compressed: { variants: number; made: number };
  /** To be called once the output stands where `before` says. */
  remember(): void;
}

/** What a build is asked to do beside. */
export interface BuildExtras {
  /** Compressed variants beside each file of text. */
  compress: boolean;
  /** The last build's scripts and search index stay for one deploy. */
  keepPrevious: boolean;
}

/**
 * Builds the whole site into `options.out`: the pages, what they name, the declared files, the search index; and beside it the files for hosts.
 * What stands there already is from an earlier output, and stays only where this build would put the same.
 *
 * @param before where the output of the last build stands; pages that show the same are taken from there
 */
export async function buildSite(options: RunOptions, before: string, { compress, keepPrevious }: BuildExtras): Promise<BuiltSite> {
  Object.assign(process.env, asEnvironment(options));
  const what = await publishable(options);
  const files = new FilesBeside(what, options, compress);
  const { renderer, key, assets } = await rendererFor(options).catch((error: unknown) => {
    files.abandon();
    throw error;
  });
  const drawnBefore = new DrawnBefore(options.cache, before, key, options.out);
  drawnBefore.takeOver();
  let counts: Pick<BuiltSite, 'drawn' | 'reused'>;
  try {
    await cp(assets, options.out, { recursive: true });
    counts = await drawPages(renderer, drawnBefore, new Integrity(assets));
  } catch (error) {
    files.abandon();
    throw error;
  } finally {
    await drawnBefore.settle();
  }
  drawnBefore.removeRest();
  await files.place(drawnBefore);
  const previous = new PreviousBuild(options.cache, before, options.out, what.log);
  const kept = keepPrevious ? previous.stay(options.out) : { names: [], gone: 0 };
  const compressed = compress ? await compressFiles(options.out, options.cache) : { variants: 0, made: 0 };
  writeHostsFolder(files.hosts, hostsFolder(options.out), before);
  const remember = () => {
    drawnBefore.keep();
    previous.remember();
  };
  return { ...counts, kept, compressed, remember };
}

/**
 * What stands beside the pages in every build: the declared files, what hosts look for, and the search index, which is made while the pages are
 * drawn.
 */
export class FilesBeside {
  readonly hosts: FilesForHosts;
  private readonly what: Publishable;
  private readonly options: RunOptions;
  private readonly index: Promise<BuiltSpans>;
  private isWaiting = false;

  constructor(what: Publishable, options: RunOptions, isCompressed = false) {
    const { dir, cache } = options;
    const onProgress = (done: number, of: number) => this.isWaiting && reportProgress({ what: 'index', done, of });
    this.what = what;
    this.options = options;
    this.hosts = filesForHosts(what.log, { base: options.base, isCompressed });
    this.index = buildSpans(what.log, { dir, cache, onProgress });
    // Its error is thrown where it is waited for, also where something else fails before.
    this.index.catch(() => undefined);
  }

  /** Lets go of the index, where the output is not to be. */
  abandon(): void {
    void this.index.then(
      (built) => built.release(),
      () => undefined,
    );
  }

  /** Puts them into the output, once the pages stand there. */
  async place(before: DrawnBefore): Promise<void> {
    const { dir, out } = this.options;
    copyFiles(this.what, dir, out, before);
    this.isWaiting = true;
    await placeSpans(await this.index, out);
    placeInOutput(this.hosts.inOutput, out);
  }
}
