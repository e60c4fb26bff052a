import { looksRedacting, parseHex, type Rgb } from './colours.ts';
import { type Fill, FillReader } from './drawing-fill.ts';
import type { XmlElement } from './xml.ts';

/** What lies behind the letters of a text box: a colour, `clear` where it is what is behind the box, null where it is not judged. */
export type BoxGround = Rgb | 'clear' | null;

/** A drawing or an older picture (VML) while it is read. */
interface Shape {
  name: string;
  ground: BoxGround;
  anchor: Anchor | null;
  /** With text or a picture of its own. */
  hasContent: boolean;
}

/** Where a drawing stands and how large it is, in EMU. */
interface Anchor {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Over the text, which does not flow around it. */
  inFront: boolean;
  /** What is measured from the edges of the page. */
  ofPage: { left: boolean; top: boolean };
}

/** In EMU. */
export interface PageSize {
  width: number;
  height: number;
}

/** EMU: what is lower, or narrower, is a line and covers no word (6 points). */
const THIN = 76_200;

const SEE_THROUGH = 0.1;
const OLD_SHAPES = new Set(['v:shape', 'v:rect', 'v:roundrect', 'v:oval']);
/** Shapes that text keeps clear of. */
const FLOWS_AROUND = new Set(['wp:wrapSquare', 'wp:wrapTight', 'wp:wrapThrough', 'wp:wrapTopAndBottom']);
const OLD_COLOURS: Record<string, string> = { white: 'FFFFFF', window: 'FFFFFF', black: '000000' };
/** EMU: what lies beyond is off any page, whatever it is measured from. A page of A3 has 10.7 million by 15.1 million. */
const OFF = { left: -2_000_000, right: 16_000_000, above: -16_000_000, below: 22_000_000 } as const;
const EMU_OF_POINT = 12_700;
const EMU_OF_TWIP = 635;
const NOWHERE: Anchor = { left: 0, top: 0, width: 0, height: 0, inFront: false, ofPage: { left: false, top: false } };

/** Follows the shapes of a story: what their text boxes are filled with, and whether they are on the page. */
export class ShapesInHand {
  /** Shapes that are filled, and pictures: something that a clear text box may stand on. */
  grounds = 0;
  /** The largest page of the story; null where it does not say. */
  page: PageSize | null = null;
  /** Black and white shapes without text in front of the text, since this was last asked. */
  private covers = 0;
  private readonly shapes: Shape[] = [];
  private readonly fill: FillReader;
  private anchor: Anchor | null = null;
  private direction: 'left' | 'top' | null = null;
  private text = '';

  constructor(theme: ReadonlyMap<string, Rgb>) {
    this.fill = new FillReader(['spPr'], theme);
  }

  open(element: XmlElement): void {
    const { name } = element;
    this.fill.open(element);
    if (name === 'wps:wsp') this.shapes.push({ name, ground: 'clear', anchor: null, hasContent: false });
    else if (OLD_SHAPES.has(name)) this.openOld(element);
    else if (name === 'v:fill' && parseFloat(element.get('opacity') ?? '1') < 1) this.setGround(null);
    else if (name === 'a:fillRef' && (element.get('idx') ?? '0') !== '0' && this.fill.filled === undefined) this.setGround(null);
    else if (name === 'a:blip' || name === 'pic:pic') this.grounds++;
    else if (name === 'wp:anchor')
      this.anchor = { ...NOWHERE, ofPage: { ...NOWHERE.ofPage }, inFront: ['0', 'false'].includes(element.get('behindDoc') ?? '0') };
    else if (FLOWS_AROUND.has(name) && this.anchor) this.anchor.inFront = false;
    else if (name === 'w:txbxContent' || name === 'v:imagedata') {
      const shape = this.shapes.at(-1);
      if (shape) shape.hasContent = true;
      if (name === 'v:imagedata') this.grounds++;
    } else if (name === 'wp:positionH' || name === 'wp:positionV') {
      this.direction = name === 'wp:positionH' ? 'left' : 'top';
      if (this.anchor) this.anchor.ofPage[this.direction] = element.get('relativeFrom') === 'page';
    } else if (name === 'wp:posOffset') this.text = '';
    else if (name === 'wp:extent' && this.anchor) {
      this.anchor.width = Number(element.get('cx') ?? 0);
      this.anchor.height = Number(element.get('cy') ?? 0);
    }
  }

  say(text: string): void {
    if (this.direction !== null) this.text += text;
  }

  close(name: string): void {
    if (this.fill.close(name)) this.take(this.fill.filled);
    if (name === 'wp:posOffset' && this.anchor && this.direction) {
      this.anchor[this.direction] = Number(this.text);
      this.direction = null;
    } else if (name === 'wp:positionH' || name === 'wp:positionV') this.direction = null;
    else if (name === 'wp:anchor') this.anchor = null;
    if (this.shapes.at(-1)?.name !== name) return;
    const shape = this.shapes.pop();
    if (shape?.ground !== 'clear') this.grounds++;
    if (shape && !shape.hasContent && isCover(shape.ground, this.anchor ?? shape.anchor)) this.covers++;
  }

