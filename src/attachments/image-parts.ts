import { UnreadableFile } from './reading.ts';

/** The kinds of image that are read. */
export type ImageKind = 'jpeg' | 'png' | 'gif' | 'webp';

/** The parts of an image file that are not its picture. */
export interface ImageParts {
  /** Blocks of EXIF, each from its byte order on (`II` or `MM`). */
  exif: Buffer[];
  /** Packets of XMP. */
  xmp: string[];
  /** Records of IPTC (IIM 4). */
  iptc: Buffer[];
  /** Texts of the format's own, and data that are of no known use. */
  texts: { what: string; value: string }[];
  /** Where the image ends. */
  end: number;
}

export function noParts(): ImageParts {
  return { exif: [], xmp: [], iptc: [], texts: [], end: 0 };
}

/** @throws UnreadableFile always: the image ends before it is whole. */
export function cutOff(): never {
  throw new UnreadableFile('the image is broken or cut off');
}

/** @throws UnreadableFile where a file does not begin as its kind does. */
export function mustBegin(bytes: Buffer, start: string): void {
  if (bytes.subarray(0, start.length).toString('latin1') !== start) throw new UnreadableFile('the image does not begin as its kind does');
}
