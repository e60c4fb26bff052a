import type { Shown } from './pdf-shown.ts';
import type { Structure } from './pdf-structure.ts';

/** Bookmarks that say nothing but where they lead: numbers, and the names that spreadsheets and slides have before anyone names them. */
const PLAIN =
  /^(?:slide|page|sheet|chart|chapter|section|part|annex|appendix|figure|table|bookmark|cover|contents|table of contents|untitled|blank page|leere seite|лист|tabelle|feuil|feuille|hoja|foglio|planilha|folha|blad|ark|arkusz|folie|diapositive)?[\s\d.:_()-]*$/iu;
/** Words that name a part of a document, whatever it is about. */
const PARTS = new Set('cover title page contents index glossary appendix annex chapter section part table figure'.split(' '));
/** Programs whose spreadsheets write the name of each sheet that is exported as a bookmark, once. */
const OF_SHEETS = { creator: /^Calc$/, producer: /^(LibreOffice|OpenOffice|Collabora)/ } as const;
/**
 * What typesetting programs leave in the bookmark of a heading with a sign or a font of its own: names of fonts, commands that are known, lengths, the numbers of signs.
 * The backslash of a command has become another character where the string was not escaped (ISO 32000-2, table 3): `\fam` a form feed and “am”.
 */
const LEFTOVERS = [
  /\\?[fF]\[\w{0,3}\]/g,
  /\\(?:fam|ttfam|bffam|ten[a-z]{2}|rm|it|bf|tt|sl|em|emph|text[a-z]{2}|math[a-z]{2}|protect|relax|unskip|ignorespaces)\b/g,
  /\fam\b|[\t\b](?:[tb]?ffam|tfam|en[a-z]{2})\b/g,
  /\\?(?:unhbox|voidb@x|[hv]box|[hv]rule|kern|width)/g,
  /-?\d*\.?\d+(?:em|ex|pt|mu)(?:\.\d+)?/g,
  /(?:-?\.\d){2,}/g,
  /'[01]\d\d/g,
];

/** Whether a bookmark says nothing but which part of the document it leads to, and what the pages show: “Title page: Annual report”. */
export function isPlainBookmark(bookmark: string, shown: Shown): boolean {
  if (PLAIN.test(bookmark) || shown.unseen(bookmark).every((word) => PARTS.has(word))) return true;
  const rest = LEFTOVERS.reduce((text, leftover) => text.replace(leftover, ''), bookmark);
  return rest !== bookmark && shown.has(rest);
}

/** Whether the bookmarks are the names of the sheets that the pages show, as the tabs of a workbook are: of a spreadsheet, and one a page at most. */
export function areSheets({ info, asides }: Structure, pages: number): boolean {
  const says = (of: 'creator' | 'producer') => info.some(({ what, value }) => what === of && OF_SHEETS[of].test(value));
  return says('creator') && says('producer') && asides.filter(({ how }) => how === 'bookmark').length <= pages;
}
