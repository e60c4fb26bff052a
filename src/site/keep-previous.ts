import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../log/log.ts';
import { readWhole, writeWhole } from '../log/whole-file.ts';

/** What a build made that later pages do not name, but pages of its own do that a browser still has open. */
interface Made {
  /** Files and folders whose names are hashes of what they hold, relative to the output: `_astro/page.a1.js`, `search/index-3f9a`. */
  hashed: string[];
  /** Each entry with a hash of its text: what its search index says. */
  entries: string[];
}

export interface Kept {
  /** Names of what stays of the last build. */
  names: string[];
  /** Entries of the last build that are changed, withdrawn or gone: where there are any, its search index does not stay. */
  gone: number;
}

/**
 * What the last build made by hashed names, so that it can stay for one deploy: a page that is open in a browser, or in a cache, finds its scripts and
 * its search index. The list is kept in the cache, and what stays is never on it: it does not stay twice.
 *
 * An index says what its entries said. So that nothing stays that somebody has withdrawn or corrected, the last index only does where every
 * entry in it is still published as it was.
 */
export class PreviousBuild {
  private readonly list: string;
  private readonly output: string;
  private readonly now: Made;

  /** @param output where the last build's site stands; @param out where the new one is complete */
  constructor(cache: string, output: string, out: string, log: Log) {
    this.list = path.join(cache, 'made', `${createHash('sha1').update(output).digest('hex').slice(0, 16)}.json`);
    this.output = output;
    this.now = { hashed: hashedNames(out), entries: log.entries.map(({ slug, bodyKey }) => `${slug} ${bodyKey.slice(0, 16)}`) };
  }

  /** Puts what stays into the new output. */
  stay(out: string): Kept {
    const before = this.read();
    if (!before) return { names: [], gone: 0 };
    const still = new Set(this.now.entries);
    const gone = before.entries.filter((entry) => !still.has(entry)).length;
    const made = new Set(this.now.hashed);
    const names = before.hashed.filter((name) => !made.has(name) && (gone === 0 || name.startsWith('_astro/')));
    return { names: names.filter((name) => linkAll(path.join(this.output, name), path.join(out, name))), gone };
  }

  /** Keeps the list of this build for the next; once its output stands. */
  remember(): void {
    writeWhole(this.list, JSON.stringify(this.now));
  }

  private read(): Made | null {
    return readWhole(this.list, ({ hashed, entries }: Made) => ({
      hashed: hashed.filter((name) => HASHED.test(name)),
      entries: [...entries],
    }));
  }
}

const HASHED = /^(?:_astro\/\w[\w.-]*|search\/index-[0-9a-f]+)$/;

function hashedNames(out: string): string[] {
  return ['_astro', 'search']
    .flatMap((folder) => members(path.join(out, folder)).map((name) => `${folder}/${name}`))
    .filter((name) => HASHED.test(name))
    .sort();
}

function members(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A file, or a folder with all in it, as hard links, or as copies where links cannot be. False where it is not there. */
function linkAll(from: string, to: string): boolean {
  const its = statSync(from, { throwIfNoEntry: false });
  if (!its) return false;
  if (its.isDirectory()) {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from)) linkAll(path.join(from, name), path.join(to, name));
    return true;
  }
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
  return true;
}
