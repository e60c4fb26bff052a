import type { Kind } from './kinds.ts';

/** Where something stands in a file, in the terms in which a person looks for it. Only what applies is there. */
export interface Place {
  /** Name of the sheet, as its tab shows it. */
  sheet?: string;
  /** Cells: `B7`, `A2:C40`, rows `12:40`, columns `D:F`. */
  cells?: string;
  /** Page, from 1. */
  page?: number;
  /** On the page, in points from its upper left corner as it is shown: left, top, right, bottom. */
  box?: readonly [left: number, top: number, right: number, bottom: number];
  /** Paragraph of the document's body, from 1. */
  paragraph?: number;
  /** Line and column of a text, from 1. */
  line?: number;
  column?: number;
  /** The member of the package that holds it: `xl/worksheets/sheet2.xml`. */
  part?: string;
}

/** Text that a reader of the file sees, and where: a cell as it is formatted, a line of a page, a paragraph. */
export interface Visible {
  text: string;
  place: Place;
}

/** Something stored that a reader does not see, by the technique that hides it. */
export interface Hidden {
  /** The technique; each belongs to one rule: `hidden-sheet`, `tracked-deletion`, `covered-text`. */
  how: string;
  /** What is hidden, cut to a few hundred characters; empty where it is not text. For rules to judge, never printed whole. */
  text: string;
  /** How many things of it there are: cells, records, words. */
  count: number;
  place: Place;
}

/** Something a file says of itself: author, producer, number of rows, language. */
export interface Fact {
  what: string;
  value: string;
  place: Place;
}

/** What a reader of a format makes of bytes. Every list is in the order of the file. */
export interface Reading {
  kind: Kind;
  visible: Visible[];
  hidden: Hidden[];
  facts: Fact[];
  /**
   * Text that the package holds, whoever shows it: found without knowing what it is for, so that what has no name is found as well. Words, each once,
   * lower case. What of it is neither visible, nor hidden in a way that has a name, nor part of the format, is a leak.
   */
  stored: { word: string; place: Place }[];
  /**
   * Words of everything in `hidden` and `facts`, lower case: `hidden[].text` is cut, this is whole, so that `stored` can be reckoned against it. Absent
   * where a reader gathers no `stored`.
   */
  named?: ReadonlySet<string>;
  /** What could not be looked into, and why. Each blocks. */
  notInspected: { because: string; place: Place }[];
}

/** Thrown by a reader for a file that it cannot read: broken, encrypted, too large, of hostile make. The message says which, for a person. */
export class UnreadableFile extends Error {}

/** `sheet “Data”, rows 12 to 40`; `page 3`; nothing where there is no place to name. */
export function describePlace({ sheet, cells, page, paragraph, line, part }: Place): string {
  const range = /^(\d+):(\d+)$/.exec(cells ?? '');
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(cells ?? '');
  const span = ([, from = '', to = '']: RegExpExecArray, one: string) => (from === to ? `${one} ${from}` : `${one}s ${from} to ${to}`);
  const inSheet = range
    ? span(range, 'row')
    : columns
      ? span(columns, 'column')
      : cells
        ? `cell${cells.includes(':') ? 's' : ''} ${cells}`
        : '';
  const named = [
    sheet !== undefined && `sheet “${sheet}”`,
    inSheet,
    page !== undefined && `page ${page}`,
    paragraph !== undefined && `paragraph ${paragraph}`,
    line !== undefined && `line ${line}`,
  ].filter(Boolean);
  return named.length > 0 ? named.join(', ') : (part ?? '');
}
