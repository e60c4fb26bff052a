import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableFile } from './reading.ts';

/** What a package may be made of at most (SAFETY: inputs are hostile). */
export const ZIP_LIMITS = {
  members: 2_000,
  /** Bytes of all members together, unpacked. */
  unpacked: 200 * 1024 * 1024,
  /** Unpacked to packed, of a member larger than `ratioFrom` bytes. */
  ratio: 100,
  ratioFrom: 1024 * 1024,
  /** Letters of a name. */
  name: 512,
} as const;

/** One file of the package. Its bytes are unpacked when they are asked for, and not kept. */
export interface ZipMember {
  name: string;
  /** In bytes, unpacked. */
  size: number;
  /** Throws `UnreadableFile` where the bytes are not what the directory says. */
  bytes(): Uint8Array;
}

export interface Zip {
  /** By name, in the order of the directory. Without folders. */
  members: ReadonlyMap<string, ZipMember>;
  /** What is in the file and in no member that can be read, as sentences. */
  strays: { because: string; part: string }[];
}

/** Signatures (APPNOTE 4.3): of an entry of the directory, of its end. */
const DIRECTORY = Buffer.from('PK\u0001\u0002', 'latin1');
const END = Buffer.from('PK\u0005\u0006', 'latin1');
/** Begins the Compound File Binary format: Office before 2007, and every Office file that a password encrypts. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * The members of a zip file, by its central directory, and all that lies beside them: a reader that goes by the directory does not see what stands
 * between two members, and another reader would.
 *
 * @throws {UnreadableFile} what is no zip, breaks a limit, or says one thing in the directory and another at the member
 */
export async function readZip(bytes: Uint8Array): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 4).equals(COMPOUND))
    throw new UnreadableFile('The file is encrypted with a password, or is in the format of Office before 2007, and cannot be looked into');
  const zip = await fromBufferPromise(buffer, {
    lazyEntries: true,
    decodeStrings: true,
    strictFileNames: true,
    validateEntrySizes: true,
  }).catch((error: Error) => {
    throw broken(error);
  });
  const strays: Zip['strays'] = [];
  const members = new Map<string, ZipMember>();
  const spans: Span[] = [];
  if (zip.comment !== '') strays.push({ because: 'the package has a comment, which no program shows', part: '' });
  if (zip.entryCount > ZIP_LIMITS.members)
    throw new UnreadableFile(`The package has ${zip.entryCount} members, expected at most ${ZIP_LIMITS.members}`);

  const seen = new Set<string>();
  let unpacked = 0;
  for (const entry of await entriesOf(zip)) {
    const { fileName: name, uncompressedSize: size, compressedSize } = entry;
    checkName(name, seen);
    unpacked += size;
    if (unpacked > ZIP_LIMITS.unpacked) throw new UnreadableFile('The package unpacks to more than 200 MiB');
    if (size > ZIP_LIMITS.ratioFrom && size > compressedSize * ZIP_LIMITS.ratio)
      throw new UnreadableFile(`A member of the package unpacks to more than ${ZIP_LIMITS.ratio} times its size, as a zip bomb does`);
    const start = await dataStart(zip, entry);
    spans.push({ from: entry.relativeOffsetOfLocalHeader, to: start + compressedSize, entry });
    if (name.endsWith('/')) {
      if (size > 0) strays.push({ because: 'a folder of the package holds bytes of its own', part: name });
    } else if (entry.isEncrypted()) strays.push({ because: 'a member of the package is encrypted', part: name });
    else if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      strays.push({ because: 'a member of the package is packed by a method that is not known here', part: name });
    else members.set(name, { name, size, bytes: () => unpack(buffer.subarray(start, start + compressedSize), entry) });
  }
  strays.push(...besideMembers(buffer, spans));
  return { members, strays };
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw broken(error as Error);
  }
  return entries;
}

/** Names are compared without regard to case, as Office does (ECMA-376 part 2): two that differ in case only are the same part twice. */
function checkName(name: string, seen: Set<string>): void {
  if (name.length > ZIP_LIMITS.name) throw new UnreadableFile(`A member of the package has a name of ${name.length} letters`);
  if (name.includes('\0') || name.startsWith('/') || name.split('/').includes('..'))
    throw new UnreadableFile('A member of the package has a name that leads out of it');
  if (seen.has(name.toLowerCase()))
    throw new UnreadableFile('The package has the same member twice, and programs differ in which of the two they show');
  seen.add(name.toLowerCase());
}

