import type { XmlListener } from './xml.ts';

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

export const WHITE: Rgb = [255, 255, 255];
export const BLACK: Rgb = [0, 0, 0];

/** The largest difference in a channel at which the eye takes two colours for one. */
const INDISTINCT = 15;
/** The contrast (WCAG 2.2, 1.4.3) below which letters are not made out, also where one channel differs more: pale yellow on white. */
const NO_CONTRAST = 1.05;
/** Colours that differ more in a channel differ in their hue, and are told from each other whatever their contrast. */
const ALIKE = 64;

export function looksLike(a: Rgb, b: Rgb): boolean {
  const differ = Math.max(...a.map((channel, at) => Math.abs(channel - (b[at] ?? 0))));
  return differ <= INDISTINCT || (differ <= ALIKE && contrast(a, b) < NO_CONTRAST);
}

/** The lightest of what a box is drawn in to black something out, and the darkest of what is white as the page, in each channel. */
const BLACKED = 72;
const WHITED = 250;

/** Whether a box of a colour looks as if it was drawn to black something out, or to white it out. */
export function looksRedacting(colour: Rgb): boolean {
  return colour.every((channel) => channel < BLACKED) || colour.every((channel) => channel >= WHITED);
}

function contrast(a: Rgb, b: Rgb): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number) => (channel <= 10 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** `FF00AA`, or with two digits of opacity before it. */
export function parseHex(text: string | undefined): Rgb | null {
  const [, red, green, blue] = /^(?:[\da-f]{2})?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text ?? '') ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

/** Lighter by a positive share, darker by a negative one (ECMA-376 18.8.19; reckoned in RGB, which is near enough to compare by eye). */
export function tinted(colour: Rgb, tint: number): Rgb {
  const share = Number.isFinite(tint) ? Math.max(-1, Math.min(1, tint)) : 0;
  const change = (channel: number) => Math.round(share < 0 ? channel * (1 + share) : channel + (255 - channel) * share);
  return [change(colour[0]), change(colour[1]), change(colour[2])];
}

/** In the order of `theme="0"` in a workbook: light and dark change places with the scheme's own order. */
export const THEME_ORDER = [
  ...['lt1', 'dk1', 'lt2', 'dk2'],
  ...['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'],
  ...['hlink', 'folHlink'],
] as const;

/** Gathers the colours of a theme part by name (`lt1`, `accent2`). */
export function themeListener(colours: Map<string, Rgb>): XmlListener {
  let inside: string | null = null;
  return {
    open: (element) => {
      if (element.ns !== 'a') return;
      if ((THEME_ORDER as readonly string[]).includes(element.local)) inside = element.local;
      const value = element.local === 'srgbClr' ? element.get('val') : element.local === 'sysClr' ? element.get('lastClr') : undefined;
      const colour = parseHex(value);
      if (inside !== null && colour && !colours.has(inside)) colours.set(inside, colour);
    },
    close: (name) => {
      if (name === `a:${inside ?? ''}`) inside = null;
    },
  };
}
