import { format, formatColor, getFormatFromId } from 'numfmt';
import { BLACK, looksLike, parseHex, type Rgb, THEME_ORDER, tinted, WHITE } from './colours.ts';
import { type Difference, differenceListener } from './xlsx-differences.ts';
import type { XmlElement, XmlListener } from './xml.ts';

/** How a cell looks, as far as it decides what a reader sees. */
export interface CellStyle {
  format: string;
  /** Colour of its letters. */
  ink: Rgb;
  /** Colour behind them; null where it is a pattern or gradient, which is not judged. */
  paper: Rgb | null;
  /** In points. */
  size: number;
  /** Where in the cell it stands: `left`, `center`, `right`; text left and figures right where it is `general`. */
  align: string;
  /** Its letters cannot be told from what is behind them. */
  unseen: boolean;
}

/** The palette of `indexed="8"` to `indexed="63"` (ECMA-376 18.8.27); 0 to 7 repeat its first eight. */
const PALETTE =
  `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366
FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF
FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/);

/** Colours that a number format names (ECMA-376 18.8.31), by their place in the palette that every workbook has. */
const NAMED = ['black', 'white', 'red', 'green', 'blue', 'yellow', 'magenta', 'cyan'];
const COLOURED = /\[\s*(?:black|white|red|green|blue|yellow|magenta|cyan|colou?r)/i;

/** What `styles.xml` says of cells (ECMA-376 18.8). */
export class Styles {
  private readonly theme: ReadonlyMap<string, Rgb>;
  private readonly formats = new Map<number, string>();
  private readonly fonts: { ink: Rgb; size: number }[] = [];
  private readonly fills: (Rgb | null)[] = [];
  private readonly cells: { format: number; font: number; fill: number; align: string }[] = [];
  private readonly made: CellStyle[] = [];
  private readonly differences: Difference[] = [];
  /** Of a workbook with colours of its own (ECMA-376 18.8.27). */
  private readonly palette = [...PALETTE];

  constructor(theme: ReadonlyMap<string, Rgb>) {
    this.theme = theme;
  }

  /** Reads the palette, which stands behind all that refers to it. */
  paletteListener(): XmlListener {
    let index = 0;
    return {
      open: (element) => {
        const { name } = element;
        if (name === 'x:indexedColors') index = 0;
        if (name !== 'x:rgbColor') return;
        // The first eight stand there twice, and the second are taken.
        if (index >= 8 && index - 8 < PALETTE.length) this.palette[index - 8] = (element.get('rgb') ?? '').slice(-6);
        index++;
      },
    };
  }

  listener(): XmlListener {
    const inside: string[] = [];
    let ink: Rgb = BLACK;
    let size = 11;
    let paper: Rgb | null = WHITE;
    let pattern = 'none';
    const differences = differenceListener(
      ['x:dxf'],
      (element) => this.colour(element),
      BLACK,
      (difference) => this.differences.push(difference),
    );
    return {
      open: (element) => {
        const { name } = element;
        inside.push(name);
        differences.open?.(element);
        const [section] = inside.filter((each) => SECTIONS.has(each));
        if (section === 'x:numFmts' && name === 'x:numFmt')
          this.formats.set(Number(element.get('numFmtId')), (element.get('formatCode') ?? '').slice(0, 255));
        else if (section === 'x:fonts') {
          if (name === 'x:font') [ink, size] = [BLACK, 11];
          else if (name === 'x:color') ink = this.colour(element) ?? BLACK;
          else if (name === 'x:sz') size = Number(element.get('val') ?? 11);
        } else if (section === 'x:fills') {
          if (name === 'x:fill') [paper, pattern] = [WHITE, 'none'];
          else if (name === 'x:patternFill') pattern = element.get('patternType') ?? 'none';
          else if (name === 'x:gradientFill') pattern = 'gradient';
          else if (name === 'x:fgColor' && pattern === 'solid') paper = this.colour(element) ?? null;
        } else if (section === 'x:cellXfs' && name === 'x:xf')
          this.cells.push({
            format: Number(element.get('numFmtId') ?? 0),
            font: Number(element.get('fontId') ?? 0),
            fill: Number(element.get('fillId') ?? 0),
            align: 'general',
          });
        else if (section === 'x:cellXfs' && name === 'x:alignment') {
          const cell = this.cells.at(-1);
          if (cell) cell.align = element.get('horizontal') ?? 'general';
        }
      },
      close: (name) => {
        inside.pop();
        differences.close?.(name);
        if (name === 'x:font' && inside.at(-1) === 'x:fonts') this.fonts.push({ ink, size });
        if (name === 'x:fill' && inside.at(-1) === 'x:fills') this.fills.push(pattern === 'none' || pattern === 'solid' ? paper : null);
      },
    };
  }

  /** Style of a cell by its `s`. */
  of(index: number): CellStyle {
    const known = this.made[index];
    if (known) return known;
    const cell = this.cells[index] ?? { format: 0, font: 0, fill: 0, align: 'general' };
    const { ink = BLACK, size = 11 } = this.fonts[cell.font] ?? {};
    const fill = this.fills[cell.fill];
    const paper = fill === undefined ? WHITE : fill;
    const unseen = paper !== null && looksLike(ink, paper);
    const style: CellStyle = { format: this.formatCode(cell.format), ink, size, paper, align: cell.align, unseen };
    if (index >= 0 && index < this.cells.length) this.made[index] = style;
    return style;
  }

  /** Whether any cell may have a ground other than white. */
  get hasFills(): boolean {
    return this.cells.some(({ fill }) => {
      const paper = this.fills[fill];
      return paper === null || (paper !== undefined && !looksLike(paper, WHITE));
    });
  }

  /** What a condition changes, by its `dxfId`; nothing where it has none. */
  difference(id: string | undefined): Difference {
    return this.differences[Number(id ?? NaN)] ?? {};
  }

  /** A colour element (ECMA-376 18.8.19); null where it is automatic. */
  colour(element: XmlElement): Rgb | null {
    const tint = Number(element.get('tint') ?? 0);
    const base = this.base(element);
    return base && tint !== 0 ? tinted(base, tint) : base;
  }

  private base(element: XmlElement): Rgb | null {
    const rgb = parseHex(element.get('rgb'));
    if (rgb) return rgb;
    const theme = element.get('theme');
    if (theme !== undefined) return this.theme.get(THEME_ORDER[Number(theme)] ?? '') ?? (theme === '0' ? WHITE : BLACK);
    const indexed = Number(element.get('indexed') ?? NaN);
    if (indexed === 65) return WHITE;
    return parseHex(this.palette[indexed < 8 ? indexed : indexed - 8]);
  }

  /** The colour that a number format gives a value, whatever that of the letters is; null where it gives none. */
  inkOfFormat(code: string, value: string | number | boolean): Rgb | null {
    if (typeof value === 'boolean' || !COLOURED.test(code)) return null;
    const colour = formatColor(code, value, { indexColors: false, throws: false });
    if (colour === undefined) return null;
    if (typeof colour === 'number') return parseHex(this.palette[colour - 1]);
    return parseHex(PALETTE[NAMED.indexOf(colour.toLowerCase())]);
  }

  private formatCode(id: number): string {
    const own = this.formats.get(id);
    if (own !== undefined) return own;
    return getFormatFromId(id, 'en-GB') ?? 'General';
  }
}

const SECTIONS = new Set(['x:numFmts', 'x:fonts', 'x:fills', 'x:cellXfs', 'x:dxfs', 'x:cellStyleXfs']);

/**
 * A value as the cell shows it, in British English. A format that cannot be understood shows the value as it is kept, so that nothing is taken for
 * hidden that may be seen.
 */
export function formatted(value: string | number | boolean, code: string, from1904: boolean): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (code === 'General' || code === '@')) return value;
  try {
    const shown =
      typeof value === 'number' && from1904 && /[dmyhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) ? value + 1462 : value;
    return format(code, shown, { locale: 'en-GB', dateErrorNumber: true, dateErrorThrows: false });
  } catch {
    return String(value);
  }
}
