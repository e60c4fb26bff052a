import { measureContent, type ContentMeasure } from './pdf-content.ts';
import { FunctionSteps } from './pdf-functions.ts';
import { dictOf, resolve, type PdfObjects } from './pdf-objects.ts';
import { isPicture, masksOf, pointsOf } from './pdf-pictures.ts';
import { isName, isRef, isStream, type PdfDict, type PdfStream, type PdfValue } from './pdf-syntax.ts';
import { UnreadableFile } from './reading.ts';

/** States that may be saved inside each other: writers need a dozen, and ISO 32000-1 once asked for 28. */
const DEEPEST_STATE = 512;
/** Forms, patterns and glyphs that may lie in each other. */
const DEEPEST_CALL = 100;
/** Points of the pictures of one page, all of which are held at once: 3 bytes each. */
const MOST_POINTS = 150_000_000;
/** Links, comments and fields of all pages. */
const MOST_ANNOTATIONS = 40_000;
/** Letters of a font that a table of widths may name: a code has two bytes. */
const MOST_WIDTHS = 200_000;
/** What may be asked of a reader: for every file, and for each byte of it. A unit is the time of a plain operator, about a microsecond. */
export const WORK = 4_000_000;
export const WORK_OF_A_BYTE = 12;
/** What takes longer, in such units. Measured with pdf.js 6.5. */
const UNITS = {
  page: 200,
  byte: 1 / 16,
  letter: 4,
  name: 2,
  form: 80,
  pattern: 80,
  shading: 1000,
  mask: 40,
  picture: 8,
  newPicture: 130,
  pictureOfOperators: 25,
  point: 1 / 60,
  newFont: 3000,
  annotation: 100,
} as const;
/** Flags of an annotation that is hidden, or not shown on a screen (ISO 32000-2, 12.5.3). */
const NOT_SHOWN = 2 | 32;
/** How often a shading asks its function: along a line, and over an area (pdf.js, `RadialAxialShading`, `FunctionBasedShading`). */
const ASKED_ALONG = 840;
const ASKED_OVER = 513 * 513;
/** Steps of a function in the time of an operator. */
const STEPS = 20;
/** Of streams that cannot be unpacked. */
const OPERATORS_OF_A_PACKED_BYTE = 50;

const NONE: PdfDict = new Map();
const NO_PICTURES: ReadonlySet<PdfStream> = new Set();

interface Asked {
  work: number;
  deepest: number;
  pictures: ReadonlySet<PdfStream>;
}

/**
 * How much work the pages of a file ask for, in operators, and what they paint with, reckoned before anything is run: a form that is painted a hundred times counts a hundred times.
 * A few hundred bytes of forms that paint forms can ask for years.
 *
 * @throws UnreadableFile where that is more than `most`, where states or forms lie in each other too deep, where a picture or a font is made to be slow.
 */
export function reckonWork(objects: PdfObjects, most: number): { work: number; painted: ReadonlySet<PdfStream> } {
  const reckoner = new Reckoner(objects);
  let work = 0;
  for (const value of objects.byRef.values()) {
    if (value instanceof Map && isPage(value)) work += reckoner.page(value);
    if (work > most) throw new UnreadableFile('its pages ask for more work than a file of its size should');
  }
  return { work, painted: reckoner.painted };
}

function isPage(dict: PdfDict): boolean {
  return isName(dict.get('Type'), 'Page') || (dict.has('Contents') && (dict.has('MediaBox') || dict.has('Parent')));
}

class Reckoner {
  /** Every stream of operators that a page leads to by a name that it writes. */
  readonly painted = new Set<PdfStream>();
  private readonly objects: PdfObjects;
  private readonly steps: FunctionSteps;
  private readonly known = new Map<PdfStream, Map<PdfDict, Asked>>();
  private readonly measures = new Map<PdfStream, ContentMeasure>();
  private readonly points = new Map<PdfStream, number>();
  private readonly under = new Set<PdfStream>();
  private readonly fonts = new Set<PdfDict>();
  private annotations = 0;

  constructor(objects: PdfObjects) {
    this.objects = objects;
    this.steps = new FunctionSteps(objects);
  }

