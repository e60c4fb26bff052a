import { createHash } from 'node:crypto';
import { reachable, resolve, type PdfObjects } from './pdf-objects.ts';
import { isPicture } from './pdf-pictures.ts';
import { isStream, type PdfStream } from './pdf-syntax.ts';

/** A picture in which something can be read, in points of its own. */
const LEAST = { width: 40, height: 12 } as const;
/** What a picture has beside itself: the mask it is painted through (ISO 32000-2, 8.9.6), the small copy of a page. */
const BESIDE = ['SMask', 'Mask', 'Thumb'];

/**
 * The pictures that a file holds, by what they are made of, so that one which is there in two states of the file is known again. Masks are none, nor
 * pictures too small to be read.
 */
export class StoredPictures {
  private readonly bytes: Uint8Array;
  private readonly sums = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /**
   * Those that are shown; those that the pages have at hand and do not paint; those that nothing leads to any more.
   *
   * @param painted what the pages paint; null where that is not known, and all counts that they lead to
   */
  of(objects: PdfObjects, painted: ReadonlySet<PdfStream> | null): { shown: Set<string>; unused: Set<string>; left: Set<string> } {
    const reached = reachable(objects);
    const beside = new Set<unknown>();
    for (const value of objects.byRef.values()) {
      const dict = isStream(value) ? value.dict : value;
      if (dict instanceof Map) for (const key of BESIDE) beside.add(resolve(objects, dict.get(key)));
    }
    const [shown, unused, left] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const [ref, value] of objects.byRef) {
      if (!isStream(value) || !isPicture(value) || beside.has(value) || !isLarge(objects, value)) continue;
      const kind = !reached.has(ref) ? left : painted === null || painted.has(value) ? shown : unused;
      kind.add(this.sumOf(value));
    }
    for (const sum of shown) for (const other of [unused, left]) other.delete(sum);
    return { shown, unused, left };
  }

  private sumOf({ from, to }: PdfStream): string {
    const place = `${from} ${to}`;
    const sum = this.sums.get(place) ?? createHash('sha1').update(this.bytes.subarray(from, to)).digest('base64');
    this.sums.set(place, sum);
    return sum;
  }
}

function isLarge(objects: PdfObjects, { dict }: PdfStream): boolean {
  const [width, height] = ['Width', 'Height'].map((key) => Number(resolve(objects, dict.get(key))));
  return (width ?? 0) >= LEAST.width && (height ?? 0) >= LEAST.height;
}
