import type { Root } from 'mdast';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';

/**
 * Markdown here is CommonMark with tables, and without two constructs that official text runs into by accident: code by indentation (a pasted
 * list would turn into code) and headings by underline (a line of dashes would turn the paragraph above into a heading).
 * No smart punctuation, no strikethrough (`10~20`), no literal autolinks (links to web addresses are made when rendering).
 */
const syntax = [gfmTable(), { disable: { null: ['codeIndented', 'setextUnderline'] } }];

const parser = unified()
  .data('micromarkExtensions', syntax)
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .use(remarkParse)
  .freeze();

/** Markdown → syntax tree with positions. Linear in its length for any input. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown);
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
