/*
 * What references look like. Authorities shape them as they like; these are the shapes seen in published logs: `920A/21`, `457_17`,
 * `FOI-2024-00442`, `FOI 8926`, `IC-255369-Y7X2`, `RFI2021/0345`, `F-2022-01268`, `FOI/17/01242`, `01.FOI.22.025733`.
 * Every quantifier is bounded, so that hostile text costs no more than its length.
 */

/** In Welsh RhG, rhyddid gwybodaeth. */
const PREFIX = 'FOISA|FOIA|FOIR|FOI|EISR|EIR|RFI|REQ|RHG';

/** Prefixed, with or without a separator: `FOI 8926`, `FOI-2024-00442`, `RFI2021/0345`, `FOI-ED-123`. */
const PREFIXED = String.raw`(?:${PREFIX})[-/_. ]?(?:[A-Z]{1,5}[-/_.])?\d{1,12}[A-Z]?(?:[-/_.][A-Z0-9]{1,12}){0,3}`;
/** `F-2022-01268`, `DPT-2024-00442`, `IC-255369-Y7X2`, `01.FOI.22.025733`. */
const COMPOUND = String.raw`[A-Z]{1,6}[-/]20\d\d[-/]\d{3,8}|IC-\d{4,8}-[A-Z0-9]{4}|\d{2}\.(?:FOI|EIR)\.\d{2}\.\d{3,8}`;
/** A number and its year, `920A/21`, `457_17`, `1234/2025`; or a year and its number, `2024-00442`, `2023/451`. */
const NUMBER_AND_YEAR = String.raw`\d{2,6}[A-Z]?[/_](?:20)?\d{2}|20\d\d[-/]\d{3,7}`;

const ANY = `(?:${PREFIXED}|${COMPOUND}|${NUMBER_AND_YEAR})`;
const NOT_BEFORE = String.raw`(?<![\p{L}\p{N}/_.\-])`;
const NOT_AFTER = String.raw`(?![\p{L}\p{N}]|[/_.\-][\p{L}\p{N}]|\s?\()`;

/** Any shape, standing free in a text. */
export const TOKEN = new RegExp(`${NOT_BEFORE}${ANY}${NOT_AFTER}`, 'giu');

/** What may be a reference after a label: any run of letters, digits and separators, with a prefix and a space before it or not. */
export const LABELLED_TOKEN = new RegExp(
  String.raw`(?:(?:${PREFIX})[ \u00a0])?[A-Z0-9]{1,14}(?:[-/_.][A-Z0-9]{1,14}){0,5}(?![\p{L}\p{N}])`,
  'iuy',
);

const WHOLE = new RegExp(`^${ANY}$`, 'iu');

/** Whether a text is, as a whole, of one of the shapes. */
export function isReferenceToken(text: string): boolean {
  return WHOLE.test(text);
}

/** `01/02/2021`, `1.1.2020`, `29-01-18`, `2024-01-15`. */
export function looksLikeDate(text: string): boolean {
  return /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})$/.test(text);
}

/** A financial year or a span of years, after a prefix or alone: `2019/20`, `FOI 2019/20`, `2019/2020`, `2015-2020`. */
export function looksLikeYears(text: string): boolean {
  const match = /^(?:[A-Z]+ )?((?:19|20)\d\d)[-/_]((?:19|20)?\d\d)$/i.exec(text);
  if (!match) return false;
  const first = Number(match[1]);
  const second = Number(match[2]);
  const later = second < 100 ? Math.floor(first / 100) * 100 + second : second;
  return later > first && later <= first + 10;
}

/** Whether a token of one of the shapes is a reference without a label, and not a date, a span of years, a fraction or a plain number. */
export function plausibleAlone(token: string): boolean {
  if (looksLikeDate(token) || looksLikeYears(token)) return false;
  const short = new RegExp(`^(?:${PREFIX})[-/_. ]?(\\d+)[A-Z]?$`, 'i').exec(token)?.[1];
  if (short !== undefined) return short.length > 2 && !/^(?:19|20)\d\d$/.test(short);
  const numberAndYear = /^(\d{2,6})([A-Z]?)[/_](\d{2}|20\d\d)$/i.exec(token);
  if (!numberAndYear) return true;
  const [, number = '', letter = '', year = ''] = numberAndYear;
  if (Number(year.slice(-2)) < 5 || Number(year.slice(-2)) > 49) return false;
  if (letter !== '' || number.length > 2) return true;
  // Two digits: 12/21 may be a month, 18/19 a financial year, 50/50 a saying.
  return Number(number) > 31 && number !== year && year.length === 2;
}
