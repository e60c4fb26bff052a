import { wordsInField } from './field-codes.ts';
import { type Place, UnreadableFile } from './reading.ts';
import { wordsOf } from './words.ts';
import { isOfTheFormat } from './xml-namespaces.ts';
import type { XmlElement, XmlListener } from './xml.ts';

/**
 * Attributes of the formats' own elements that hold what a person wrote: `element@attribute`, or `*@attribute`. All others are vocabulary: measures,
 * names of fonts and styles, switches. Of namespaces that are none of the format's, every attribute counts.
 */
const TEXT_ATTRIBUTES = new Set([
  // Pictures, shapes, text effects
  'cNvPr@descr',
  'cNvPr@title',
  'docPr@descr',
  'docPr@title',
  'shape@alt',
  'textpath@string',
  // Word
  'tag@val',
  'alias@val',
  'docVar@val',
  'docVar@name',
  'listItem@displayText',
  'listItem@value',
  'statusText@val',
  'helpText@val',
  'default@val',
  'comment@author',
  'comment@initials',
  'ins@author',
  'del@author',
  'person@author',
  // Excel
  's@v',
  'sheet@name',
  'sheetName@val',
  'definedName@comment',
  'definedName@name',
  'cacheField@name',
  'cacheField@caption',
  'pivotField@name',
  'dataField@name',
  'filter@val',
  'tableColumn@name',
  'table@displayName',
  'tableColumn@totalsRowLabel',
  'slicer@caption',
  'slicer@name',
  'scenario@name',
  'scenario@comment',
  'scenario@user',
  'inputCells@val',
  'dataValidation@prompt',
  'dataValidation@promptTitle',
  'dataValidation@error',
  'dataValidation@errorTitle',
  'hyperlink@tooltip',
  'hyperlink@display',
  'hlinkClick@tooltip',
  'protectedRange@name',
  'customWorkbookView@name',
  'connection@name',
  'connection@description',
  'dbPr@connection',
  'dbPr@command',
  'queryTable@name',
  'person@displayName',
  'fileSharing@userName',
  'webPublishItem@title',
  'absPath@url',
]);

