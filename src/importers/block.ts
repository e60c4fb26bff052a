import type { PhrasingContent } from 'mdast';
import type { Marker } from './markers.ts';

/**
 * One block of a foreign page: what every format is reduced to before anything is understood. A text file, a web page and a list item
 * of either all arrive here in the same shape, so that each later step is written once.
 */
export interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'table';
  /** Of a heading 1 to 6; of anything else how deep it lies in lists, 0 outside of any. */
  depth: number;
  /** Bullet or number of an item as the page shows it, with its punctuation: `•`, `1.`, `3A)`, `Q2:`. */
  marker: Marker | null;
  /** The words, without the marker. Equal to `inlineText(inline)`; of a table, its cells. */
  text: string;
  inline: PhrasingContent[];
  /** Only of a table: its rows; the first is the header where `header` says so. */
  rows: PhrasingContent[][][] | null;
  header: boolean;
  /** The line of the source on which it begins, from 1. */
  line: number;
  /** No blank line stood between this block and the one before it. */
  tight: boolean;
  /** All of it is bold: perhaps a heading that was not marked as one. */
  strong: boolean;
  /** Stands in a quotation. */
  quote: boolean;
  /** A row of figures, or the header over one: words in it are subject, not decision. */
  figures: boolean;
}

/** What a page offers besides its blocks. */
export interface Page {
  blocks: Block[];
  /** What calls itself a title, best first. */
  titles: { text: string; from: 'h1' | 'og:title' | 'title' | 'front matter' }[];
  /** `<link rel="canonical">` or `og:url`. */
  address: string | null;
  /** Language tag of the page. */
  lang: string | null;
  /** Links to files: what they are called and where they lead. */
  files: { name: string; href: string; line: number }[];
  /** What structure alone showed to be no part of the answer: menus, banners, scripts. */
  dropped: Dropped[];
}

/** Words of the page that did not go into the entry's body, and why. */
export interface Dropped {
  line: number;
  text: string;
  why: 'boilerplate' | 'field' | 'leftover' | 'repeated-question' | 'label';
}

const plain: Omit<Block, 'kind' | 'line' | 'inline' | 'text'> = {
  depth: 0,
  marker: null,
  rows: null,
  header: false,
  tight: false,
  strong: false,
  quote: false,
  figures: false,
};

/** A block; `text` follows from `inline`. */
export function block(kind: Block['kind'], line: number, inline: PhrasingContent[], more: Partial<Block> = {}): Block {
  return { ...plain, kind, line, inline, text: inlineText(inline), ...more };
}

/** A block of plain text. */
export function textBlock(kind: Block['kind'], line: number, text: string, more: Partial<Block> = {}): Block {
  return block(kind, line, text ? [{ type: 'text', value: text }] : [], more);
}

/** The words of inline content; a line break is a newline. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: PhrasingContent): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? inlineText(node.children) : '';
}

/** The part of inline content between two offsets of its words. Links and emphasis that straddle an end are cut, not lost. */
export function sliceInline(nodes: readonly PhrasingContent[], from: number, to = Number.POSITIVE_INFINITY): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  let at = 0;
  for (const node of nodes) {
    const length = textOf(node).length;
    const [start, end] = [Math.max(0, from - at), Math.min(length, to - at)];
    at += length;
    if (start >= end) continue;
    if (start === 0 && end === length) kept.push(node);
    else if (node.type === 'text') kept.push({ type: 'text', value: node.value.slice(start, end) });
    else if ('children' in node) kept.push({ ...node, children: sliceInline(node.children, start, end) });
  }
  return kept;
}

/** The rest of a block after the first `from` characters of its words, without the space between; keeps its place and shape. */
export function cutStart(from: Block, length: number): Block {
  const space = /^\s*/.exec(from.text.slice(length))?.[0].length ?? 0;
  const inline = sliceInline(from.inline, length + space);
  return { ...from, inline, text: inlineText(inline) };
}

/** The first `length` characters of a block. */
export function cutEnd(from: Block, length: number): Block {
  const inline = sliceInline(from.inline, 0, from.text.slice(0, length).trimEnd().length);
  return { ...from, inline, text: inlineText(inline) };
}

/** Everything a reader sees of a block in one line, its marker first. */
export function shownText({ marker, text }: Block): string {
  const whole = marker ? `${marker.raw} ${text}` : text;
  return /\s\s|[^\S ]|^\s|\s$/.test(whole) ? whole.replace(/\s+/g, ' ').trim() : whole;
}

/** Words in a shape that compares: case, punctuation, kinds of quotes and spaces do not matter. */
export function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
