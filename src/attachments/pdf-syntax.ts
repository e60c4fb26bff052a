import { UnreadableFile } from './reading.ts';

/** A value of a PDF (ISO 32000-2, 7.3). Strings are bytes, one a character. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfStream | PdfDict | PdfValue[];
export interface PdfName {
  name: string;
}
export interface PdfString {
  bytes: string;
}
/** `12 0`: number and generation. */
export interface PdfRef {
  ref: string;
}
export type PdfDict = Map<string, PdfValue>;
/** A dictionary with data: where the data begin and end in the file. */
export interface PdfStream {
  /** The object that it is. */
  of: string;
  dict: PdfDict;
  from: number;
  to: number;
}

const DEEPEST = 64;
const SPACE = /[\0\t\n\f\r ]/;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const REF = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;

/** Reads values from text of one byte a character. What is no value reads as `null`: a broken file is read as far as it goes. */
export class Syntax {
  at: number;
  private readonly text: string;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  skipSpace(): void {
    for (;;) {
      const sign = this.text[this.at];
      if (sign === undefined) return;
      if (sign === '%') {
        const end = this.text.slice(this.at, this.at + 5000).search(/[\r\n]/);
        this.at = end < 0 ? Math.min(this.text.length, this.at + 5000) : this.at + end;
      } else if (SPACE.test(sign)) this.at++;
      else return;
    }
  }

  value(depth = 0): PdfValue {
    this.skipSpace();
    const { text, at } = this;
    const sign = text[at];
    if (sign === undefined) return this.give(text.length, null);
    // Reading on behind it would pass over whatever it swallowed.
    if (depth > DEEPEST) throw new UnreadableFile('its values lie in each other too deep');
    if (sign === '/') return this.name();
    if (sign === '(') return this.literal();
    if (sign === '<') return text[at + 1] === '<' ? this.dictionary(depth) : this.hexadecimal();
    if (sign === '[') {
      this.at++;
      const values: PdfValue[] = [];
      for (;;) {
        this.skipSpace();
        if (this.at >= text.length) return values;
        if (text[this.at] === ']') return this.give(this.at + 1, values);
        const before = this.at;
        values.push(this.value(depth + 1));
        if (this.at === before) this.at++;
      }
    }
    REF.lastIndex = at;
    const ref = REF.exec(text);
    if (ref) return this.give(REF.lastIndex, { ref: `${Number(ref[1])} ${Number(ref[2])}` });
    REGULAR.lastIndex = at;
    const word = REGULAR.exec(text)?.[0];
    if (word === undefined) return this.give(at + 1, null);
    this.at = at + word.length;
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    return Number.isFinite(number) && /^[-+.\d]/.test(word) ? number : null;
  }

  private give<T>(at: number, value: T): T {
    this.at = at;
    return value;
  }

  private name(): PdfName {
    REGULAR.lastIndex = this.at + 1;
    const name = REGULAR.exec(this.text)?.[0] ?? '';
    this.at += 1 + name.length;
    return { name: name.replace(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) };
  }

  private dictionary(depth: number): PdfDict {
    const dict: PdfDict = new Map();
    this.at += 2;
    for (;;) {
      this.skipSpace();
      const sign = this.text[this.at];
      if (sign === undefined) return dict;
      if (sign === '>') return this.give(this.at + (this.text[this.at + 1] === '>' ? 2 : 1), dict);
      if (sign !== '/') {
        const before = this.at;
        this.value(depth + 1);
        if (this.at === before) this.at++;
        // A dictionary that is never closed must not swallow the objects behind it.
        if (this.text.startsWith('endobj', before)) return this.give(before, dict);
        continue;
      }
      const { name } = this.name();
      dict.set(name, this.value(depth + 1));
    }
  }

  private hexadecimal(): PdfString {
    const end = this.text.indexOf('>', this.at);
    const hex = this.text.slice(this.at + 1, end < 0 ? this.text.length : end).replace(/[^\da-fA-F]/g, '');
    this.at = end < 0 ? this.text.length : end + 1;
    return { bytes: Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex').toString('latin1') };
  }

  private literal(): PdfString {
    const parts: string[] = [];
    let open = 1;
    let at = this.at + 1;
    let from = at;
    for (; at < this.text.length; at++) {
      const sign = this.text[at];
      if (sign === '(') open++;
      else if (sign === ')' && --open === 0) break;
      else if (sign === '\\') {
        parts.push(this.text.slice(from, at));
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(at + 1, at + 4))?.[0];
        const next = this.text[at + 1] ?? '';
        if (octal) parts.push(String.fromCharCode(parseInt(octal, 8) & 255));
        else if (next === '\r' && this.text[at + 2] === '\n') at++;
        else if (next !== '\r' && next !== '\n') parts.push(ESCAPES[next] ?? next);
        at += octal ? octal.length : 1;
        from = at + 1;
      }
    }
    parts.push(this.text.slice(from, at));
    this.at = at + 1;
    return { bytes: parts.join('') };
  }
}

const ESCAPES: Partial<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** 80 to 9E, and A0, of the encoding that PDF has for strings (ISO 32000-2, D.3). */
const DOCUMENT_ENCODING = [...'•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€'];

/** Text of a string: UTF-16 or UTF-8 where it says so, else one byte a letter (ISO 32000-2, 7.9.2). */
export function textOf(value: PdfValue | undefined): string {
  if (!isString(value)) return '';
  const { bytes } = value;
  const raw = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff'))
    return raw
      .subarray(2, raw.length - (raw.length % 2))
      .swap16()
      .toString('utf16le');
  if (bytes.startsWith('\xff\xfe')) return raw.subarray(2).toString('utf16le');
  if (bytes.startsWith('\xef\xbb\xbf')) return raw.subarray(3).toString('utf8');
  return bytes.replace(/[\x80-\x9e\xa0]/g, (sign) => DOCUMENT_ENCODING[sign === '\xa0' ? 31 : sign.charCodeAt(0) - 0x80] ?? sign);
}

export function isString(value: PdfValue | undefined): value is PdfString {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}
export function isName(value: PdfValue | undefined, name?: string): value is PdfName {
  return typeof value === 'object' && value !== null && 'name' in value && (name === undefined || value.name === name);
}
export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === 'object' && value !== null && 'ref' in value;
}
export function isStream(value: PdfValue | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'from' in value;
}
