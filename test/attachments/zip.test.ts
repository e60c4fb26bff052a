import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '../../src/attachments/reading.ts';
import { readZip } from '../../src/attachments/zip.ts';
import { zipOf } from './zip-builder.ts';

const two = [
  { name: 'a.xml', data: '<a/>' },
  { name: 'b.xml', data: '<b/>', stored: true },
];
const refusal = (bytes: Uint8Array) =>
  readZip(bytes).then(
    () => 'read',
    (error: Error) => (error instanceof UnreadableFile ? error.message : `crash: ${error.stack}`),
  );

describe('a zip file', () => {
  test('gives its members, unpacked when they are asked for', async () => {
    const { members, strays } = await readZip(zipOf(two));
    expect([...members.values()].map((member) => [member.name, new TextDecoder().decode(member.bytes())])).toEqual([
      ['a.xml', '<a/>'],
      ['b.xml', '<b/>'],
    ]);
    expect(strays).toEqual([]);
  });

  test.each([
    ['no zip at all', new TextEncoder().encode('Dear Mr Quill, …'), /no Office file/],
    [
      'an encrypted Office file',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
      /encrypted with a password, or is in the format of Office before 2007/,
    ],
    ['a name that leads out', zipOf([{ name: '../../etc/passwd', data: 'x' }]), /cannot be read|leads out/],
    ['an absolute name', zipOf([{ name: '/etc/passwd', data: 'x' }]), /cannot be read|leads out/],
    ['a member twice', zipOf([...two, { name: 'A.xml', data: '<c/>' }]), /the same member twice/],
    ['another name at the member', zipOf([{ name: 'a.xml', data: '<a/>', says: { localName: 'z.xml' } }]), /one thing in its directory/],
    [
      'more than 2,000 members',
      zipOf(Array.from({ length: 2001 }, (_, at) => ({ name: `${at}`, data: '' }))),
      /2001 members, expected at most 2000/,
    ],
    ['a bomb', zipOf([{ name: 'a.xml', data: Buffer.alloc(4 * 1024 * 1024) }]), /more than 100 times its size/],
    ['more than 200 MiB in all', zipOf([{ name: 'a.xml', data: 'x', says: { size: 201 * 1024 * 1024 } }]), /more than 200 MiB/],
  ])('that is %s is refused', async (_, bytes, message) => {
    expect(await refusal(bytes)).toMatch(message);
  });

  test.each([
    ['size', { size: 3 }],
    ['checksum', { crc: 1 }],
  ])('whose member is not what its %s says is refused when it is read', async (_, says) => {
    const read = readZip(zipOf([{ name: 'a.xml', data: '<a/>', says }])).then(({ members }) => members.get('a.xml')?.bytes());
    await expect(read).rejects.toThrow(UnreadableFile);
  });

  test('whose member unpacks to more than it says is not unpacked whole', async () => {
    const { members } = await readZip(zipOf([{ name: 'a.xml', data: Buffer.alloc(50 * 1024 * 1024), says: { size: 10 } }]));
    const before = process.memoryUsage().arrayBuffers;
    expect(() => members.get('a.xml')?.bytes()).toThrow(UnreadableFile);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
  });

  test.each([
    ['before the first member', zipOf(two, { before: 'stowaway' })],
    ['between two members', zipOf([{ name: 'a.xml', data: '<a/>', after: 'a stowaway of more bytes' }, two[1] ?? two[0]!])],
    ['before the directory', zipOf([{ name: 'a.xml', data: '<a/>', after: 'a stowaway of more bytes' }])],
    ['in a comment', zipOf(two, { comment: 'stowaway' })],
  ])('with bytes %s has a stray', async (_, bytes) => {
    expect((await readZip(bytes)).strays).toHaveLength(1);
  });

  test('with bytes after its end is refused or has a stray', async () => {
    const bytes = zipOf(two, { after: 'stowaway' });
    const strays = await readZip(bytes).then(
      ({ strays: found }) => found.length,
      (error: Error) => (error instanceof UnreadableFile ? 1 : 0),
    );
    expect(strays).toBe(1);
  });

  test.each([
    ['encrypted', { encrypted: true }, /encrypted/],
    ['packed in an unknown way', { method: 12 }, /method/],
  ])('with a member that is %s has a stray that names it', async (_, says, because) => {
    const { members, strays } = await readZip(zipOf([...two, { name: 'c.xml', data: '<c/>', says }]));
    expect(members.has('c.xml')).toBe(false);
    expect(strays).toEqual([{ because: expect.stringMatching(because), part: 'c.xml' }]);
  });
});