/** Where the member's packed bytes begin, in a file whose own header agrees with the directory. */
async function dataStart(zip: ZipFile, entry: Entry): Promise<number> {
  try {
    const { fileDataStart, fileName, compressionMethod } = await zip.readLocalFileHeaderPromise(entry);
    if (!fileName.equals(entry.fileNameRaw) || compressionMethod !== entry.compressionMethod)
      throw new UnreadableFile('The package says one thing in its directory and another at the member itself');
    return fileDataStart;
  } catch (error) {
    throw error instanceof UnreadableFile ? error : broken(error as Error);
  }
}

function unpack(packed: Buffer, { compressionMethod, uncompressedSize, crc32: expected }: Entry): Uint8Array {
  let bytes: Buffer;
  try {
    bytes = compressionMethod === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(uncompressedSize, 1) });
  } catch (error) {
    throw broken(error as Error);
  }
  if (bytes.length !== uncompressedSize || crc32(bytes) !== expected)
    throw new UnreadableFile('The package is damaged: a member is not what its checksum says');
  return bytes;
}

/** A member's header and packed bytes, from its first byte to the one after its last. */
interface Span {
  from: number;
  to: number;
  entry: Entry;
}

/** Bytes before, between and after the members, other than the directory and the descriptors that may follow a member. */
function besideMembers(buffer: Buffer, spans: Span[]): Zip['strays'] {
  const strays: Zip['strays'] = [];
  const stray = (where: string, part: string) =>
    strays.push({ because: `the package holds bytes ${where}, which belong to no member`, part });
  const inOrder = spans.sort((a, b) => a.from - b.from);
  let last: Span | null = null;
  for (const span of inOrder) {
    if (span.from < (last?.to ?? 0)) throw new UnreadableFile('Members of the package overlap, as in a zip bomb');
    if (!isDescriptor(buffer.subarray(last?.to ?? 0, span.from), last))
      stray(last ? 'between its members' : 'before its first member', last?.entry.fileName ?? '');
    last = span;
  }
  const final = buffer.lastIndexOf(END);
  const { from, to } = directoryOf(buffer, final);
  if (!isDescriptor(buffer.subarray(last?.to ?? 0, Math.max(from, last?.to ?? 0)), last))
    stray('before its directory', last?.entry.fileName ?? '');
  if (to < final) stray('after its directory', '');
  if (buffer.length > final + 22 + buffer.readUInt16LE(final + 20)) stray('after its end', '');
  return strays;
}

/** The central directory (APPNOTE 4.3.12). In a file of the 64-bit form, whose end record is elsewhere, from its first entry to the end record. */
function directoryOf(buffer: Buffer, final: number): { from: number; to: number } {
  const [size, from] = [buffer.readUInt32LE(final + 12), buffer.readUInt32LE(final + 16)];
  return from === 0xffffffff || size === 0xffffffff ? { from: buffer.indexOf(DIRECTORY), to: final } : { from, to: from + size };
}

/** Nothing, or the data descriptor (APPNOTE 4.3.9) of the member before: its checksum and two sizes of 4 or 8 bytes, with or without a signature. */
function isDescriptor(between: Buffer, before: Span | null): boolean {
  if (between.length === 0) return true;
  if (!before || (before.entry.generalPurposeBitFlag & 8) === 0) return false;
  const { crc32: checksum, compressedSize, uncompressedSize } = before.entry;
  const body = between.subarray(between.length % 8 === 4 ? 0 : 4);
  if (![12, 16, 20, 24].includes(between.length) || body.readUInt32LE(0) !== checksum) return false;
  if (body.length === 12) return body.readUInt32LE(4) === compressedSize && body.readUInt32LE(8) === uncompressedSize;
  return body.length === 20 && body.readBigUInt64LE(4) === BigInt(compressedSize) && body.readBigUInt64LE(12) === BigInt(uncompressedSize);
}

function broken(error: Error): UnreadableFile {
  const isCutShort = /end of central directory/i.test(error.message);
  const why = isCutShort
    ? 'its end is missing, as after a download that was cut short'
    : `its package cannot be read: ${error.message.slice(0, 160)}`;
  return new UnreadableFile(`The file is damaged or is no Office file: ${why}`);
}
