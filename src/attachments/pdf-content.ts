import { isName, Syntax } from './pdf-syntax.ts';

/** What the operators of a stream ask of whoever runs them (ISO 32000-2, 7.8.2), reckoned without running them. */
export interface ContentMeasure {
  operators: number;
  /** Bytes in all. */
  length: number;
  /** Letters in strings. */
  letters: number;
  /** How deep the graphics state is saved. */
  deepest: number;
  /** Pictures among the operators, and the points that they say they have. */
  pictures: number;
  points: number;
  /** How often each name is written: of a form, a pattern, a font, a state. */
  names: Map<string, number>;
}

const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const CLASSES = Uint8Array.from({ length: 256 }, (_, code) =>
  [0, 9, 10, 12, 13, 32].includes(code) ? SPACE : '()<>[]{}/%'.includes(String.fromCharCode(code)) ? DELIMITER : REGULAR,
);
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]+)/g;
/** Names that are kept apart. */
const MOST_NAMES = 20_000;

/**
 * Measures operators. Names are counted wherever they stand, in strings too, so that none escapes; the others are told apart from strings and from pictures
 * among the operators.
 */
export function measureContent(data: string): ContentMeasure {
  const measure: ContentMeasure = { operators: 0, length: data.length, letters: 0, deepest: 0, pictures: 0, points: 0, names: new Map() };
  let depth = 0;
  let picture = -1;
  for (let at = 0; at < data.length;) {
    const code = data.charCodeAt(at);
    if (code === 0x28) {
      const end = endOfString(data, at);
      measure.letters += end - at - 2;
      at = end;
    } else if (code === 0x3c && data.charCodeAt(at + 1) !== 0x3c) {
      const end = data.indexOf('>', at);
      measure.letters += (end < 0 ? data.length : end) - at;
      at = end < 0 ? data.length : end + 1;
    } else if (code === 0x25) at = endOfLine(data, at);
    else if (CLASSES[code] !== REGULAR) {
      at++;
      // A name is no operator.
      if (code === 0x2f) while (at < data.length && CLASSES[data.charCodeAt(at) & 255] === REGULAR) at++;
    } else {
      const start = at;
      while (at < data.length && CLASSES[data.charCodeAt(at) & 255] === REGULAR) at++;
      if (isFigure(code)) continue;
      measure.operators++;
      if (at - start === 1 && code === 0x71) measure.deepest = Math.max(measure.deepest, ++depth);
      else if (at - start === 1 && code === 0x51) depth = Math.max(0, depth - 1);
      else if (at - start === 2 && code === 0x42 && data.charCodeAt(start + 1) === 0x49) picture = at;
      else if (picture >= 0 && at - start === 2 && code === 0x49 && data.charCodeAt(start + 1) === 0x44) {
        const end = endOfPicture(data, at);
        measure.pictures++;
        measure.points += pointsOf(data, picture, start);
        at = end;
        picture = -1;
      }
    }
  }
  for (const [, name = ''] of data.matchAll(NAME)) {
    const plain = name.includes('#') ? name.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : name;
    const count = measure.names.get(plain);
    if (count !== undefined || measure.names.size < MOST_NAMES) measure.names.set(plain, (count ?? 0) + 1);
  }
  return measure;
}

/** A digit, a sign, a point: the beginning of a number. */
function isFigure(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e;
}

function endOfString(data: string, from: number): number {
  let open = 0;
  for (let at = from; at < data.length; at++) {
    const code = data.charCodeAt(at);
    if (code === 0x5c) at++;
    else if (code === 0x28) open++;
    else if (code === 0x29 && --open === 0) return at + 1;
  }
  return data.length;
}

function endOfLine(data: string, from: number): number {
  for (let at = from; at < data.length; at++) if (data.charCodeAt(at) === 10 || data.charCodeAt(at) === 13) return at;
  return data.length;
}

/** `/W 20 /H 10`, or with long names (ISO 32000-2, 8.9.7). */
function pointsOf(data: string, from: number, to: number): number {
  const syntax = new Syntax(data.slice(from, Math.min(to, from + 4096)));
  let [width, height] = [0, 0];
  for (let left = 40; left > 0; left--) {
    const key = syntax.value();
    if (!isName(key)) break;
    const value = syntax.value();
    if (key.name === 'W' || key.name === 'Width') width = Number(value);
    else if (key.name === 'H' || key.name === 'Height') height = Number(value);
  }
  return width > 0 && height > 0 ? width * height : 0;
}

const END_OF_PICTURE = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;

function endOfPicture(data: string, from: number): number {
  END_OF_PICTURE.lastIndex = from;
  const end = END_OF_PICTURE.exec(data);
  return end ? end.index + 3 : data.length;
}
