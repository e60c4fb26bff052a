import { parseHex, type Rgb } from './colours.ts';
import type { XmlElement, XmlListener } from './xml.ts';

/** How letters look, as far as it decides whether they are seen. `undefined` is not stated here: what is around it decides. */
export interface Look {
  /** Formatted as hidden (`w:vanish`). */
  vanish?: boolean | undefined;
  ink?: Rgb | null | undefined;
  /** Colour behind the letters; null where it is a pattern. */
  paper?: Rgb | null | undefined;
  /** Colour of the marker over the letters. */
  marker?: Rgb | undefined;
  /** In points. */
  size?: number | undefined;
  style?: string | undefined;
}

/** Takes one property of letters or paragraphs (ECMA-376 17.3.2) into a look. */
export function applyProperty(look: Look, element: XmlElement): void {
  switch (element.name) {
    case 'w:vanish':
    case 'w:specVanish':
      look.vanish = isSwitchedOn(element.get('val', 'w'));
      break;
    case 'w:color':
      look.ink = parseHex(element.get('val', 'w'));
      break;
    case 'w:sz':
      look.size = Number(element.get('val', 'w')) / 2;
      break;
    case 'w:shd': {
      const [pattern, fill] = [element.get('val', 'w'), element.get('fill', 'w')];
      if (pattern !== undefined && pattern !== 'clear' && pattern !== 'nil') look.paper = null;
      else if (fill !== undefined && fill !== 'auto') look.paper = parseHex(fill);
      break;
    }
    case 'w:highlight':
      look.marker = HIGHLIGHTS.get(element.get('val', 'w') ?? '');
      break;
    case 'w:rStyle':
    case 'w:pStyle':
      look.style = element.get('val', 'w');
      break;
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

/** Looks of the styles that a document defines, each with what it is based on. */
export class DocumentStyles {
  private readonly styles = new Map<string, Look & { basedOn?: string | undefined }>();
  private defaults: Look = {};

  listener(): XmlListener {
    let style: (Look & { basedOn?: string | undefined }) | null = null;
    let id = '';
    let inDefaults = false;
    let conditional = 0;
    return {
      open: (element) => {
        if (element.name === 'w:style') [style, id] = [{}, element.get('styleId', 'w') ?? ''];
        else if (element.name === 'w:docDefaults') inDefaults = true;
        // Parts of a table that a table style colours: judged nowhere, so they must not colour the style as a whole.
        else if (element.name === 'w:tblStylePr') conditional++;
        else if (element.name === 'w:basedOn' && style) style.basedOn = element.get('val', 'w');
        else if (conditional > 0) return;
        else if (style) applyProperty(style, element);
        else if (inDefaults) applyProperty(this.defaults, element);
      },
      close: (name) => {
        if (name === 'w:tblStylePr') conditional--;
        else if (name === 'w:docDefaults') inDefaults = false;
        else if (name === 'w:style' && style) {
          this.styles.set(id, style);
          style = null;
        }
      },
    };
  }

  /** The look that letters have in the end: their own, else of their style, of the paragraph, of its style, of the document. */
  resolve(run: Look, paragraph: Look): Look {
    const looks = [run, ...this.chain(run.style), paragraph, ...this.chain(paragraph.style), this.defaults];
    const first = <Key extends keyof Look>(key: Key) => looks.find((look) => look[key] !== undefined)?.[key];
    return { vanish: first('vanish'), ink: first('ink'), paper: first('paper'), marker: first('marker'), size: first('size') };
  }

  private chain(style: string | undefined): Look[] {
    const chain: Look[] = [];
    for (let id = style; id !== undefined && chain.length < 20;) {
      const look = this.styles.get(id);
      if (!look) break;
      chain.push(look);
      id = look.basedOn;
    }
    return chain;
  }
}
