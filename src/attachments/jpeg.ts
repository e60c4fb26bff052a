import { cutOff, mustBegin, noParts, type ImageParts } from './image-parts.ts';

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const XMP_EXTENSION = 'http://ns.adobe.com/xmp/extension/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';
/** Application segments that carry no more than how to show the picture: JFIF, ICC profiles, Adobe’s colours, Ducky’s quality. */
const HARMLESS = /^(?:JFIF\0|JFXX\0|ICC_PROFILE\0|Adobe|Ducky|MPF\0|urn:iso:std:iso:ts:21496)/;

/** Reads the segments of a JPEG (ITU-T T.81, B.1) up to its end marker. */
export function jpegParts(bytes: Buffer): ImageParts {
  mustBegin(bytes, '\xff\xd8');
  const parts = noParts();
  let at = 2;
  for (;;) {
    if (at + 1 >= bytes.length) cutOff();
    if (bytes[at] !== 0xff) cutOff();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd9) return { ...parts, end: at + 2 };
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) cutOff();
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) cutOff();
    takeSegment(marker, bytes.subarray(at + 4, at + 2 + length), parts);
    at += 2 + length;
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
}

/** Where the next marker begins: in a scan 0xFF is followed by 0, or by a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return cutOff();
}

function takeSegment(marker: number, data: Buffer, parts: ImageParts): void {
  const start = data.subarray(0, 48).toString('latin1');
  if (marker === 0xfe) parts.texts.push({ what: 'comment', value: data.toString('utf8') });
  if (marker < 0xe0 || marker > 0xef) return;
  if (start.startsWith(EXIF)) parts.exif.push(data.subarray(EXIF.length));
  else if (start.startsWith(XMP)) parts.xmp.push(data.subarray(XMP.length).toString('utf8'));
  else if (start.startsWith(XMP_EXTENSION)) parts.xmp.push(data.subarray(XMP_EXTENSION.length + 40).toString('utf8'));
  else if (start.startsWith(PHOTOSHOP)) takeResources(data.subarray(PHOTOSHOP.length), parts);
  else if (!HARMLESS.test(start) && data.length > 64)
    parts.texts.push({ what: 'private data', value: `${start.replace(/[^ -~].*$/s, '').slice(0, 24)} ${data.length} bytes` });
}

/** Photoshop's image resources: IPTC is number 1028, a small picture 1033 or 1036. */
function takeResources(data: Buffer, parts: ImageParts): void {
  for (let at = 0; at + 12 <= data.length && data.subarray(at, at + 4).toString('latin1') === '8BIM';) {
    const id = data.readUInt16BE(at + 4);
    const name = data[at + 6] ?? 0;
    const head = at + 6 + name + 1 + ((name + 1) % 2);
    if (head + 4 > data.length) return;
    const size = data.readUInt32BE(head);
    const body = data.subarray(head + 4, head + 4 + size);
    if (id === 1028) parts.iptc.push(body);
    if (id === 1033 || id === 1036) parts.texts.push({ what: 'small picture', value: `${size} bytes` });
    at = head + 4 + size + (size % 2);
  }
}
