import { hasPosition } from './office-pictures.ts';
import { dictOf, reachable, resolve, type PdfObjects } from './pdf-objects.ts';
import { UnreadableFile } from './reading.ts';
import { isName, isRef, isStream, isString, Syntax, textOf, type PdfDict, type PdfStream, type PdfValue } from './pdf-syntax.ts';

/** A text that a file holds beside what its pages paint. */
export interface Aside {
  how: 'actual-text' | 'alternative-text' | 'bookmark' | 'description' | 'form-value' | 'note' | 'page-label' | 'other';
  text: string;
  /** From 1, where it is known. */
  page?: number;
}

/** What stands in a PDF beside its pages. */
export interface Structure {
  asides: Aside[];
  embeddedFiles: number;
  embeddedData: number;
  scripts: number;
  launches: number;
  thumbnails: number;
  /** A form in XML of its own (XFA), which only Acrobat shows. */
  hasXfa: boolean;
  isTagged: boolean;
  language: string;
  title: string;
  info: { what: string; value: string }[];
  /** Metadata as XML, of the file and of its pictures. */
  packets: string[];
  /** Pages that the list of pages names. */
  pages: number;
  /** Pages that no list of pages names any more. */
  strayPages: string[];
  /** Operators that paint text, and that no page leads to any more. */
  strayContents: string[];
  /** Parts with text that a page could paint and does not: of annotations that are hidden, of buttons that are pressed, of nothing. */
  unpainted: string[];
  /** Photographs that say where they were taken. */
  positions: number;
  /** Pictures with more pixels than are looked at. */
  largePictures: number;
  /** Programs that keep data of their own in the file, as much as a drawing takes. */
  workingCopies: string[];
}

const FIELDS = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'Company', 'Manager'];
/** Structure elements that stand for a picture: their alternative text is what a blind reader gets of it, and is no secret. */
const PICTURES = new Set(['Figure', 'Formula', 'Form', 'Link', 'Annot', 'Artifact', 'InlineShape', 'Diagram', 'Chart']);
/** What a signature says of who made it, where and how to reach them (ISO 32000-2, 12.8.1). */
const SIGNED_BY = ['Name', 'Location', 'Reason', 'ContactInfo'];
/** Texts beside the pages; a long report has a few thousand. */
const MOST_ASIDES = 100_000;
/** Bytes of a program's own data from which on it may be a drawing. */
const WORKING_COPY = 10_000;

/**
 * Reads what stands beside the pages, from every object that the file holds.
 *
 * @param streams What is painted, and how large a picture is looked at; null where streams are not asked, but dictionaries alone.
 */
export function readStructure(objects: PdfObjects, streams: { painted: ReadonlySet<PdfStream>; mostPixels: number } | null): Structure {
  const found: Structure = {
    asides: [],
    embeddedFiles: 0,
    embeddedData: 0,
    scripts: 0,
    launches: 0,
    thumbnails: 0,
    hasXfa: false,
    isTagged: false,
    language: '',
    title: '',
    info: [],
    packets: [],
    pages: 0,
    strayPages: [],
    strayContents: [],
    unpainted: [],
    positions: 0,
    largePictures: 0,
    workingCopies: [],
  };
  const reached = reachable(objects);
  const pages = pagesByRef(objects);
  const seen = new Set<PdfValue>();
  found.pages = pages.size;
  const add = (how: Aside['how'], value: PdfValue | undefined, page?: number) => {
    // What could not be decrypted is read by pdf.js, as far as it reads it.
    if (objects.locked > 0) return;
    const text = textOf(resolve(objects, value)).replace(/\0/g, '').trim();
    if (text !== '') found.asides.push({ how, text, ...(page && { page }) });
    if (found.asides.length > MOST_ASIDES)
      throw new UnreadableFile('it holds more bookmarks and other texts beside its pages than can be followed');
  };
  for (const [ref, value] of objects.byRef) {
    const dict = isStream(value) ? value.dict : value instanceof Map ? value : null;
    if (!dict) continue;
    for (const inner of dictsIn(dict)) readDict(inner, objects, found, add, pages, seen);
    if (isPage(dict) && dict.has('Contents') && (pages.size > 0 ? !pages.has(dict) : !reached.has(ref))) found.strayPages.push(ref);
    if (!streams || !isStream(value)) continue;
    if (isName(dict.get('Subtype'), 'Image')) {
      if (Number(dict.get('Width')) * Number(dict.get('Height')) > streams.mostPixels) found.largePictures++;
      if (isPhotograph(objects, value) && hasPosition(objects.unpackPicture(value, value.to - value.from).data)) found.positions++;
      continue;
    }
    const data = objects.unpack(value);
    if (data === null) continue;
    const type = dict.get('Type');
    if (!reached.has(ref) && (type === undefined || isName(type, 'XObject')) && paintsText(data)) found.strayContents.push(ref);
    else if (isName(dict.get('Subtype'), 'Form') && !streams.painted.has(value) && paintsText(data)) found.unpainted.push(ref);
    if (isName(dict.get('Subtype'), 'XML') || isName(dict.get('Type'), 'Metadata'))
      found.packets.push(Buffer.from(data, 'latin1').toString('utf8'));
    else if (data.includes('/ActualText') || data.includes('/Alt')) markedTexts(data).forEach((text) => add('actual-text', text));
  }
  // What a page paints that is no longer listed is read with it.
  const ofStrayPages = new Set(found.strayPages.flatMap((ref) => refsIn(objects.byRef.get(ref) ?? null)));
  found.strayContents = found.strayContents.filter((ref) => !ofStrayPages.has(ref));
  readDocument(objects, found);
  // LibreOffice keeps the original document so in its “hybrid” PDFs: the trailer names kinds and streams, in pairs.
  for (const trailer of objects.trailers) {
    const added = resolve(objects, trailer.get('AdditionalStreams'));
    if (Array.isArray(added)) found.embeddedFiles += Math.ceil(added.length / 2);
  }
  return found;
}

