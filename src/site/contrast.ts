/*
 * Shades of the authority's colour that can be read. The surfaces that text stands on are named here and in styles/tokens.css, and a test
 * holds the two together.
 */

/** The surfaces of each colour scheme, as in styles/tokens.css. The accent is text on any of them, and `paper` is text on the accent. */
export const SURFACES = {
  light: { paper: '#fdfcfa', wash: '#f4f1eb' },
  dark: { paper: '#181715', wash: '#23211e' },
} as const;

/** WCAG 2.2, 1.4.3: text of any size. */
export const TEXT_CONTRAST = 4.5;
/** WCAG 2.2, 1.4.11: marks, edges of controls, focus rings. */
export const MARK_CONTRAST = 3;

/** The authority's accent as it is used: one shade for each colour scheme, each `#rrggbb`. */
export interface AccentShades {
  light: string;
  dark: string;
}

/** The contrast ratio of two colours written `#rrggbb`, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * The nearest shades of an accent that can be read as text on every surface of either scheme. Its hue and colourfulness are kept as far
 * as the screen can show them; only the lightness moves, and only where it must.
 */
export function accentShades(accent: string): AccentShades {
  return { light: shadeFor(accent, Object.values(SURFACES.light), -1), dark: shadeFor(accent, Object.values(SURFACES.dark), 1) };
}

const STEP = 0.005;

function shadeFor(accent: string, surfaces: string[], direction: 1 | -1): string {
  const readable = (shade: string) => surfaces.every((surface) => contrast(shade, surface) >= TEXT_CONTRAST);
  if (readable(accent)) return accent.toLowerCase();
  const { lightness, ...colour } = toOklch(accent);
  for (let step = lightness; step >= 0 && step <= 1; step += direction * STEP) {
    const shade = toHex({ lightness: step, ...colour });
    if (readable(shade)) return shade;
  }
  return direction === 1 ? '#ffffff' : '#000000';
}

function channels(hex: string): [number, number, number] {
  const value = (at: number) => parseInt(hex.slice(at, at + 2), 16) / 255;
  return [value(1), value(3), value(5)];
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const encoded = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Oklch: lightness and colourfulness as the eye sees them, hue in radians. */
interface Oklch {
  lightness: number;
  chroma: number;
  hue: number;
}

/* The two matrices of Oklab (Ottosson 2020), linear sRGB → cone responses → Lab, and back. */
function toOklch(hex: string): Oklch {
  const [r, g, b] = channels(hex).map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, chroma: Math.hypot(a, bb), hue: Math.atan2(bb, a) };
}

function toLinearRgb({ lightness, chroma, hue }: Oklch): [number, number, number] {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The colour as `#rrggbb`; where the screen cannot show it so colourful, as colourful as it can. */
function toHex(colour: Oklch): string {
  let shown = toLinearRgb(colour);
  for (let chroma = colour.chroma; shown.some((value) => value < -0.0001 || value > 1.0001) && chroma > 0; chroma -= 0.002) {
    shown = toLinearRgb({ ...colour, chroma: Math.max(0, chroma) });
  }
  const digits = shown.map((value) =>
    Math.round(255 * encoded(Math.min(1, Math.max(0, value))))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}
