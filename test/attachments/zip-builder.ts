import { crc32, deflateRawSync } from 'node:zlib';

/** A member for `zipOf`, where it is not simply its bytes. */
export interface Member {
  name: string;
  data: string | Uint8Array;
  /** Written into the headers in place of what is true. */
  says?: { size?: number; crc?: number; localName?: string; encrypted?: boolean; method?: number };
  stored?: boolean;
  /** Bytes put between this member and the next. */
  after?: string;
}

/** A zip file written by hand, so that it can be wrong in every way: what stands before the first member and after the end is put there as it is. */
export function zipOf(members: readonly Member[], around: { before?: string; after?: string; comment?: string } = {}): Uint8Array {
  const parts: Buffer[] = [Buffer.from(around.before ?? '')];
  const directory: Buffer[] = [];
  let offset = parts[0]?.length ?? 0;
  for (const { name, data, says = {}, stored = false, after = '' } of members) {
    const bytes = Buffer.from(data as string);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const method = says.method ?? (stored ? 0 : 8);
    const [size, crc, flags] = [says.size ?? bytes.length, says.crc ?? crc32(bytes), 0x800 | (says.encrypted ? 1 : 0)];
    const localName = Buffer.from(says.localName ?? name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(localName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, Buffer.from(name));
    const written = [local, localName, packed, Buffer.from(after)];
    parts.push(...written);
    offset += written.reduce((sum, each) => sum + each.length, 0);
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(around.comment ?? ''), 20);
  return new Uint8Array(Buffer.concat([...parts, central, end, Buffer.from(around.comment ?? ''), Buffer.from(around.after ?? '')]));
}

/** A link for `relationships`: its type's last word, what it leads to; `external` for an address. */
export interface Link {
  id: string;
  type: string;
  target: string;
  external?: boolean;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export function relationships(links: readonly Link[]): string {
  const lines = links.map(({ id, type, target, external }) => {
    const full = type.includes('/') ? type : type === 'core-properties' ? `${PACKAGE}/relationships/metadata/${type}` : `${OFFICE}/${type}`;
    return `<Relationship Id="${id}" Type="${full}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`;
  });
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

export function contentTypes(overrides: Record<string, string>): string {
  const defaults = {
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: 'application/xml',
    png: 'image/png',
    jpg: 'image/jpeg',
  };
  return [
    `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types">`,
    ...Object.entries(defaults).map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`),
    ...Object.entries(overrides).map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`),
    '</Types>',
  ].join('');
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
