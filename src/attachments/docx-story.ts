import { parseHex, type Rgb } from './colours.ts';
import { type Around, tellDrawn } from './docx-drawn.ts';
import { Grounds } from './docx-grounds.ts';
import { isSwitchedOn, type Look, LookReader } from './docx-look.ts';
import { isFrameOffPage, largestPage, ShapesInHand } from './docx-shape.ts';
import type { DocumentStyles } from './docx-styles.ts';
import { partsOf } from './docx-table.ts';
import type { Gathering } from './gathering.ts';
import type { Place } from './reading.ts';
import { wordsOf } from './words.ts';
import type { XmlElement, XmlListener } from './xml.ts';

interface Paragraph {
  look: Look;
  seen: string;
  /** By technique. */
  unseen: Map<string, string>;
  /** All text since the last change of revision, as `StoredWords` gathers it. */
  running: string;
  isOffPage: boolean;
}

/** How each kind of tracked change is told. */
const REVISIONS: Record<string, string> = {
  'w:ins': 'tracked-insertion',
  'w:moveTo': 'tracked-move',
  'w:del': 'tracked-deletion',
  'w:moveFrom': 'tracked-move',
  'w:cellIns': 'tracked-insertion',
  'w:cellDel': 'tracked-deletion',
};
/** The second way to draw a thing, and how something was formatted before it was changed. */
const SKIPPED = new Set(['mc:Fallback', ...['rPr', 'pPr', 'tblPr', 'tblPrEx', 'trPr', 'tcPr', 'sectPr'].map((name) => `w:${name}Change`)]);
const NOT_SHOWN = new Set(['w:del', 'w:moveFrom']);
/** Rows of a table that are kept to so many twips show nothing of their text. */
const NO_HEIGHT = 60;
const SPACES: Record<string, string> = {
  'w:tab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:ptab': ' ',
  'w:noBreakHyphen': '-',
  'w:softHyphen': '',
};

/**
 * Hears one story of a document: its body, a header, its footnotes (ECMA-376 17). Of two ways to draw the same thing (`mc:AlternateContent`) it reads
 * the first, which Word shows.
 */
export class Story implements XmlListener {
  private readonly gathering: Gathering;
  private readonly styles: DocumentStyles;
  private readonly around: Around;
  private readonly part: string | null;
  private readonly paragraphs: Paragraph[] = [];
  private readonly revisions: string[] = [];
  private readonly grounds: Grounds;
  private readonly looks: LookReader;
  private readonly shapes: ShapesInHand;
  /** Letters of the page’s colour in text boxes that let the page through: hidden where there is nothing else to stand on. */
  private readonly onClear: { text: string; place: Place }[] = [];
  private readonly skipped: string[] = [];
  private number = 0;
  private run: Look | null = null;
  private inProperties: 'run' | 'mark' | 'paragraph' | 'cell' | null = null;
  private inText = false;
  private hiddenDrawing: string[] | null = null;

  /** @param part the part, where it is not the body: its paragraphs have no number */
  constructor(gathering: Gathering, styles: DocumentStyles, around: Around, part: string | null) {
    this.gathering = gathering;
    this.styles = styles;
    this.around = around;
    this.part = part;
    this.grounds = new Grounds(styles);
    this.looks = new LookReader(styles.colours);
    this.shapes = new ShapesInHand(styles.colours.theme);
  }

  /** @param story the part, as it is written: tells whether something is drawn behind its text, and how large its pages are */
  lookBehind(story: Uint8Array): void {
    const text = Buffer.from(story).toString('latin1');
    this.grounds.hasDrawingBehind = /behindDoc="(?:1|true)"|z-index:\s*-/.test(text);
    this.shapes.page = largestPage(text);
  }

  /** To be asked when all stories are read: something in one of them may lie behind a text box of another. */
  get filledShapes(): number {
    return this.shapes.grounds;
  }

  tellOnClear(): void {
    for (const { text, place } of this.onClear) this.gathering.hide('text-in-background-colour', text, wordsOf(text).length, place);
  }

