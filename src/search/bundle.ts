/*
 * Several byte strings in one file: their number and the length of each as 32-bit numbers, the lowest byte first, then one after the other. Read in the
 * browser by client/index/fetch-packed.ts.
 */
const NUMBER = 4;

export function writeBundle(members: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(NUMBER * (members.length + 1));
  head.writeUInt32LE(members.length, 0);
  members.forEach((member, place) => head.writeUInt32LE(member.length, NUMBER * (place + 1)));
  return Buffer.concat([head, ...members]);
}

export function readBundle(file: Buffer): Buffer[] {
  const count = file.readUInt32LE(0);
  let at = NUMBER * (count + 1);
  return Array.from({ length: count }, (_, place) => {
    const from = at;
    at += file.readUInt32LE(NUMBER * (place + 1));
    if (at > file.length) throw new Error('a file of several parts that is cut short');
    return file.subarray(from, at);
  });
}
