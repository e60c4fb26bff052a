import { decryptionOf, type Decrypt } from './pdf-encryption.ts';
import { isPictureFilter, undoFilter, type FilterSettings } from './pdf-filters.ts';
import { isName, isRef, isStream, isString, Syntax, type PdfDict, type PdfStream, type PdfValue } from './pdf-syntax.ts';
import { UnreadableFile } from './reading.ts';

/** Bounds of what a file may hold. */
const MOST_OBJECTS = 500_000;
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_OF_ONE = 96 * 1024 * 1024;
/** Entries of a stream's dictionary by which it is known. */
const KINDS = ['Type', 'Subtype', 'Width', 'Height'];

/** Every object of a file, found by reading from end to end and not by its table: what the table no longer names is found as well. */
export interface PdfObjects {
  /** By number and generation, `12 0`; of several the last. */
  byRef: Map<string, PdfValue>;
  trailers: PdfDict[];
  /** Where the data of streams lie in the file. */
  streams: readonly (readonly [from: number, to: number])[];
  /** Strings and streams are encrypted in the file; here they are not, if `locked` is 0. */
  encrypted: boolean;
  /** Streams of objects that could not be unpacked. */
  locked: number;
  /** Data of a stream without its filters; `null` for pictures and for what cannot be unpacked. */
  unpack(stream: PdfStream): string | null;
  /** Data of a picture up to the coding of its points, and that coding; `most` bytes may come out of it. */
  unpackPicture(stream: PdfStream, most: number): { data: Buffer; filter: string };
}

/** Reads all objects. @throws UnreadableFile where there are too many, or where they unpack to too much. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects: PdfObjects = {
    byRef: new Map(),
    trailers: [],
    streams: [],
    encrypted: false,
    locked: 0,
    unpack: () => null,
    unpackPicture: () => NO_PICTURE,
  };
  let decrypt: Decrypt | null = null;
  const streams: [number, number][] = [];
  const plain = new Map<string, number>();
  let unpacked = 0;
  objects.unpack = (stream) => {
    if (isName(stream.dict.get('Subtype'), 'Image')) return null;
    const { data: plain, filter } = unpack(bytes, stream, objects, decrypt, MOST_OF_ONE);
    const data = filter === '' ? (plain?.toString('latin1') ?? null) : null;
    unpacked += data?.length ?? 0;
    if (unpacked > MOST_UNPACKED) throw new UnreadableFile('the PDF unpacks to more than 256 MB');
    return data;
  };
  objects.unpackPicture = (stream, most) => {
    const { data, filter } = unpack(bytes, stream, objects, decrypt, most);
    return data ? { data, filter } : NO_PICTURE;
  };
  const marks = /(?:(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj)|\btrailer\b/g;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    const syntax = new Syntax(text, marks.lastIndex);
    const value = syntax.value();
    if (found[1] === undefined) {
      if (value instanceof Map) objects.trailers.push(value);
    } else {
      const ref = `${Number(found[1])} ${Number(found[2])}`;
      const stream = value instanceof Map ? streamAt(text, syntax, value, ref) : null;
      if (stream) streams.push([stream.from, stream.to]);
      objects.byRef.set(ref, stream ?? value);
      plain.set(ref, found.index);
      if (stream && isName(stream.dict.get('Type'), 'XRef')) objects.trailers.push(stream.dict);
      if (objects.byRef.size > MOST_OBJECTS) throw new UnreadableFile('the PDF holds more objects than can be followed');
    }
    marks.lastIndex = Math.max(marks.lastIndex, syntax.at);
  }
  objects.streams = streams;
  objects.encrypted = objects.trailers.some((trailer) => trailer.has('Encrypt'));
  if (objects.encrypted) {
    decrypt = openLock(objects);
    if (!decrypt) objects.locked++;
  }
  const places = new Map<string, number>();
  for (const [ref, value] of [...objects.byRef]) {
    if (!isStream(value) || !isName(value.dict.get('Type'), 'ObjStm')) continue;
    readPacked(value, objects, (packed) => {
      // Of two of a number the later stands: also where one is packed and the other is not.
      const place = places.get(packed) ?? plain.get(packed) ?? -1;
      if (place > value.from) return false;
      places.set(packed, value.from);
      return packed !== ref;
    });
  }
  // What a stream is may be written in an object of its own, too.
  for (const value of objects.byRef.values())
    if (isStream(value))
      for (const key of KINDS) if (isRef(value.dict.get(key))) value.dict.set(key, resolve(objects, value.dict.get(key)) ?? null);
  return objects;
}

/** The data behind a dictionary, by its length where that is right, else up to `endstream`. */
function streamAt(text: string, syntax: Syntax, dict: PdfDict, of: string): PdfStream | null {
  syntax.skipSpace();
  if (!text.startsWith('stream', syntax.at)) return null;
  let from = syntax.at + 6;
  if (text[from] === '\r') from++;
  if (text[from] === '\n') from++;
  const length = dict.get('Length');
  let to = typeof length === 'number' ? from + length : -1;
  if (to < from || !/^[\0\t\n\f\r ]{0,4}endstream/.test(text.slice(to, to + 14))) {
    const end = text.indexOf('endstream', from);
    to = end < 0 ? text.length : end;
  }
  syntax.at = to;
  return { of, dict, from, to };
}

