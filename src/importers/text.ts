import { block, textBlock, type Block, type Page } from './block.ts';
import { readMarker } from './markers.ts';

interface Line {
  text: string;
  indent: number;
  line: number;
  tight: boolean;
}

/** Words after which a sentence goes on: a line that ends with one was broken by its width. */
const DANGLING =
  /(?:\b(?:a|an|the|of|to|in|on|by|for|from|with|and|or|that|which|who|as|at|is|are|be|been|was|were|has|have|had|will|would|may|can|if|this|these|those|our|your|its|their|his|her|under|between|any|all|not|no|it|we|you|section|regulation)|,|\/|&|–|—|-)$/i;
/** Words with which a sentence goes on but does not begin. */
const GOING_ON = /^(?:of|to|in|by|for|from|with|and|or|that|which|as|at|than|where|when|because|under|is|are|was|were|be|been)\b/;
const ENDED = /[.?!:;][”"’')\]]*$/;

/** A text file as a page: one block for each paragraph, item or line that stands on its own. */
export function readText(text: string): Page {
  return { blocks: markFigures(textBlocks(text, 1)), titles: [], address: null, lang: null, files: [], dropped: [] };
}

/** Text → blocks. Lines that were broken by their width are joined; all others stay apart. */
export function textBlocks(text: string, firstLine: number): Block[] {
  const lines = readLines(text, firstLine);
  const width = wrapWidth(lines);
  const blocks: Block[] = [];
  let last: Line | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    const table = tabTable(lines, index);
    if (table) {
      blocks.push(table.block);
      index += table.rows - 1;
      last = null;
      continue;
    }
    const marked = markedHeading(line);
    if (marked) {
      blocks.push(marked);
      last = null;
      continue;
    }
    const found = readMarker(line.text);
    const next = lines[index + 1];
    const open = blocks.at(-1);
    if (open && last && !found && goesOn(last, line, width)) append(open, line.text);
    else if (found && found.rest === '' && found.marker.kind !== 'label' && next && readMarker(next.text) === null) {
      // A number alone on its line is that of the words below it.
      blocks.push(textBlock('item', line.line, next.text, { marker: found.marker, depth: Math.floor(line.indent / 4), tight: line.tight }));
      index++;
      last = next;
      continue;
    } else if (found && found.rest !== '')
      blocks.push(
        textBlock('item', line.line, found.rest, { marker: found.marker, depth: Math.floor(line.indent / 4), tight: line.tight }),
      );
    else
      blocks.push(
        textBlock('paragraph', line.line, line.text, { depth: line.indent >= 4 ? Math.floor(line.indent / 4) : 0, tight: line.tight }),
      );
    last = line;
  }
  return blocks;
}

/** A text may carry the marks of markdown: `## Request`, `**Response**`. */
function markedHeading({ text, line, tight }: Line): Block | null {
  const heading = /^(#{1,6})\s+(\S.{0,200})$/.exec(text);
  if (heading) return textBlock('heading', line, (heading[2] ?? '').replace(/\s#+$/, ''), { depth: heading[1]?.length ?? 2, tight });
  const strong = /^(?:\*\*|__)([^*_]{2,200})(?:\*\*|__):?$/.exec(text);
  return strong ? textBlock('paragraph', line, strong[1] ?? '', { strong: true, tight }) : null;
}

function readLines(text: string, firstLine: number): Line[] {
  const lines: Line[] = [];
  let tight = false;
  for (const [index, raw] of text.split('\n').entries()) {
    const indent = raw.length - raw.trimStart().length;
    const words = raw.replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ').trim();
    const clean = /\S\t+\S/.test(words) ? words.replace(/ {2,}/g, ' ') : words.replace(/\s+/g, ' ');
    if (clean) lines.push({ text: clean, indent, line: firstLine + index, tight });
    tight = clean !== '';
  }
  // A text that is set in as a whole is not a list within a list.
  const least = lines.reduce((most, { indent }) => Math.min(most, indent), Number.POSITIVE_INFINITY);
  return lines.map((line) => ({ ...line, indent: line.indent - least }));
}

/** The width at which a text was broken, if it was: its longest line, where that is short and several lines come near it. */
function wrapWidth(lines: readonly Line[]): number | null {
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (longest > 125 || longest < 45) return null;
  const near = lines.filter(({ text }) => text.length > longest * 0.8).length;
  return near >= 3 ? longest : null;
}

/** True for a line that ends in the middle of a sentence, by its last word or the first of the next. */
export function isBrokenOff(line: string, next: string): boolean {
  if (line.length >= 25 && /^[a-z]/.test(next) && (DANGLING.test(line) || GOING_ON.test(next)) && !/[.?!:]$/.test(line)) return true;
  return line.length >= 40 && DANGLING.test(line) && !/[–—-]$/.test(line);
}

function goesOn(last: Line, line: Line, width: number | null): boolean {
  if (!line.tight) return false;
  if (isBrokenOff(last.text, line.text)) return true;
  const lower = /^[a-z]/.test(line.text);
  if (last.text.length >= 60 && lower && !ENDED.test(last.text)) return true;
  if (width === null) return false;
  const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0;
  return last.text.length >= width * 0.6 && last.text.length + 1 + firstWord > width - 4;
}

function append(open: Block, words: string): void {
  const text = `${open.text} ${words}`;
  open.text = text;
  open.inline = [{ type: 'text', value: text }];
}

/** Two or more lines with the same number of tabs are a table. */
function tabTable(lines: readonly Line[], from: number): { block: Block; rows: number } | null {
  const tabs = (line: Line | undefined) => line?.text.split('\t').length ?? 1;
  const columns = tabs(lines[from]);
  if (columns < 2) return null;
  let rows = 1;
  while (lines[from + rows]?.tight && tabs(lines[from + rows]) === columns) rows++;
  if (rows < 2) return null;
  const cells = lines
    .slice(from, from + rows)
    .map(({ text }) => text.split('\t').map((cell) => [{ type: 'text' as const, value: cell.trim() }]));
  return { block: tableBlock(cells, lines[from]?.line ?? 1, true), rows };
}

/** A table as a block; its words are its cells, row by row. */
export function tableBlock(rows: NonNullable<Block['rows']>, line: number, header: boolean): Block {
  const text = rows.map((row) => row.map((cell) => cell.map((node) => ('value' in node ? node.value : '')).join('')).join('\t')).join('\n');
  return { ...block('table', line, []), rows, header, text };
}

const FIGURE_ROW = /^[^\d].{0,80}?(?:\s(?:[£<>~]?\d[\d,.]*%?|-|n\/a)){3,}$/i;

/** A table that lost its borders: two or more lines that end in three figures each, with the line over them as header. */
export function markFigures(blocks: Block[]): Block[] {
  const isRow = (at: Block | undefined) => at?.kind === 'paragraph' && at.text.length < 200 && FIGURE_ROW.test(at.text);
  for (const [index, each] of blocks.entries()) {
    if (!isRow(each)) continue;
    const next = blocks[index + 1];
    const before = blocks[index - 1];
    if (!isRow(next) && !before?.figures) continue;
    each.figures = true;
    if (before?.kind === 'paragraph' && !before.figures && !ENDED.test(before.text) && before.text.split(' ').length >= 4)
      before.figures = true;
  }
  return blocks;
}
