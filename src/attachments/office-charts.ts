import type { XmlListener } from './xml.ts';

/** What a chart keeps of the cells it was drawn from, and the words that stand on it. */
export interface Chart {
  /** Each stretch of cells that it draws: where from, and the values it has kept. */
  kept: { from: string; values: string[] }[];
  /** Titles and labels. */
  texts: string[];
  /** The pivot table that it draws, with the name of the file it was in: `[Cases.xlsx]Sheet1!PivotTable1`. */
  pivot: string;
}

const REFERENCES = new Set(['c:strRef', 'c:numRef', 'c:multiLvlStrRef', 'cx:strDim', 'cx:numDim']);

/** Hears a chart part (ECMA-376 21.2; the newer kinds of chart, `cx`, have elements of their own). */
export function chartListener(): { listener: XmlListener; chart: Chart } {
  const chart: Chart = { kept: [], texts: [], pivot: '' };
  let kept: Chart['kept'][number] | null = null;
  let inside = '';
  let ofPivot = false;
  let text = '';
  const listener: XmlListener = {
    open: ({ name }) => {
      if (REFERENCES.has(name)) kept = { from: '', values: [] };
      if (name === 'c:pivotSource') ofPivot = true;
      inside = name;
      text = '';
    },
    text: (more) => {
      if (['c:f', 'cx:f', 'c:v', 'cx:pt', 'a:t'].includes(inside) || (ofPivot && inside === 'c:name')) text += more;
    },
    close: (name) => {
      if (name === 'a:t' && text !== '') chart.texts.push(text);
      else if (ofPivot && name === 'c:name') chart.pivot = text;
      else if (name === 'c:pivotSource') ofPivot = false;
      else if (kept && (name === 'c:f' || name === 'cx:f')) kept.from = text;
      else if ((name === 'c:v' || name === 'cx:pt') && text !== '') {
        if (kept) kept.values.push(text);
        else chart.texts.push(text);
      } else if (REFERENCES.has(name) && kept) {
        chart.kept.push(kept);
        kept = null;
      }
      inside = '';
      text = '';
    },
  };
  return { listener, chart };
}
