import { looksRedacting, type Rgb } from './colours.ts';
import { type Filled, FillReader } from './drawing-fill.ts';
import type { OfficePackage } from './package.ts';
import { isOpaquePicture } from './picture-opacity.ts';
import { MOST_PLACED, onPicturesOf, type Placed, unseenOf } from './xlsx-stacked.ts';
import { type Grid, widthOfText } from './xlsx-grid.ts';
import type { Cell } from './xlsx-sheet.ts';
import type { CellStyle } from './xlsx-styles.ts';
import type { XmlElement, XmlListener } from './xml.ts';

/** A rectangle on a sheet, in EMU. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Something drawn over the cells of a sheet. What it hides is hidden surely, or perhaps, or not: a chart may move, a picture may be see-through. */
export interface Cover extends Box {
  hides(): 'surely' | 'perhaps' | null;
}
const surely = () => 'surely' as const;
const perhaps = () => 'perhaps' as const;

/** Shapes without an inside, or with a hole in it. */
const OPEN_SHAPES =
  /^(line|.*Connector\d*|arc|.*Bracket|.*Bracket?Pair|.*Brace|bracePair|frame|halfFrame|corner|donut|blockArc|noSmoking|chart\w*|math\w*|funnel)$/;
const FULL_SHAPES =
  /^(rect|(round|snip)\w*Rect|roundRect|flowChart(Process|AlternateProcess|PredefinedProcess|InternalStorage)|plaque|bevel|foldedCorner|wedge(Rect|RoundRect)Callout|actionButton\w+)$/;
/** How much of a shape of any other outline is surely inside, along each side. */
const INSIDE = 0.7;
/** A fill through which nothing is read. */
const OPAQUE = 0.9;
/** How much of a text must lie under a cover. */
const UNDER = { width: 0.8, height: 0.6 } as const;

/** An object of a drawing while it is read. */
interface Drawn {
  name: string;
  id: string;
  /** In the coordinates of what is around. */
  box: Box | null;
  /** Coordinates of what is inside, of a group. */
  inside: Box | null;
  hidden: boolean;
  filled: Filled | undefined;
  outline: string;
  /** Sine of how far it is turned from upright. */
  turned: number;
  picture: string | null;
  opacity: number;
  hasText: boolean;
}

/** What is drawn on a sheet. */
export interface DrawnOver {
  /** What lies over the cells, in places where it hides them. */
  covers: Cover[];
  /** Shapes, pictures and charts of which nothing is seen, by the part of the drawing and their id in it. */
  unseen: Map<string, ReadonlySet<string>>;
  /** Shapes over part of a picture that look like a redaction of it. */
  onPictures: number;
}

/** Reads where the drawings of a sheet lie: over its cells, and over each other. */
export function readCovers(file: OfficePackage, sheetPart: string, grid: () => Grid, theme: ReadonlyMap<string, Rgb>): DrawnOver {
  const covers: Cover[] = [];
  const unseen = new Map<string, ReadonlySet<string>>();
  let onPictures = 0;
  for (const part of file.linked(sheetPart, 'drawing')) {
    const links = new Map(file.relationships(part).map((link) => [link.id, link]));
    const isOpaque = (id: string) => {
      const link = links.get(id);
      return link && !link.external && file.has(link.target) ? isOpaquePicture(file.bytes(link.target)) : null;
    };
    const placed: Placed[] = [];
    file.readPart(part, coversListener(grid(), theme, isOpaque, placed));
    for (const { cover } of placed) if (cover) covers.push(cover);
    const some = placed.slice(0, MOST_PLACED);
    unseen.set(part, unseenOf(some));
    onPictures += onPicturesOf(some);
  }
  return { covers, unseen, onPictures };
}

const OBJECTS = new Set(['xdr:sp', 'xdr:pic', 'xdr:grpSp', 'xdr:graphicFrame']);
const ANCHORS = new Set(['xdr:twoCellAnchor', 'xdr:oneCellAnchor', 'xdr:absoluteAnchor']);

