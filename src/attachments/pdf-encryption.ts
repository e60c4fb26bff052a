import { createDecipheriv, createCipheriv, createHash } from 'node:crypto';
import { isName, isString, type PdfDict, type PdfValue } from './pdf-syntax.ts';

/** Undoes the encryption of one object's data: strings and streams may be encrypted in different ways. */
export type Decrypt = (data: Buffer, ref: string, what: 'string' | 'stream') => Buffer;

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
type Way = 'rc4' | 'aes-128' | 'aes-256' | 'none';

/**
 * The way back for a file that opens without a password and has one only against changes (ISO 32000-2, 7.6): its key follows from what the file says.
 * `null` for a handler that is not the standard one.
 */
export function decryptionOf(encrypt: PdfDict, id: PdfValue | undefined): Decrypt | null {
  const number = (key: string, otherwise = 0) => (typeof encrypt.get(key) === 'number' ? Number(encrypt.get(key)) : otherwise);
  if (!isName(encrypt.get('Filter'), 'Standard')) return null;
  const [version, revision] = [number('V'), number('R')];
  if (![1, 2, 4, 5].includes(version)) return null;
  const ways = { string: wayOf(encrypt, 'StrF', version), stream: wayOf(encrypt, 'StmF', version) };
  const key =
    version === 5
      ? newKey(encrypt, revision)
      : oldKey(encrypt, revision, version === 1 ? 5 : number('Length', version === 4 ? 128 : 40) / 8, id);
  if (!key) return null;
  return (data, ref, what) => {
    const way = ways[what];
    if (way === 'none') return data;
    const own = way === 'aes-256' ? key : keyOfObject(key, ref, way);
    try {
      return way === 'rc4' ? rc4(own, data) : aes(way, own, data);
    } catch {
      return data;
    }
  };
}

function wayOf(encrypt: PdfDict, which: 'StrF' | 'StmF', version: number): Way {
  if (version < 4) return 'rc4';
  const filters = encrypt.get('CF');
  const name = encrypt.get(which);
  const filter = filters instanceof Map && isName(name) ? filters.get(name.name) : undefined;
  const method = filter instanceof Map ? filter.get('CFM') : undefined;
  if (isName(method, 'V2')) return 'rc4';
  if (isName(method, 'AESV2')) return 'aes-128';
  return isName(method, 'AESV3') ? 'aes-256' : 'none';
}

function bytesOf(value: PdfValue | undefined): Buffer {
  return Buffer.from(isString(value) ? value.bytes : '', 'latin1');
}

function md5(...parts: readonly Uint8Array[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

/** Algorithm 2, with an empty password. */
function oldKey(encrypt: PdfDict, revision: number, length: number, id: PdfValue | undefined): Buffer | null {
  if (!(length >= 5 && length <= 16)) return null;
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(Number(encrypt.get('P') ?? 0) | 0);
  const plainMetadata = revision >= 4 && encrypt.get('EncryptMetadata') === false;
  const first = Array.isArray(id) ? id[0] : undefined;
  let key = md5(PADDING, bytesOf(encrypt.get('O')).subarray(0, 32), permissions, bytesOf(first), Buffer.alloc(plainMetadata ? 4 : 0, 0xff));
  if (revision >= 3) for (let left = 50; left > 0; left--) key = md5(key.subarray(0, length));
  return key.subarray(0, length);
}

/** Algorithm 2.A, with an empty password. */
function newKey(encrypt: PdfDict, revision: number): Buffer | null {
  const [user, packed] = [bytesOf(encrypt.get('U')), bytesOf(encrypt.get('UE')).subarray(0, 32)];
  if (user.length < 48 || packed.length < 32) return null;
  const salt = user.subarray(40, 48);
  const between = revision >= 6 ? hardHash(salt) : createHash('sha256').update(salt).digest();
  const decipher = createDecipheriv('aes-256-cbc', between, Buffer.alloc(16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(packed), decipher.final()]);
}

/** Algorithm 2.B, with an empty password and no user key. */
function hardHash(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0; ; round++) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)));
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][rest] ?? 'sha256')
      .update(mixed)
      .digest();
    if (round >= 63 && (mixed.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32);
  }
}

/** Algorithm 1. */
function keyOfObject(key: Buffer, ref: string, way: Way): Buffer {
  const [number = 0, generation = 0] = ref.split(' ').map(Number);
  const tail = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, generation & 255, (generation >> 8) & 255]);
  return md5(key, tail, Buffer.from(way === 'aes-128' ? 'sAlT' : '')).subarray(0, Math.min(key.length + 5, 16));
}

function aes(way: 'aes-128' | 'aes-256', key: Buffer, data: Buffer): Buffer {
  if (data.length < 32) return Buffer.alloc(0);
  const whole = data.subarray(16, data.length - (data.length % 16));
  const decipher = createDecipheriv(`${way}-cbc`, key, data.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(whole), decipher.final()]);
  const padding = plain.at(-1) ?? 0;
  return padding >= 1 && padding <= 16 ? plain.subarray(0, plain.length - padding) : plain;
}

/** Node's own is not built in everywhere any more. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number) => ([state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  const plain = Buffer.alloc(data.length);
  for (let at = 0, i = 0, j = 0; at < data.length; at++) {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    plain[at] = (data[at] ?? 0) ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  }
  return plain;
}
