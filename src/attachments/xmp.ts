/** Properties of XMP (ISO 16684-1) that name a person, a program or a place, and what they are called here. */
const PROPERTIES: readonly (readonly [property: RegExp, what: string])[] = [
  [/^(?:dc:creator|xmp:Author|pdf:Author|tiff:Artist|photoshop:AuthorsPosition|photoshop:CaptionWriter)$/, 'author'],
  [/^(?:Iptc4xmpExt:PersonInImage|mwg-rs:Name)$/, 'author'],
  [/^(?:dc:rights|xmpRights:Owner)$/, 'copyright'],
  [/^pdf:Producer$/, 'producer'],
  [/^xmp:CreatorTool$/, 'creator'],
  [/^(?:pdfx:Company|pdfx:Manager)$/, 'company'],
  [/^(?:exif:GPSLatitude|exif:GPSLongitude)$/, 'position'],
  [/^(?:aux:SerialNumber|exifEX:BodySerialNumber|aux:LensSerialNumber|aux:OwnerName|exifEX:CameraOwnerName)$/, 'device'],
  [/^(?:dc:description|exif:UserComment|photoshop:Headline|photoshop:Instructions)$/, 'comment'],
  [/^(?:photoshop:City|photoshop:State|photoshop:Country|Iptc4xmpCore:Location)$/, 'place'],
];
const MOST_XMP = 2_000_000;

/** What a packet of XMP tells of people, programs and places. Read without a tree, so that a hostile packet costs no more than its length. */
export function factsOfPacket(packet: string): { what: string; value: string }[] {
  const facts: { what: string; value: string }[] = [];
  const add = (property: string, raw: string) => {
    const value = unescape(raw).trim();
    const what = PROPERTIES.find(([pattern]) => pattern.test(property))?.[1];
    if (what && value !== '' && !facts.some((fact) => fact.what === what && fact.value === value)) facts.push({ what, value });
  };
  let open = '';
  const text = packet.slice(0, MOST_XMP);
  for (const [, close, name = '', attributes = '', content = ''] of text.matchAll(
    /<(\/?)([\w:.-]{1,80})([^<>]{0,20000})>([^<]{0,20000})/g,
  )) {
    const isList = /^rdf:(?:Seq|Bag|Alt|li)$/.test(name);
    if (close) {
      if (!isList) open = '';
      continue;
    }
    if (!isList) open = name;
    add(open, content);
    for (const [, property = '', , value = ''] of attributes.matchAll(/([\w:.-]{1,80})\s{0,9}=\s{0,9}(["'])([^"'<>]{0,5000})\2/g))
      add(property, value);
  }
  return facts;
}

function unescape(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name.toLowerCase()] ?? whole;
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
