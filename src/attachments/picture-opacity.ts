import { inflateSync } from 'node:zlib';

/** Bytes of pixels that are unpacked of one picture. */
const MOST_PIXELS = 32 * 1024 * 1024;
/** Share of a picture's points through which nothing is seen. */
const SOLID = 0.95;
const OPAQUE = 230;

/** Whether nothing is seen through a picture; null where that cannot be told, as of drawings made of lines. */
export function isOpaquePicture(bytes: Uint8Array): boolean | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.subarray(0, 8).toString('latin1');
  if (start.startsWith('\xff\xd8\xff') || start.startsWith('BM')) return true;
  if (start.startsWith('GIF8')) return hasClearColour(buffer) ? null : true;
  if (start !== '\x89PNG\r\n\x1a\n' || buffer.length < 33) return null;
  return isOpaquePng(buffer);
}

/** GIF89a 23: a block of control that names a transparent colour. */
function hasClearColour(gif: Buffer): boolean {
  const control = Buffer.from([0x21, 0xf9, 0x04]);
  for (let at = gif.indexOf(control); at >= 0; at = gif.indexOf(control, at + 1)) if (((gif[at + 3] ?? 0) & 1) === 1) return true;
  return false;
}

/** PNG (third edition) 11.2.1 and 11.3.1: with a channel of opacity, how much of it is full; with a list of transparent colours, it cannot be told. */
function isOpaquePng(buffer: Buffer): boolean | null {
  const [width, height] = [buffer.readUInt32BE(16), buffer.readUInt32BE(20)];
  const [depth, colour, interlaced] = [buffer[24] ?? 0, buffer[25] ?? 0, buffer[28] ?? 0];
  const packed: Buffer[] = [];
  for (let at = 8; at + 12 <= buffer.length;) {
    const length = buffer.readUInt32BE(at);
    const type = buffer.subarray(at + 4, at + 8).toString('latin1');
    if (type === 'tRNS') return null;
    if (type === 'IDAT') packed.push(buffer.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  if (colour !== 4 && colour !== 6) return true;
  const point = (colour === 6 ? 4 : 2) * (depth / 8);
  const size = (width * point + 1) * height;
  if (interlaced !== 0 || (depth !== 8 && depth !== 16) || size > MOST_PIXELS || size === 0) return null;
  try {
    return opaqueShare(inflateSync(Buffer.concat(packed), { maxOutputLength: size }), width, height, point, depth / 8) >= SOLID;
  } catch {
    return null;
  }
}

/** Undoes the filter of each line (PNG 9.2) and counts points of full opacity, the first byte of which decides. */
function opaqueShare(lines: Buffer, width: number, height: number, point: number, channel: number): number {
  const line = width * point;
  let above = new Uint8Array(line);
  let opaque = 0;
  for (let row = 0; row < height; row++) {
    const filter = lines[row * (line + 1)] ?? 0;
    const own = new Uint8Array(lines.subarray(row * (line + 1) + 1, (row + 1) * (line + 1)));
    for (let at = 0; at < own.length; at++) {
      const a = at < point ? 0 : (own[at - point] ?? 0);
      const b = above[at] ?? 0;
      const c = at < point ? 0 : (above[at - point] ?? 0);
      const predicted = filter === 1 ? a : filter === 2 ? b : filter === 3 ? (a + b) >> 1 : filter === 4 ? paeth(a, b, c) : 0;
      own[at] = (own[at] ?? 0) + predicted;
    }
    for (let at = point - channel; at < line; at += point) if ((own[at] ?? 0) >= OPAQUE) opaque++;
    above = own;
  }
  return opaque / (width * height);
}

function paeth(a: number, b: number, c: number): number {
  const toA = Math.abs(b - c);
  const toB = Math.abs(a - c);
  const toC = Math.abs(a + b - 2 * c);
  return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
}
