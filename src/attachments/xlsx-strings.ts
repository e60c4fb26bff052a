import type { Rgb } from './colours.ts';
import type { Styles } from './xlsx-styles.ts';
import type { XmlListener } from './xml.ts';

/** A string as it stands in the table of strings or in a cell: whole, and the runs of it that have a colour of their own. */
export interface RichText {
  text: string;
  /** Only where the string has runs. `ink` is null where the run takes the cell's. */
  runs: { text: string; ink: Rgb | null }[];
}

/** Hears strings (`si`, `is`; ECMA-376 18.4.8) and hands each over when it is complete. Phonetic hints are left out. */
export function richTextListener(wrapper: 'x:si' | 'x:is', styles: Styles, take: (text: RichText) => void): XmlListener {
  let whole: RichText | null = null;
  let run: { text: string; ink: Rgb | null } | null = null;
  let inText = false;
  let phonetic = false;
  return {
    open: (element) => {
      const { name } = element;
      if (name === wrapper) whole = { text: '', runs: [] };
      if (!whole) return;
      if (name === 'x:r') run = { text: '', ink: null };
      else if (name === 'x:color' && run) run.ink = styles.colour(element);
      else if (name === 'x:rPh') phonetic = true;
      else if (name === 'x:t') inText = !phonetic;
    },
    close: (name) => {
      if (!whole) return;
      if (name === 'x:t') inText = false;
      else if (name === 'x:rPh') phonetic = false;
      else if (name === 'x:r' && run) {
        whole.runs.push(run);
        run = null;
      } else if (name === wrapper) {
        take(whole);
        whole = null;
      }
    },
    text: (text) => {
      if (!whole || !inText) return;
      const unescaped = unescape(text);
      whole.text += unescaped;
      if (run) run.text += unescaped;
    },
  };
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 22.9.2.19). */
function unescape(text: string): string {
  return text.includes('_x') ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}
