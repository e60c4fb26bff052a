import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { digest, folderOf } from './cached-bodies.ts';
import { BodyReader, readFacts, readPacks, removePack, removeUnfinished, type Pack, type Place } from './pack.ts';
import { PackWriter } from './pack-writer.ts';
import { formatFacts, parseFacts, type EntryFacts } from './read-one.ts';

/**
 * Readings of entries by content: an unchanged text is not parsed again. The key is a hash of the text, of everything its reading depends on
 * and of the code that reads; so nothing in it can be stale, and the whole folder may be deleted at any time. Facts are held in memory, bodies
 * go straight to the disk (see `pack.ts`).
 */
export class EntryCache {
  private readonly folder: string;
  private readonly salt: string;
  private readonly known = new Map<string, { facts: EntryFacts; place: Place | null }>();
  private readonly used = new Set<string>();
  private packs: Pack[] = [];
  private writer: PackWriter | null = null;

  /** @param log absolute path of the log, which sets logs that share a cache apart; @param options all that a reading depends on besides its text */
  constructor(cache: string, log: string, options: unknown, engine: string) {
    this.folder = folderOf(cache, log);
    this.salt = digest(engine + JSON.stringify(options));
  }

  /** Reads what earlier runs have kept. An entry counts only where both its facts and the place of its body are there. */
  open(): void {
    this.packs = readPacks(this.folder);
    for (const { name, salt, places } of this.packs) {
      if (salt !== this.salt) continue;
      readFacts(this.folder, name, (key, facts) => {
        const place = places.get(key);
        if (place && !this.known.has(key)) this.known.set(key, { facts: parseFacts(facts), place });
      });
    }
  }

  key(text: string): string {
    return digest(this.salt + text);
  }

  get(key: string): EntryFacts | null {
    const known = this.known.get(key);
    if (known) this.used.add(key);
    return known?.facts ?? null;
  }

  /** @param facts JSON on one line; @param body JSON as UTF-8 */
  put(key: string, facts: string, body: Uint8Array): void {
    if (this.used.has(key)) return;
    this.write(key, facts, body);
    this.known.set(key, { facts: parseFacts(facts), place: null });
    this.used.add(key);
  }

  private write(key: string, facts: string, body: Uint8Array): void {
    if (!this.writer) {
      mkdirSync(this.folder, { recursive: true });
      this.writer = new PackWriter(this.folder, `${Date.now().toString(36)}-${randomUUID().slice(0, 8)}`, this.salt);
    }
    this.writer.add(key, facts, body);
  }

  /** Forgets what was put since the cache was opened. */
  abandon(): void {
    this.writer?.discard();
    this.writer = null;
  }

  /**
   * Keeps what this run used. A pack stays while half of it is used and it is larger than all smaller ones together; else what is used of it
   * moves into this run's pack. So there are never many packs, and little is copied for a small change.
   * @param others whether packs of other options, or of another engine, go too
   */
  close(others: boolean): void {
    const packs = this.packs
      .filter(({ salt }) => others || salt === this.salt)
      .map((pack) => ({ pack, used: this.usedOf(pack), size: sizeOf(pack.places.values()) }))
      .sort((a, b) => a.size - b.size);
    const reader = new BodyReader(this.folder);
    const gone: string[] = [];
    for (const { pack, used, size } of packs) {
      const live = sizeOf(used.map(([, place]) => place));
      if (live > 0 && live * 2 >= size && live > (this.writer?.size ?? 0)) continue;
      for (const [key, place] of used) {
        const body = reader.read(place);
        const facts = this.known.get(key)?.facts;
        if (body && facts) this.write(key, formatFacts(facts), body);
      }
      gone.push(pack.name);
    }
    reader.close();
    this.writer?.finish();
    this.writer = null;
    for (const name of gone) removePack(this.folder, name);
    removeUnfinished(this.folder, Date.now());
  }

  private usedOf({ name, salt, places }: Pack): [string, Place][] {
    if (salt !== this.salt) return [];
    return [...places].filter(([key]) => this.used.has(key) && this.known.get(key)?.place?.pack === name);
  }
}

/** A hash of the code that reads entries: a changed engine reads everything anew. */
export async function engineHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const room of ['model', 'markdown', 'log']) {
    const folder = path.join(import.meta.dirname, '..', room);
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
    for (const file of files) hash.update(readFileSync(path.join(folder, file)));
  }
  return hash.digest('hex');
}

function sizeOf(places: Iterable<Place>): number {
  let size = 0;
  for (const { length } of places) size += length;
  return size;
}