/** Objects in a stream of objects (ISO 32000-2, 7.5.7).  */
function readPacked(stream: PdfStream, objects: PdfObjects, isLatest: (ref: string) => boolean): void {
  const data = objects.unpack(stream);
  const [count, first] = [stream.dict.get('N'), stream.dict.get('First')];
  if (data === null || typeof count !== 'number' || typeof first !== 'number') {
    objects.locked++;
    return;
  }
  const header = new Syntax(data);
  for (let left = Math.min(count, MOST_OBJECTS); left > 0; left--) {
    const [number, offset] = [header.value(), header.value()];
    if (typeof number !== 'number' || typeof offset !== 'number') return;
    const ref = `${number} 0`;
    if (isLatest(ref)) objects.byRef.set(ref, new Syntax(data, first + offset).value());
    if (objects.byRef.size > MOST_OBJECTS) throw new UnreadableFile('the PDF holds more objects than can be followed');
  }
}

interface Unpacked {
  data: Buffer | null;
  /** The filter that is left, the coding of a picture. */
  filter: string;
}

const NO_PICTURE = { data: Buffer.alloc(0), filter: '' };

function unpack(bytes: Uint8Array, stream: PdfStream, objects: PdfObjects, decrypt: Decrypt | null, most: number): Unpacked {
  const { of, dict, from, to } = stream;
  const isPlain = !objects.encrypted || isName(dict.get('Type'), 'XRef');
  if (!isPlain && !decrypt) return { data: null, filter: '' };
  const filter = resolve(objects, dict.get('Filter') ?? dict.get('F'));
  const parameters = resolve(objects, dict.get('DecodeParms') ?? dict.get('DP'));
  const filters = Array.isArray(filter) ? filter : filter ? [filter] : [];
  let data: Buffer = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from);
  if (!isPlain && decrypt) data = decrypt(data, of, 'stream');
  for (const [at, one] of filters.entries()) {
    const found = resolve(objects, one);
    const name = isName(found) ? found.name : '';
    if (isPictureFilter(name)) return { data, filter: name };
    const plain = undoFilter(name, data, settingsOf(objects, Array.isArray(parameters) ? parameters[at] : parameters), most);
    if (plain === null) return { data: null, filter: '' };
    data = plain;
  }
  return { data, filter: '' };
}

function settingsOf(objects: PdfObjects, value: PdfValue | undefined): FilterSettings {
  const entries = dictOf(objects, value);
  const number = (key: string, otherwise: number) => {
    const found = resolve(objects, entries.get(key));
    return typeof found === 'number' ? found : otherwise;
  };
  return {
    predictor: number('Predictor', 1),
    colors: number('Colors', 1),
    bits: number('BitsPerComponent', 8),
    columns: number('Columns', 1),
    earlyChange: number('EarlyChange', 1) !== 0,
  };
}

/** Decrypts the strings of all objects but those packed in streams, which are encrypted whole; what undoes the encryption of streams. */
function openLock(objects: PdfObjects): Decrypt | null {
  const trailer = objects.trailers.findLast((one) => one.has('Encrypt'));
  const lock = dictOf(objects, trailer?.get('Encrypt'));
  const decrypt = decryptionOf(lock, resolve(objects, trailer?.get('ID')));
  if (!decrypt) return null;
  const open = (value: PdfValue, ref: string): PdfValue => {
    if (value === lock) return value;
    if (isString(value)) return { bytes: decrypt(Buffer.from(value.bytes, 'latin1'), ref, 'string').toString('latin1') };
    if (Array.isArray(value)) return value.map((one) => open(one, ref));
    if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, open(one, ref)]));
    return isStream(value) ? { ...value, dict: new Map([...value.dict].map(([key, one]) => [key, open(one, ref)])) } : value;
  };
  for (const [ref, value] of objects.byRef) objects.byRef.set(ref, open(value, ref));
  return decrypt;
}

/** The object that a reference names; anything else as it is. */
export function resolve(objects: PdfObjects, value: PdfValue | undefined): PdfValue {
  let found = value ?? null;
  for (let left = 20; isRef(found) && left > 0; left--) found = objects.byRef.get(found.ref) ?? null;
  return isRef(found) ? null : found;
}

/** The dictionary of an object, of a stream too; empty where there is none. */
export function dictOf(objects: PdfObjects, value: PdfValue | undefined): PdfDict {
  const found = resolve(objects, value);
  if (isStream(found)) return found.dict;
  return found instanceof Map ? found : new Map<string, PdfValue>();
}

/** The objects that can be reached from the trailers: what a viewer may show or use. */
export function reachable(objects: PdfObjects): Set<string> {
  const reached = new Set<string>();
  const waiting: PdfValue[] = objects.trailers.slice(-2).map((trailer) => new Map([...trailer].filter(([key]) => key !== 'Prev')));
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isRef(value)) {
      if (reached.has(value.ref)) continue;
      reached.add(value.ref);
      waiting.push(objects.byRef.get(value.ref) ?? null);
    } else if (isStream(value)) for (const one of value.dict.values()) waiting.push(one);
    else if (value instanceof Map) for (const one of value.values()) waiting.push(one);
    else if (Array.isArray(value)) for (const one of value) waiting.push(one);
  }
  return reached;
}
