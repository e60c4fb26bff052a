import { createHash } from 'node:crypto';
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { readWhole, writeWhole } from '../log/whole-file.ts';
import { NewOutput } from './new-output.ts';

/** What is remembered of a file of the output: the key of what it shows, its bytes' number, when it was last changed (in ns since 1970). */
type Remembered = [key: string, size: number, changed: string];

interface Memory {
  /** The code that drew the pages. */
  renderer: string;
  pages: Record<string, Remembered>;
  /** Files of the log's own. */
  copies: Record<string, Remembered>;
}

/**
 * A file that was changed so short a time before (in ms) may be changed once more without a sign: clocks of file systems are coarse. It is copied
 * in the next build again.
 */
const TOO_NEW = 2000;

/**
 * The files that the last build put into an output folder. One that shows the same again, and that nobody has touched since, is put into the
 * new output as it is.
 */
export class DrawnBefore {
  private readonly memory: string;
  private readonly output: string;
  private readonly out: NewOutput;
  private readonly before: Memory;
  private readonly now: Memory;
  /** Pages of the last build, whatever drew them. */
  private readonly drawn: Memory['pages'] = {};

  /**
   * @param cache folder of the cache
   * @param output where the last build's site is, if there is one
   * @param renderer hash of the code that draws
   * @param out where the new site is built; where that is `output`, every file is made anew
   */
  constructor(cache: string, output: string, renderer: string, out: string) {
    this.memory = path.join(cache, 'pages', `${createHash('sha1').update(output).digest('hex').slice(0, 16)}.json`);
    this.output = output;
    this.out = new NewOutput(out);
    this.before = { renderer, pages: {}, copies: {} };
    this.now = { renderer, pages: {}, copies: {} };
    if (out === output) return;
    const memory = readWhole(this.memory, ({ renderer, pages, copies }: Memory) => ({
      renderer,
      pages: { ...pages },
      copies: { ...copies },
    }));
    if (!memory) return;
    this.drawn = memory.pages;
    this.before = { renderer, pages: memory.renderer === renderer ? memory.pages : {}, copies: memory.copies };
  }

  /** Takes over the folder of an earlier output: what was drawn may stay until `removeRest`, so that at least its folders need not be made. */
  takeOver(): void {
    this.out.takeOver((file) => Object.hasOwn(this.drawn, file));
    this.out.makeAhead(Object.keys(this.drawn));
  }

  /** To be waited for, whatever becomes of the build, before the output's folder is put elsewhere or deleted. */
  settle(): Promise<void> {
    return this.out.settle();
  }

  /** Deletes what stayed and is not drawn any more; once all pages are there, and before other files are. */
  removeRest(): void {
    this.out.removeRest();
  }

  /** Puts a page of the last output into the new one, if it shows `key` and is as it was left. */
  reuse(file: string, key: string): boolean {
    return this.again('pages', file, key);
  }

  /** Writes a page into the new output. @param key `null` where it is drawn in every build */
  write(file: string, key: string | null, content: Uint8Array | string): void {
    this.out.write(file, content);
    if (key !== null) this.remember('pages', file, key);
  }

  /**
   * Puts a file of the log's own into the new output: the copy of the last build where neither it nor the author's file was touched since, else
   * a copy. Never a link to the author's file: what is done to that must not change a published site.
   * @returns whether it was copied anew
   */
  copy(from: string, file: string): boolean {
    const { size, mtimeNs, ctimeNs, ctimeMs, ino } = statSync(from, { bigint: true });
    const key = [size, mtimeNs, ctimeNs, ino].join(' ');
    const isSettled = Date.now() - Number(ctimeMs) > TOO_NEW;
    if (this.again('copies', file, key)) return false;
    this.out.copy(from, file);
    if (isSettled) this.remember('copies', file, key);
    return true;
  }

  /** Keeps the memory of this build for the next; once its output stands. */
  keep(): void {
    writeWhole(this.memory, JSON.stringify(this.now));
  }

  private again(kind: 'pages' | 'copies', file: string, key: string): boolean {
    const known = this.before[kind][file];
    if (known?.[0] !== key) return false;
    const from = path.join(this.output, file);
    try {
      const its = lstatSync(from, { bigint: true });
      if (Number(its.size) !== known[1] || String(its.mtimeNs) !== known[2]) return false;
      if (this.out.link(from, its, file)) this.now[kind][file] = known;
      else this.remember(kind, file, key);
    } catch {
      return false;
    }
    return true;
  }

  private remember(kind: 'pages' | 'copies', file: string, key: string): void {
    const { size, mtimeNs } = this.out.stat(file);
    this.now[kind][file] = [key, Number(size), String(mtimeNs)];
  }
}
