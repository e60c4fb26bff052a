import { BLACK, parseHex, type Rgb, WHITE } from './colours.ts';
import type { XmlElement } from './xml.ts';

/** How a shape or letters are filled (ECMA-376 20.1.8): of which colour, where it is one, and how much of what is behind shines through. */
export interface Fill {
  /** Null where it is a gradient, a pattern, a picture, or a colour that cannot be told. */
  colour: Rgb | null;
  /** From 0, nothing is seen of it, to 1. */
  opacity: number;
}

/** `none` is left empty on purpose; `group` takes the fill of the group around. */
export type Filled = Fill | 'none' | 'group';

const OTHER_FILLS = new Set(['a:gradFill', 'a:pattFill', 'a:blipFill', 'pic:blipFill']);
/** Names of the theme’s colours as shapes use them. */
const SCHEME: Record<string, string> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
const PRESETS: Record<string, Rgb> = { white: WHITE, black: BLACK };

/** A colour of DrawingML (20.1.2.3) by its element; null where it cannot be told. */
export function drawingColour(element: XmlElement, theme: ReadonlyMap<string, Rgb>): Rgb | null {
  const value = element.get('val') ?? '';
  switch (element.local) {
    case 'srgbClr':
      return parseHex(value);
    case 'sysClr':
      return parseHex(element.get('lastClr')) ?? (value === 'window' ? WHITE : value === 'windowText' ? BLACK : null);
    case 'prstClr':
      return Object.hasOwn(PRESETS, value) ? (PRESETS[value] ?? null) : null;
    case 'schemeClr': {
      const name = Object.hasOwn(SCHEME, value) ? (SCHEME[value] ?? value) : value;
      return theme.get(name) ?? (name === 'lt1' ? WHITE : name === 'dk1' ? BLACK : null);
    }
    default:
      return null;
  }
}

/** A colour changed by one of the elements inside it (20.1.2.3.1 and on); reckoned in RGB, which is near enough to compare by eye. */
function changed(colour: Rgb, { local }: XmlElement, share: number): Rgb {
  const each = (change: (channel: number) => number): Rgb => {
    const [red, green, blue] = colour;
    const within = (channel: number) => Math.max(0, Math.min(255, Math.round(change(channel))));
    return [within(red), within(green), within(blue)];
  };
  if (local === 'lumMod' || local === 'shade') return each((channel) => channel * share);
  if (local === 'lumOff') return each((channel) => channel + 255 * share);
  return local === 'tint' ? each((channel) => 255 - (255 - channel) * share) : colour;
}

/** Hears what fills a shape or letters: the fill that stands right inside its properties, not the one of its outline. */
export class FillReader {
  /** Absent where the properties state none. */
  filled: Filled | undefined;
  private readonly owners: ReadonlySet<string>;
  private readonly theme: ReadonlyMap<string, Rgb>;
  private path: string[] | null = null;
  private owner = '';

  /** @param owners local names of the elements of properties */
  constructor(owners: readonly string[], theme: ReadonlyMap<string, Rgb>) {
    this.owners = new Set(owners);
    this.theme = theme;
  }

  open(element: XmlElement): void {
    const { name, local } = element;
    if (this.path === null) {
      if (!this.owners.has(local)) return;
      [this.path, this.owner, this.filled] = [[], name, undefined];
      return;
    }
    this.path.push(local);
    const [first] = this.path;
    if (this.path.length === 1) {
      if (name === 'a:noFill') this.filled = 'none';
      else if (name === 'a:grpFill') this.filled = 'group';
      else if (name === 'a:solidFill' || OTHER_FILLS.has(name)) this.filled = { colour: null, opacity: 1 };
    } else if (first !== 'solidFill' || typeof this.filled !== 'object') return;
    else if (this.path.length === 2) this.filled.colour = drawingColour(element, this.theme);
    else if (this.path.length === 3) {
      const share = Number(element.get('val')?.replace('%', '000') ?? NaN) / 100_000;
      if (!Number.isFinite(share)) return;
      if (local === 'alpha') this.filled.opacity = share;
      else if (this.filled.colour) this.filled.colour = changed(this.filled.colour, element, share);
    }
  }

  /** @returns whether the properties end here */
  close(name: string): boolean {
    if (this.path === null) return false;
    if (this.path.pop() !== undefined || name !== this.owner) return false;
    this.path = null;
    return true;
  }
}