function coversListener(
  grid: Grid,
  theme: ReadonlyMap<string, Rgb>,
  isOpaque: (id: string) => boolean | null,
  placed: Placed[],
): XmlListener {
  const objects: Drawn[] = [];
  const fill = new FillReader(['spPr', 'grpSpPr'], theme);
  const corners = { from: new Map<string, number>(), to: new Map<string, number>() };
  let corner: Map<string, number> | null = null;
  let text = '';
  let anchor: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  /** Doubles of controls for newer programs, which may have no place of their own. */
  let isDouble = false;
  /** The anchor says where both corners are. */
  let isAnchored = false;
  let skipped = 0;
  const at = (place: Map<string, number>) => {
    const [column, row] = [(place.get('xdr:col') ?? 0) + 1, (place.get('xdr:row') ?? 0) + 1];
    const inside = (offset: number, size: number) => Math.max(0, Math.min(offset, size));
    return {
      x: grid.left(column) + inside(place.get('xdr:colOff') ?? 0, grid.left(column + 1) - grid.left(column)),
      y: grid.top(row) + inside(place.get('xdr:rowOff') ?? 0, grid.top(row + 1) - grid.top(row)),
    };
  };

  return {
    open: (element) => {
      const { name } = element;
      // The second way to draw a thing is for programs that do not know the first.
      if (name === 'mc:Fallback' || skipped > 0) {
        skipped++;
        return;
      }
      if (name === 'mc:Choice') isDouble = element.get('Requires') === 'a14';
      text = '';
      fill.open(element);
      const last = objects.at(-1);
      if (ANCHORS.has(name)) {
        corners.to.clear();
        isAnchored = false;
      } else if (name === 'xdr:from') corner = corners.from;
      else if (name === 'xdr:to') corner = corners.to;
      else if (name === 'xdr:pos') anchor = { ...anchor, left: numberOf(element, 'x'), top: numberOf(element, 'y') };
      else if (name === 'xdr:ext' && objects.length === 0) {
        isAnchored = true;
        anchor = { ...anchor, right: anchor.left + numberOf(element, 'cx'), bottom: anchor.top + numberOf(element, 'cy') };
      } else if (OBJECTS.has(name)) objects.push(begun(name));
      else if (last) hear(last, element);
    },
    text: (more) => {
      if (corner) text += more;
      const last = objects.at(-1);
      if (last && more.trim() !== '') last.hasText = true;
    },
    close: (name) => {
      if (skipped > 0) {
        skipped--;
        return;
      }
      const last = objects.at(-1);
      if (name === 'mc:Choice') isDouble = false;
      if (fill.close(name) && last) last.filled = fill.filled ?? last.filled;
      if (name === 'xdr:from' || name === 'xdr:to') {
        corner = null;
        isAnchored ||= name === 'xdr:to' && corners.to.size > 0;
        const { x, y } = at(name === 'xdr:from' ? corners.from : corners.to);
        anchor = name === 'xdr:from' ? { ...anchor, left: x, top: y } : { ...anchor, right: x, bottom: y };
      } else if (corner) corner.set(name, Number(text));
      else if (last?.name === name) {
        const box = isAnchored ? boxOf(objects, anchor) : null;
        const cover = last.hidden || !box ? null : coverOf(last, box, objects, isOpaque);
        objects.pop();
        if (box && !isDouble) placed.push({ id: last.id, kind: last.name, looksRedacting: isPlain(last), box, cover });
      }
    },
  };
}

function isPlain({ name, filled, hasText, picture }: Drawn): boolean {
  if (name !== 'xdr:sp' || hasText || picture !== null || typeof filled !== 'object' || !filled.colour) return false;
  return looksRedacting(filled.colour);
}

const begun = (name: string): Drawn => ({
  name,
  id: '',
  box: null,
  inside: null,
  hidden: false,
  filled: undefined,
  outline: name === 'xdr:sp' ? 'other' : 'rect',
  turned: 0,
  picture: null,
  opacity: 1,
  hasText: false,
});

const numberOf = (element: XmlElement, attribute: string) => Number(element.get(attribute) ?? 0) || 0;
const boxAt = (left: number, top: number): Box => ({ left, top, right: left, bottom: top });

function hear(drawn: Drawn, element: XmlElement): void {
  switch (element.name) {
    case 'xdr:cNvPr':
      drawn.hidden = ['1', 'true'].includes(element.get('hidden') ?? '');
      drawn.id = element.get('id') ?? '';
      break;
    case 'a:xfrm': {
      const angle = ((numberOf(element, 'rot') / 60_000) % 90) * (Math.PI / 180);
      drawn.turned = Math.min(Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle)));
      break;
    }
    case 'a:off':
      drawn.box = boxAt(numberOf(element, 'x'), numberOf(element, 'y'));
      break;
    case 'a:ext':
      if (drawn.box && element.get('cx') !== undefined)
        drawn.box = { ...drawn.box, right: drawn.box.left + numberOf(element, 'cx'), bottom: drawn.box.top + numberOf(element, 'cy') };
      break;
    case 'a:chOff':
      drawn.inside = boxAt(numberOf(element, 'x'), numberOf(element, 'y'));
      break;
    case 'a:chExt':
      if (drawn.inside)
        drawn.inside = {
          ...drawn.inside,
          right: drawn.inside.left + numberOf(element, 'cx'),
          bottom: drawn.inside.top + numberOf(element, 'cy'),
        };
      break;
    case 'a:prstGeom':
      drawn.outline = element.get('prst') ?? 'other';
      break;
    case 'a:fillRef':
      // What the style of a shape fills it with, where the shape itself says nothing.
      if (drawn.filled === undefined && (element.get('idx') ?? '0') !== '0') drawn.filled = { colour: null, opacity: 1 };
      break;
    case 'a:blip':
      drawn.picture = element.get('embed', 'r') ?? null;
      break;
    case 'a:alphaModFix':
      drawn.opacity = Number(element.get('amt') ?? 100_000) / 100_000;
      break;
  }
}

