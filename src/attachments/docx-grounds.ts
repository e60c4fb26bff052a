import { BLACK, looksLike, type Rgb, WHITE } from './colours.ts';
import { isTooSmall, type Look } from './docx-look.ts';
import type { BoxGround } from './docx-shape.ts';
import type { DocumentStyles } from './docx-styles.ts';
import { TableInHand } from './docx-table.ts';

/** A text box that is being read. */
export interface Box {
  ground: BoxGround;
  isOffPage: boolean;
}

/** What lies behind the letters of a story: the page, and the tables and text boxes that are being read, the innermost last. */
export class Grounds {
  page: Rgb | null = WHITE;
  /** Something is drawn behind the text of the story: what letters stand on the page may stand on it. */
  hasDrawingBehind = false;
  private readonly styles: DocumentStyles;
  private readonly around: (TableInHand | Box)[] = [];

  constructor(styles: DocumentStyles) {
    this.styles = styles;
  }

  openTable(): void {
    this.around.push(new TableInHand(this.styles.table(undefined)));
  }

  openBox(box: Box): void {
    this.around.push(box);
  }

  close(): void {
    this.around.pop();
  }

  inTable(change: (table: TableInHand) => void): void {
    const table = this.around.at(-1);
    if (table instanceof TableInHand) change(table);
  }

  /**
   * The technique by which letters are not seen, whatever a table’s style may make of them; null where they may be seen. `clear` is on nothing but what is
   * behind a text box; `on-drawing` on the page, or on what is drawn behind the text.
   */
  unseenBy(run: Look, paragraph: Look): string | null {
    if (this.around.length > 0) {
      const byPlace = this.unseenByPlace();
      if (byPlace !== null) return byPlace;
    }
    const table = this.around.at(-1);
    if (!(table instanceof TableInHand)) return this.unseenIn(this.styles.resolve(run, paragraph), []);
    const possible = table.possibleLooks();
    const ways = possible.map((looks) => this.unseenIn(this.styles.resolve(run, paragraph, withoutGround(looks)), looks));
    return ways.includes(null) ? null : ways.includes('clear') ? 'clear' : (ways[0] ?? null);
  }

  private unseenByPlace(): string | null {
    let rows: string | null = null;
    for (const each of this.around) {
      if (each instanceof TableInHand) rows = rows === 'hidden' || each.cellHides ? 'hidden' : (each.rowHides ?? rows);
      else if (each.isOffPage) return 'text-off-page';
    }
    return rows === null ? null : rows === 'hidden' ? 'hidden-text' : 'text-in-background-colour';
  }

  /** @param cell looks of the table’s style for the cell */
  private unseenIn(look: Look, cell: readonly Look[]): string | null {
    const { vanish, ink, paper, marker, clear, outlined } = look;
    if (vanish === true) return 'hidden-text';
    if (isTooSmall(look) || (clear === true && outlined !== true)) return 'text-in-background-colour';
    if (marker !== undefined) return looksLike(ink ?? BLACK, marker) ? 'text-in-background-colour' : null;
    // Word turns letters of no stated colour white on a dark ground.
    if (ink === undefined || ink === null) return null;
    const behind = paper === undefined ? this.behind(cell) : paper;
    if (behind === 'clear') return this.page && looksLike(ink, this.page) ? 'clear' : null;
    if (behind === null || !looksLike(ink, behind)) return null;
    return this.hasDrawingBehind && behind === this.page ? 'on-drawing' : 'text-in-background-colour';
  }

  /** The colour of the cell, of the text box or of the page; null where it cannot be told. */
  private behind(innermost: readonly Look[]): BoxGround {
    for (const [depth, around] of this.around.toReversed().entries()) {
      if (!(around instanceof TableInHand)) return around.ground;
      if (around.cell !== undefined) return around.cell;
      const looks = depth === 0 ? [innermost] : around.possibleLooks();
      const papers = looks.map((each) => each.find(({ paper }) => paper !== undefined)?.paper);
      const [paper] = papers;
      if (papers.some((each) => each !== paper)) return null;
      if (paper !== undefined) return paper;
      if (around.whole !== undefined) return around.whole;
    }
    return this.page;
  }
}

/** What a style of tables says of letters; what it puts behind them lies behind the paragraph’s own ground. */
function withoutGround(looks: readonly Look[]): Look[] {
  return looks.map((look) => ({ ...look, paper: undefined }));
}
