import type { PhrasingContent, RootContent } from 'mdast';
import { stringifyMarkdown } from '../markdown/parse-markdown.ts';
import { inlineText, type Block } from './block.ts';

/**
 * Blocks → markdown that reads back as the same words. Everything that markdown would take for a mark is escaped (`<5`, `*`, `1.` at the
 * start of a line); lists, tables and line breaks get back the marks that the export lost.
 * @param numbers `keep`: numbered items are a list. `escape`: they are paragraphs, because a list at this place would be read as questions
 */
export function writeBlocks(blocks: readonly Block[], numbers: 'keep' | 'escape'): string {
  const chunks: Chunk[] = [];
  let parents: { depth: number; width: number }[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const each = blocks[index] as Block;
    const depth = each.kind === 'heading' ? 0 : each.depth;
    parents = parents.filter((parent) => parent.depth < depth);
    const indent = parents.reduce((sum, { width }) => sum + width, 0);
    if (each.quote) {
      const end = blocks.findIndex((other, at) => at > index && !other.quote);
      const quotation = blocks.slice(index, end === -1 ? undefined : end).map((other) => ({ ...other, quote: false }));
      chunks.push({ text: writeBlocks(quotation, 'keep').replace(/^/gm, '> ').replace(/^> $/gm, '>'), indent, list: false });
      index += quotation.length - 1;
      continue;
    }
    const run = each.kind === 'paragraph' ? lineRun(blocks, index) : 1;
    if (run > 1) {
      chunks.push({ text: inlineMarkdown(joined(blocks.slice(index, index + run))), indent, list: false });
      index += run - 1;
      continue;
    }
    const made = chunkOf(each, numbers);
    chunks.push({ ...made, indent });
    if (made.width > 0) parents.push({ depth, width: made.width });
  }
  return chunks.map((chunk, index) => `${separator(chunks[index - 1], chunk)}${indented(chunk)}`).join('');
}

interface Chunk {
  text: string;
  indent: number;
  list: boolean;
}

function chunkOf(each: Block, numbers: 'keep' | 'escape'): Omit<Chunk, 'indent'> & { width: number } {
  if (each.kind === 'heading')
    return { text: `${'#'.repeat(Math.min(6, Math.max(3, each.depth)))} ${headingMarkdown(each.inline)}`, list: false, width: 0 };
  if (each.rows) return { text: tableMarkdown(each), list: false, width: 0 };
  const { marker } = each;
  const words = inlineMarkdown(each.inline);
  if (!marker) return { text: guardLabel(words, numbers), list: false, width: 0 };
  if (marker.kind === 'bullet') return { text: `- ${shifted(words, 2)}`, list: true, width: 2 };
  const plain = /^\d{1,9}$/.test(marker.value) && marker.kind === 'decimal';
  if (plain && numbers === 'keep') {
    const sign = `${marker.value}${marker.raw.endsWith(')') ? ')' : '.'}`;
    return { text: `${sign} ${shifted(words, sign.length + 1)}`, list: true, width: sign.length + 1 };
  }
  const labelled = inlineMarkdown([{ type: 'text', value: `${marker.raw} ` }, ...each.inline]);
  return { text: guardLabel(labelled, numbers), list: false, width: 0 };
}

/** In a request a paragraph that begins like a labelled question is one: the mark after the number is escaped. */
function guardLabel(words: string, numbers: 'keep' | 'escape'): string {
  return numbers === 'keep'
    ? words
    : words.replace(/^((?:question |q\.? ?)?\d{1,3}[a-z]?(?:\([a-z0-9]{1,4}\))*\s?)([).:-])(?=\s)/i, '$1\\$2');
}

/** How many short lines from here belong together: an address, figures, the rows of a table that lost its borders. */
function lineRun(blocks: readonly Block[], from: number): number {
  let length = 1;
  for (;;) {
    const [each, next] = [blocks[from + length - 1], blocks[from + length]];
    if (!each || !next?.tight || next.kind !== 'paragraph' || next.quote !== each.quote || next.depth !== each.depth) return length;
    const figures = each.figures && next.figures;
    const short = each.text.length < 70 && next.text.length < 70 && !/[.?!:;]$/.test(each.text) && !each.strong && !next.strong;
    if (!figures && !short) return length;
    length++;
  }
}

function joined(blocks: readonly Block[]): PhrasingContent[] {
  return blocks.flatMap((each, index): PhrasingContent[] => (index === 0 ? each.inline : [{ type: 'break' }, ...each.inline]));
}

function separator(before: Chunk | undefined, { list, indent, text }: Chunk): string {
  if (!before) return '';
  return list && before.list && !before.text.includes('\n') && !text.includes('\n') && Math.abs(indent - before.indent) <= 4
    ? '\n'
    : '\n\n';
}

function indented({ text, indent }: Chunk): string {
  return ' '.repeat(indent) + shifted(text, indent);
}

function shifted(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}

/** Inline content as a paragraph's markdown. */
export function inlineMarkdown(inline: readonly PhrasingContent[]): string {
  return stringify({ type: 'paragraph', children: [...inline] });
}

/** Inline content as a heading's markdown, without its `#`. */
export function headingMarkdown(inline: readonly PhrasingContent[]): string {
  const words = inline.flatMap((node): PhrasingContent[] =>
    node.type === 'break' ? [{ type: 'text', value: ' ' }] : node.type === 'strong' ? node.children : [node],
  );
  return stringify({ type: 'heading', depth: 2, children: words }).replace(/^##\s*/, '');
}

/** A block as a heading's markdown, with the number it may begin with. */
export function headingWords({ marker, inline }: Block): string {
  return headingMarkdown(marker ? [{ type: 'text', value: `${marker.raw} ` }, ...inline] : inline);
}

function tableMarkdown({ rows, header }: Block): string {
  const width = (rows ?? []).reduce((most, row) => Math.max(most, row.length), 0);
  const row = (cells: PhrasingContent[][]) => ({
    type: 'tableRow' as const,
    children: Array.from({ length: width }, (_, index) => ({ type: 'tableCell' as const, children: oneLine(cells[index] ?? []) })),
  });
  const all = (header ? rows : [Array.from({ length: width }, () => []), ...(rows ?? [])]) ?? [];
  return stringify({ type: 'table', children: all.map(row) });
}

function oneLine(inline: readonly PhrasingContent[]): PhrasingContent[] {
  return inline.map((node) => (node.type === 'break' ? { type: 'text', value: ' ' } : node));
}

function stringify(node: RootContent): string {
  return stringifyMarkdown({ type: 'root', children: [node] });
}

/** Blocks as plain text, one a line. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(({ marker, text, rows }) =>
      rows
        ? rows.map((cells) => cells.map(inlineText).join(' ')).join('\n')
        : marker === null || marker.kind === 'bullet'
          ? text
          : `${marker.raw} ${text}`,
    )
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