/** Where the innermost object lies on the sheet: at its anchor, or in the group around it. */
function boxOf(objects: readonly Drawn[], anchor: Box): Box | null {
  let around = anchor;
  for (const [depth, { box }] of objects.entries()) {
    if (depth === 0) continue;
    const coordinates = objects[depth - 1]?.inside;
    if (!box || !coordinates) return null;
    const [width, height] = [coordinates.right - coordinates.left, coordinates.bottom - coordinates.top];
    if (width <= 0 || height <= 0) return null;
    const x = (value: number) => around.left + ((value - coordinates.left) / width) * (around.right - around.left);
    const y = (value: number) => around.top + ((value - coordinates.top) / height) * (around.bottom - around.top);
    around = { left: x(box.left), top: y(box.top), right: x(box.right), bottom: y(box.bottom) };
  }
  return around;
}

function coverOf(drawn: Drawn, box: Box, objects: readonly Drawn[], isOpaque: (id: string) => boolean | null): Cover | null {
  if (objects.some(({ hidden }) => hidden)) return null;
  if (drawn.name === 'xdr:graphicFrame') return { ...box, hides: perhaps };
  if (drawn.opacity < OPAQUE) return null;
  const inside = shrunk(box, drawn);
  if (!inside) return null;
  if (drawn.name === 'xdr:sp') {
    const around = objects.map(({ filled }) => filled).findLast((filled) => filled !== undefined && filled !== 'group');
    const its = (drawn.filled === 'group' ? around : drawn.filled) ?? 'none';
    if (its === 'none' || its.opacity < OPAQUE) return null;
    if (drawn.picture === null) return { ...inside, hides: surely };
  } else if (drawn.name !== 'xdr:pic') return null;
  const { picture } = drawn;
  let opaque: boolean | null | undefined;
  const hides = () => {
    if (opaque === undefined) opaque = picture === null ? null : isOpaque(picture);
    return opaque === null ? 'perhaps' : opaque ? 'surely' : null;
  };
  return { ...inside, hides };
}

/** What is surely inside of an outline, however it is turned. */
function shrunk({ left, top, right, bottom }: Box, { outline, turned }: Drawn): Box | null {
  if (OPEN_SHAPES.test(outline)) return null;
  const [width, height] = [right - left, bottom - top];
  const share = FULL_SHAPES.test(outline) ? 1 : INSIDE;
  const [wide, high] = [width * share - height * turned, height * share - width * turned];
  if (wide <= 0 || high <= 0) return null;
  const [dx, dy] = [(width - wide) / 2, (height - high) / 2];
  return { left: left + dx, top: top + dy, right: right - dx, bottom: bottom - dy };
}

/** @returns tells of a cell, with what it shows, whether it lies under a cover; null where nothing covers anything */
export function coveredBy(
  covers: readonly Cover[],
  grid: () => Grid,
  cells: readonly Cell[],
): ((cell: Cell, text: string, style: CellStyle) => 'surely' | 'perhaps' | null) | null {
  if (covers.length === 0) return null;
  const places = grid();
  const filled = new Set(cells.map(({ row, column }) => row * 16_385 + column));
  return ({ row, column, value }, text, { size, align }) => {
    const [top, bottom] = [places.top(row), places.top(row + 1)];
    const [left, right] = [places.left(column), places.left(column + 1)];
    const under = covers.filter((cover) => Math.min(cover.bottom, bottom) - Math.max(cover.top, top) >= (bottom - top) * UNDER.height);
    if (under.length === 0) return null;
    const isText = typeof value === 'string';
    const ends = !isText || filled.has(row * 16_385 + column + 1);
    const width = Math.max(1, ends ? Math.min(widthOfText(text, size), right - left) : widthOfText(text, size));
    const from =
      align === 'center' || align === 'centerContinuous'
        ? (left + right - width) / 2
        : align === 'right' || (align !== 'left' && !isText)
          ? right - width
          : left;
    const hiding = under.filter((cover) => Math.min(cover.right, from + width) - Math.max(cover.left, from) >= width * UNDER.width);
    const ways = hiding.map((cover) => cover.hides());
    return ways.find((way) => way === 'surely') ?? ways.find((way) => way === 'perhaps') ?? null;
  };
}
