import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './command.ts';

/** The output could not be put in place; what was there before is there still. */
export class OutputError extends Error {}

/** What a folder must hold to be taken for a site that this program built: nothing else is ever replaced. */
const OURS = ['index.html', 'disclosures', path.join('data', 'disclosures.json')];

/**
 * A new output built beside the old one and put in its place by renaming, so that at any moment the output is the old site or the new one.
 */
export class Replacement {
  /** Where to build, once begun. */
  folder = '';
  private readonly target: string;

  private constructor(target: string) {
    this.target = target;
  }

  /** @param kept folders that must not lie in the output, for it is deleted */
  static async prepare(target: string, kept: readonly string[]): Promise<Replacement> {
    const inside = kept.find(
      (folder) => !path.relative(target, folder).startsWith('..') && !path.isAbsolute(path.relative(target, folder)),
    );
    if (inside !== undefined) throw new UsageError(`Unexpected --out ${target}, expected a folder that does not hold ${inside}`);
    const members = await readdir(target).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw new UsageError(`Unexpected --out ${target}, expected a folder: ${error.message}`);
    });
    const found = await Promise.all(OURS.map((file) => stat(path.join(target, file)).catch(() => null)));
    if (members.length > 0 && found.some((file) => file === null))
      throw new UsageError(`Unexpected --out ${target}: it holds files that are not a site of ours, expected an empty or new folder`);
    return new Replacement(target);
  }

  /**
   * Makes the folder to build in, beside the target so that it can be renamed; nothing is written before. What a build that was killed left
   * there is cleared away.
   */
  async begin(): Promise<void> {
    const parent = path.dirname(this.target);
    const prefix = `.${path.basename(this.target)}-building-`;
    await mkdir(parent, { recursive: true });
    for (const name of await readdir(parent)) {
      const [, pid, rest] = name.startsWith(prefix) ? (/^(\d+)(-old)?$/.exec(name.slice(prefix.length)) ?? []) : [];
      if (pid === undefined || isRunning(Number(pid))) continue;
      const left = path.join(parent, name);
      // Killed between the two renames: the old site is put back before it is replaced.
      if (rest !== undefined && !(await exists(this.target))) await rename(left, this.target);
      else await rm(left, { recursive: true, force: true });
    }
    this.folder = path.join(parent, `${prefix}${process.pid}`);
    await mkdir(this.folder);
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
    if (had) await rm(old, { recursive: true, force: true });
  }

  async discard(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
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
