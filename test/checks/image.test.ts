import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readImage } from '../../src/attachments/image.ts';
import type { ImageKind } from '../../src/attachments/image-parts.ts';
import { IMAGE_RULES } from '../../src/checks/image/rules.ts';
import { gif, jpeg, png, tiffWith, webp } from '../attachments/image-builder.ts';

const MADE = path.join(import.meta.dirname, '../fixtures/attachments');
const KINDS: Record<string, ImageKind> = { '.jpg': 'jpeg', '.png': 'png', '.gif': 'gif', '.webp': 'webp' };

async function check(bytes: Uint8Array, kind: ImageKind): Promise<string[]> {
  const reading = await readImage(bytes, kind);
  return IMAGE_RULES.flatMap((rule) =>
    rule
      .find(reading, { name: 'picture', size: bytes.length, allowed: ['northmoor council'] })
      .map(({ message }) => `${rule.severity} ${message}`),
  );
}

const POSITION = 'block The picture says where it was taken (GPS position)';
const details = (what: string) => `warn The picture’s details hold ${what}`;

describe('files of other programs', () => {
  const expected: Record<string, string[]> = {
    'appended-picture.jpg': ['block Behind the end of the picture there is another picture'],
    'appended-picture.png': ['block Behind the end of the picture there is another picture'],
    'appended-picture.webp': ['block Behind the end of the picture there is another picture'],
    'clean.jpg': [],
    'clean.png': [],
    'clean.webp': [],
    'cwebp-position.webp': [POSITION],
    'exiftool-comment.jpg': [details('a title or comment')],
    'exiftool-details.jpg': [details('a title or comment; a person; the camera or computer')],
    'exiftool-details.png': [details('a title or comment; a person; the camera or computer')],
    'exiftool-details.webp': [details('a title or comment; a person; the camera or computer')],
    'exiftool-iptc.jpg': [details('a person')],
    'exiftool-position.jpg': [POSITION],
    'exiftool-position.png': [POSITION],
    'exiftool-position.webp': [POSITION],
    'exiftool-text.png': [details('a person')],
    'exiftool-thumbnail.jpg': [details('a small picture of it, perhaps as it was before it was changed')],
    'exiftool-xmp-position.jpg': [POSITION],
  };
  test.each(Object.entries(expected))('%s', async (name, messages) => {
    const found = await check(readFileSync(path.join(MADE, name)), KINDS[path.extname(name)] ?? 'png');
    expect(found.map((message) => message.replace(/ \([\d,]+ bytes\)/, ''))).toEqual(messages);
  });
  test('each image of the folder is in the table', () => {
    expect(readdirSync(MADE).filter((name) => path.extname(name) in KINDS)).toEqual(Object.keys(expected).sort());
  });
});

describe('images written by hand', () => {
  const position = tiffWith({ gps: true });
  const author = tiffWith({ artist: 'Invented Person' });

  test.each<[string, ImageKind, Uint8Array, string[]]>([
    ['a plain GIF', 'gif', gif(), []],
    ['a plain JPEG', 'jpeg', jpeg(), []],
    ['a plain PNG', 'png', png(), []],
    ['a plain WebP', 'webp', webp(), []],
    ['a JPEG with a position', 'jpeg', jpeg([0xe1, `Exif\0\0${position}`]), [POSITION]],
    ['a PNG with a position', 'png', png(['eXIf', position]), [POSITION]],
    ['a WebP with a position', 'webp', webp(['EXIF', position]), [POSITION]],
    ['a position in big-endian', 'png', png(['eXIf', tiffWith({ gps: true, big: true })]), [POSITION]],
    ['an author', 'png', png(['eXIf', author]), [details('a person')]],
    ['an author that may be named', 'png', png(['eXIf', tiffWith({ artist: 'Northmoor Council' })]), []],
    [
      'a small picture',
      'png',
      png(['eXIf', tiffWith({ thumbnail: true })]),
      [details('a small picture of it, perhaps as it was before it was changed')],
    ],
    ['a comment of a GIF', 'gif', gif('Invented Person'), [details('a title or comment')]],
    ['a comment of a JPEG', 'jpeg', jpeg([0xfe, 'Invented Person']), [details('a title or comment')]],
    ['a text of a PNG', 'png', png(['tEXt', 'Author\0Invented Person']), [details('a person')]],
    ['an unknown text of a PNG', 'png', png(['tEXt', 'Case\0Invented Person']), [details('a text')]],
    ['private data of a PNG', 'png', png(['mkBF', 'x'.repeat(500)]), [details('data of the camera or program')]],
    ['a position as XMP', 'png', png(['iTXt', 'XML:com.adobe.xmp\0\0\0\0\0<rdf:Description exif:GPSLatitude="54,6N"/>']), [POSITION]],
    [
      'a creator as XMP',
      'webp',
      webp(['XMP ', '<dc:creator><rdf:Seq><rdf:li>Invented Person</rdf:li></rdf:Seq></dc:creator>']),
      [details('a person')],
    ],
    [
      'an archive behind a GIF',
      'gif',
      Buffer.concat([gif(), Buffer.from('PK\x03\x04 names')]),
      ['block Behind the end of the picture there is an archive or an Office document (10 bytes)'],
    ],
    [
      'a PDF behind a JPEG',
      'jpeg',
      Buffer.concat([jpeg(), Buffer.from('%PDF-1.7')]),
      ['block Behind the end of the picture there is a PDF (8 bytes)'],
    ],
    [
      'the rest of a larger PNG',
      'png',
      Buffer.concat([png(), Buffer.from('IDATxyz')]),
      ['block Behind the end of the picture there is something (7 bytes)'],
    ],
    ['the comment of a program', 'gif', gif('Created with GIMP'), []],
    ['padding', 'png', Buffer.concat([png(), Buffer.alloc(64)]), []],
  ])('%s', async (_, kind, bytes, messages) => {
    expect(await check(bytes, kind)).toEqual(messages);
  });
});
