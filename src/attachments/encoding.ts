export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes looked at to tell text from other things. */
const SAMPLE = 65_536;

/**
 * How a text is written: by its mark (BOM), UTF-16 without one by its zero bytes, else UTF-8 if it is valid and Windows-1252 if not.
 * `null` for what is no text: a zero byte, or more control characters than a text has.
 */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? null : 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  let controls = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls += 1;
  }
  if (sample.length >= 8 && (zeros[1] ?? 0) > sample.length / 4 && zeros[0] === 0) return 'utf-16le';
  if (sample.length >= 8 && (zeros[0] ?? 0) > sample.length / 4 && zeros[1] === 0) return 'utf-16be';
  if (controls > sample.length / 50 || bytes.includes(0)) return null;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** True where every byte belongs to a character of UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes → text without its mark; `null` for what is no text. */
export function decode(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  if (encoding === null) return null;
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\0') ? null : text;
}
