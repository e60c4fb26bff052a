import { encodingOf } from './encoding.ts';
import { KINDS, type Kind } from './kinds.ts';
import { OTHER_KINDS, type OtherKind } from './other-kinds.ts';

/** What formats begin with; `?` is any byte. The first that fits tells the kind. */
const BEGINNINGS: readonly (readonly [string, Kind | OtherKind])[] = [
  ['89 50 4e 47 0d 0a 1a 0a', 'png'],
  ['ff d8 ff', 'jpeg'],
  ['47 49 46 38', 'gif'],
  ['52 49 46 46 ? ? ? ? 57 45 42 50', 'webp'],
  ['52 49 46 46', 'media'],
  ['d0 cf 11 e0 a1 b1 1a e1', 'old-office'],
  ['7b 5c 72 74 66', 'rtf'],
  ['1f 8b', 'gzip'],
  ['37 7a bc af 27 1c', 'archive'],
  ['52 61 72 21 1a 07', 'archive'],
  ['42 5a 68', 'archive'],
  ['fd 37 7a 58 5a 00', 'archive'],
  ['28 b5 2f fd', 'archive'],
  ['4d 53 43 46', 'archive'],
  ['49 49 2a 00', 'tiff'],
  ['4d 4d 00 2a', 'tiff'],
  ['4d 5a', 'executable'],
  ['7f 45 4c 46', 'executable'],
  ['cf fa ed fe', 'executable'],
  ['ca fe ba be', 'executable'],
  ['53 51 4c 69 74 65', 'database'],
  ['? ? ? ? 66 74 79 70 68 65 69', 'heic'],
  ['? ? ? ? 66 74 79 70 61 76 69 66', 'heic'],
  ['? ? ? ? 66 74 79 70', 'media'],
  ['49 44 33', 'media'],
  ['1a 45 df a3', 'media'],
  ['4f 67 67 53', 'media'],
];

/** What a file is, by its bytes; only among texts does the name decide which are tables. @param name with its ending */
export function recognise(bytes: Uint8Array, name: string): Kind | OtherKind {
  if (bytes.length === 0) return 'empty';
  const known = BEGINNINGS.find(([beginning]) => beginsWith(bytes, beginning))?.[1];
  // Two letters are also how a text may begin.
  if (known === 'old-office' && holdsEncryptedPackage(bytes)) return 'locked-office';
  if (known !== undefined && !(known === 'executable' && bytes[0] === 0x4d && encodingOf(bytes) !== null)) return known;
  // A PDF may begin a little later than its file.
  if (latin1(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  if (beginsWith(bytes, '50 4b 03 04') || beginsWith(bytes, '50 4b 05 06') || beginsWith(bytes, '50 4b 07 08')) return kindOfZip(bytes);
  if (latin1(bytes.subarray(257, 262)) === 'ustar') return 'archive';
  if (beginsWith(bytes, '42 4d') && encodingOf(bytes) === null) return 'bmp';
  const encoding = encodingOf(bytes);
  if (encoding === null) return 'unknown';
  return kindOfText(new TextDecoder(encoding).decode(bytes), endingOf(name));
}

/** `csv` of `Figures 2024.CSV`; nothing where there is no dot. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** True for a kind that has a place in the table of readers. */
export function isReadKind(kind: Kind | OtherKind): kind is Kind {
  return kind in KINDS;
}

/** The kinds that an ending stands for; none where it is not known. */
export function kindsOfEnding(ending: string): (Kind | OtherKind)[] {
  const tables: [string, { extensions: readonly string[] }][] = [
    ...Object.entries(KINDS),
    ...Object.entries(OTHER_KINDS),
    ...Object.entries(VARIANTS),
  ];
  return tables.filter(([, { extensions }]) => extensions.includes(ending)).map(([kind]) => kind as Kind | OtherKind);
}

/** Endings of the same containers with macros or as templates: what they hold beside is for the rules of the format. */
const VARIANTS = {
  xlsx: { extensions: ['xlsm', 'xltx', 'xltm'] },
  docx: { extensions: ['docm', 'dotx', 'dotm'] },
  text: { extensions: ['json', 'geojson', 'xml', 'yaml', 'yml', 'log', 'text', 'ics', 'vcf'] },
} as const;

/** By the names of its members; those of a package that lies inside it, as behind a chart, are none of its own. */
function kindOfZip(bytes: Uint8Array): Kind | OtherKind {
  const names = directoryOf(bytes).toLowerCase();
  if (latin1(bytes.subarray(30, 80)).startsWith('mimetypeapplication/vnd.oasis.opendocument')) return 'opendocument';
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  if (names.includes('[content_types].xml')) {
    if (names.includes('xl/workbook.xml')) return 'xlsx';
    if (/word\/document\d*\.xml/.test(names)) return 'docx';
    if (names.includes('ppt/presentation.xml')) return 'powerpoint';
  }
  return 'zip';
}

/** By the name of the stream, as a directory of the container has it, in UTF-16 ([MS-CFB] 2.6.1). */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage\0', 0, 'utf16le');
}

/** The end of a zip file with the names of its members, uncompressed (APPNOTE.TXT 4.3.12 and 4.3.16). */
function directoryOf(bytes: Uint8Array): string {
  const last = latin1(bytes.subarray(-1_048_576));
  const end = last.lastIndexOf('PK\x05\x06');
  if (end < 0) return last;
  const size = Buffer.from(last.slice(end + 12, end + 16), 'latin1');
  return size.length < 4 ? last : last.slice(Math.max(0, end - size.readUInt32LE()), end);
}

function kindOfText(text: string, ending: string): Kind | OtherKind {
  const start = text
    .slice(0, 65_536)
    .replace(/^\uFEFF?\s{0,4096}(?:<\?xml[^>]{0,1024}>\s{0,1024})?(?:<!--[^]{0,4096}?-->\s{0,1024})?/, '')
    .slice(0, 64)
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<body|<script|<iframe)/.test(start)) return 'html';
  if (/^<(?:svg|!doctype svg)/.test(start) || (ending === 'svg' && start.startsWith('<')))
    return /<script|\son[a-z]+\s*=|javascript:|<foreignobject|<!entity/i.test(text) ? 'svg-with-script' : 'svg';
  if (start.startsWith('#!') || (OTHER_KINDS.executable.extensions as readonly string[]).includes(ending)) return 'executable';
  if ((OTHER_KINDS.html.extensions as readonly string[]).includes(ending)) return 'html';
  return (KINDS.csv.extensions as readonly string[]).includes(ending) ? 'csv' : 'text';
}

function beginsWith(bytes: Uint8Array, beginning: string): boolean {
  return beginning.split(' ').every((byte, index) => (byte === '?' ? index < bytes.length : bytes[index] === parseInt(byte, 16)));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
