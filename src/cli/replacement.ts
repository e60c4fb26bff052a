import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { hostsFolder, POLICY_FILE } from '../log/policy-file.ts';
import { UsageError } from './command.ts';

/** The output could not be put in place; what was there before is there still. */
export class OutputError extends Error {}

/** What a folder must hold to be taken for a site that this program built: nothing else is ever replaced. */
const OURS = ['index.html', 'disclosures', path.join('data', 'disclosures.json')];

/**
 * A new output built beside the old one and put in its place by renaming, so that at any moment the output is the old site or the new one.
 *
 * The old one is kept in the cache, until the next build takes it over as the folder to build in. It does not stay beside the output, where it
 * might be served or uploaded with it.
 */
export class Replacement {
  /** Where to build, once begun. What is built at the same name with `-hosts` (log/policy-file.ts) changes places with that of the target. */
  folder = '';
  private readonly target: string;
  private readonly previous: string;

  private constructor(target: string, cache: string) {
    this.target = target;
    this.previous = path.join(cache, 'previous', createHash('sha1').update(target).digest('hex').slice(0, 16));
  }

  /** @param kept folders that must not lie in the output, for it is deleted */
  static async prepare(target: string, cache: string, kept: readonly string[]): Promise<Replacement> {
    const inside = kept.find(
      (folder) => !path.relative(target, folder).startsWith('..') && !path.isAbsolute(path.relative(target, folder)),
    );
    if (inside !== undefined) throw new UsageError(`Unexpected --out ${target}, expected a folder that does not hold ${inside}`);
    const members = await readdir(target).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new UsageError(`Unexpected --out ${target}, expected a folder: ${error.message}`);
    });
    if (members.length > 0 && !(await isSite(target)))
      throw new UsageError(`Unexpected --out ${target}: it holds files that are not a site of ours, expected an empty or new folder`);
    const hosts = hostsFolder(target);
    const beside = await readdir(hosts).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : ['']));
    if (beside.length > 0 && !beside.includes(POLICY_FILE))
      throw new UsageError(`Unexpected ${hosts}, where the files for hosts go: expected a folder of ours, or none`);
    return new Replacement(target, cache);
  }

  /**
   * Makes the folder to build in, beside the target so that it can be renamed; nothing is written before. It is the output before the last
   * where that was kept, with all that is in it, else empty. What a build that was killed left there is cleared away.
   */
  async begin(): Promise<void> {
    await this.clearAway();
    if (await this.takePrevious()) return;
    // One that cannot be taken over is on another file system, and would never be of use.
    await rm(this.previous, { recursive: true, force: true }).catch(() => undefined);
    await mkdir(this.folder);
  }

  /** Puts the output before the last back in place; the two change places. Returns false where none was kept. */
  async restore(): Promise<boolean> {
    await this.clearAway();
    if (!(await isSite(this.previous)) || !(await this.takePrevious())) return false;
    await this.commit();
    return true;
  }

  private async clearAway(): Promise<void> {
    const parent = path.dirname(this.target);
    const prefix = `.${path.basename(this.target)}-building-`;
    await mkdir(parent, { recursive: true });
    for (const name of await readdir(parent)) {
      const [, pid, old, hosts] = name.startsWith(prefix) ? (/^(\d+)(-old)?(-hosts)?$/.exec(name.slice(prefix.length)) ?? []) : [];
      if (pid === undefined || isRunning(Number(pid))) continue;
      const left = path.join(parent, name);
      const target = hosts === undefined ? this.target : hostsFolder(this.target);
      // Killed between the two renames: the old site is put back before it is replaced.
      if (old !== undefined && !(await exists(target))) await rename(left, target);
      else await rm(left, { recursive: true, force: true });
    }
    this.folder = path.join(parent, `${prefix}${process.pid}`);
  }

  /** False where there is none, or where the cache is on another file system. */
  private async takePrevious(): Promise<boolean> {
    const taken = await rename(this.previous, this.folder).then(
      () => true,
      () => false,
    );
    if (taken) await rename(hostsFolder(this.previous), hostsFolder(this.folder)).catch(() => undefined);
    return taken;
  }

  /** Puts the new output in place of the old. */
  async commit(): Promise<void> {
    const old = `${this.folder}-old`;
    const had = await rename(this.target, old).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw new OutputError(`${this.target} could not be replaced (${error.message}); it is unchanged`);
      },
    );
    try {
      await rename(this.folder, this.target);
    } catch (error) {
      if (had) await rename(old, this.target);
      throw new OutputError(`${this.target} could not be replaced (${(error as Error).message}); it is unchanged`);
    }
    await this.commitHosts(old);
    try {
      await mkdir(path.dirname(this.previous), { recursive: true });
      for (const [from, to] of [
        [old, this.previous],
        [hostsFolder(old), hostsFolder(this.previous)],
      ] as const) {
        await rm(to, { recursive: true, force: true });
        if (await exists(from)) await rename(from, to);
      }
    } catch {
      for (const folder of [old, hostsFolder(old)]) await rm(folder, { recursive: true, force: true });
    }
  }

  /** The files for hosts follow the output that they are for, at once and not with it: a host reads them when it is told to. */
  private async commitHosts(old: string): Promise<void> {
    const [from, to] = [hostsFolder(this.folder), hostsFolder(this.target)];
    if (!(await exists(from))) return;
    if (await exists(to)) await rename(to, hostsFolder(old));
    await rename(from, to);
  }

  async discard(): Promise<void> {
    for (const folder of [this.folder, hostsFolder(this.folder)]) await rm(folder, { recursive: true, force: true });
  }
}

async function isSite(folder: string): Promise<boolean> {
  const found = await Promise.all(OURS.map((file) => exists(path.join(folder, file))));
  return found.every(Boolean);
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}