/** The words of a comment that has a look of its own, which is XHTML (ISO 32000-2, 12.7.4.4), as a string of the file. */
function plainOf(xhtml: string): string {
  const text = xhtml
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&#?\w{1,8};/g, ' ')
    .replace(/\s+/g, ' ');
  return `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`;
}

/** A page, or one that a script may put among them (ISO 32000-2, 12.7.7). */
function isPage(dict: PdfDict): boolean {
  return isName(dict.get('Type'), 'Page') || isName(dict.get('Type'), 'Template');
}

/** Whether a picture is a JPEG as it stands, not packed once more. */
function isPhotograph(objects: PdfObjects, { dict }: PdfStream): boolean {
  const filter = resolve(objects, dict.get('Filter'));
  const only = Array.isArray(filter) && filter.length === 1 ? filter[0] : filter;
  return isName(only, 'DCTDecode') || isName(only, 'DCT');
}

function paintsText(data: string): boolean {
  return /\bBT\b[^]*\bT[jJ]\b/.test(data.slice(0, 100_000));
}

function refsIn(value: PdfValue): string[] {
  if (isRef(value)) return [value.ref];
  if (Array.isArray(value)) return value.flatMap(refsIn);
  return value instanceof Map ? [...value.values()].flatMap(refsIn) : [];
}

/** A dictionary and those written inside it. */
function dictsIn(value: PdfValue): PdfDict[] {
  if (value instanceof Map) return [value, ...[...value.values()].flatMap(dictsIn)];
  return Array.isArray(value) ? value.flatMap(dictsIn) : [];
}

type Add = (how: Aside['how'], value: PdfValue | undefined, page?: number) => void;

function readDict(
  dict: PdfDict,
  objects: PdfObjects,
  found: Structure,
  add: Add,
  pages: ReadonlyMap<PdfValue, number>,
  seen: Set<PdfValue>,
): void {
  const get = (key: string) => resolve(objects, dict.get(key));
  const page = pages.get(get('Pg'));
  // Each file stands there twice, as its data and as what names it; a file may lack the one or the other.
  if (isName(get('Type'), 'EmbeddedFile')) found.embeddedData++;
  if (dict.has('EF')) found.embeddedFiles++;
  if (isName(get('S'), 'JavaScript') || dict.has('JS')) found.scripts++;
  if (isName(get('S'), 'Launch')) found.launches++;
  if (dict.has('Thumb')) found.thumbnails++;
  if (dict.has('XFA')) found.hasXfa = true;
  if (dict.has('PieceInfo')) found.workingCopies.push(...workingCopies(objects, dictOf(objects, dict.get('PieceInfo')), seen));
  const kind = get('S');
  const isElement = dict.has('P') && isName(kind) && !isName(get('Type'), 'Action');
  add('actual-text', dict.get('ActualText'), page);
  if (isElement && isName(kind)) add(PICTURES.has(kind.name) ? 'description' : 'alternative-text', dict.get('Alt'), page);
  const richText = get('RC');
  if (isName(get('Subtype')) && (isString(richText) || isStream(richText)) && !seen.has(richText)) {
    seen.add(richText);
    const xhtml = isStream(richText) ? { bytes: objects.unpack(richText) ?? '' } : richText;
    add('note', { bytes: plainOf(textOf(xhtml)) }, page);
  }
  if (dict.has('ByteRange'))
    for (const key of SIGNED_BY) {
      const value = textOf(get(key)).trim();
      if (value !== '' && objects.locked === 0) found.info.push({ what: 'signature', value });
    }
  if (
    dict.has('Title') &&
    dict.has('Parent') &&
    (dict.has('Next') || dict.has('Prev') || dict.has('Dest') || dict.has('A') || dict.has('First'))
  )
    add('bookmark', dict.get('Title'));
  if (dict.has('FT') || (isString(get('T')) && dict.has('V') && !dict.has('S'))) {
    const field = get('FT');
    if (!isName(field, 'Sig') && !isName(field, 'Btn'))
      for (const key of ['V', 'DV', 'RV']) {
        const value = get(key);
        for (const one of Array.isArray(value) ? value : [value])
          if (isStream(one)) add('form-value', { bytes: objects.unpack(one) ?? '' });
          else add('form-value', one);
      }
  }
}

