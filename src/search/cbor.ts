/** Kinds of values in CBOR that Pagefind writes (RFC 8949, section 3.1). */
const NUMBER = 0;
const NEGATIVE = 1;
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

  /** A number of either sign: one below zero is written as what is missing to -1. */
  integer(): number {
    return (this.bytes[this.at] ?? 0) >> 5 === NEGATIVE ? -1 - this.head(NEGATIVE) : this.number();
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

/** Writes the same after bytes that are written one by one. */
export function pushCborList(bytes: number[], items: number): void {
  pushHead(bytes, ARRAY, items);
}

export function pushCborInteger(bytes: number[], number: number): void {
  if (number < 0) pushHead(bytes, NEGATIVE, -1 - number);
  else pushHead(bytes, NUMBER, number);
}

function cborHead(kind: number, argument: number): Buffer {
  const bytes: number[] = [];
  pushHead(bytes, kind, argument);
  return Buffer.from(bytes);
}

function pushHead(bytes: number[], kind: number, argument: number): void {
  const first = kind << 5;
  if (argument < 24) bytes.push(first | argument);
  else if (argument < 0x100) bytes.push(first | 24, argument);
  else if (argument < 0x10000) bytes.push(first | 25, argument >> 8, argument & 0xff);
  else bytes.push(first | 26, (argument >>> 24) & 0xff, (argument >> 16) & 0xff, (argument >> 8) & 0xff, argument & 0xff);
}
