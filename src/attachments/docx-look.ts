import { parseHex, type Rgb } from './colours.ts';
import { change, type DocumentColours } from './docx-colours.ts';
import type { XmlElement } from './xml.ts';

/** How letters look, as far as it decides whether they are seen. `undefined` is not stated here: what is around it decides. */
export interface Look {
  /** Formatted as hidden (`w:vanish`). `w:webHidden` hides on web pages alone: Word gives it to every table of contents. */
  vanish?: boolean | undefined;
  ink?: Rgb | null | undefined;
  /** Colour behind the letters; null where it is a pattern. */
  paper?: Rgb | null | undefined;
  /** Colour of the marker over the letters. */
  marker?: Rgb | undefined;
  /** In points. */
  size?: number | undefined;
  /** Width of the letters, of 100. */
  scale?: number | undefined;
  /** What is added between letters, in points. */
  spacing?: number | undefined;
  /** Height to which lines are cut, in points; null where they are as high as their letters. */
  line?: number | null | undefined;
  /** An effect that leaves the letters without a fill. */
  clear?: boolean | undefined;
  /** An effect that draws the outlines of letters. */
  outlined?: boolean | undefined;
  style?: string | undefined;
}

/** The properties that stand in a look, each of which is inherited by itself. */
export const PROPERTIES = ['vanish', 'ink', 'paper', 'marker', 'size', 'scale', 'spacing', 'line', 'clear', 'outlined'] as const;

const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
/** Letters that are this see-through, in thousandths of a percent, are not seen. */
const SEE_THROUGH = 95_000;

/** Takes properties of letters and paragraphs (ECMA-376 17.3.2, and Word’s effects on text) into a look, one element after the other. */
export class LookReader {
  private readonly colours: DocumentColours;
  private effect: 'textFill' | 'textOutline' | null = null;

  constructor(colours: DocumentColours) {
    this.colours = colours;
  }

  open(look: Look, element: XmlElement): void {
    const value = () => element.get('val', 'w');
    switch (element.name) {
      case 'w:vanish':
      case 'w:specVanish':
        look.vanish = isSwitchedOn(value());
        break;
      case 'w:color':
        look.ink = this.colours.ofText(element);
        break;
      case 'w:sz':
        look.size = Number(value()) / 2;
        break;
      case 'w:w':
        look.scale = parseFloat(value() ?? '100');
        break;
      case 'w:spacing':
        if (value() !== undefined) look.spacing = Number(value()) / 20;
        else if (element.get('line', 'w') !== undefined)
          look.line = element.get('lineRule', 'w') === 'exact' ? Number(element.get('line', 'w')) / 20 : null;
        break;
      case 'w:shd': {
        const [pattern, fill] = [value(), element.get('fill', 'w')];
        if (pattern !== undefined && pattern !== 'clear' && pattern !== 'nil') look.paper = null;
        else if ((fill !== undefined && fill !== 'auto') || element.get('themeFill', 'w') !== undefined)
          look.paper = this.colours.ofGround(element);
        break;
      }
      case 'w:highlight':
        look.marker = HIGHLIGHTS.get(value() ?? '');
        break;
      case 'w:rStyle':
      case 'w:pStyle':
        look.style = value();
        break;
      default:
        if (element.ns === W14) this.takeEffect(look, element);
    }
  }

  close(name: string): void {
    if (name === `${W14}:textFill` || name === `${W14}:textOutline`) this.effect = null;
  }

  private takeEffect(look: Look, element: XmlElement): void {
    const { local } = element;
    if (local === 'textFill' || local === 'textOutline') this.effect = local;
    else if (this.effect === 'textOutline') {
      if (local === 'solidFill' || local === 'gradFill') look.outlined = true;
    } else if (this.effect === null) return;
    else if (local === 'noFill') look.clear = true;
    else if (local === 'gradFill') look.ink = null;
    else if (local === 'srgbClr') look.ink = parseHex(element.get('val', W14));
    else if (local === 'schemeClr') look.ink = this.colours.named(element.get('val', W14) ?? '');
    else if (local === 'alpha') {
      if (Number(element.get('val', W14)) >= SEE_THROUGH) look.clear = true;
    } else if (look.ink) {
      const share = Number(element.get('val', W14)) / 100_000;
      if (local === 'lumMod' || local === 'shade') look.ink = change(look.ink, (channel) => channel * share);
      else if (local === 'lumOff') look.ink = change(look.ink, (channel) => channel + 255 * share);
      else if (local === 'tint') look.ink = change(look.ink, (channel) => 255 - (255 - channel) * share);
    }
  }
}

/** Colours of the marker (ECMA-376 17.18.40). */
const HIGHLIGHTS: ReadonlyMap<string, Rgb> = new Map([
  ['black', [0, 0, 0]],
  ['blue', [0, 0, 255]],
  ['cyan', [0, 255, 255]],
  ['darkBlue', [0, 0, 128]],
  ['darkCyan', [0, 128, 128]],
  ['darkGray', [128, 128, 128]],
  ['darkGreen', [0, 128, 0]],
  ['darkMagenta', [128, 0, 128]],
  ['darkRed', [128, 0, 0]],
  ['darkYellow', [128, 128, 0]],
  ['green', [0, 255, 0]],
  ['lightGray', [192, 192, 192]],
  ['magenta', [255, 0, 255]],
  ['red', [255, 0, 0]],
  ['white', [255, 255, 255]],
  ['yellow', [255, 255, 0]],
]);

/** A switch that is on where it is there without a value. */
export function isSwitchedOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off'].includes(value);
}

/** The smallest that can be read: letters in points, in hundredths of their width, and lines in points. */
const SMALLEST = { size: 1, scale: 5, line: 2 } as const;
/** Of letters drawn together until they stand on one another: about half their height. */
const DRAWN_TOGETHER = 0.45;

/** Letters of no size that can be read, in one direction or the other. */
export function isTooSmall({ size, scale, spacing, line }: Look): boolean {
  return (
    (size !== undefined && size <= SMALLEST.size) ||
    (scale !== undefined && scale > 0 && scale <= SMALLEST.scale) ||
    (typeof line === 'number' && line <= SMALLEST.line) ||
    (spacing !== undefined && spacing <= -(size ?? 11) * DRAWN_TOGETHER)
  );
}
