import { factsOfExif } from './exif.ts';
import { gifParts, webpParts } from './image-chunks.ts';
import { factsOfIptc } from './iptc.ts';
import { jpegParts } from './jpeg.ts';
import type { ImageKind, ImageParts } from './image-parts.ts';
import { pngParts } from './png.ts';
import type { Fact, Hidden, Reading } from './reading.ts';
import { factsOfPacket } from './xmp.ts';

const PARTS: Record<ImageKind, (bytes: Buffer) => ImageParts> = { jpeg: jpegParts, png: pngParts, gif: gifParts, webp: webpParts };

/**
 * Reads what an image file says beside its picture: EXIF, XMP, IPTC, texts, and what lies behind its end. The picture itself is not looked at: words that
 * can be read in it are not found.
 * @throws UnreadableFile where it is broken or cut off
 */
export async function readImage(bytes: Uint8Array, kind: ImageKind): Promise<Reading> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = PARTS[kind](buffer);
  const facts: Fact[] = [];
  const add = (what: string, value: string) => {
    const text = value.replace(/\0/g, '').trim().slice(0, 300);
    if (text !== '' && !facts.some((fact) => fact.what === what && fact.value === text)) facts.push({ what, value: text, place: {} });
  };
  for (const exif of parts.exif) for (const { what, value } of factsOfExif(exif)) add(what, value);
  for (const packet of parts.xmp) for (const { what, value } of factsOfPacket(packet)) add(what, value);
  for (const iptc of parts.iptc) for (const { what, value } of factsOfIptc(iptc)) add(what, value);
  for (const { what, value } of parts.texts) add(what, value);
  return { kind, visible: [], hidden: behindTheEnd(buffer, parts.end), facts, stored: [], notInspected: [] };
}

const BEGINNINGS: readonly (readonly [start: string, what: string])[] = [
  ['PK\x03\x04', 'an archive or an Office document'],
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'another picture'],
  ['\xff\xd8\xff', 'another picture'],
  ['GIF8', 'another picture'],
  ['Rar!', 'an archive'],
  ['7z\xbc\xaf', 'an archive'],
  ['\x1f\x8b', 'an archive'],
];

/** What was put behind the end of the picture; padding is nothing. */
function behindTheEnd(bytes: Buffer, end: number): Hidden[] {
  const rest = bytes.subarray(end);
  if (rest.every((byte) => byte === 0 || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0xff)) return [];
  const start = rest.subarray(0, 4096).toString('latin1');
  const [, what = 'something'] =
    BEGINNINGS.find(([beginning]) => start.includes(beginning)) ?? (start.includes('ftyp') ? ['', 'a film'] : []);
  return [{ how: 'appended-data', text: what, count: rest.length, place: {} }];
}
