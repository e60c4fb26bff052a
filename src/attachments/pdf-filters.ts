import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';
import { UnreadableFile } from './reading.ts';

/** How one filter of a stream is set (ISO 32000-2, 7.4.4.3): what a dictionary of `DecodeParms` says, as far as it matters. */
export interface FilterSettings {
  predictor: number;
  colors: number;
  bits: number;
  columns: number;
  earlyChange: boolean;
}

/** Filters that turn data into the points of a picture: what lies behind them is no text. */
const PICTURES = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode', 'CCF']);

/** Whether a filter is the coding of a picture. */
export function isPictureFilter(name: string): boolean {
  return PICTURES.has(name);
}

/**
 * Undoes one filter. `null` where the data are not what the filter makes.
 *
 * @param most Bytes that may come out of it.
 * @throws UnreadableFile where more would come out.
 */
export function undoFilter(name: string, data: Buffer, settings: FilterSettings, most: number): Buffer | null {
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      return unpredicted(inflated(data, most), settings);
    case 'LZWDecode':
    case 'LZW':
      return unpredicted(unLzw(data, settings.earlyChange, most), settings);
    case 'BrotliDecode':
      return unpredicted(
        limited(() => brotliDecompressSync(data, { maxOutputLength: most })),
        settings,
      );
    case 'ASCIIHexDecode':
    case 'AHx':
      return Buffer.from(
        data
          .toString('latin1')
          .replace(/>[^]*/, '')
          .replace(/[^\da-fA-F]/g, ''),
        'hex',
      );
    case 'ASCII85Decode':
    case 'A85':
      return unAscii85(data, most);
    case 'RunLengthDecode':
    case 'RL':
      return unRunLength(data, most);
    case 'Crypt':
      return data;
    default:
      return null;
  }
}

/** A wrong sum at the end is ignored, as viewers do. */
function inflated(data: Buffer, most: number): Buffer | null {
  const options = { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH };
  const isZlib = ((data[0] ?? 0) & 15) === 8;
  return limited(() => inflateSync(data, options)) ?? (isZlib ? limited(() => inflateRawSync(data.subarray(2), options)) : null);
}

function limited(unpack: () => Buffer): Buffer | null {
  try {
    return unpack();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    return null;
  }
}

function tooLarge(): UnreadableFile {
  return new UnreadableFile('a part of it unpacks to more than can be looked into');
}

/** ISO 32000-2, 7.4.4: codes of 9 to 12 bits, 256 clears the table, 257 ends. */
function unLzw(data: Buffer, earlyChange: boolean, most: number): Buffer {
  const out = new Growing(most);
  // Where in the output the sequence of each code begins, and how long it is.
  const [starts, lengths] = [new Uint32Array(4097), new Uint32Array(4097)];
  let [next, bits, held, count] = [258, 9, 0, 0];
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff;
    count += 8;
    if (count < bits) continue;
    count -= bits;
    const code = (held >> count) & ((1 << bits) - 1);
    if (code === 257) break;
    if (code === 256) {
      [next, bits] = [258, 9];
      continue;
    }
    const start = out.length;
    if (code < 256) out.push(code);
    else if (code < next) out.repeat(starts[code] ?? 0, lengths[code] ?? 0);
    else break;
    if (next < 4096) {
      // The next code is this sequence with the first letter of what follows, which is put down right behind it.
      starts[next] = start;
      lengths[next] = out.length - start + 1;
      next++;
    }
    const reach = next + (earlyChange ? 0 : -1);
    bits = reach > 2047 ? 12 : reach > 1023 ? 11 : reach > 511 ? 10 : 9;
  }
  return out.bytes();
}

/** ISO 32000-2, 7.4.3. */
function unAscii85(data: Buffer, most: number): Buffer {
  const out = new Growing(most);
  let [value, digits] = [0, 0];
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) for (let left = 4; left > 0; left--) out.push(0);
    if (byte < 0x21 || byte > 0x75) continue;
    value = value * 85 + byte - 0x21;
    if (++digits < 5) continue;
    for (let shift = 24; shift >= 0; shift -= 8) out.push(Math.floor(value / 2 ** shift) & 255);
    [value, digits] = [0, 0];
  }
  if (digits > 1) {
    for (let left = digits; left < 5; left++) value = value * 85 + 84;
    for (let shift = 24; shift > 32 - digits * 8; shift -= 8) out.push(Math.floor(value / 2 ** shift) & 255);
  }
  return out.bytes();
}

/** ISO 32000-2, 7.4.5. */
function unRunLength(data: Buffer, most: number): Buffer {
  const out = new Growing(most);
  for (let at = 0; at < data.length;) {
    const length = data[at++] ?? 128;
    if (length === 128) break;
    if (length < 128) {
      for (const byte of data.subarray(at, at + length + 1)) out.push(byte);
      at += length + 1;
    } else {
      const byte = data[at++] ?? 0;
      for (let left = 257 - length; left > 0; left--) out.push(byte);
    }
  }
  return out.bytes();
}

/** Undoes what was done to rows so that they pack better (ISO 32000-2, 7.4.4.4; PNG, 9). */
function unpredicted(data: Buffer | null, { predictor, colors, bits, columns }: FilterSettings): Buffer | null {
  if (data === null || predictor <= 1) return data;
  const pixel = Math.max(1, Math.ceil((colors * bits) / 8));
  const row = Math.ceil((colors * bits * columns) / 8);
  if (!(row > 0 && row <= 2 ** 26)) return null;
  if (predictor === 2) {
    if (bits !== 8) return null;
    const plain = Buffer.from(data);
    for (let at = 0; at < plain.length; at++) if (at % row >= pixel) plain[at] = ((plain[at] ?? 0) + (plain[at - pixel] ?? 0)) & 255;
    return plain;
  }
  const rows = Math.ceil(data.length / (row + 1));
  const plain = Buffer.alloc(rows * row);
  let end = 0;
  for (let line = 0; line < rows; line++) {
    const way = data[line * (row + 1)] ?? 0;
    const from = line * (row + 1) + 1;
    const to = line * row;
    const length = Math.min(row, data.length - from);
    for (let at = 0; at < length; at++) {
      const left = at >= pixel ? (plain[to + at - pixel] ?? 0) : 0;
      const up = line > 0 ? (plain[to + at - row] ?? 0) : 0;
      const corner = line > 0 && at >= pixel ? (plain[to + at - row - pixel] ?? 0) : 0;
      const add = way === 1 ? left : way === 2 ? up : way === 3 ? (left + up) >> 1 : way === 4 ? paeth(left, up, corner) : 0;
      plain[to + at] = ((data[from + at] ?? 0) + add) & 255;
    }
    end = to + Math.max(0, length);
  }
  return plain.subarray(0, end);
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Bytes that come one by one, up to a limit. */
class Growing {
  length = 0;
  private room = Buffer.alloc(4096);
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  push(byte: number): void {
    if (this.length === this.room.length) this.grow();
    this.room[this.length++] = byte;
  }

  /** Puts down again what stands at a place; it may go on into what is put down by it. */
  repeat(from: number, length: number): void {
    for (let at = 0; at < length; at++) this.push(this.room[from + at] ?? 0);
  }

  bytes(): Buffer {
    return this.room.subarray(0, this.length);
  }

  private grow(): void {
    if (this.length >= this.most) throw tooLarge();
    const larger = Buffer.alloc(Math.min(this.most, this.room.length * 2));
    this.room.copy(larger);
    this.room = larger;
  }
}
