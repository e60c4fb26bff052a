import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { Page } from './block.ts';
import { ImportError } from './decode.ts';
import { htmlBlocks } from './html-blocks.ts';
import { find, mainOf, words } from './html-main.ts';

const parser = unified().use(rehypeParse).freeze();

/** Nesting beyond which a page is refused: no page of an authority comes near it, and each reader of a tree would run out of stack. */
const DEEPEST = 400;

/** A web page as blocks: its main content only, without scripts, styles, menus and banners. */
export function readHtml(html: string): Page {
  const root = parser.parse(html);
  if (depthOf(root) > DEEPEST)
    throw new ImportError(`The page is nested deeper than ${DEEPEST} elements`, 'Save the page from a browser and import that.');
  const titles: Page['titles'] = [];
  const keep = (text: string | undefined, from: Page['titles'][number]['from']) => {
    if (text?.trim()) titles.push({ text: text.replace(/\s+/g, ' ').trim(), from });
  };
  const metas = find(root, ({ tagName }) => tagName === 'meta');
  const meta = (name: string) => {
    const value = metas.find(({ properties }) => properties['property'] === name || properties['name'] === name)?.properties['content'];
    return typeof value === 'string' ? value : undefined;
  };
  const titleTag = find(root, ({ tagName }) => tagName === 'title')[0];
  const canonical = find(root, ({ tagName, properties }) => tagName === 'link' && [properties['rel']].flat().includes('canonical'))[0];
  const htmlTag = find(root, ({ tagName }) => tagName === 'html')[0];
  const lang = htmlTag?.properties['lang'];

  const { main, dropped } = mainOf(root);
  for (const each of find(main, ({ tagName }) => tagName === 'h1')) keep(words(each), 'h1');
  keep(meta('og:title'), 'og:title');
  keep(titleTag && words(titleTag), 'title');
  const href = canonical?.properties['href'];
  const address = [typeof href === 'string' ? href : null, meta('og:url') ?? null].find((each) => each && /^https?:/i.test(each)) ?? null;
  const { blocks, files } = htmlBlocks(main);
  return { blocks, titles, address, lang: typeof lang === 'string' && lang ? lang : null, files, dropped };
}

function depthOf(root: Root): number {
  let deepest = 0;
  const waiting: { node: Root | Element; depth: number }[] = [{ node: root, depth: 0 }];
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    deepest = Math.max(deepest, each.depth);
    for (const child of each.node.children) if (child.type === 'element') waiting.push({ node: child, depth: each.depth + 1 });
  }
  return deepest;
}
