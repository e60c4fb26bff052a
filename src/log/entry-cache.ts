import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { EntryReading } from '../markdown/read-entry.ts';
import type { RenderedBody } from '../markdown/body.ts';

/** What is kept of a reading beside its body. */
export type EntryFacts = Omit<EntryReading, 'body'> & { summary: string };

/**
 * Readings of entries by content: an unchanged text is not parsed again. The key is a hash of the text, of everything its reading depends on
 * and of the code that reads; so nothing in it can be stale, and the whole folder may be deleted at any time.
 */
export class EntryCache {
  private readonly folder: string;
  private readonly salt: string;
  private readonly list: string;
  private facts = new Map<string, EntryFacts>();
  private readonly used = new Map<string, EntryFacts>();

  /** @param name sets logs that share a cache apart; @param options all that a reading depends on besides its text */
  constructor(folder: string, name: string, options: unknown, engine: string) {
    this.folder = folder;
    this.salt = digest(engine + JSON.stringify(options));
    this.list = path.join(folder, `facts-${digest(name).slice(0, 12)}.ndjson`);
  }

  async open(): Promise<void> {
    try {
      const [first, ...lines] = (await readFile(this.list, 'utf8')).split('\n');
      if (first !== this.salt) return;
      this.facts = new Map(lines.filter(Boolean).map((line) => JSON.parse(line) as [string, EntryFacts]));
    } catch {
      // No cache, or one cut short: every entry is read anew.
      this.facts = new Map();
    }
  }

  key(text: string): string {
    return digest(this.salt + text);
  }

  get(key: string): EntryFacts | null {
    const facts = this.facts.get(key) ?? null;
    if (facts) this.used.set(key, facts);
    return facts;
  }

  put(key: string, facts: EntryFacts, body: RenderedBody): void {
    this.used.set(key, facts);
    replaceFile(bodyFile(this.folder, key), JSON.stringify(body));
  }

  /** Keeps what this run used. */
  close(): void {
    const same = this.used.size === this.facts.size && [...this.used.keys()].every((key) => this.facts.has(key));
    if (!same) replaceFile(this.list, [this.salt, ...[...this.used].map((each) => JSON.stringify(each))].join('\n'));
  }
}

/** The body kept under a key, `null` where the cache has it no more. */
export function cachedBody(folder: string, key: string): RenderedBody | null {
  try {
    return JSON.parse(readFileSync(bodyFile(folder, key), 'utf8')) as RenderedBody;
  } catch {
    return null;
  }
}

/** A hash of the code that reads entries: a changed engine reads everything anew. */
export async function engineHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const room of ['model', 'markdown', 'log']) {
    const folder = path.join(import.meta.dirname, '..', room);
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
    for (const file of files) hash.update(await readFile(path.join(folder, file)));
  }
  return hash.digest('hex');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function bodyFile(folder: string, key: string): string {
  return path.join(folder, 'bodies', key.slice(0, 2), `${key}.json`);
}

function replaceFile(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, text);
  }
  renameSync(temporary, file);
}
