import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IDENTITY, intersection, multiply, type Box, type Matrix } from './pdf-matrix.ts';
import { bothMasks, maskOf, through, UNKNOWN_MASK, type Mask, type MaskSettings } from './pdf-masks.ts';
import { pictureInk, shadingInk, solid, stencilInk } from './pdf-paint.ts';
import type { Crop, Ink, Paint, Picture } from './pdf-paint.ts';
import { filled, outlineOf, rectangle, stroked, type Shape } from './pdf-shape.ts';
import { EVEN_ODD, FILLS, STROKES, everywhere, hexOf, pairs, tileInk, upright } from './pdf-operands.ts';
import { freshState, setGraphicsState, type Operators, type Painting, type Resources, type State } from './pdf-state.ts';
import { inCell, isBlock, placeGlyphs, type Font, type Glyph } from './pdf-text.ts';
import { UnreadableFile } from './reading.ts';

const MOST_OPERATORS = 3_000_000;
const MOST_GLYPHS = 400_000;
const DEEPEST = 60;
const NO_CLIP_BUT = 64;

/** Runs the operators of a page without drawing: notes where each glyph and each area of paint comes to lie, and in which order. */
export function paint(operators: Operators, resources: Resources, start: Matrix, view: Box): Painting {
  const canvas = new Canvas(resources, start, view, { glyphs: [], paints: [], pictures: [] }, { left: MOST_OPERATORS }, 0);
  canvas.run(operators);
  return canvas.painting;
}

class Canvas {
  readonly painting: Painting;
  private readonly resources: Resources;
  private readonly start: Matrix;
  private readonly view: Box;
  private readonly budget: { left: number };
  private readonly depth: number;
  private state: State;
  private saved: State[] = [];
  private bases: Matrix[] = [];
  private base: Matrix;
  private layers: boolean[] = [];
  private pendingClip: 'nonzero' | 'evenodd' | null = null;
  private readonly ofPatterns = new Set<string>();
  private pendingLetters: Glyph[] = [];
  /** What the masks paint that are being made, each inside the one before. */
  private masks: { paints: Paint[]; hasText: boolean }[] = [];
  private lastMask: Mask = UNKNOWN_MASK;
  private annotation: string | null = null;
  private last = 0;

  constructor(resources: Resources, start: Matrix, view: Box, painting: Painting, budget: { left: number }, depth: number) {
    this.resources = resources;
    this.start = start;
    this.view = view;
    this.painting = painting;
    this.budget = budget;
    this.depth = depth;
    this.base = start;
    this.state = freshState(start, view);
    if (depth > DEEPEST) throw new UnreadableFile('patterns lie in patterns too deep');
  }

  run({ fnArray, argsArray }: Operators): void {
    this.budget.left -= fnArray.length;
    if (this.budget.left < 0) throw new UnreadableFile('a page paints more than can be followed');
    for (let at = 0; at < fnArray.length; at++) {
      const args = argsArray[at];
      const op = fnArray[at] ?? 0;
      this.step(op, (Array.isArray(args) ? args : args == null ? [] : Array.from(args as ArrayLike<unknown>)) as never);
      this.last = op;
    }
  }

