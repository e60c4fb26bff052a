import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { OutputError } from './replacement.ts';

/** What a person can do about a refusal of the operating system, by its code. */
const MENDS: Record<string, string> = {
  ENOSPC:
    'The disk is full. Make room: a build needs room for the new site beside the one that stands. A cache on another disk (--cache) may be deleted at any time',
  EDQUOT: 'The quota of this user is used up. Make room, or name folders elsewhere with --out and --cache',
  EROFS: 'The file system is read-only. Name a folder elsewhere with --out or --cache',
  EACCES: 'This user may not write there. Give the permission, or name a folder elsewhere with --out or --cache',
  EPERM: 'This user may not do that. Give the permission, or name a folder elsewhere with --out or --cache',
  EMFILE: 'Too many files are open at once. Raise the limit, for example with ulimit -n 4096',
  ENFILE: 'Too many files are open on this machine. End other programs, and try again',
  EIO: 'The disk gave an error. Look after it before anything else; then try again',
  ENOTDIR: 'A file stands where a folder was expected. Move it, or name another folder',
  EEXIST: 'A file stands where a folder was expected. Move it, or name another folder',
  ENAMETOOLONG: 'A name is too long for the file system. Shorten the name of the file or of the folders it is in',
  ENOMEM: 'The memory of the machine is used up. End other programs, or build on a larger one',
  ERR_WORKER_OUT_OF_MEMORY: 'The memory of the machine is used up. End other programs, or build on a larger one',
};

/** What programs written in other languages say of the same. */
const WORDS: readonly [RegExp, string][] = [
  [/no space left on device/i, 'ENOSPC'],
  [/read-only file system/i, 'EROFS'],
  [/permission denied/i, 'EACCES'],
  [/too many open files/i, 'EMFILE'],
  [/disk quota exceeded/i, 'EDQUOT'],
];

/**
 * A refusal of the operating system in words: what it refused, then what to do about it; `null` where the error is none. Also finds one that another
 * error was caused by, or that a program only told in its words.
 */
export function explainFault(error: unknown): string | null {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++) {
    const { code, message } = each as NodeJS.ErrnoException;
    const known = code !== undefined && Object.hasOwn(MENDS, code) ? code : WORDS.find(([words]) => words.test(message))?.[1];
    if (known !== undefined) return `${MENDS[known]} (${lineOf(message)})`;
  }
  return null;
}

/** The line of a message that says the most: the first that names a file or a reason, without colours and traces. */
function lineOf(message: string): string {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(\d+: |at |Stack backtrace|Caused by)/.test(line));
  return lines.find((line) => /failed to|^E[A-Z]+:|no space|read-only|denied/i.test(line)) ?? lines[0] ?? 'no reason given';
}

/** An error in a line or two for a person, whatever threw it. */
export function sayError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return explainFault(error) ?? stripVTControlCharacters(message);
}

/** Makes the folder of the cache. Throws an OutputError that says what to do where it cannot be written. */
export function prepareCache(cache: string): void {
  try {
    mkdirSync(cache, { recursive: true });
    accessSync(cache, constants.W_OK | constants.X_OK);
  } catch (error) {
    // On a read-only file system Node says that the folder is not there, and not why it cannot be made.
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? refusalAbove(cache) : error;
    throw new OutputError(`The cache folder ${cache} cannot be written. ${sayError(reason ?? error)}`);
  }
}

/** Why nothing can be made in the nearest folder above that is there; `null` where it can. */
function refusalAbove(folder: string): unknown {
  for (let above = path.dirname(folder); ; above = path.dirname(above)) {
    try {
      accessSync(above, constants.W_OK);
      return null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === path.dirname(above)) return error;
    }
  }
}
