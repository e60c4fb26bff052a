import {
  type BigIntStats,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FoldersToMake } from './make-folders.ts';

/** Fewer folders than this are made sooner than a thread is started. */
const MANY = 1000;

/**
 * The folder that a build writes into. It is new and empty, or it was the output of the build before the last, taken over: making and deleting
 * ten thousand folders costs more than all else that a build does with pages that have not changed.
 *
 * A file that stands in it may be a hard link of one that is published now. So nothing is ever written into a file that is there: it is deleted
 * first. File names are relative to the folder.
 */
export class NewOutput {
  private readonly folder: string;
  private readonly folders = new Set(['.']);
  private readonly standing = new Set<string>();
  /** Folders that a thread makes ahead, and when it has ended. */
  private ahead: { folders: ReadonlySet<string>; ended: Promise<void> } | null = null;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Deletes all that stands in the folder, but for the files that `mayStay` and the folders they are in. */
  takeOver(mayStay: (file: string) => boolean, below = '.'): boolean {
    for (const member of readdirSync(path.join(this.folder, below), { withFileTypes: true })) {
      const file = path.join(below, member.name);
      const full = path.join(this.folder, file);
      if (member.isDirectory()) {
        if (this.takeOver(mayStay, file)) this.folders.add(file).add(below);
        else rmdirSync(full);
      } else if (member.isFile() && mayStay(file)) {
        this.standing.add(file);
        this.folders.add(below);
      } else unlinkSync(full);
    }
    return this.folders.has(below) && below !== '.';
  }

  /** Begins to make folders of these files beside other work, where there are many that do not stand there. `settle` must be waited for. */
  makeAhead(files: readonly string[]): void {
    const folders = new Set(files.map((file) => path.dirname(file)).filter((folder) => !this.folders.has(folder)));
    if (folders.size < MANY) return;
    const worker = new Worker(new URL('./make-folders.ts', import.meta.url), {
      workerData: { within: this.folder, folders: [...folders] } satisfies FoldersToMake,
    });
    const ended = new Promise<void>((resolve) => {
      worker.on('error', () => resolve());
      worker.on('exit', () => resolve());
    });
    this.ahead = { folders, ended };
  }

  /** Waits for what `makeAhead` began, and deletes those of its folders that nothing was put into. */
  async settle(): Promise<void> {
    const { ahead } = this;
    this.ahead = null;
    await ahead?.ended;
    for (const folder of ahead?.folders ?? []) if (!this.folders.has(folder)) this.removeEmpty(folder);
  }

  /**
   * Puts a published file into the folder: by a hard link, which costs nothing where it stands there already, or where the file system has
   * none, as a copy.
   * @param its what `lstat` says of the published file
   * @returns whether it is a link
   */
  link(from: string, its: BigIntStats, file: string): boolean {
    const to = path.join(this.folder, file);
    if (this.standing.delete(file)) {
      const { ino, dev } = lstatSync(to, { bigint: true });
      if (ino === its.ino && dev === its.dev) return true;
      unlinkSync(to);
    }
    const folder = path.dirname(file);
    // Most folders that are made ahead are there by now: to try costs less than to make one that is.
    const isAhead = this.ahead?.folders.has(folder) === true && !this.folders.has(folder);
    if (!isAhead) this.makeFolder(folder);
    try {
      linkSync(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') unlinkSync(to);
      else if (code === 'ENOENT' && isAhead) this.makeFolder(folder);
      else {
        copyFileSync(from, to);
        return false;
      }
      return this.link(from, its, file);
    }
    this.folders.add(folder);
    return true;
  }

  copy(from: string, file: string): void {
    copyFileSync(from, this.clear(file));
  }

  write(file: string, content: Uint8Array | string): void {
    writeFileSync(this.clear(file), content);
  }

  stat(file: string): BigIntStats {
    return lstatSync(path.join(this.folder, file), { bigint: true });
  }

  /** Deletes what stood in the folder when it was taken over and has not been put there again, with the folders that are empty then. */
  removeRest(): void {
    for (const file of this.standing) {
      unlinkSync(path.join(this.folder, file));
      this.removeEmpty(path.dirname(file));
    }
    this.standing.clear();
  }

  /** Deletes a folder where nothing is in it, and then what it was in. */
  private removeEmpty(folder: string): void {
    if (folder === '.') return;
    try {
      rmdirSync(path.join(this.folder, folder));
    } catch {
      return;
    }
    this.folders.delete(folder);
    this.removeEmpty(path.dirname(folder));
  }

  /** Makes room for a file, in a folder that is there. */
  private clear(file: string): string {
    const to = path.join(this.folder, file);
    if (this.folders.has(path.dirname(file))) rmSync(to, { force: true });
    else this.makeFolder(path.dirname(file));
    this.standing.delete(file);
    return to;
  }

  private makeFolder(folder: string): void {
    if (this.folders.has(folder)) return;
    this.makeFolder(path.dirname(folder));
    try {
      mkdirSync(path.join(this.folder, folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    this.folders.add(folder);
  }
}