/** Elements of running text: what stands in two of them after each other is one word. */
const RUNS = new Set(['w:t', 'w:delText', 'a:t', 'x:t']);
/** Where running text ends. */
const BREAKS = new Set(['w:p', 'a:p', 'x:si', 'x:is', 'x:text', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:tc', 'w:fldChar']);
/** Codes of fields; one code may be divided among runs, and ends where the field's result begins. */
const CODES = new Set(['w:instrText', 'w:delInstrText']);
/** How Japanese writes the sound of a word (ECMA-376 18.4.6): it stands above the word where it is shown, and says what the word says. */
const READING = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]*$/u;
/** Signs that are written as elements. */
const SIGNS = new Map(Object.entries({ 'w:tab': ' ', 'w:br': ' ', 'w:cr': ' ', 'a:br': ' ', 'w:ptab': ' ', 'w:noBreakHyphen': '-' }));
/** Elements whose text is the format's own: formulas and references, figures as they are kept, field codes, names of kinds. */
const VOCABULARY = new Set([
  'x:f',
  'x:formula',
  'x:formula1',
  'x:formula2',
  'x:calculatedColumnFormula',
  'x:totalsRowFormula',
  'x:oddHeader',
  'x:oddFooter',
  'x:evenHeader',
  'x:evenFooter',
  'x:firstHeader',
  'x:firstFooter',
  'c:f',
  'c:formatCode',
  'cx:f',
  'w:instrText',
  'w:delInstrText',
  'wp:align',
  'wp:posOffset',
  'ep:Application',
  'ep:AppVersion',
  'ep:Template',
  'ep:HeadingPairs',
  'ep:ScaleCrop',
  'ep:LinksUpToDate',
  'ep:SharedDoc',
  'ep:HyperlinksChanged',
  'ep:DocSecurity',
  'dcterms:created',
  'dcterms:modified',
  'cp:lastPrinted',
  'cp:revision',
  'rel:Relationship',
  'http://schemas.microsoft.com/office/excel/2006/main:f',
  'http://schemas.microsoft.com/office/excel/2006/main:sqref',
]);
/** What programs number things with: `{59A81EF0-B745-4043-A389-26BDE8793789}`. */
const IDENTIFIER = /\{[\dA-Fa-f]{8}(-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}\}/g;
/** Different words that are kept of one file: many more than any answer has. */
const MOST_WORDS = 1_000_000;
const OF_VML = /^(v|o|xv):/;

/**
 * All the words that a package holds, found without knowing what a part is for: text of every element, and of every attribute that may hold text.
 * Each word once, with the part where it stands first.
 */
export class StoredWords {
  private readonly places = new Map<string, Place>();

  /** Hears one part. @param isOrphan nothing in the file leads to it: its figures are no values that a reader sees formatted */
  listenTo(part: string, isOrphan = false): XmlListener {
    const path: string[] = [];
    const isVml = part.endsWith('.vml');
    // What a drawing paints, and not what it says.
    const isSvg = part.endsWith('.svg');
    let running = '';
    let silent = 0;
    let code = '';
    const add = (text: string, figures = true) => {
      const words = wordsOf(text.includes('{') ? text.replace(IDENTIFIER, ' ') : text);
      for (const word of words) if (!this.places.has(word) && (figures || !/^\d/.test(word))) this.places.set(word, { part });
      if (this.places.size > MOST_WORDS)
        throw new UnreadableFile(`The file holds more than ${MOST_WORDS.toLocaleString('en-GB')} different words`);
    };
    const flush = () => {
      if (running !== '') add(running);
      if (code !== '') add(wordsInField(code));
      [running, code] = ['', ''];
    };
    return {
      open: (element) => {
        path.push(element.name);
        if (VOCABULARY.has(element.name)) silent++;
        if (BREAKS.has(element.name)) flush();
        if (element.name === 'w:fldSimple') add(wordsInField(element.get('instr', 'w') ?? ''));
        running += SIGNS.get(element.name) ?? '';
        if (!isSvg) for (const value of textsOf(element, isVml)) add(value, !isOfTheFormat(element.ns));
      },
      close: (name) => {
        path.pop();
        if (VOCABULARY.has(name)) silent--;
        if (BREAKS.has(name)) flush();
      },
      text: (text) => {
        const inside = path.at(-1) ?? '';
        if (CODES.has(inside)) code += text;
        if (silent > 0) return;
        if (path.at(-2) === 'x:rPh' && READING.test(text)) return;
        if (RUNS.has(inside)) running += text;
        else if (OF_VML.test(inside)) return;
        // Figures in the format's own elements are measures, or values as they are kept while the reader sees them formatted.
        else add(text, isOrphan || !isOfTheFormat(inside.slice(0, inside.lastIndexOf(':'))));
      },
    };
  }

  list(): { word: string; place: Place }[] {
    return [...this.places].map(([word, place]) => ({ word, place }));
  }
}

function textsOf(element: XmlElement, isVml: boolean): string[] {
  if (isVml && element.ns === '') return [];
  if (!isOfTheFormat(element.ns)) {
    const foreign = element.attributes().filter(({ ns }) => !isOfTheFormat(ns) || ns === '');
    return foreign.map(({ value }) => value);
  }
  if (element.ns === 'x' && PLAIN.has(element.local)) return [];
  return element
    .attributes()
    .filter(({ local }) => TEXT_ATTRIBUTES.has(`${element.local}@${local}`))
    .map(({ value }) => value);
}

/** Elements of a sheet that there are most of, and that have no attribute with text. */
const PLAIN = new Set(['c', 'v', 'row', 'f', 'si', 't', 'is', 'r', 'rPr', 'xf', 'col']);
