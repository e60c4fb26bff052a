/** Kinds of values in CBOR that Pagefind writes (RFC 8949, section 3.1). */
const NUMBER = 0;
const TEXT = 3;
const ARRAY = 4;

/** Reads CBOR from front to back: numbers, texts and lists of a known length, as Pagefind writes them. `at` is the next byte. */
export class CborReader {
  at = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** The number of items of a list, which follow. */
  list(): number {
    return this.head(ARRAY);
  }

  number(): number {
    return this.head(NUMBER);
  }

  text(): string {
    const length = this.head(TEXT);
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }

  /** Passes over one value with all that is in it. */
  skip(): void {
    for (let left = 1; left > 0; left -= 1) {
      const kind = (this.bytes[this.at] ?? 0) >> 5;
      const argument = this.head(kind);
      if (kind === ARRAY) left += argument;
      else if (kind === TEXT) this.at += argument;
      else if (kind > TEXT) throw new Error(`not expected in CBOR: kind ${kind} before byte ${this.at}`);
    }
    if (this.at > this.bytes.length) throw new Error('CBOR that is cut short');
  }

  private head(expected: number): number {
    const first = this.bytes[this.at++] ?? 0xff;
    const size = first & 31;
    if (first >> 5 !== expected || size > 26) throw new Error(`not expected in CBOR: ${first} at byte ${this.at - 1}`);
    if (size < 24) return size;
    const width = 1 << (size - 24);
    this.at += width;
    return this.bytes.readUIntBE(this.at - width, width);
  }
}

/** What stands before the items of a list. */
export function cborList(items: number): Buffer {
  return cborHead(ARRAY, items);
}

export function cborText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([cborHead(TEXT, bytes.length), bytes]);
}

export function cborNumber(number: number): Buffer {
  return cborHead(NUMBER, number);
}

function cborHead(kind: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(kind << 5) | argument]);
  if (argument < 0x100) return Buffer.from([(kind << 5) | 24, argument]);
  if (argument < 0x10000) return Buffer.from([(kind << 5) | 25, argument >> 8, argument & 0xff]);
  const head = Buffer.alloc(5);
  head[0] = (kind << 5) | 26;
  head.writeUInt32BE(argument, 1);
  return head;
}