  page(page: PdfDict): number {
    const resources = this.resourcesOf(page);
    const contents = resolve(this.objects, page.get('Contents'));
    const pictures = new Set<PdfStream>();
    let [work, depth] = [UNITS.page as number, 0];
    const ask = (value: PdfValue | undefined, within: number) => {
      const asked = this.stream(value, resources, within);
      work += asked.work;
      for (const picture of asked.pictures) pictures.add(picture);
      return asked;
    };
    for (const value of Array.isArray(contents) ? contents : [contents]) {
      depth += ask(value, 0).deepest;
      if (depth > DEEPEST_STATE) throw tooDeep();
    }
    const annotations = resolve(this.objects, page.get('Annots'));
    if (Array.isArray(annotations))
      for (const one of annotations) {
        work += UNITS.annotation;
        if (++this.annotations > MOST_ANNOTATIONS)
          throw new UnreadableFile('it holds more links, comments and fields than can be followed');
        const annotation = dictOf(this.objects, one);
        const look = resolve(this.objects, dictOf(this.objects, annotation.get('AP')).get('N'));
        const state = resolve(this.objects, annotation.get('AS'));
        const flags = Number(resolve(this.objects, annotation.get('F')) ?? 0);
        if ((flags & NOT_SHOWN) === 0) ask(look instanceof Map ? (isName(state) ? look.get(state.name) : null) : look, 1);
      }
    let points = 0;
    for (const picture of pictures) {
      points += this.pointsIn(picture);
      if (points > MOST_POINTS) throw new UnreadableFile('a page shows more pictures than can be looked at together');
    }
    return work + pictures.size * UNITS.newPicture + points * UNITS.point;
  }

  private pointsIn(picture: PdfStream): number {
    const known = this.points.get(picture);
    if (known !== undefined) return known;
    this.points.set(picture, 0);
    let points = pointsOf(this.objects, picture);
    for (const mask of masksOf(this.objects, picture)) points += this.pointsIn(mask);
    this.points.set(picture, points);
    return points;
  }

  private stream(value: PdfValue | undefined, around: PdfDict, depth: number): Asked {
    const stream = resolve(this.objects, value);
    if (!isStream(stream)) return { work: UNITS.name, deepest: 0, pictures: NO_PICTURES };
    this.painted.add(stream);
    if (isPicture(stream)) return { work: UNITS.picture, deepest: 0, pictures: new Set([stream]) };
    if (depth > DEEPEST_CALL) throw new UnreadableFile('its pages are made of parts that lie in each other too deep');
    // What paints itself is left out by readers.
    if (this.under.has(stream)) return { work: UNITS.form, deepest: 0, pictures: NO_PICTURES };
    const hasOwn = stream.dict.has('Resources');
    const resources = hasOwn ? dictOf(this.objects, stream.dict.get('Resources')) : around;
    const key = hasOwn ? stream.dict : around;
    const known = this.known.get(stream)?.get(key);
    if (known) return known;
    this.under.add(stream);
    const asked = this.asked(stream, resources, depth);
    this.under.delete(stream);
    if (asked.deepest > DEEPEST_STATE) throw tooDeep();
    const all = this.known.get(stream) ?? new Map<PdfDict, Asked>();
    this.known.set(stream, all.set(key, asked));
    return asked;
  }

  private measure(stream: PdfStream): ContentMeasure {
    const known = this.measures.get(stream);
    if (known) return known;
    const data = this.objects.unpack(stream);
    const measure = measureContent(data ?? '');
    // A reader may get further than we do with what is damaged.
    if (data === null) measure.operators = (stream.to - stream.from) * OPERATORS_OF_A_PACKED_BYTE;
    this.measures.set(stream, measure);
    return measure;
  }

  private asked(stream: PdfStream, resources: PdfDict, depth: number): Asked {
    const { operators, letters, length, deepest, names, pictures: within, points } = this.measure(stream);
    let work = operators + letters * UNITS.letter + length * UNITS.byte + within * UNITS.pictureOfOperators + points * UNITS.point;
    if (points > MOST_POINTS) throw new UnreadableFile('a page shows more pictures than can be looked at together');
    let inner = 0;
    const pictures = new Set<PdfStream>();
    for (const kind of ['XObject', 'Pattern', 'ExtGState', 'Font', 'Shading'] as const) {
      const named = dictOf(this.objects, resources.get(kind));
      if (named.size === 0) continue;
      for (const [name, count] of names) {
        if (!named.has(name)) continue;
        const asked = this.called(kind, named.get(name), resources, depth);
        work += asked.work * count + (asked.once ?? 0);
        inner = Math.max(inner, asked.deepest + 1);
        for (const picture of asked.pictures) pictures.add(picture);
      }
    }
    return { work, deepest: deepest + inner, pictures };
  }

