import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { checksumText, removePack, type Place } from './pack.ts';
import { writeWhole } from './whole-file.ts';

/** Bytes written at once. */
const PIECE = 1 << 20;

/** Writes one pack, entry by entry. The folder must exist. */
export class PackWriter {
  readonly name: string;
  /** Bytes of the bodies so far. */
  size = 0;
  private readonly folder: string;
  private readonly salt: string;
  private readonly bodies: Sink;
  private readonly facts: Sink;
  private readonly places = new Map<string, Place>();

  constructor(folder: string, name: string, salt: string) {
    this.folder = folder;
    this.name = name;
    this.salt = salt;
    this.bodies = new Sink(path.join(folder, `${name}.bodies`));
    this.facts = new Sink(path.join(folder, `${name}.facts`));
  }

  /** @param facts JSON on one line; @param body UTF-8 */
  add(key: string, facts: string, body: Uint8Array): void {
    this.bodies.write(body);
    this.facts.write(Buffer.from(`${key} ${checksumText(crc32(facts))} ${facts}\n`));
    this.places.set(key, { pack: this.name, offset: this.size, length: body.length, checksum: crc32(body) });
    this.size += body.length;
  }

  /** Makes the pack count. */
  finish(): void {
    this.bodies.close();
    this.facts.close();
    const lines = [...this.places].map(([key, { offset, length, checksum }]) => `${key} ${offset} ${length} ${checksumText(checksum)}`);
    writeWhole(path.join(this.folder, `${this.name}.index`), [this.salt, ...lines, 'end'].join('\n'));
  }

  /** Leaves nothing of a pack that is not finished. */
  discard(): void {
    this.bodies.close();
    this.facts.close();
    removePack(this.folder, this.name);
  }
}

/** A file that is written in large pieces. */
class Sink {
  private readonly file: number;
  private waiting: Uint8Array[] = [];
  private size = 0;

  constructor(file: string) {
    this.file = openSync(file, 'wx');
  }

  write(bytes: Uint8Array): void {
    this.waiting.push(bytes);
    this.size += bytes.length;
    if (this.size >= PIECE) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.concat(this.waiting);
    for (let written = 0; written < bytes.length;) written += writeSync(this.file, bytes, written);
    this.waiting = [];
    this.size = 0;
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }
}
