import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { FileResult } from './check-bytes.ts';
import { digest } from './result-key.ts';

/** Results kept beside those of the files of this run: for files that are checked alone, now these and now those. */
const MOST_OTHERS = 5000;
/** A file that was changed so short a time before (in ms) may be changed once more without a sign: clocks of file systems are coarse. */
const TOO_NEW = 2000;

type Line = { key: string; result: FileResult } | { path: string; stamp: string; sha256: string };

/**
 * What was found in files, by their bytes and by all that a result depends on, so that nothing in it can be stale; and the hashes of files that
 * were not touched since. One file for each log, written at once when a run is done; every line is held against its checksum.
 */
export class ResultCache {
  private readonly file: string;
  private readonly results = new Map<string, FileResult>();
  private readonly hashes = new Map<string, { stamp: string; sha256: string }>();
  private readonly used = new Set<string>();
  private readonly usedPaths = new Set<string>();
  private changed = false;

  /** @param of what the files belong to: the folder of a log, or a word for files that belong to none */
  constructor(cache: string, of: string) {
    this.file = path.join(cache, 'files', `${digest(of).slice(0, 12)}.ndjson`);
    for (const line of linesOf(this.file)) {
      if ('key' in line) this.results.set(line.key, line.result);
      else this.hashes.set(line.path, { stamp: line.stamp, sha256: line.sha256 });
    }
  }

  keys(): Set<string> {
    return new Set(this.results.keys());
  }

  result(key: string): FileResult | null {
    const result = this.results.get(key) ?? null;
    if (result) this.used.add(key);
    return result;
  }

  put(key: string, result: FileResult): void {
    this.results.set(key, result);
    this.used.add(key);
    this.changed = true;
  }

  /** The hash of a file that has not been touched since; `null` where it must be read. */
  hashOf(file: string, stamp: string): string | null {
    const known = this.hashes.get(file);
    if (known?.stamp !== stamp) return null;
    this.usedPaths.add(file);
    return known.sha256;
  }

  /** @param stamp as `stampOf` makes it; @param now in ms */
  remember(file: string, stamp: string, sha256: string, now: number): void {
    const [, modified = '0', touched = '0'] = stamp.split(' ');
    if (now - Math.max(Number(modified), Number(touched)) / 1e6 < TOO_NEW) return;
    this.hashes.set(file, { stamp, sha256 });
    this.usedPaths.add(file);
    this.changed = true;
  }

  /** Keeps what this run used. @param others whether results of other files stay too */
  close(others: boolean): void {
    const spare = others ? MOST_OTHERS : 0;
    const results = kept(this.results, this.used, spare);
    const hashes = kept(this.hashes, this.usedPaths, spare);
    if (!this.changed && results.length === this.results.size && hashes.length === this.hashes.size) return;
    const lines: Line[] = [...results.map(([key, result]) => ({ key, result })), ...hashes.map(([path, hash]) => ({ path, ...hash }))];
    const text = lines.map((line) => JSON.stringify(line)).map((json) => `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`);
    mkdirSync(path.dirname(this.file), { recursive: true });
    const temporary = `${this.file}.${process.pid}.tmp`;
    writeFileSync(temporary, text.join(''));
    renameSync(temporary, this.file);
  }
}

/** Those that were used, and of the others the latest. */
function kept<V>(all: ReadonlyMap<string, V>, used: ReadonlySet<string>, spare: number): [string, V][] {
  const others = [...all].filter(([key]) => !used.has(key));
  return [...(spare > 0 ? others.slice(-spare) : []), ...[...all].filter(([key]) => used.has(key))];
}

/** The lines that are as they were written; none where there is no such file. */
function linesOf(file: string): Line[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    const json = line.slice(9);
    return json !== '' && line.slice(0, 8) === crc32(json).toString(16).padStart(8, '0') ? [JSON.parse(json) as Line] : [];
  });
}
