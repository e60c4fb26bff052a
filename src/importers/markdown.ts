import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { textBlock, type Page } from './block.ts';
import { ImportError } from './decode.ts';
import { htmlBlocks } from './html-blocks.ts';

const toHtml = unified().use(remarkRehype).freeze();

/** Parsing markdown takes a hundred times its memory: far more than any answer is enough. */
const MOST_MARKDOWN = 262_144;

/** A markdown page of another system as blocks. Keys of its front matter become labelled lines, as if they stood above the text. */
export function readMarkdown(markdown: string): Page {
  if (markdown.length > MOST_MARKDOWN)
    throw new ImportError(
      `A markdown file of ${markdown.length} characters, expected at most ${MOST_MARKDOWN}`,
      'Import the answer itself, not an archive of answers.',
    );
  const front = /^---[ \t]*\n([\s\S]{0,65536}?)\n---[ \t]*(?:\n|$)/.exec(markdown);
  const body = front ? '\n'.repeat(front[0].split('\n').length - 1) + markdown.slice(front[0].length) : markdown;
  const tree = parseMarkdown(body);
  // A tight list costs the converter the square of its length; here it makes no difference.
  visit(tree, 'list', (list) => void (list.spread = true));
  const { blocks, files } = htmlBlocks(toHtml.runSync(tree));
  const titles: Page['titles'] = [];
  const fields = (front?.[1] ?? '').split('\n').flatMap((line, index) => {
    const match = /^([A-Za-z][\w -]{0,40}):\s*(\S.*)$/.exec(line);
    if (!match) return [];
    const value = (match[2] ?? '').replace(/^(["'])(.*)\1\s*$/, '$2');
    if (/^title$/i.test(match[1] ?? '')) titles.push({ text: value, from: 'front matter' });
    return [textBlock('paragraph', index + 2, `${match[1] ?? ''}: ${value}`, { tight: true })];
  });
  const first = blocks.find(({ kind, depth }) => kind === 'heading' && depth === 1);
  if (first) titles.unshift({ text: first.text, from: 'h1' });
  return { blocks: [...fields, ...blocks], titles, address: null, lang: null, files, dropped: [] };
}
