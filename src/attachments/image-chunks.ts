import { cutOff, mustBegin, noParts, type ImageParts } from './image-parts.ts';

/** Reads the blocks of a GIF (GIF89a) up to its trailer. */
export function gifParts(bytes: Buffer): ImageParts {
  mustBegin(bytes, 'GIF8');
  const parts = noParts();
  if (bytes.length < 13) cutOff();
  let at = 13 + tableSize(bytes[10] ?? 0);
  for (;;) {
    const block = bytes[at];
    if (block === 0x3b) return { ...parts, end: at + 1 };
    if (block === 0x2c) at = skipBlocks(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0)).end;
    else if (block === 0x21) {
      const label = bytes[at + 1];
      const { data, end } = skipBlocks(bytes, at + 2);
      if (label === 0xfe) parts.texts.push({ what: 'comment', value: data.toString('latin1') });
      if (label === 0x01) parts.texts.push({ what: 'comment', value: data.subarray(12).toString('latin1') });
      if (label === 0xff && data.subarray(0, 11).toString('latin1') === 'XMP DataXMP')
        parts.xmp.push(bytes.subarray(at + 14, end).toString('utf8'));
      at = end;
    } else cutOff();
  }
}

function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function skipBlocks(bytes: Buffer, from: number): { data: Buffer; end: number } {
  const pieces: Buffer[] = [];
  for (let at = from; ;) {
    const size = bytes[at];
    if (size === undefined) return cutOff();
    if (size === 0) return { data: Buffer.concat(pieces), end: at + 1 };
    pieces.push(bytes.subarray(at + 1, at + 1 + size));
    at += 1 + size;
  }
}

const OF_THE_PICTURE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

/** Reads the chunks of a WebP (RFC 9649) up to the length that its head names. */
export function webpParts(bytes: Buffer): ImageParts {
  mustBegin(bytes, 'RIFF');
  if (bytes.length < 20 || bytes.subarray(8, 12).toString('latin1') !== 'WEBP') cutOff();
  const parts = noParts();
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) cutOff();
  for (let at = 12; at + 8 <= end;) {
    const type = bytes.subarray(at, at + 4).toString('latin1');
    const size = bytes.readUInt32LE(at + 4);
    if (at + 8 + size > end) cutOff();
    const data = bytes.subarray(at + 8, at + 8 + size);
    if (type === 'EXIF') parts.exif.push(data.subarray(data.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? 6 : 0));
    else if (type === 'XMP ') parts.xmp.push(data.toString('utf8'));
    else if (!OF_THE_PICTURE.has(type) && size > 64)
      parts.texts.push({ what: 'private data', value: `${type.replace(/[^\w ]/g, '?')} ${size} bytes` });
    at += 8 + size + (size % 2);
  }
  return { ...parts, end };
}