  open = (element: XmlElement): void => {
    const { name } = element;
    const author = name.endsWith('Change') && this.skipped.length === 0 ? element.get('author', 'w') : undefined;
    if (author) this.gathering.fact('person', author, this.place());
    if (this.skipped.length > 0 || SKIPPED.has(name) || this.isUnusedNote(element)) {
      this.skipped.push(name);
      return;
    }
    this.shapes.open(element);
    if (this.inProperties !== null) this.property(element);
    else if (name in REVISIONS) this.revise(element);
    else if (name in SPACES) this.say(SPACES[name] ?? '');
    else this.content(element);
  };

  text = (text: string): void => {
    if (this.skipped.length > 0) return;
    if (this.inText) this.say(text);
    else this.shapes.say(text);
  };

  close = (name: string): void => {
    if (this.skipped.length > 0) {
      this.skipped.pop();
      return;
    }
    this.shapes.close(name);
    for (let left = this.shapes.takeCovers(); left > 0; left--) this.gathering.fact('covering-shape', '', this.place());
    this.looks.close(name);
    switch (name) {
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.inText = false;
        break;
      case 'w:r':
      case 'm:r':
        this.run = null;
        break;
      case 'w:rPr':
        this.inProperties = this.inProperties === 'mark' ? 'paragraph' : null;
        break;
      case 'w:pPr':
      case 'w:tcPr':
        this.inProperties = null;
        break;
      case 'w:p':
        this.endParagraph();
        break;
      case 'w:tbl':
      case 'w:txbxContent':
        this.grounds.close();
        break;
      case 'w:drawing':
        if (this.hiddenDrawing && this.hiddenDrawing.length > 0)
          this.gathering.hide('hidden-shape', this.hiddenDrawing.join(' '), 1, this.place());
        this.hiddenDrawing = null;
        break;
      default:
        if (this.revisions.at(-1) === name) {
          this.breakWord();
          this.revisions.pop();
        }
    }
  };

