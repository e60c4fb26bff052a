/** Tags of EXIF 3.0 and of TIFF that tell something of people, devices and places, by number. */
const TAGS: Partial<Record<number, string>> = {
  0x010e: 'comment',
  0x010f: 'device',
  0x0110: 'device',
  0x0131: 'program',
  0x0132: 'date',
  0x013b: 'author',
  0x013c: 'device',
  0x8298: 'copyright',
  0x9003: 'date',
  0x9004: 'date',
  0x927c: 'private data',
  0x9286: 'comment',
  0x9c9b: 'comment',
  0x9c9c: 'comment',
  0x9c9d: 'author',
  0x9c9e: 'comment',
  0x9c9f: 'comment',
  0xa420: 'device',
  0xa430: 'author',
  0xa431: 'device',
  0xa434: 'device',
  0xa435: 'device',
  0xa436: 'comment',
  0xa437: 'author',
  0xa438: 'author',
};
const WINDOWS_TEXT = (tag: number) => tag >= 0x9c9b && tag <= 0x9c9f;
const [EXIF_BLOCK, GPS_BLOCK, LATITUDE, LONGITUDE, AREA, SMALL_PICTURE] = [0x8769, 0x8825, 2, 4, 0x1c, 0x0201];
/** Bytes of one item, by its type. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const MOST_ENTRIES = 1000;

interface Entry {
  tag: number;
  type: number;
  count: number;
  data: Buffer;
}

/** What a block of EXIF tells, from its byte order on. A broken one is read as far as it goes. */
export function factsOfExif(tiff: Buffer): { what: string; value: string }[] {
  const order = tiff.subarray(0, 2).toString('latin1');
  if ((order !== 'II' && order !== 'MM') || tiff.length < 8)
    return tiff.length > 0 ? [{ what: 'private data', value: `${tiff.length} bytes` }] : [];
  const reader = new Tiff(tiff, order === 'II');
  const facts: { what: string; value: string }[] = [];
  const first = reader.directory(reader.long(4));
  const inner = first.entries.filter(({ tag }) => tag === EXIF_BLOCK).flatMap((entry) => reader.directory(reader.number(entry)).entries);
  for (const entry of [...first.entries, ...inner]) {
    const what = TAGS[entry.tag];
    if (what) facts.push({ what, value: what === 'private data' ? `${entry.count} bytes` : reader.text(entry) });
  }
  for (const entry of first.entries.filter(({ tag }) => tag === GPS_BLOCK)) {
    const gps = reader.directory(reader.number(entry)).entries;
    const [latitude, longitude] = [LATITUDE, LONGITUDE].map((tag) => gps.find((one) => one.tag === tag));
    if (latitude || longitude)
      facts.push({ what: 'position', value: [latitude, longitude].map((one) => (one ? reader.degrees(one) : '?')).join(' ') });
    const area = gps.find(({ tag }) => tag === AREA);
    if (area) facts.push({ what: 'place', value: reader.text(area) });
  }
  const second = first.next > 0 ? reader.directory(first.next).entries : [];
  if (second.some(({ tag }) => tag === SMALL_PICTURE)) facts.push({ what: 'small picture', value: 'yes' });
  return facts;
}

/** Reads inside bounds: what lies outside of the block is nothing. */
class Tiff {
  private readonly data: Buffer;
  private readonly little: boolean;

  constructor(data: Buffer, little: boolean) {
    this.data = data;
    this.little = little;
  }

  short(at: number, data = this.data): number {
    if (at < 0 || at + 2 > data.length) return 0;
    return this.little ? data.readUInt16LE(at) : data.readUInt16BE(at);
  }

  long(at: number, data = this.data): number {
    if (at < 0 || at + 4 > data.length) return 0;
    return this.little ? data.readUInt32LE(at) : data.readUInt32BE(at);
  }

  directory(at: number): { entries: Entry[]; next: number } {
    const count = Math.min(this.short(at), MOST_ENTRIES);
    const entries: Entry[] = [];
    for (let index = 0; index < count; index++) {
      const from = at + 2 + index * 12;
      if (from + 12 > this.data.length) break;
      const [tag, type, items] = [this.short(from), this.short(from + 2), this.long(from + 4)];
      const size = (SIZES[type] ?? 1) * items;
      const start = size <= 4 ? from + 8 : this.long(from + 8);
      entries.push({ tag, type, count: items, data: this.data.subarray(start, start + size) });
    }
    return { entries, next: this.long(at + 2 + count * 12) };
  }

  number({ type, data }: Entry): number {
    return type === 3 ? this.short(0, data) : this.long(0, data);
  }

  text({ tag, data }: Entry): string {
    if (WINDOWS_TEXT(tag)) return data.toString('utf16le');
    const code = data.subarray(0, 8).toString('latin1');
    if (code.startsWith('UNICODE\0')) {
      const rest = Buffer.from(data.subarray(8, data.length - (data.length % 2)));
      return (this.little ? rest : rest.swap16()).toString('utf16le');
    }
    return data.subarray(code.startsWith('ASCII\0') ? 8 : 0).toString('utf8');
  }

  degrees({ data }: Entry): string {
    const part = (at: number) => this.long(at, data) / (this.long(at + 4, data) || 1);
    return (part(0) + part(8) / 60 + part(16) / 3600).toFixed(4);
  }
}
