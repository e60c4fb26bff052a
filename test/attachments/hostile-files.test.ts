import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../src/attachments/docx.ts';
import { UnreadableFile } from '../../src/attachments/reading.ts';
import { readXml } from '../../src/attachments/xml.ts';
import { readXlsx } from '../../src/attachments/xlsx.ts';
import { readZip } from '../../src/attachments/zip.ts';
import { FUZZED } from './fuzzed.ts';
import { generator, mutated } from './mutate.ts';
import { zipOf } from './zip-builder.ts';

/** Milliseconds that a broken file of a few kilobytes may take. */
const LONGEST = 5_000;

async function readsOrRefuses(read: (bytes: Uint8Array) => Promise<unknown>, bytes: Uint8Array): Promise<void> {
  const started = performance.now();
  try {
    await read(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
  }
  expect(performance.now() - started).toBeLessThan(LONGEST);
}

const READERS = { xlsx: readXlsx, docx: readDocx } as const;

describe.each(['xlsx', 'docx'] as const)('a broken .%s', (format) => {
  const members = FUZZED[format]?.[0] ?? [];
  const whole = zipOf(members);
  const read = READERS[format];

  test('was whole before', async () => {
    expect((await read(whole)).hidden.length).toBeGreaterThan(3);
  });

  test('is read or refused when it is cut off anywhere', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(whole.length), (length) => readsOrRefuses(read, whole.subarray(0, length))),
      { numRuns: 100 },
    ));

  test('is read or refused when bytes of it are others', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          return readsOrRefuses(read, bytes);
        },
      ),
      { numRuns: 150 },
    ));

  test('is read or refused when its parts are changed and packed again', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), (seed) => readsOrRefuses(read, mutated(members, generator(seed)))),
      { numRuns: 150 },
    ));
});

test('any bytes are no zip, or one', () =>
  fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => readsOrRefuses(readZip, bytes))));

test('any text is no XML, or some', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc
          .array(fc.constantFrom('<a>', '</a>', '<b x="', '"', '/>', '&amp;', '&#x0;', '<!--', '-->', '<![CDATA[', ']]>', '<?', '?>', 'é'))
          .map((all) => all.join('')),
      ),
      (text) => readsOrRefuses(async (bytes) => readXml(bytes, 'part.xml', []), new TextEncoder().encode(text)),
    ),
  ));
