import { crc32 } from 'node:zlib';

/*
 * Bytes in a file of the cache with a sum of them behind (CRC-32, as in gzip), so that a file that is cut short or damaged is not taken for whole.
 */
const SUM = 4;

/** The parts of a file: the bytes, and their sum. */
export function withSum(bytes: Buffer): Buffer[] {
  const sum = Buffer.alloc(SUM);
  sum.writeUInt32LE(crc32(bytes));
  return [bytes, sum];
}

/** The bytes of a file. Throws where they are not those that were written. */
export function checkSum(file: Buffer): Buffer {
  const bytes = file.subarray(0, -SUM);
  if (file.length < SUM || file.readUInt32LE(bytes.length) !== crc32(bytes)) throw new Error('a file of the cache that is damaged');
  return bytes;
}