/**
 * Programs with private data of some size (ISO 32000-2, 14.5): Illustrator keeps the whole drawing there, Word a mark of a few letters.
 *
 * @param seen What was looked at before: what several share counts for the first.
 */
function workingCopies(objects: PdfObjects, byProgram: PdfDict, seen: Set<PdfValue>): string[] {
  return [...byProgram.keys()].filter((program) => {
    let size = 0;
    const waiting = [resolve(objects, dictOf(objects, byProgram.get(program)).get('Private'))];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === null || typeof next !== 'object' || isString(next) || seen.has(next)) continue;
      seen.add(next);
      if (isStream(next)) size += next.to - next.from;
      const inner = isStream(next) ? next.dict : next;
      const isOther = inner instanceof Map && isPage(inner);
      const members = isOther ? [] : inner instanceof Map ? inner.values() : Array.isArray(inner) ? inner : [];
      for (const one of members) waiting.push(resolve(objects, one));
    }
    return size >= WORKING_COPY;
  });
}

/** Texts of the marks in a page's operators: `/Span << /ActualText (…) >> BDC`. */
function markedTexts(data: string): PdfValue[] {
  const texts: PdfValue[] = [];
  for (const { index } of data.matchAll(/\/(?:ActualText|Alt)(?=[\s(<])/g)) {
    const syntax = new Syntax(data, index);
    syntax.value();
    const value = syntax.value();
    if (isString(value)) texts.push(value);
    if (texts.length > MOST_ASIDES) break;
  }
  return texts;
}

function readDocument(objects: PdfObjects, found: Structure): void {
  const trailer = [...objects.trailers].reverse();
  const root = trailer.map((one) => dictOf(objects, one.get('Root'))).find((dict) => dict.size > 0) ?? new Map<string, PdfValue>();
  const info = trailer.map((one) => dictOf(objects, one.get('Info'))).find((dict) => dict.size > 0) ?? new Map<string, PdfValue>();
  found.isTagged = dictOf(objects, root.get('MarkInfo')).get('Marked') === true && dictOf(objects, root.get('StructTreeRoot')).size > 0;
  found.language = textOf(resolve(objects, root.get('Lang')));
  if (objects.locked > 0) return;
  for (const [what, value] of info) {
    const text = textOf(resolve(objects, value)).trim();
    if (text === '' || /^(CreationDate|ModDate|Trapped)$/.test(what)) continue;
    if (what === 'Title') found.title = text;
    found.info.push({ what: FIELDS.includes(what) ? what.toLowerCase() : `property ${what}`, value: text });
  }
}

/** The page of each page object, from 1, in the order of the tree. */
function pagesByRef(objects: PdfObjects): Map<PdfValue, number> {
  const pages = new Map<PdfValue, number>();
  const seen = new Set<PdfValue>();
  const walk = (value: PdfValue | undefined, depth: number) => {
    const node = resolve(objects, value);
    if (!(node instanceof Map) || seen.has(node) || depth > 60) return;
    seen.add(node);
    const kids = resolve(objects, node.get('Kids'));
    if (Array.isArray(kids)) for (const kid of kids) walk(kid, depth + 1);
    else pages.set(node, pages.size + 1);
  };
  for (const trailer of [...objects.trailers].reverse()) {
    walk(dictOf(objects, trailer.get('Root')).get('Pages'), 0);
    if (pages.size > 0) break;
  }
  return pages;
}
