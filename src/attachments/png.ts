import { inflateSync } from 'node:zlib';
import { cutOff, mustBegin, noParts, type ImageParts } from './image-parts.ts';

const MOST_TEXT = 1024 * 1024;
/** Chunks that carry the picture and how to show it (PNG, third edition, 11, and its registered extensions). */
const OF_THE_PICTURE = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT oFFs pCAL sCAL sTER vpAg caNv orNT iDOT CgBI tIME'.split(
    ' ',
  ),
);
const PRIVATE = 64;

/** Reads the chunks of a PNG up to its end. */
export function pngParts(bytes: Buffer): ImageParts {
  mustBegin(bytes, '\x89PNG\r\n\x1a\n');
  const parts = noParts();
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) cutOff();
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString('latin1');
    if (at + 12 + length > bytes.length) cutOff();
    takeChunk(type, bytes.subarray(at + 8, at + 8 + length), parts);
    at += 12 + length;
    if (type === 'IEND') return { ...parts, end: at };
  }
}

function takeChunk(type: string, data: Buffer, parts: ImageParts): void {
  if (type === 'eXIf') parts.exif.push(data);
  else if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') {
    const text = textOf(type, data);
    if (text === null) return;
    if (text.key === 'XML:com.adobe.xmp') parts.xmp.push(text.value);
    else if (/^Raw profile type (?:exif|APP1)$/i.test(text.key)) takeProfile(text.value, 'exif', parts);
    else if (/^Raw profile type iptc$/i.test(text.key)) takeProfile(text.value, 'iptc', parts);
    else parts.texts.push({ what: nameOf(text.key), value: text.value });
  } else if (!OF_THE_PICTURE.has(type) && data.length > PRIVATE)
    parts.texts.push({ what: 'private data', value: `${type.replace(/[^\w]/g, '?')} ${data.length} bytes` });
}

/** What is said under a PNG keyword, in the words that EXIF's facts have as well. */
function nameOf(key: string): string {
  const name = key.toLowerCase();
  if (name === 'author' || name === 'artist') return 'author';
  if (name === 'software' || name === 'source') return 'program';
  if (name === 'comment' || name === 'description' || name === 'title' || name === 'disclaimer' || name === 'warning') return 'comment';
  if (name === 'copyright') return 'copyright';
  if (/^(?:creation time|date:|create-date|modify-date)/.test(name)) return 'date';
  return /gps|latitude|longitude/.test(name) ? 'position' : `text ${name.slice(0, 40)}`;
}

function textOf(type: string, data: Buffer): { key: string; value: string } | null {
  const end = data.indexOf(0);
  if (end < 0) return null;
  const key = data.subarray(0, end).toString('latin1');
  if (type === 'tEXt') return { key, value: data.subarray(end + 1).toString('latin1') };
  if (type === 'zTXt') return { key, value: unpack(data.subarray(end + 2)).toString('latin1') };
  const packed = data[end + 1] === 1;
  const language = data.indexOf(0, end + 3);
  const translated = data.indexOf(0, language + 1);
  if (language < 0 || translated < 0) return null;
  const rest = data.subarray(translated + 1);
  return { key, value: (packed ? unpack(rest) : rest).toString('utf8') };
}

/** Text that cannot be unpacked is said to be there. */
function unpack(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: MOST_TEXT });
  } catch {
    return Buffer.from('packed text that could not be read');
  }
}

/** ImageMagick writes blocks of other formats as lines of hexadecimal. */
function takeProfile(value: string, kind: 'exif' | 'iptc', parts: ImageParts): void {
  const hex = value.replace(/^\s*\w+\s+\d+\s+/, '').replace(/[^\da-f]/gi, '');
  const data = Buffer.from(hex, 'hex');
  const start = data.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? 6 : 0;
  parts[kind].push(data.subarray(start));
}