  takeCovers(): number {
    const { covers } = this;
    this.covers = 0;
    return covers;
  }

  /** What lies behind the text box that opens now. */
  get ground(): BoxGround {
    return this.shapes.at(-1)?.ground ?? null;
  }

  /** Whether the drawing that is being read stands where no page is. */
  get isOffPage(): boolean {
    const anchor = this.anchor ?? this.shapes.at(-1)?.anchor;
    if (!anchor) return false;
    const { left, top, width, height, ofPage } = anchor;
    const [across, down] = [ofPage.left ? this.page : null, ofPage.top ? this.page : null];
    if (left + width < (across ? 0 : OFF.left) || left > (across?.width ?? OFF.right)) return true;
    return top + height < (down ? 0 : OFF.above) || top > (down?.height ?? OFF.below);
  }

  private take(filled: Fill | 'none' | 'group' | undefined): void {
    if (filled === undefined) return;
    if (filled === 'none') this.setGround('clear');
    else if (filled === 'group') this.setGround(null);
    else this.setGround(filled.opacity <= SEE_THROUGH ? 'clear' : filled.opacity < 1 ? null : filled.colour);
  }

  private setGround(ground: BoxGround): void {
    const shape = this.shapes.at(-1);
    if (shape) shape.ground = ground;
  }

  /** A shape of VML is white where it does not say otherwise. */
  private openOld(element: XmlElement): void {
    const colour = (element.get('fillcolor') ?? 'white').replace(/\s*\[.*$/, '').toLowerCase();
    const hex = Object.hasOwn(OLD_COLOURS, colour)
      ? OLD_COLOURS[colour]
      : colour.replace(/^#(\w)(\w)(\w)$/, '$1$1$2$2$3$3').replace(/^#/, '');
    const filled = !['f', 'false', '0'].includes(element.get('filled') ?? 't');
    const style = element.get('style') ?? '';
    const inFront = /position:\s*absolute/i.test(style) && !/z-index:\s*-/i.test(style);
    const anchor = { ...NOWHERE, ...offsetsOf(style), inFront };
    this.shapes.push({ name: element.name, ground: filled ? parseHex(hex) : 'clear', anchor, hasContent: false });
  }
}

function isCover(ground: BoxGround, anchor: Anchor | null): boolean {
  if (ground === null || ground === 'clear' || !anchor?.inFront) return false;
  const { width, height } = anchor;
  if (width > 0 && height > 0 && Math.min(width, height) < THIN) return false;
  return looksRedacting(ground);
}

/** `position:absolute;margin-left:-1200pt;margin-top:4pt` in EMU. */
function offsetsOf(style: string): { left: number; top: number } {
  const offset = (name: string) => {
    const [, value] = new RegExp(`(?:^|;)\\s*margin-${name}:\\s*(-?[\\d.]{1,12})pt`, 'i').exec(style) ?? [];
    return Number(value ?? 0) * EMU_OF_POINT;
  };
  return { left: offset('left'), top: offset('top') };
}

/** Twips beyond which a frame (`w:framePr`) is off any page, where it does not say how wide it is. */
const FRAME = { size: 8_000, far: 34_000 } as const;

/** Whether a frame of a paragraph (ECMA-376 17.3.1.11) stands where no page is. */
export function isFrameOffPage(element: XmlElement, page: PageSize | null): boolean {
  const number = (name: string) => Number(element.get(name, 'w') ?? 0);
  const size = (name: string) => number(name) || FRAME.size;
  const [x, y] = [number('x'), number('y')];
  const far = (anchor: string, length: number | undefined) =>
    element.get(anchor, 'w') === 'page' && length !== undefined ? length / EMU_OF_TWIP : FRAME.far;
  return x + size('w') < 0 || y + size('h') < 0 || x > far('hAnchor', page?.width) || y > far('vAnchor', page?.height);
}

/** The size of the largest page that a story says it has (`w:pgSz`, ECMA-376 17.6.13, in twips). */
export function largestPage(story: string): PageSize | null {
  const lengths = { w: 0, h: 0 };
  for (const [tag] of story.matchAll(/<w:pgSz\b[^>]{0,300}>/g))
    for (const side of ['w', 'h'] as const)
      lengths[side] = Math.max(lengths[side], Number(new RegExp(`\\sw:${side}="(\\d{1,6})"`).exec(tag)?.[1] ?? 0));
  return lengths.w > 0 && lengths.h > 0 ? { width: lengths.w * EMU_OF_TWIP, height: lengths.h * EMU_OF_TWIP } : null;
}
