import { dictOf, resolve, type PdfObjects } from './pdf-objects.ts';
import { isStream, type PdfDict, type PdfValue } from './pdf-syntax.ts';
import { UnreadableFile } from './reading.ts';

/** Steps of one function: an ordinary one has a few hundred. */
const MOST_STEPS = 20_000;
/** Numbers in the table of a sampled function. */
const MOST_SAMPLES = 8_000_000;

/**
 * The steps that asking a function once takes (ISO 32000-2, 7.10), with those of the functions it is stitched from.
 *
 * @throws UnreadableFile where a function is made to be slow.
 */
export class FunctionSteps {
  private readonly objects: PdfObjects;
  private readonly known = new Map<PdfDict, number>();

  constructor(objects: PdfObjects) {
    this.objects = objects;
  }

  of(value: PdfValue | undefined): number {
    const found = resolve(this.objects, value);
    if (Array.isArray(found)) return found.reduce<number>((sum, one) => sum + this.of(one), 0);
    const dict = dictOf(this.objects, found);
    const known = this.known.get(dict);
    if (known !== undefined) return known;
    this.known.set(dict, MOST_STEPS);
    const steps = this.counted(dict, found);
    if (steps > MOST_STEPS) throw new UnreadableFile('it holds a function that is made to be slow');
    this.known.set(dict, steps);
    return steps;
  }

  private counted(dict: PdfDict, found: PdfValue): number {
    const inner = resolve(this.objects, dict.get('Functions'));
    if (Array.isArray(inner)) {
      if (inner.length > MOST_STEPS) return Infinity;
      return inner.reduce<number>((sum, one) => sum + 1 + this.of(one), 0);
    }
    if (!isStream(found)) return 1;
    const size = resolve(this.objects, dict.get('Size'));
    if (Array.isArray(size)) {
      const samples = size.reduce<number>((product, one) => product * Math.max(1, Number(resolve(this.objects, one))), 1);
      return samples <= MOST_SAMPLES ? 2 ** size.length * 4 : Infinity;
    }
    return (this.objects.unpack(found) ?? '').match(/[^\s{}]+/g)?.length ?? 1;
  }
}
