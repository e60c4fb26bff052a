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

/** Writes CBOR, each number and length in the fewest bytes, as Pagefind does. */
export class CborWriter {
  /** Bytes that are written. */
  length = 0;
  private bytes = Buffer.allocUnsafe(1 << 12);

  /** What stands before the items of a list. */
  list(items: number): this {
    return this.head(ARRAY, items);
  }

  integer(number: number): this {
    return number < 0 ? this.head(NEGATIVE, -1 - number) : this.head(NUMBER, number);
  }

  text(text: string): this {
    const size = Buffer.byteLength(text);
    this.head(TEXT, size).reserve(size);
    this.length += this.bytes.write(text, this.length);
    return this;
  }

  /** Values that are CBOR already. */
  values(from: Buffer, start = 0, end = from.length): this {
    this.reserve(end - start);
    this.length += from.copy(this.bytes, this.length, start, end);
    return this;
  }

  /** What is written so far: not a copy, and changed by `clear` and what follows it. */
  written(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }

  private head(kind: number, argument: number): this {
    this.reserve(5);
    const { bytes } = this;
    const first = kind << 5;
    if (argument < 24) bytes[this.length++] = first | argument;
    else if (argument < 0x100) {
      bytes[this.length++] = first | 24;
      bytes[this.length++] = argument;
    } else if (argument < 0x10000) {
      bytes[this.length++] = first | 25;
      this.length = bytes.writeUInt16BE(argument, this.length);
    } else {
      bytes[this.length++] = first | 26;
      this.length = bytes.writeUInt32BE(argument, this.length);
    }
    return this;
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