  private step(op: number, args: [never, never, never, never, never, never]): void {
    const { state } = this;
    const numbers = args as unknown as [number, number, number, number, number, number];
    switch (op) {
      case OPS.save:
        return this.save();
      case OPS.restore:
        return this.restore();
      case OPS.transform:
        state.ctm = multiply(state.ctm, numbers);
        return;
      case OPS.setLineWidth:
        state.lineWidth = numbers[0];
        return;
      case OPS.setGState:
        for (const font of setGraphicsState(state, args[0], this.lastMask)) this.text(OPS.setFont, font as never);
        return;
      case OPS.setFillRGBColor:
      case OPS.setStrokeRGBColor:
        state[op === OPS.setFillRGBColor ? 'fill' : 'stroke'] = solid(args[0]);
        return;
      case OPS.setFillTransparent:
      case OPS.setStrokeTransparent:
        state[op === OPS.setFillTransparent ? 'fill' : 'stroke'] = solid(null, 0);
        return;
      case OPS.setFillColorN:
      case OPS.setStrokeColorN:
        state[op === OPS.setFillColorN ? 'fill' : 'stroke'] = this.pattern(args);
        return;
      case OPS.constructPath:
        return this.path(numbers[0], args[1]);
      case OPS.clip:
      case OPS.eoClip:
        this.pendingClip = op === OPS.clip ? 'nonzero' : 'evenodd';
        return;
      case OPS.shadingFill:
        return this.add('shape', everywhere(state.clip), shadingInk(this.resources.object(args[0]), state.ctm, 1), state.fillAlpha);
      case OPS.paintFormXObjectBegin:
        this.save();
        this.bases.push(this.base);
        if (args[0]) this.state.ctm = multiply(this.state.ctm, args[0]);
        this.base = this.state.ctm;
        if (args[1]) this.clipTo(rectangle(this.state.ctm, upright(args[1])));
        return;
      case OPS.paintFormXObjectEnd:
        this.restore();
        this.base = this.bases.pop() ?? this.start;
        return;
      case OPS.beginGroup:
        return this.beginGroup(args[0]);
      case OPS.endGroup:
        this.endMask((args[0] as { smask?: MaskSettings } | undefined)?.smask);
        return this.restore();
      case OPS.beginAnnotation:
        return this.beginAnnotation(args);
      case OPS.endAnnotation:
        this.annotation = null;
        this.base = this.start;
        return;
      case OPS.beginMarkedContent:
        this.layers.push(true);
        return;
      case OPS.beginMarkedContentProps:
        this.layers.push(args[0] === 'OC' ? this.resources.isLayerVisible(args[1]) : true);
        return;
      case OPS.endMarkedContent:
        this.layers.pop();
        return;
      case OPS.paintImageXObject:
        return this.picture(this.resources.object(args[0]), IDENTITY);
      case OPS.paintInlineImageXObject:
        return this.picture(args[0], IDENTITY);
      case OPS.paintInlineImageXObjectGroup:
        for (const part of args[1] as (Crop & { transform: Matrix })[]) this.picture(args[0], part.transform, part);
        return;
      case OPS.paintImageXObjectRepeat: {
        const picture = this.resources.object(args[0]);
        for (const [x, y] of pairs(args[3])) this.picture(picture, [numbers[1], 0, 0, numbers[2], x, y]);
        return;
      }
      case OPS.paintImageMaskXObject:
        return this.stencil(args[0], IDENTITY);
      case OPS.paintImageMaskXObjectGroup:
        for (const part of args[0] as (Picture & { transform: Matrix })[]) this.stencil(part, part.transform);
        return;
      case OPS.paintImageMaskXObjectRepeat:
        for (const [x, y] of pairs(args[5])) this.stencil(args[0], [numbers[1], numbers[2], numbers[3], numbers[4], x, y]);
        return;
      case OPS.paintSolidColorImageMask:
        return this.add('shape', rectangle(state.ctm, [0, 0, 1, 1]), state.fill, state.fillAlpha);
      case OPS.endText:
        if (this.pendingLetters.length > 0) state.letters = [...(state.letters ?? []), ...this.pendingLetters];
        this.pendingLetters = [];
        return;
      default:
        this.text(op, args);
    }
  }

  private text(op: number, args: [never, never, never, never, never, never]): void {
    const placed = placeGlyphs(this.state, op, args, (id) => this.resources.object(id) as Font | null);
    if (placed.length === 0) return;
    const visible = this.isVisible();
    const ofMask = this.masks.at(-1);
    if (ofMask) ofMask.hasText = true;
    const mask = bothMasks(this.state.mask, this.state.group.mask);
    for (const glyph of placed) {
      Object.assign(glyph, { order: this.next(), hiddenLayer: !visible, undrawn: ofMask !== undefined, mask, annotation: this.annotation });
      this.painting.glyphs.push(glyph);
      if (glyph.mode >= 4) this.pendingLetters.push(glyph);
      if (isBlock(glyph) && !ofMask) this.add('shape', everywhere({ box: glyph.box, shapes: [] }), glyph.ink, glyph.alpha);
    }
    if (this.painting.glyphs.length > MOST_GLYPHS) throw new UnreadableFile('a page holds more text than can be followed');
  }

  private next(): number {
    return this.painting.glyphs.length + this.painting.paints.length;
  }

  private isVisible(): boolean {
    return !this.layers.includes(false);
  }

  private save(): void {
    if (this.saved.length > 10_000) throw new UnreadableFile('a page saves its state too deep');
    this.saved.push(this.state);
    this.state = { ...this.state };
  }

  private restore(): void {
    const state = this.saved.pop();
    if (state) this.state = state;
  }

  private clipTo(shape: Shape): void {
    const { clip } = this.state;
    const box = intersection(clip.box, shape.box);
    // A clip that is its own box needs no test beside the box; of a great many, the latest are asked.
    const shapes = shape.cost === 1 ? clip.shapes : [...clip.shapes.slice(-NO_CLIP_BUT), shape];
    this.state.clip = { box, shapes };
  }

  private beginGroup(group: { bbox?: ArrayLike<number>; matrix?: ArrayLike<number>; smask?: MaskSettings } | undefined): void {
    this.save();
    const { state } = this;
    const outer = state.group;
    state.group = {
      alpha: outer.alpha * state.fillAlpha,
      blend: outer.blend === 'source-over' ? state.blend : outer.blend,
      mask: bothMasks(outer.mask, state.mask),
    };
    Object.assign(state, { fillAlpha: 1, strokeAlpha: 1, blend: 'source-over', mask: null });
    if (group?.smask) {
      this.masks.push({ paints: [], hasText: false });
      state.group = { alpha: 1, blend: 'source-over', mask: null };
      state.clip = { box: this.view, shapes: [] };
    }
    if (group?.bbox) this.clipTo(rectangle(group.matrix ? multiply(state.ctm, group.matrix) : state.ctm, upright(group.bbox)));
  }

