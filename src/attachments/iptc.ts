/** Data sets of IPTC’s application record (IIM 4.2, 2:xx) that name people and places, or say something. */
const DATA_SETS: Partial<Record<number, string>> = {
  5: 'comment',
  25: 'comment',
  40: 'comment',
  80: 'author',
  85: 'author',
  90: 'place',
  92: 'place',
  95: 'place',
  101: 'place',
  105: 'comment',
  110: 'author',
  115: 'author',
  116: 'copyright',
  118: 'author',
  120: 'comment',
  122: 'author',
};

/** What a block of IPTC tells. A broken one is read as far as it goes. */
export function factsOfIptc(data: Buffer): { what: string; value: string }[] {
  const facts: { what: string; value: string }[] = [];
  for (let at = 0; at + 5 <= data.length && data[at] === 0x1c;) {
    const [record, set] = [data[at + 1], data[at + 2] ?? 0];
    const size = data.readUInt16BE(at + 3);
    if (size & 0x8000) break;
    const what = DATA_SETS[set];
    if (record === 2 && what) facts.push({ what, value: data.subarray(at + 5, at + 5 + size).toString('utf8') });
    at += 5 + size;
  }
  return facts;
}
