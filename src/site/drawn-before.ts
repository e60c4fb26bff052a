import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What is remembered of a drawn file: the key of what it shows, its bytes' number, when it was last changed (in ms since 1970). */
type Drawn = [key: string, size: number, changed: number];

interface Memory {
  /** The code that drew them. */
  renderer: string;
  files: Record<string, Drawn>;
}

/**
 * The pages that the last build drew into an output folder. One that shows the same again, and that nobody has touched since, is put into the
 * new output as it is: by a hard link, or where the file system has none, as a copy.
 */
export class DrawnBefore {
  private readonly memory: string;
  private readonly output: string;
  private readonly renderer: string;
  private before: Memory['files'] = {};
  private readonly now: Memory['files'] = {};

  /** @param cache folder of the cache; @param output where the last build's site is, if there is one; @param renderer hash of the code that draws */
  constructor(cache: string, output: string, renderer: string) {
    this.memory = path.join(cache, 'pages', `${createHash('sha1').update(output).digest('hex').slice(0, 16)}.json`);
    this.output = output;
    this.renderer = renderer;
    try {
      const memory = JSON.parse(readFileSync(this.memory, 'utf8')) as Memory;
      if (memory.renderer === renderer) this.before = memory.files;
    } catch {
      // No memory of a build: every page is drawn.
    }
  }

  /** Puts a file of the last output into the new one, if it shows `key` and is as it was left. */
  reuse(file: string, key: string, out: string): boolean {
    const known = this.before[file];
    if (known?.[0] !== key) return false;
    const from = path.join(this.output, file);
    try {
      const { size, mtimeMs } = lstatSync(from);
      if (size !== known[1] || mtimeMs !== known[2]) return false;
      linkOrCopy(from, path.join(out, file));
    } catch {
      return false;
    }
    this.now[file] = [key, known[1], lstatSync(path.join(out, file)).mtimeMs];
    return true;
  }

  /** Remembers a file that was drawn into the new output. */
  add(file: string, key: string, out: string): void {
    const { size, mtimeMs } = lstatSync(path.join(out, file));
    this.now[file] = [key, size, mtimeMs];
  }

  /** Keeps the memory of this build for the next; once its output stands. */
  keep(): void {
    const temporary = `${this.memory}.${process.pid}.tmp`;
    mkdirSync(path.dirname(this.memory), { recursive: true });
    writeFileSync(temporary, JSON.stringify({ renderer: this.renderer, files: this.now } satisfies Memory));
    renameSync(temporary, this.memory);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return copyFileSync(from, to);
    mkdirSync(path.dirname(to), { recursive: true });
    linkSync(from, to);
  }
}
