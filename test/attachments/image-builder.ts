import { crc32, deflateSync } from 'node:zlib';

const latin = (text: string) => Buffer.from(text, 'latin1');

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([latin(type), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function pngFile(head: readonly number[], chunks: readonly Buffer[], lines: Buffer): Buffer {
  const parts = [pngChunk('IHDR', Buffer.from(head)), ...chunks, pngChunk('IDAT', deflateSync(lines)), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([latin('\x89PNG\r\n\x1a\n'), ...parts]);
}

/** A PNG of one pixel, with further chunks. */
export function png(...chunks: [type: string, data: string][]): Buffer {
  const rest = chunks.map(([type, data]) => pngChunk(type, latin(data)));
  return pngFile([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0], rest, Buffer.from([0, 255]));
}

/** A PNG of points that are red, each with the opacity that it is given, its lines filtered in all five ways (PNG 9.2). */
export function pngWithOpacity(width: number, opacities: readonly number[]): Buffer {
  const height = opacities.length / width;
  const at = (row: number, byte: number) =>
    row < 0 || byte < 0 ? 0 : ([200, 16, 16, opacities[row * width + (byte >> 2)] ?? 0][byte & 3] ?? 0);
  const lines: number[] = [];
  for (let row = 0; row < height; row++) {
    const filter = row % 5;
    lines.push(filter);
    for (let byte = 0; byte < width * 4; byte++) {
      const [left, above, corner] = [at(row, byte - 4), at(row - 1, byte), byte < 4 ? 0 : at(row - 1, byte - 4)];
      const guess = left + above - corner;
      const nearest = [left, above, corner].sort((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0] ?? 0;
      lines.push((at(row, byte) - ([0, left, above, (left + above) >> 1, nearest][filter] ?? 0)) & 255);
    }
  }
  return pngFile([0, 0, 0, width, 0, 0, 0, height, 8, 6, 0, 0, 0], [], Buffer.from(lines));
}

/** The frame of a JPEG, with further segments; its scan is a few bytes with a stuffed 0xFF. */
export function jpeg(...segments: [marker: number, data: string][]): Buffer {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])]);
  const all = [segment(0xe0, latin('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')), ...segments.map(([marker, data]) => segment(marker, latin(data)))];
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...all, scan, Buffer.from([0xff, 0xd9])]);
}

/** A GIF of one pixel. */
export function gif(comment?: string): Buffer {
  const extension = comment === undefined ? '' : `!\xfe${String.fromCharCode(comment.length)}${comment}\0`;
  return latin(`GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff${extension},\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;`);
}

/** The frame of a WebP, with further chunks. */
export function webp(...chunks: [type: string, data: string][]): Buffer {
  const body = Buffer.concat(
    [['VP8L', '\x2f\0\0\0\0\0'] as [string, string], ...chunks].map(([type, data]) => {
      const size = Buffer.alloc(4);
      size.writeUInt32LE(data.length);
      return Buffer.concat([latin(type), size, latin(data), Buffer.alloc(data.length % 2)]);
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length + 4);
  return Buffer.concat([latin('RIFF'), size, latin('WEBP'), body]);
}

/** A block of EXIF, one byte a character. */
export function tiffWith({ gps = false, artist = '', thumbnail = false, big = false }): string {
  const bytes: number[] = [];
  const number = (value: number, size: number) => {
    const own = Array.from({ length: size }, (_, at) => (value >> (8 * at)) & 255);
    bytes.push(...(big ? own.reverse() : own));
  };
  const entry = (tag: number, type: number, count: number, value: number) => {
    number(tag, 2);
    number(type, 2);
    number(count, 4);
    number(value, 4);
  };
  bytes.push(...latin(big ? 'MM' : 'II'));
  number(42, 2);
  number(8, 4);
  number(Number(gps) + Number(artist !== ''), 2);
  const end = 8 + 2 + 12 * (Number(gps) + Number(artist !== '')) + 4;
  if (artist !== '') entry(0x013b, 2, artist.length + 1, end);
  if (gps) entry(0x8825, 4, 1, end + artist.length + 1);
  number(thumbnail ? end : 0, 4);
  if (artist !== '' || gps) bytes.push(...latin(`${artist}\0`));
  if (thumbnail) {
    number(1, 2);
    entry(0x0201, 4, 1, 0);
    number(0, 4);
  }
  if (gps) {
    const at = bytes.length;
    number(2, 2);
    entry(2, 5, 3, at + 30);
    entry(4, 5, 3, at + 30);
    number(0, 4);
    for (const value of [54, 1, 6, 1, 0, 1]) number(value, 4);
  }
  return Buffer.from(bytes).toString('latin1');
}
