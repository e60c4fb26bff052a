import type { Rgb } from './colours.ts';
import type { Look } from './docx-look.ts';
import type { TableLook } from './docx-styles.ts';
import type { XmlElement } from './xml.ts';

/** Which parts of its style a table uses; `undefined` where it does not say. */
export interface TableParts {
  firstRow?: boolean;
  lastRow?: boolean;
  firstColumn?: boolean;
  lastColumn?: boolean;
  bands?: boolean;
  bandsOfColumns?: boolean;
}

/** Bits of the number that older programs state them by (`w:tblLook w:val`, ECMA-376 17.4.55). */
const BITS = { firstRow: 0x20, lastRow: 0x40, firstColumn: 0x80, lastColumn: 0x100, noHBand: 0x200, noVBand: 0x400 } as const;

export function partsOf(element: XmlElement): TableParts {
  const bits = parseInt(element.get('val', 'w') ?? '0', 16);
  const is = (name: keyof typeof BITS) => {
    const own = element.get(name, 'w');
    return own === undefined ? (bits & BITS[name]) !== 0 : ['1', 'true', 'on'].includes(own);
  };
  return {
    firstRow: is('firstRow'),
    lastRow: is('lastRow'),
    firstColumn: is('firstColumn'),
    lastColumn: is('lastColumn'),
    bands: !is('noHBand'),
    bandsOfColumns: !is('noVBand'),
  };
}

const CORNER = [
  ['nwCell', 'firstCol', 'firstRow'],
  ['nwCell', 'firstRow', 'firstCol'],
  ['firstCol', 'firstRow'],
  ['firstRow', 'firstCol'],
] as const;

/** A table that is being read, and where in it. */
export class TableInHand {
  style: TableLook;
  parts: TableParts = {};
  /** Colour of the cell that is being read, and of the table as a whole, as they are stated there; null where it is a pattern. */
  cell: Rgb | null | undefined;
  whole: Rgb | null | undefined;
  /** How the row that is being read is kept from being seen. */
  rowHides: 'hidden' | 'too-small' | null = null;
  /** The cell that is being read lies under the one above, with which it is merged. */
  cellHides = false;
  private row = -1;
  private column = 0;
  private span = 0;

  constructor(style: TableLook) {
    this.style = style;
  }

  beginRow(): void {
    this.row++;
    [this.column, this.span, this.rowHides] = [0, 0, null];
  }

  beginCell(): void {
    this.column += this.span;
    [this.span, this.cell, this.cellHides] = [1, undefined, false];
  }

  spans(columns: number): void {
    if (columns > 1) this.span = columns;
  }

  /**
   * What the style makes of the cell that is being read, each a list of looks, the first of which says. More than one where it cannot be told which: a row
   * may be the last one.
   */
  possibleLooks(): Look[][] {
    const { firstRow, lastRow, firstColumn, lastColumn, bands, bandsOfColumns } = this.parts;
    const [isTop, isLeft] = [this.row === 0, this.column === 0];
    const row = this.row - (firstRow === false ? 0 : 1);
    const column = this.column - (firstColumn === false ? 0 : 1);
    const isCorner = isTop && isLeft && firstRow && firstColumn;
    const sure = [
      ...(isLeft && firstColumn && !isCorner ? ['firstCol'] : []),
      ...(isTop && firstRow && !isCorner ? ['firstRow'] : []),
      ...(bands ? [row % 2 === 0 ? 'band1Horz' : 'band2Horz'] : []),
      ...(bandsOfColumns ? [column % 2 === 0 ? 'band1Vert' : 'band2Vert'] : []),
    ];
    const unsure = [
      ...(lastColumn !== false ? ['lastCol', 'neCell', 'seCell'] : []),
      ...(lastRow !== false ? ['lastRow', 'swCell', 'seCell'] : []),
      ...(firstRow === undefined ? ['firstRow', 'firstCol', 'band1Horz', 'band2Horz', 'band1Vert', 'band2Vert', 'nwCell'] : []),
    ];
    const looks = (parts: readonly string[]) => [...parts.flatMap((part) => this.style.parts.get(part) ?? []), this.style.whole];
    // Programs differ in which of the two comes first where the first row and the first column meet.
    if (isCorner) return CORNER.map((parts) => looks([...parts, ...sure]));
    return [looks(sure), ...[...new Set(unsure)].filter((part) => this.style.parts.has(part)).map((part) => looks([part, ...sure]))];
  }
}