  private called(
    kind: 'XObject' | 'Pattern' | 'ExtGState' | 'Font' | 'Shading',
    value: PdfValue | undefined,
    resources: PdfDict,
    depth: number,
  ): Asked & { once?: number } {
    const plain: Asked = { work: UNITS.name, deepest: 0, pictures: NO_PICTURES };
    if (kind === 'Shading') return { ...plain, once: this.shading(value) };
    const found = resolve(this.objects, value);
    if (kind === 'XObject' || (kind === 'Pattern' && isStream(found))) {
      const asked = this.stream(found, resources, depth + 1);
      return isStream(found) && isPicture(found)
        ? asked
        : { ...asked, work: asked.work + (kind === 'Pattern' ? UNITS.pattern : UNITS.form) };
    }
    const dict = dictOf(this.objects, found);
    if (kind === 'Pattern') return { ...plain, once: this.shading(dict.get('Shading')) };
    if (kind === 'Font') return { ...plain, once: this.font(dict, resources, depth) };
    const mask = dictOf(this.objects, dict.get('SMask'));
    this.steps.of(mask.get('TR'));
    if (!mask.has('G')) return plain;
    const asked = this.stream(mask.get('G'), resources, depth + 1);
    return { ...asked, work: asked.work + UNITS.mask };
  }

  /** Shadings by a function (ISO 32000-2, 8.7.4.5) ask it; the others are a mesh of their data. */
  private shading(value: PdfValue | undefined): number {
    const found = resolve(this.objects, value);
    const dict = dictOf(this.objects, found);
    const steps = this.steps.of(dict.get('Function'));
    const kind = Number(resolve(this.objects, dict.get('ShadingType')));
    if (isStream(found)) {
      const corners = (this.objects.unpack(found)?.length ?? 0) / 2;
      return UNITS.shading + corners * (kind >= 6 ? 100 : 1);
    }
    return UNITS.shading + ((kind === 1 ? ASKED_OVER : ASKED_ALONG) * steps) / STEPS;
  }

  /** A font is read once, and so are its glyphs where they are operators. */
  private font(font: PdfDict, around: PdfDict, depth: number): number {
    if (this.fonts.has(font)) return 0;
    this.fonts.add(font);
    this.checkWidths(font);
    const resources = font.has('Resources') ? dictOf(this.objects, font.get('Resources')) : around;
    let work: number = UNITS.newFont;
    for (const glyph of dictOf(this.objects, font.get('CharProcs')).values()) work += this.stream(glyph, resources, depth + 1).work;
    return work;
  }

  /** Widths of a range of letters are written as first, last and width (ISO 32000-2, 9.7.4.3). */
  private checkWidths(font: PdfDict): void {
    const inner = resolve(this.objects, font.get('DescendantFonts'));
    const dict = dictOf(this.objects, Array.isArray(inner) ? inner[0] : undefined);
    let named = 0;
    for (const key of ['W', 'W2']) {
      const widths = resolve(this.objects, dict.get(key));
      if (!Array.isArray(widths)) continue;
      for (let at = 0; at + 1 < widths.length;) {
        const [first, last] = [resolve(this.objects, widths[at]), resolve(this.objects, widths[at + 1])];
        if (Array.isArray(last)) {
          named += last.length;
          at += 2;
        } else {
          named += Math.max(0, Number(last) - Number(first)) + 1;
          at += key === 'W' ? 3 : 5;
        }
      }
    }
    if (named > MOST_WIDTHS) throw new UnreadableFile('it holds a font that is made to be slow');
  }

  private resourcesOf(page: PdfDict): PdfDict {
    let node = page;
    for (let left = 60; left > 0; left--) {
      if (node.has('Resources')) return dictOf(this.objects, node.get('Resources'));
      const parent = node.get('Parent');
      if (!isRef(parent)) break;
      node = dictOf(this.objects, parent);
    }
    return NONE;
  }
}

function tooDeep(): UnreadableFile {
  return new UnreadableFile('a page saves its state too deep');
}
