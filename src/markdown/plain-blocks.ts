import type { Heading, List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { isPlainTable, ROW, tableOf } from './plain-table.ts';
import { walk } from './walk.ts';

/*
 * Most of an answer is plain: paragraphs, headings and numbered questions without a mark inside. CommonMark has one reading for them, and to
 * find it letter by letter is a third of what reading a log costs. Here they are read line by line. All else goes to the library, as does the
 * whole of a text in which one block may reach into another. A test holds the two to the same tree.
 */

/** What reaches over a blank line (fences, HTML, definitions), and characters with rules of their own. */
const REACHING = /```|~~~|<|\]:|[\0\r\uFEFF]/;
/** With more other stretches than these the library reads the whole: to start takes it as long as a sentence. */
const MOST = 16;

/** The rest of a line that begins like words, holds no character that can mean anything inside a line, and has no blank at its end. */
const WORDS = String.raw`(?:[A-Za-z\u00C0-\u024F"'“”‘’(£]|\d(?!\d{0,8}[.)](?:[ \t\n]|$)))(?:[^\n\t#&*[\]\\_\x60]*[^\n\t #&*[\]\\_\x60])?(?=\n|$)`;
const LINE = new RegExp(String.raw`(?:(#{1,6}) |\d{1,9}([.)]) )?${WORDS}`, 'y');
const BLANK = /[ \t]*(?=\n|$)/y;

type Point = NonNullable<Nodes['position']>['start'];

/** Lines without a blank one between them. `item.` and `item)` are lists, one question a line; `other` is for the library. */
interface Block {
  kind: 'heading' | 'text' | 'item.' | 'item)' | 'table' | 'other';
  /** Of its first and its last line, counted from 1. */
  line: number;
  last: number;
  start: number;
  end: number;
}

/**
 * Markdown → syntax tree, each block and what is in it with its place.
 * @param parse the library, which decides what is not plain
 */
export function readBlocks(markdown: string, parse: (markdown: string) => Root): Root {
  if (REACHING.test(markdown)) return parse(markdown);
  const blocks = joinOthers(cutBlocks(markdown), markdown);
  if (blocks.filter(({ kind }) => kind === 'other').length > MOST) return parse(markdown);
  return { type: 'root', children: blocks.flatMap((block) => readBlock(markdown, block, parse)) };
}

function cutBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (let line = 1, start = 0; start < markdown.length; line++) {
    const kind = kindOf(markdown, start);
    const next = markdown.indexOf('\n', start);
    const end = next === -1 ? markdown.length : next;
    if (kind === null) open = null;
    else if (open) {
      open.end = end;
      open.last = line;
      if (open.kind !== kind) open.kind = 'other';
    } else {
      const block: Block = { kind, line, last: line, start, end };
      blocks.push(block);
      // What follows a heading begins anew.
      open = kind === 'heading' ? null : block;
    }
    start = end + 1;
  }
  return blocks;
}

/** What the line at `start` is; `null` for a blank one. */
function kindOf(markdown: string, start: number): Block['kind'] | null {
  LINE.lastIndex = start;
  const match = LINE.exec(markdown);
  if (match) return match[1] !== undefined ? 'heading' : match[2] === undefined ? 'text' : match[2] === '.' ? 'item.' : 'item)';
  ROW.lastIndex = start;
  if (ROW.test(markdown)) return 'table';
  BLANK.lastIndex = start;
  return BLANK.test(markdown) ? null : 'other';
}

/** Other blocks that follow each other are one. So is a list with what stands beside it, which may be a part of it. */
function joinOthers(blocks: readonly Block[], markdown: string): Block[] {
  const joined: Block[] = [];
  const ends = (block: Block | undefined) => block === undefined || block.kind === 'text' || block.kind === 'heading';
  for (const [index, block] of blocks.entries()) {
    const isPlain =
      block.kind === 'table'
        ? isPlainTable(markdown.slice(block.start, block.end))
        : block.kind !== 'other' && (ends(block) || (ends(blocks[index - 1]) && ends(blocks[index + 1])));
    const last = joined.at(-1);
    if (!isPlain && last?.kind === 'other') Object.assign(last, { end: block.end, last: block.last });
    else joined.push(isPlain ? block : { ...block, kind: 'other' });
  }
  return joined;
}

function readBlock(markdown: string, block: Block, parse: (markdown: string) => Root): RootContent[] {
  const { kind, line, last, start, end } = block;
  if (kind === 'other') return readOther(markdown, block, parse);
  if (kind === 'heading') return [headingOf(markdown, line, start, end)];
  if (kind === 'text') {
    const lastLine = markdown.lastIndexOf('\n', end - 1) + 1;
    return [paragraphOf(markdown, { start: point(line, start, start), end: point(last, lastLine, end) })];
  }
  return [kind === 'table' ? tableOf(markdown.slice(start, end), line, start) : listOf(markdown, block)];
}

/** What the library makes of a stretch, with its places in the whole text. */
function readOther(markdown: string, { line, start, end }: Block, parse: (markdown: string) => Root): RootContent[] {
  const { children } = parse(markdown.slice(start, end));
  const move = (node: Nodes) => {
    if (!node.position) return;
    for (const place of [node.position.start, node.position.end]) {
      place.line += line - 1;
      place.offset = (place.offset ?? 0) + start;
    }
  };
  for (const child of children) walk(child, move);
  return children;
}

function headingOf(markdown: string, line: number, start: number, end: number): Heading {
  const depth = (markdown.indexOf(' ', start) - start) as Heading['depth'];
  const position = { start: point(line, start, start), end: point(line, start, end) };
  return { ...paragraphOf(markdown, { ...position, start: point(line, start, start + depth + 1) }), type: 'heading', depth, position };
}

function listOf(markdown: string, { line, start, end }: Block): List {
  const children: ListItem[] = [];
  let from = start;
  for (const words of markdown.slice(start, end).split('\n')) {
    const its = line + children.length;
    const position = { start: point(its, from, from), end: point(its, from, from + words.length) };
    const content = paragraphOf(markdown, { ...position, start: point(its, from, from + words.indexOf(' ') + 1) });
    children.push({ type: 'listItem', spread: false, checked: null, children: [content], position });
    from += words.length + 1;
  }
  const position = { start: point(line, start, start), end: (children.at(-1) as ListItem).position!.end };
  return { type: 'list', ordered: true, start: parseInt(markdown.slice(start, start + 9), 10), spread: false, children, position };
}

/** @param lineStart where the line of `offset` begins */
function point(line: number, lineStart: number, offset: number): Point {
  return { line, column: offset - lineStart + 1, offset };
}

function paragraphOf(markdown: string, position: { start: Point; end: Point }): Paragraph {
  const value = markdown.slice(position.start.offset, position.end.offset);
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position };
}
