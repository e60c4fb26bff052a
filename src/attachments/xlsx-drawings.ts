import type { Rgb } from './colours.ts';
import type { Gathering } from './gathering.ts';
import { type Chart, chartListener } from './office-charts.ts';
import type { OfficePackage } from './package.ts';
import { controlsListener } from './xlsx-controls.ts';
import { type OnClear, shapesListener } from './xlsx-shapes.ts';

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
  /** No cell of the sheet has a colour, and nothing lies behind them. */
  isWhite: boolean;
  /** Objects of which nothing is seen, by the part of their drawing. */
  unseen: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Tells the shapes, pictures and charts on a sheet. On a hidden sheet nothing of them is seen: they belong to it. Returns the charts. */
export function readDrawings(
  file: OfficePackage,
  { part: sheetPart, name: sheet, visible, theme, isWhite, unseen }: DrawnOn,
  gathering: Gathering,
): PlacedChart[] {
  const charts: PlacedChart[] = [];
  const clear: OnClear = { texts: [], grounds: 0 };
  for (const part of file.linked(sheetPart, 'drawing')) {
    const place = { sheet, part };
    const see = (text: string) => (visible ? gathering.see(text, place) : gathering.name(text));
    file.readPart(
      part,
      shapesListener(see, (how, text) => gathering.hide(how, text, 1, place), theme, { clear, unseen: unseen.get(part) }),
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
  for (const part of file.linked(sheetPart, 'vmlDrawing')) {
    const place = { sheet, part };
    const see = (text: string) => (visible ? gathering.see(text, place) : gathering.name(text));
    file.readPart(
      part,
      controlsListener(see, (text) => gathering.hide('hidden-shape', text, 1, place)),
    );
  }
  if (isWhite && clear.grounds === 0) for (const text of clear.texts) gathering.hide('shape-text-in-background-colour', text, 1, { sheet });
  return charts;
}
