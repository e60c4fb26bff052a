import type { Gathering } from './gathering.ts';
import type { OfficePackage } from './package.ts';

/** Bytes of all pictures, which of them say where they were taken, and those that are left in the file and nothing shows. */
export function readPictures(file: OfficePackage, gathering: Gathering): void {
  let bytes = 0;
  for (const part of file.parts()) {
    if (!file.typeOf(part).startsWith('image/')) continue;
    bytes += file.size(part);
    if (hasPosition(file.bytes(part))) gathering.fact('picture-position', '', { part });
  }
  gathering.fact('picture-bytes', String(bytes));
  for (const part of leftPictures(file)) gathering.hide('left-picture', '', 1, { part });
}

/** Pictures that a part links to and does not name: whoever took them out of the text left them in the package. */
function leftPictures(file: OfficePackage): Set<string> {
  const [linked, shown] = [new Set<string>(), new Set<string>()];
  for (const part of file.reached()) {
    const pictures = file.relationships(part).filter(({ type, target, external }) => type === 'image' && !external && file.has(target));
    if (pictures.length === 0) continue;
    const bytes = file.bytes(part);
    // A part in UTF-16 is read with its zeros.
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replaceAll('\0', '');
    const named = new Set(Array.from(text.matchAll(/["']([\w.-]{1,64})(?=["'])/g), ([, id]) => id));
    for (const { id, target } of pictures) {
      linked.add(target);
      if (!/^[\w.-]{1,64}$/.test(id) || named.has(id)) shown.add(target);
    }
  }
  return new Set([...linked].filter((target) => !shown.has(target)));
}

/**
 * Whether a JPEG picture holds the position where it was taken: a directory of GPS tags (0x8825) in the first directory of its EXIF (CIPA DC-008 4.6.3).
 */
export function hasPosition(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) return false;
    const length = view.getUint16(at + 2);
    if (marker === 0xe1 && isExif(bytes, at + 4))
      return hasTag(new DataView(view.buffer, view.byteOffset + at + 10, Math.max(0, Math.min(length - 8, bytes.length - at - 10))));
    at += 2 + Math.max(length, 2);
  }
  return false;
}

function isExif(bytes: Uint8Array, at: number): boolean {
  return String.fromCharCode(...bytes.subarray(at, at + 6)) === 'Exif\0\0';
}

/** Looks for the tag in the first directory of a TIFF header. */
function hasTag(tiff: DataView): boolean {
  if (tiff.byteLength < 8) return false;
  const little = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, little);
  if (start + 2 > tiff.byteLength) return false;
  const entries = tiff.getUint16(start, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return false;
    if (tiff.getUint16(at, little) === 0x8825) return true;
  }
  return false;
}

/** More than a hundredth cut off at an edge; thousandths of a percent, or `5%`. A negative value adds a margin and hides nothing. */
export function isCropped(edges: { local: string; value: string }[]): boolean {
  const share = (value: string) => (value.endsWith('%') ? Number(value.slice(0, -1)) * 1000 : Number(value));
  return edges.some(({ local, value }) => ['l', 't', 'r', 'b'].includes(local) && share(value) > 1000);
}
