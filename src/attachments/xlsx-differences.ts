import type { Rgb } from './colours.ts';
import type { XmlElement, XmlListener } from './xml.ts';

/** What a condition changes about a cell (`dxf`, ECMA-376 18.8.14). What is absent stays as the cell has it. */
export interface Difference {
  ink?: Rgb;
  /** Colour behind the letters; null where it is a pattern or gradient, which is not judged. */
  paper?: Rgb | null;
  format?: string;
}

/** Hears differences, by the name of the element that is one, and hands each over when it is complete. */
export function differenceListener(
  wrappers: readonly string[],
  colour: (element: XmlElement) => Rgb | null,
  black: Rgb,
  take: (difference: Difference) => void,
): XmlListener {
  let difference: Difference | null = null;
  let inside: 'font' | 'fill' | null = null;
  let pattern = 'solid';
  let fore: Rgb | null | undefined;
  let back: Rgb | null | undefined;
  return {
    open: (element) => {
      const { name } = element;
      if (wrappers.includes(name)) difference = {};
      if (!difference) return;
      if (name === 'x:font') inside = 'font';
      else if (name === 'x:fill') [inside, pattern, fore, back] = ['fill', 'solid', undefined, undefined];
      else if (name === 'x:color' && inside === 'font') difference.ink = colour(element) ?? black;
      else if (name === 'x:patternFill') pattern = element.get('patternType') ?? 'solid';
      else if (name === 'x:gradientFill') pattern = 'gradient';
      else if (name === 'x:fgColor' && inside === 'fill') fore = colour(element);
      else if (name === 'x:bgColor' && inside === 'fill') back = colour(element);
      else if (name === 'x:numFmt') difference.format = (element.get('formatCode') ?? '').slice(0, 255);
    },
    close: (name) => {
      if (!difference) return;
      if (name === 'x:fill') {
        // Of a difference, unlike of a cell, the background is what fills it.
        if (pattern === 'solid') difference.paper = back ?? fore ?? null;
        else if (pattern !== 'none') difference.paper = null;
        inside = null;
      } else if (name === 'x:font') inside = null;
      else if (wrappers.includes(name)) {
        take(difference);
        difference = null;
      }
    },
  };
}
