import type { Root } from 'mdast';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';
import { readBlocks } from './plain-blocks.ts';

/**
 * Markdown here is CommonMark with tables, and without two constructs that official text runs into by accident: code by indentation (a pasted
 * list would turn into code) and headings by underline (a line of dashes would turn the paragraph above into a heading).
 * No smart punctuation, no strikethrough (`10~20`), no literal autolinks (links to web addresses are made when rendering).
 */
const disabled = { disable: { null: ['codeIndented', 'setextUnderline'] } };

const plain = unified().data('micromarkExtensions', [disabled]).use(remarkParse).freeze();
const withTables = unified()
  .data('micromarkExtensions', [gfmTable(), disabled])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .use(remarkParse)
  .freeze();

/** A line that may be the one below the head of a table, also in a quotation; others match as well. */
const MAYBE_TABLE = /^[\t >]*[:|-][\t >:|-]*$/m;

/** Markdown → syntax tree, each node below the root with its place. Linear in its length for any input. */
export function parseMarkdown(markdown: string): Root {
  return readBlocks(markdown, parseAll);
}

/** A text without a table is read without looking for one, because every line could be the head of a table and would be read twice. */
function parseAll(markdown: string): Root {
  return (MAYBE_TABLE.test(markdown) ? withTables : plain).parse(markdown);
}

const writer: Processor<undefined, undefined, undefined, Root, string> = unified()
  .data('toMarkdownExtensions', [gfmTableToMarkdown({ tableCellPadding: true, tablePipeAlign: false })])
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    emphasis: '*',
    strong: '*',
    fences: true,
    listItemIndent: 'one',
    incrementListMarker: false,
    resourceLink: true,
  })
  .freeze();

/** Syntax tree → markdown in the house's spelling, escaped so that it reads back as the same tree. For importers, which have a tree and no text. */
export function stringifyMarkdown(tree: Root): string {
  return writer.stringify(tree).replace(/\n+$/, '');
}