  /** A change is told with its paragraph, also where it holds no text; one of a row or of several paragraphs is told at once. */
  private revise(element: XmlElement): void {
    const how = REVISIONS[element.name] ?? '';
    this.breakWord();
    this.revisions.push(element.name);
    this.gathering.name(element.get('author', 'w') ?? '');
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) this.gathering.hide(how, '', 1, this.place());
    else if (!paragraph.unseen.has(how)) paragraph.unseen.set(how, '');
  }

  private place(): Place {
    return this.part === null ? { paragraph: Math.max(1, this.number) } : { part: this.part };
  }

  private content(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        if (this.paragraphs.length === 0) this.number++;
        this.paragraphs.push({ look: {}, seen: '', unseen: new Map(), running: '', isOffPage: false });
        break;
      case 'w:pPr':
        this.inProperties = 'paragraph';
        break;
      case 'w:r':
      case 'm:r':
        this.run = {};
        break;
      case 'w:rPr':
        this.inProperties = 'run';
        break;
      case 'm:t':
        // The signs of a formula stand by themselves: “x”, “sin”, “n”.
        this.say(' ');
        this.inText = true;
        break;
      case 'w:t':
      case 'w:delText':
        this.inText = true;
        break;
      case 'w:tbl':
        this.grounds.openTable();
        break;
      case 'w:tblStyle':
        this.grounds.inTable((table) => (table.style = this.styles.table(element.get('val', 'w'))));
        break;
      case 'w:tblLook':
        this.grounds.inTable((table) => (table.parts = partsOf(element)));
        break;
      case 'w:tr':
        this.grounds.inTable((table) => table.beginRow());
        break;
      case 'w:hidden':
        this.grounds.inTable((table) => (table.rowHides = isSwitchedOn(element.get('val', 'w')) ? 'hidden' : null));
        break;
      case 'w:trHeight':
        if (element.get('hRule', 'w') === 'exact' && Number(element.get('val', 'w')) <= NO_HEIGHT)
          this.grounds.inTable((table) => (table.rowHides ??= 'too-small'));
        break;
      case 'w:tc':
        this.grounds.inTable((table) => table.beginCell());
        break;
      case 'w:tcPr':
        this.inProperties = 'cell';
        break;
      case 'w:shd':
        this.grounds.inTable((table) => (table.whole = this.groundOf(element)));
        break;
      case 'w:background':
        this.grounds.page = parseHex(element.get('color', 'w'));
        break;
      case 'w:txbxContent':
        this.grounds.openBox({ ground: this.shapes.ground, isOffPage: this.shapes.isOffPage });
        break;
      case 'w:commentReference':
      case 'w:commentRangeStart':
        this.around.firstComment ??= this.number;
        break;
      case 'w:footnoteReference':
        this.around.footnotes.add(element.get('id', 'w') ?? '');
        break;
      case 'w:endnoteReference':
        this.around.endnotes.add(element.get('id', 'w') ?? '');
        break;
      case 'w:hyperlink':
        this.gathering.see(
          [this.around.linkTarget(element.get('id', 'r') ?? ''), element.get('tooltip', 'w')].join(' ').trim(),
          this.place(),
        );
        break;
      case 'w:fldChar':
        this.breakWord();
        break;
      case 'w:instrText':
      case 'w:fldSimple':
        break;
      default:
        if (element.name === 'wp:docPr' && element.get('hidden') !== undefined && isSwitchedOn(element.get('hidden')))
          this.hiddenDrawing = [];
        tellDrawn(element, this.around, this.place(), this.gathering);
    }
  }

  private property(element: XmlElement): void {
    const { name } = element;
    const inside = this.inProperties;
    if (inside === 'paragraph' && name === 'w:rPr') this.inProperties = 'mark';
    else if (name in REVISIONS) {
      // The change of a paragraph's mark or of a cell: it has no text, and is a change all the same.
      const how = REVISIONS[name];
      if (how !== undefined) this.gathering.hide(how, element.get('author', 'w') ?? '', 1, this.place());
    } else if (inside === 'run' && this.run) this.looks.open(this.run, element);
    else if (inside === 'paragraph') {
      const paragraph = this.paragraphs.at(-1);
      if (paragraph && name === 'w:framePr') paragraph.isOffPage = isFrameOffPage(element, this.shapes.page);
      else if (paragraph) this.looks.open(paragraph.look, element);
    } else if (inside === 'cell' && name === 'w:shd') this.grounds.inTable((table) => (table.cell = this.groundOf(element)));
    else if (inside === 'cell' && name === 'w:vMerge')
      this.grounds.inTable((table) => (table.cellHides = element.get('val', 'w') !== 'restart'));
    else if (inside === 'cell' && name === 'w:gridSpan') this.grounds.inTable((table) => table.spans(Number(element.get('val', 'w'))));
  }

  private groundOf(element: XmlElement): Rgb | null | undefined {
    const look: Look = {};
    this.looks.open(look, element);
    return look.paper;
  }

  private say(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    paragraph.running += text;
    const keep = (how: string) => paragraph.unseen.set(how, `${paragraph.unseen.get(how) ?? ''}${text}`);
    for (const how of new Set(this.revisions.map((revision) => REVISIONS[revision] ?? ''))) keep(how);
    if (this.revisions.some((each) => NOT_SHOWN.has(each))) return;
    if (this.hiddenDrawing) {
      this.hiddenDrawing.push(text);
      return;
    }
    const unseen = text.trim() === '' ? null : this.unseenBy(paragraph);
    if (unseen === 'clear') this.onClear.push({ text, place: this.place() });
    if (unseen === 'on-drawing') this.gathering.fact('letters-on-drawing', text, this.place());
    if (unseen !== null && unseen !== 'clear' && unseen !== 'on-drawing') keep(unseen);
    else paragraph.seen += text;
  }

  private unseenBy({ isOffPage, look }: Paragraph): string | null {
    return isOffPage ? 'text-off-page' : this.grounds.unseenBy(this.run ?? {}, look);
  }

  private breakWord(): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    this.gathering.name(paragraph.running);
    paragraph.running = '';
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    this.gathering.name(paragraph.running);
    this.gathering.see(paragraph.seen, this.place());
    for (const [how, text] of paragraph.unseen)
      if (text.trim() !== '' || how.startsWith('tracked')) this.gathering.hide(how, text, Math.max(1, wordsOf(text).length), this.place());
  }

  /** A note that no text refers to is not printed; the lines between notes and text have a type. */
  private isUnusedNote(element: XmlElement): boolean {
    if (element.name !== 'w:footnote' && element.name !== 'w:endnote') return false;
    if (element.get('type', 'w') !== undefined) return false;
    const used = element.name === 'w:footnote' ? this.around.footnotes : this.around.endnotes;
    return !used.has(element.get('id', 'w') ?? '');
  }
}
