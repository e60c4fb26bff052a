import { closeSync, openSync, readdirSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/*
 * Readings of entries are kept in packs. A pack is three files of one name: `NAME.bodies`, one body after the other; `NAME.facts`, a line for
 * each entry; `NAME.index`, a line for each entry that says where its body lies. A pack never changes once its index is there, and the index
 * is written last and at once, so that packs need no lock: two runs that share a folder write two packs, and a run that was cut short leaves
 * files that count for nothing. Everything read back is held against its checksum.
 */

/** Where a body lies. */
export interface Place {
  /** The pack's name. */
  pack: string;
  offset: number;
  /** Bytes. */
  length: number;
  checksum: number;
}

export interface Pack {
  name: string;
  /** What the readings depend on besides their texts. */
  salt: string;
  places: Map<string, Place>;
}

/** Files of a pack that a run has left unfinished are taken away after a day: until then it may still be writing. */
const UNFINISHED_AFTER = 86_400_000;

/** Bytes read at once. */
const CHUNK = 1 << 22;

/** Every finished pack of a folder by its name. One that is damaged is left out. */
export function readPacks(folder: string): Pack[] {
  return namesOf(folder).flatMap((name) => readPack(folder, name) ?? []);
}

/** The names of the finished packs of a folder, none where there is no folder. */
export function namesOf(folder: string): string[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.index'))
    .map((file) => file.slice(0, -'.index'.length));
}

export function readPack(folder: string, name: string): Pack | null {
  try {
    const [salt = '', ...lines] = readFileSync(path.join(folder, `${name}.index`), 'utf8').split('\n');
    if (lines.pop() !== 'end') return null;
    const places = new Map<string, Place>();
    let end = 0;
    for (const line of lines) {
      const [key = '', offset, length, checksum = ''] = line.split(' ');
      const place = { pack: name, offset: Number(offset), length: Number(length), checksum: parseInt(checksum, 16) };
      places.set(key, place);
      end = Math.max(end, place.offset + place.length);
    }
    return statSync(path.join(folder, `${name}.bodies`)).size >= end ? { name, salt, places } : null;
  } catch {
    return null;
  }
}

/** Shows `see` each entry's facts, as JSON, of a pack; lines that are damaged are left out. */
export function readFacts(folder: string, name: string, see: (key: string, facts: string) => void): void {
  let file: number;
  try {
    file = openSync(path.join(folder, `${name}.facts`), 'r');
  } catch {
    return;
  }
  try {
    let rest = Buffer.alloc(0);
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const size = readSync(file, chunk, 0, CHUNK, null);
      if (size === 0) return;
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk.subarray(0, size)]) : chunk.subarray(0, size);
      let from = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
        seeLine(bytes.subarray(from, end), see);
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
  } finally {
    closeSync(file);
  }
}

/** A line is the key of 32 letters, the checksum of 8, and the facts. */
function seeLine(line: Buffer, see: (key: string, facts: string) => void): void {
  const facts = line.subarray(42);
  if (line.length > 42 && line.toString('latin1', 33, 41) === checksumText(crc32(facts)))
    see(line.toString('latin1', 0, 32), facts.toString('utf8'));
}

/** Reads bodies of the packs of one folder; keeps each file open. */
export class BodyReader {
  private readonly folder: string;
  private readonly files = new Map<string, number>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The bytes at a place; `null` where they are gone or not what was written. */
  read({ pack, offset, length, checksum }: Place): Buffer | null {
    try {
      const file = this.files.get(pack) ?? openSync(path.join(this.folder, `${pack}.bodies`), 'r');
      this.files.set(pack, file);
      const bytes = Buffer.allocUnsafe(length);
      let read = 0;
      for (let size = -1; size !== 0 && read < length; read += size) size = readSync(file, bytes, read, length - read, offset + read);
      return read === length && crc32(bytes) === checksum ? bytes : null;
    } catch {
      return null;
    }
  }

  close(): void {
    for (const file of this.files.values()) closeSync(file);
    this.files.clear();
  }
}

/** Takes a pack away, its index first; what cannot be deleted, as an open file on Windows, is left for another run. */
export function removePack(folder: string, name: string): void {
  for (const ending of ['index', 'facts', 'bodies'])
    try {
      rmSync(path.join(folder, `${name}.${ending}`), { force: true });
    } catch {
      // Another run still reads it.
    }
}

/** Lets no run take entries from a pack again, because some of it is damaged; its bodies can still be read. */
export function spoilPack(folder: string, name: string): void {
  rmSync(path.join(folder, `${name}.facts`), { force: true });
}

/** Takes away what runs that were cut short have left. */
export function removeUnfinished(folder: string, now: number): void {
  const finished = new Set(namesOf(folder));
  const left = filesOf(folder).filter((file) => !finished.has(file.replace(/\..*$/, '')));
  for (const file of left) {
    const { mtimeMs = now } = statSync(path.join(folder, file), { throwIfNoEntry: false }) ?? {};
    if (now - mtimeMs > UNFINISHED_AFTER) rmSync(path.join(folder, file), { force: true });
  }
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** How a checksum stands in a file: eight letters. */
export function checksumText(checksum: number): string {
  return checksum.toString(16).padStart(8, '0');
}