  /** A mask in the shape of text is not followed. */
  private endMask(settings: MaskSettings | undefined): void {
    const made = settings && this.masks.pop();
    if (made) this.lastMask = made.hasText ? UNKNOWN_MASK : maskOf(made.paints, settings);
  }

  private beginAnnotation(args: readonly unknown[]): void {
    const [id, rect, transform, matrix] = args as [string, ArrayLike<number> | null, ArrayLike<number>, ArrayLike<number>];
    this.saved = [];
    // The layer of an annotation is opened right before it.
    this.layers = this.last === OPS.beginMarkedContentProps ? this.layers.slice(-1) : [];
    this.bases = [];
    this.state = freshState(this.start, this.view);
    this.annotation = this.resources.annotation(id);
    if (rect) this.clipTo(rectangle(this.start, upright(rect)));
    this.state.ctm = multiply(multiply(this.start, transform), matrix);
    this.base = this.state.ctm;
  }

  private path(op: number, data: unknown): void {
    const { state } = this;
    const path = (Array.isArray(data) ? data[0] : null) as ArrayLike<number> | null;
    if (path && typeof path === 'object' && 'length' in path) {
      const outline = outlineOf(path, state.ctm);
      if (FILLS.has(op)) this.add('shape', filled(outline, EVEN_ODD.has(op)), state.fill, state.fillAlpha);
      if (STROKES.has(op)) this.add('shape', stroked(outline, state.lineWidth, state.ctm), state.stroke, state.strokeAlpha);
      if (this.pendingClip) this.clipTo(filled(outline, this.pendingClip === 'evenodd'));
    } else if (this.pendingClip) this.clipTo(filled([], false));
    this.pendingClip = null;
  }

  private picture(picture: unknown, inner: Matrix, crop?: Crop): void {
    if (!picture) return;
    const matrix = multiply(this.state.ctm, inner);
    const ink = pictureInk(picture as Picture, matrix, 1, crop);
    const shape = rectangle(matrix, [0, 0, 1, 1]);
    const { clip, fillAlpha, group } = this.state;
    const placed = { picture: picture as Picture, box: shape.box, clip: clip.box, ink, alpha: fillAlpha * group.alpha, order: this.next() };
    if (this.masks.length === 0) this.painting.pictures.push({ ...placed, onVisibleLayer: this.isVisible() });
    this.add('image', shape, ink, fillAlpha);
  }

  private stencil(mask: { data?: unknown } | null, inner: Matrix): void {
    const picture = (typeof mask?.data === 'string' ? this.resources.object(mask.data) : mask) as Picture | null;
    if (!picture) return;
    const matrix = multiply(this.state.ctm, inner);
    this.add('image', rectangle(matrix, [0, 0, 1, 1]), stencilInk(picture, matrix, this.state.fill), this.state.fillAlpha);
  }

  private add(kind: Paint['kind'], shape: Shape, ink: Ink, alpha: number): void {
    const { state } = this;
    if (!this.isVisible()) return;
    const mask = bothMasks(state.mask, state.group.mask);
    if (state.letters) {
      for (const glyph of state.letters) glyph.filledLater = true;
      return;
    }
    const whole = alpha * state.group.alpha;
    if (whole <= 0) return;
    const box = intersection(shape.box, state.clip.box);
    if (!(box[2] > box[0] && box[3] > box[1])) return;
    const paints = this.masks.at(-1)?.paints ?? this.painting.paints;
    paints.push({
      order: this.next(),
      kind,
      shape: { ...shape, box, cost: shape.cost + (mask?.cost ?? 0) },
      clip: state.clip,
      ink: whole === 1 && !mask ? ink : through(ink, whole, mask),
      blend: state.group.blend === 'source-over' ? state.blend : state.group.blend,
      annotation: this.annotation,
      pixels: kind === 'image',
    });
  }

  private pattern(args: readonly unknown[]): Ink {
    if (args[0] === 'Shading') {
      const matrix = args[2] ? multiply(this.base, args[2] as Matrix) : this.base;
      return shadingInk(this.resources.object(String(args[1])), matrix, 1);
    }
    if (args[0] !== 'TilingPattern') return solid(null);
    const [, colour, operators, matrix, bbox, xstep, ystep] = args as [
      string,
      ArrayLike<number> | null,
      Operators,
      Matrix | null,
      ArrayLike<number>,
      number,
      number,
    ];
    const whole = matrix ? multiply(this.base, matrix) : this.base;
    const cell = upright(bbox);
    const canvas = new Canvas(this.resources, IDENTITY, cell, { glyphs: [], paints: [], pictures: [] }, this.budget, this.depth + 1);
    if (colour && typeof colour === 'object') canvas.state.fill = canvas.state.stroke = solid(hexOf(colour));
    canvas.run(operators);
    this.painting.glyphs.push(...inCell(canvas.painting.glyphs, whole, this.next(), this.ofPatterns));
    return tileInk(canvas.painting.paints, whole, cell, Math.abs(xstep) || 1, Math.abs(ystep) || 1);
  }
}
