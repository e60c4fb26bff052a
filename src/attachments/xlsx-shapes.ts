import { looksLike, type Rgb, WHITE } from './colours.ts';
import { drawingColour, type Filled, FillReader } from './drawing-fill.ts';
import { isCropped } from './office-pictures.ts';
import type { XmlListener } from './xml.ts';

/** Letters of the paper's colour in shapes that let the sheet through: hidden where there is nothing else to stand on. */
export interface OnClear {
  /** Of each such shape. */
  texts: string[];
  /** Shapes with a fill, pictures and charts, on which a shape without one may stand. */
  grounds: number;
}

/**
 * Text of shapes with their alternative text; text in the colour of its shape; shapes that are switched off; pictures whose edges are cropped away but
 * kept.
 *
 * @param unseen The ids of those of which nothing is seen: they count as switched off.
 */
export function shapesListener(
  see: (text: string) => void,
  hide: (how: string, text: string) => void,
  theme: ReadonlyMap<string, Rgb>,
  { clear = { texts: [], grounds: 0 }, unseen }: { clear?: OnClear; unseen?: ReadonlySet<string> | undefined } = {},
): XmlListener {
  let paragraph = '';
  let inText = false;
  let ink: Filled | undefined;
  let inOutline = false;
  let outlined = false;
  const shapeFill = new FillReader(['spPr'], theme);
  const textFill = new FillReader(['rPr'], theme);
  const shapes: DrawnShape[] = [];
  let ofFont = false;
  const say = (text: string) => {
    const around = shapes.at(-1);
    if (around?.hidden) around.text += ` ${text}`;
    else see(text);
  };
  return {
    open: (element) => {
      if (SHAPES.has(element.local) && element.ns === 'xdr') shapes.push(begun(element.name, shapes.at(-1)));
      if (element.name === 'a:r') [ink, outlined] = [undefined, false];
      if (element.name === 'a:ln') inOutline = true;
      else if (inOutline && (element.name === 'a:solidFill' || element.name === 'a:gradFill')) outlined = true;
      shapeFill.open(element);
      textFill.open(element);
      if (element.local === 'cNvPr' && (element.ns === 'xdr' || element.ns === 'pic')) {
        const around = shapes.at(-1);
        if (around && ['1', 'true'].includes(element.get('hidden') ?? '')) around.hidden = true;
        else if (around && unseen?.has(element.get('id') ?? '')) [around.hidden, around.byPlace] = [true, true];
        for (const text of [element.get('descr'), element.get('title')]) if (text) say(text);
      }
      const inner = shapes.at(-1);
      if (inner && element.name === 'a:fillRef' && (element.get('idx') ?? '0') !== '0') inner.styled = true;
      else if (inner && ofFont) inner.ink = { colour: drawingColour(element, theme), opacity: 1 };
      ofFont = element.name === 'a:fontRef';
      // The double of a control for newer programs, which is switched off while the control itself is shown.
      if (inner && element.local === 'compatExt') inner.hidden = shapes.at(-2)?.hidden ?? false;
      if (element.name === 'a:srcRect' && isCropped(element.attributes())) hide('cropped-picture', '');
      if (element.name === 'a:t') inText = true;
      if (element.name === 'a:hlinkClick' && element.get('tooltip')) say(element.get('tooltip') ?? '');
    },
    text: (text) => {
      if (!inText) return;
      const around = shapes.at(-1);
      const letters = ink ?? around?.ink;
      if (around && !outlined && isUnseen(letters, around.filled)) around.unseen += text;
      else paragraph += text;
      if (around && !outlined && isOnClear(letters, around)) around.onClear += text;
    },
    close: (name) => {
      if (shapeFill.close(name)) {
        const around = shapes.at(-1);
        if (around) around.filled = shapeFill.filled;
      }
      if (textFill.close(name)) ink = textFill.filled;
      if (name === 'a:t') inText = false;
      if (name === 'a:ln') inOutline = false;
      if (name === 'a:br') paragraph += ' ';
      if (name === 'a:p') {
        say(paragraph);
        paragraph = '';
      }
      const last = shapes.at(-1);
      if (last?.name !== name) return;
      shapes.pop();
      if (last.hidden) last.text += ` ${last.unseen}`;
      else if (last.unseen.trim() !== '') hide('shape-text-in-background-colour', last.unseen);
      if (!last.hidden && hasGround(last)) clear.grounds++;
      if (!last.hidden && last.onClear.trim() !== '') clear.texts.push(last.onClear);
      const outer = shapes.at(-1);
      if (outer?.hidden) outer.text += last.text;
      else if (last.hidden && !isPlainBackground(last)) hide('hidden-shape', last.text);
    },
  };
}

/** Letters that cannot be told from the fill of their shape, or have none. What a shape without a fill stands on is not judged. */
function isUnseen(ink: Filled | undefined, ground: Filled | undefined): boolean {
  if (ink === 'none') return true;
  if (typeof ink !== 'object') return false;
  if (ink.opacity < SEE_THROUGH) return true;
  if (!ink.colour || typeof ground !== 'object' || !ground.colour || ground.opacity < 1) return false;
  return looksLike(ink.colour, ground.colour);
}
const SEE_THROUGH = 0.1;

/** White letters in a shape without a fill. */
function isOnClear(ink: Filled | undefined, shape: DrawnShape): boolean {
  return typeof ink === 'object' && ink.colour !== null && looksLike(ink.colour, WHITE) && !hasGround(shape);
}

/** A line, a shadow, a panel: a shape that lies under another, and says nothing. */
function isPlainBackground({ name, byPlace, text }: DrawnShape): boolean {
  return byPlace && name === 'xdr:sp' && text.trim() === '';
}

function hasGround({ name, filled, styled }: DrawnShape): boolean {
  if (name === 'xdr:pic' || name === 'xdr:graphicFrame' || filled === 'group') return true;
  return filled === undefined ? styled : filled !== 'none';
}

/** A shape while it is read. */
interface DrawnShape {
  name: string;
  hidden: boolean;
  /** Not switched off, but without a size or under another. */
  byPlace: boolean;
  text: string;
  unseen: string;
  onClear: string;
  filled: Filled | undefined;
  /** Its style fills it, where it says nothing itself. */
  styled: boolean;
  /** The colour of its letters by its style. */
  ink: Filled | undefined;
}

const begun = (name: string, around: DrawnShape | undefined): DrawnShape => ({
  name,
  hidden: around?.hidden ?? false,
  byPlace: false,
  text: '',
  unseen: '',
  onClear: '',
  filled: undefined,
  styled: false,
  ink: undefined,
});

const SHAPES = new Set(['sp', 'grpSp', 'pic', 'cxnSp', 'graphicFrame']);
