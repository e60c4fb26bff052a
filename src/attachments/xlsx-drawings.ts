import { looksLike, type Rgb } from './colours.ts';
import { type Filled, FillReader } from './drawing-fill.ts';
import type { Gathering } from './gathering.ts';
import { type Chart, chartListener } from './office-charts.ts';
import type { OfficePackage } from './package.ts';
import type { XmlListener } from './xml.ts';

/** A chart, and the sheet that it is on. */
export interface PlacedChart {
  chart: Chart;
  sheet: string;
  part: string;
}

/** The sheet that drawings are on. */
export interface DrawnOn {
  part: string;
  name: string;
  visible: boolean;
  theme: ReadonlyMap<string, Rgb>;
}

/** Tells the shapes, pictures and charts on a sheet. On a hidden sheet nothing of them is seen: they belong to it. Returns the charts. */
export function readDrawings(
  file: OfficePackage,
  { part: sheetPart, name: sheet, visible, theme }: DrawnOn,
  gathering: Gathering,
): PlacedChart[] {
  const charts: PlacedChart[] = [];
  for (const part of file.linked(sheetPart, 'drawing')) {
    const place = { sheet, part };
    const see = (text: string) => (visible ? gathering.see(text, place) : gathering.name(text));
    file.readPart(
      part,
      shapesListener(see, (how, text) => gathering.hide(how, text, 1, place), theme),
    );
    for (const chartPart of file.linked(part, 'chart', 'chartEx')) {
      const { listener, chart } = chartListener();
      file.readPart(chartPart, listener);
      for (const text of chart.texts) see(text);
      if (chart.pivot !== '') gathering.fact('file-name', chart.pivot, { sheet, part: chartPart });
      charts.push({ chart, sheet, part: chartPart });
      for (const shapes of file.linked(chartPart, 'chartUserShapes'))
        file.readPart(
          shapes,
          shapesListener(see, () => undefined, theme),
        );
    }
    for (const diagram of file.linked(part, 'diagramData'))
      file.readPart(
        diagram,
        shapesListener(see, () => undefined, theme),
      );
  }
  return charts;
}

/**
 * Text of shapes with their alternative text; text in the colour of its shape; shapes that are switched off; pictures whose edges are cropped away but
 * kept.
 */
export function shapesListener(
  see: (text: string) => void,
  hide: (how: string, text: string) => void,
  theme: ReadonlyMap<string, Rgb>,
): XmlListener {
  let paragraph = '';
  let inText = false;
  let ink: Filled | undefined;
  let inOutline = false;
  let outlined = false;
  const shapeFill = new FillReader(['spPr'], theme);
  const textFill = new FillReader(['rPr'], theme);
  const shapes: { name: string; hidden: boolean; text: string; unseen: string; filled: Filled | undefined }[] = [];
  const say = (text: string) => {
    const around = shapes.at(-1);
    if (around?.hidden) around.text += ` ${text}`;
    else see(text);
  };
  return {
    open: (element) => {
      if (SHAPES.has(element.local) && element.ns === 'xdr')
        shapes.push({ name: element.name, hidden: shapes.at(-1)?.hidden ?? false, text: '', unseen: '', filled: undefined });
      if (element.name === 'a:r') [ink, outlined] = [undefined, false];
      if (element.name === 'a:ln') inOutline = true;
      else if (inOutline && (element.name === 'a:solidFill' || element.name === 'a:gradFill')) outlined = true;
      shapeFill.open(element);
      textFill.open(element);
      if (element.local === 'cNvPr' && (element.ns === 'xdr' || element.ns === 'pic')) {
        const around = shapes.at(-1);
        if (around && ['1', 'true'].includes(element.get('hidden') ?? '')) around.hidden = true;
        for (const text of [element.get('descr'), element.get('title')]) if (text) say(text);
      }
      if (element.name === 'a:srcRect' && isCropped(element.attributes())) hide('cropped-picture', '');
      if (element.name === 'a:t') inText = true;
      if (element.name === 'a:hlinkClick' && element.get('tooltip')) say(element.get('tooltip') ?? '');
    },
    text: (text) => {
      if (!inText) return;
      const around = shapes.at(-1);
      if (around && !outlined && isUnseen(ink, around.filled)) around.unseen += text;
      else paragraph += text;
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
      const outer = shapes.at(-1);
      if (outer?.hidden) outer.text += last.text;
      else if (last.hidden) hide('hidden-shape', last.text);
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

const SHAPES = new Set(['sp', 'grpSp', 'pic', 'cxnSp', 'graphicFrame']);

/** More than a hundredth cut off at an edge; thousandths of a percent, or `5%`. A negative value adds a margin and hides nothing. */
export function isCropped(edges: { local: string; value: string }[]): boolean {
  const share = (value: string) => (value.endsWith('%') ? Number(value.slice(0, -1)) * 1000 : Number(value));
  return edges.some(({ local, value }) => ['l', 't', 'r', 'b'].includes(local) && share(value) > 1000);
}
