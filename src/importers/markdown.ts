import type { Root } from 'hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { textBlock, type Page } from './block.ts';
import { htmlBlocks } from './html-blocks.ts';

const toHtml = unified().use(remarkRehype).freeze();

/** A markdown page of another system as blocks. Keys of its front matter become labelled lines, as if they stood above the text. */
export function readMarkdown(markdown: string): Page {
  const front = /^---[ \t]*\n([\s\S]{0,65536}?)\n---[ \t]*(?:\n|$)/.exec(markdown);
  const body = front ? '\n'.repeat(front[0].split('\n').length - 1) + markdown.slice(front[0].length) : markdown;
  const { blocks, files } = htmlBlocks(toHtml.runSync(parseMarkdown(body)) as Root);
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
