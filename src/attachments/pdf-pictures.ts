import { MOST_PIXELS } from './pdf-document.ts';
import { resolve, type PdfObjects } from './pdf-objects.ts';
import { isName, type PdfDict, type PdfStream } from './pdf-syntax.ts';
import { UnreadableFile } from './reading.ts';

/** Bytes of a picture's points beside what its width and height ask for: writers add an empty line or two. */
const SPARE = 1024 * 1024;

/**
 * How many points a picture has to be unpacked to, by its dictionary or by its own head, whichever says more: a reader makes room for them before it
 * reads them. A picture that is painted again and again in passes (JPEG) counts each.
 *
 * @throws UnreadableFile where its head says more than is looked at, or where its data unpack to much more than its dictionary says.
 */
export function pointsOf(objects: PdfObjects, stream: PdfStream): number {
  const said = numberIn(objects, stream.dict, 'Width', 'W') * numberIn(objects, stream.dict, 'Height', 'H');
  // One that says it is too large is left out by the reader, and that is told.
  if (!(said <= MOST_PIXELS)) return 0;
  const bits = Math.max(1, numberIn(objects, stream.dict, 'BitsPerComponent', 'BPC'));
  const filters = resolve(objects, stream.dict.get('Filter') ?? stream.dict.get('F'));
  const isPackedOnce =
    isName(filters, 'FlateDecode') || (Array.isArray(filters) && filters.length === 1 && isName(filters[0], 'FlateDecode'));
  // Unpacking it to see takes as long as reading it: what is this small cannot become too large.
  if (isPackedOnce && (stream.to - stream.from) * FLATE_AT_MOST <= LARGE) return said;
  const { data, filter } = objects.unpackPicture(stream, (said * bits * MOST_COMPONENTS) / 8 + SPARE);
  const { points, components } = headOf(filter, data);
  if (points > MOST_PIXELS || points * components > MOST_PIXELS * 4)
    throw new UnreadableFile('it holds a picture that is too large to be looked at');
  return Math.max(said, points * passesOf(filter, data));
}

const MOST_COMPONENTS = 4;
/** Flate makes at most so many bytes of one (RFC 1951: 258 of two bits). */
const FLATE_AT_MOST = 1032;
const LARGE = 128 * 1024 * 1024;

function numberIn(objects: PdfObjects, dict: PdfDict, long: string, short: string): number {
  const value = resolve(objects, dict.get(long) ?? dict.get(short));
  return typeof value === 'number' && value > 0 ? value : 0;
}

interface Head {
  points: number;
  components: number;
}

/** What the head of a coded picture says. */
function headOf(filter: string, data: Buffer): Head {
  if (filter === 'DCTDecode' || filter === 'DCT') return headOfJpeg(data);
  if (filter === 'JPXDecode') return headOfJpeg2000(data);
  if (filter === 'JBIG2Decode') return headOfJbig2(data);
  return { points: 0, components: 1 };
}

/** Every frame counts, wherever it stands (ITU-T T.81, B.2.2): `FF C0` to `FF CF` but tables, length, precision, height, width, components. */
function headOfJpeg(data: Buffer): Head {
  const head: Head = { points: 0, components: 1 };
  for (let at = data.indexOf(0xff); at >= 0 && at + 9 < data.length; at = data.indexOf(0xff, at + 1)) {
    const mark = data[at + 1] ?? 0;
    if (mark < 0xc0 || mark > 0xcf || mark === 0xc4 || mark === 0xc8 || mark === 0xcc) continue;
    const components = data[at + 9] ?? 0;
    // Within the coded points an FF is followed by 00: what looks like a frame and has no room for its components is none.
    if (data.readUInt16BE(at + 2) !== 8 + 3 * components) continue;
    const points = data.readUInt16BE(at + 5) * data.readUInt16BE(at + 7);
    if (points > head.points) Object.assign(head, { points, components: Math.max(1, components) });
  }
  return head;
}

/** Scans of a progressive JPEG: each goes over all points. */
function passesOf(filter: string, data: Buffer): number {
  if (filter !== 'DCTDecode' && filter !== 'DCT') return 1;
  let passes = 0;
  for (let at = data.indexOf(0xff); at >= 0; at = data.indexOf(0xff, at + 1)) if (data[at + 1] === 0xda) passes++;
  // Ordinary ones have ten; what is drawn line by line has one for each colour.
  return Math.max(1, passes / 10);
}

/** `FF 4F FF 51`, length, capabilities, then width, height, and where the picture begins in them (ISO/IEC 15444-1, A.5.1). */
function headOfJpeg2000(data: Buffer): Head {
  const at = data.indexOf(Buffer.from('ff4fff51', 'hex'));
  if (at < 0 || at + 42 > data.length) return { points: 0, components: 1 };
  const [width, height] = [data.readUInt32BE(at + 8) - data.readUInt32BE(at + 16), data.readUInt32BE(at + 12) - data.readUInt32BE(at + 20)];
  return { points: Math.max(0, width) * Math.max(0, height), components: Math.max(1, data.readUInt16BE(at + 40)) };
}

/** Segments as they follow each other in a PDF (ISO/IEC 14492, 7.2): the page and every region say a width and a height. */
function headOfJbig2(data: Buffer): Head {
  let points = 0;
  for (let at = 0; at + 11 <= data.length;) {
    const flags = data[at + 4] ?? 0;
    const kind = flags & 63;
    let refers = (data[at + 5] ?? 0) >> 5;
    let next = at + 6;
    if (refers === 7) {
      refers = data.readUInt32BE(at + 5) & 0x1fffffff;
      next = at + 9 + Math.ceil((refers + 1) / 8);
    }
    const number = data.readUInt32BE(at);
    next += refers * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4) + (flags & 64 ? 4 : 1);
    if (next + 4 > data.length) break;
    const length = data.readUInt32BE(next);
    next += 4;
    if ((kind === 48 || (kind >= 4 && kind <= 43 && kind !== 16)) && next + 8 <= data.length) {
      const height = data.readUInt32BE(next + 4);
      points += data.readUInt32BE(next) * (height === 0xffffffff ? 1 : height);
    }
    if (length === 0xffffffff) break;
    at = next + length;
  }
  // A page and one region that fills it.
  return { points: points / 2, components: 1 };
}

/** Whether a stream is a picture. */
export function isPicture({ dict }: PdfStream): boolean {
  return isName(dict.get('Subtype'), 'Image');
}

/** What a picture is masked with: pictures themselves. */
export function masksOf(objects: PdfObjects, { dict }: PdfStream): PdfStream[] {
  return ['SMask', 'Mask'].flatMap((key) => {
    const value = resolve(objects, dict.get(key));
    return typeof value === 'object' && value !== null && 'from' in value ? [value] : [];
  });
}
