import { BLACK, looksLike, parseHex, type Rgb, WHITE } from './colours.ts';
import { type Around, tellDrawn } from './docx-drawn.ts';
import { applyProperty, type DocumentStyles, isSwitchedOn, type Look } from './docx-styles.ts';
import type { Gathering } from './gathering.ts';
import type { Place } from './reading.ts';
import { wordsOf } from './words.ts';
import type { XmlElement, XmlListener } from './xml.ts';

/** Colours behind the text of a table: of the cell that is being read, and of the table as a whole. */
interface Ground {
  /** A style of tables decides, which is not judged. */
  styled: boolean;
  cell: Rgb | null | undefined;
  whole: Rgb | null | undefined;
}

interface Paragraph {
  look: Look;
  seen: string;
  /** By technique. */
  unseen: Map<string, string>;
  /** All text since the last change of revision, as `StoredWords` gathers it. */
  running: string;
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
/** Table styles that colour nothing. */
const PLAIN_TABLES = new Set(['TableGrid', 'TableNormal', 'Tabelraster', 'Tabellenraster']);
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
  private readonly tables: Ground[] = [];
  private page: Rgb | null = WHITE;
  private readonly skipped: string[] = [];
  private number = 0;
  private boxes = 0;
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
  }

  open = (element: XmlElement): void => {
    const { name } = element;
    if (this.skipped.length > 0 || SKIPPED.has(name) || this.isUnusedNote(element)) {
      this.skipped.push(name);
      return;
    }
    if (this.inProperties !== null) this.property(element);
    else if (name in REVISIONS) this.revise(element);
    else if (name in SPACES) this.say(SPACES[name] ?? '');
    else this.content(element);
  };

  text = (text: string): void => {
    if (this.inText && this.skipped.length === 0) this.say(text);
  };

  close = (name: string): void => {
    if (this.skipped.length > 0) {
      this.skipped.pop();
      return;
    }
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
        this.tables.pop();
        break;
      case 'w:txbxContent':
        this.boxes--;
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
        this.paragraphs.push({ look: {}, seen: '', unseen: new Map(), running: '' });
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
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        this.inText = true;
        break;
      case 'w:tbl':
        this.tables.push({ styled: false, cell: undefined, whole: undefined });
        break;
      case 'w:tblStyle':
        this.inTable((table) => (table.styled = !PLAIN_TABLES.has(element.get('val', 'w') ?? '')));
        break;
      case 'w:tc':
        this.inTable((table) => (table.cell = undefined));
        break;
      case 'w:tcPr':
        this.inProperties = 'cell';
        break;
      case 'w:shd': {
        const whole: Look = {};
        applyProperty(whole, element);
        this.inTable((table) => (table.whole = whole.paper));
        break;
      }
      case 'w:background':
        this.page = parseHex(element.get('color', 'w'));
        break;
      case 'w:txbxContent':
        this.boxes++;
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
    } else if (inside === 'run' && this.run) applyProperty(this.run, element);
    else if (inside === 'paragraph') {
      const paragraph = this.paragraphs.at(-1);
      if (paragraph) applyProperty(paragraph.look, element);
    } else if (inside === 'cell' && name === 'w:shd') {
      const cell: Look = {};
      applyProperty(cell, element);
      this.inTable((table) => (table.cell = cell.paper));
    }
  }

  private inTable(change: (table: Ground) => void): void {
    const table = this.tables.at(-1);
    if (table) change(table);
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
    if (unseen !== null) keep(unseen);
    else paragraph.seen += text;
  }

  /** The technique by which letters of the present look are not seen. In a text box the colour behind them is the shape's, which is not judged. */
  private unseenBy(paragraph: Paragraph): string | null {
    const { vanish, ink, paper, marker, size } = this.styles.resolve(this.run ?? {}, paragraph.look);
    if (vanish === true) return 'hidden-text';
    if (size !== undefined && size <= 1) return 'text-in-background-colour';
    if (marker !== undefined) return looksLike(ink ?? BLACK, marker) ? 'text-in-background-colour' : null;
    // Word turns letters of no stated colour white on a dark ground.
    if (ink === undefined || ink === null) return null;
    const behind = paper === undefined ? this.ground() : paper;
    return behind !== null && looksLike(ink, behind) ? 'text-in-background-colour' : null;
  }

  /** The colour of the cell or of the page; null where a shape or the style of a table decides, which is not judged. */
  private ground(): Rgb | null {
    for (const { cell, whole, styled } of this.tables.toReversed()) {
      if (cell !== undefined) return cell;
      if (styled) return null;
      if (whole !== undefined) return whole;
    }
    return this.boxes > 0 ? null : this.page;
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
