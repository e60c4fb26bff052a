import { isUtf8 } from '../attachments/encoding.ts';

/** The most an input file may hold. A published answer is a few kilobytes; anything larger is not a page. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** A file that cannot be imported; the message says what it is and what was expected. */
export class ImportError extends Error {
  readonly fix: string;
  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

/** What the first bytes of files say that are no text, in the reader's words. */
const NOT_TEXT: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a Word, Excel or zip file', [0x50, 0x4b, 0x03, 0x04]],
  ['an older Word, Excel or Outlook file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a rich text file', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a compressed file', [0x1f, 0x8b]],
];

/** The endings read by this version. */
export const READ_ENDINGS = ['.txt', '.text', '.html', '.htm', '.xhtml', '.md', '.markdown'] as const;

/**
 * Bytes → text. UTF-8 and UTF-16 by their mark, UTF-16 without one by its zero bytes, else UTF-8 if it is valid and Windows-1252 if not.
 * @throws ImportError for what is too large, or is not text
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES)
    throw new ImportError(
      `A file of ${(bytes.length / 1024 / 1024).toFixed(1)} MB, expected at most ${MOST_BYTES / 1024 / 1024} MB`,
      'Import the page itself, not an archive of the site.',
    );
  const known = NOT_TEXT.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (known)
    throw new ImportError(
      `This is ${known[0]}, which is not yet read by this version; expected text or HTML`,
      'Save it as text or HTML and import that.',
    );
  return tidy(new TextDecoder(encodingOf(bytes)).decode(bytes));
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = (odd: 0 | 1) => sample.filter((byte, index) => index % 2 === odd && byte === 0).length;
  if (sample.length >= 8 && zeros(1) > sample.length / 4) return 'utf-16le';
  if (sample.length >= 8 && zeros(0) > sample.length / 4) return 'utf-16be';
  if (sample.filter((byte) => byte === 0).length > 3 + sample.length / 20)
    throw new ImportError('This is not text: it is full of zero bytes', 'Save the page as text or HTML and import that.');
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** Takes out what no reader sees and what would break a line: marks, controls, soft hyphens, zero-width and direction characters. */
function tidy(text: string): string {
  return (
    text
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      // eslint-disable-next-line no-control-regex -- control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, '')
      .replace(/\f/g, '\n\n')
  );
}
