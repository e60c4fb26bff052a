import type { Element, Nodes, Root as HtmlRoot } from 'hast';
import type { Definition, Heading, List, Nodes as MarkdownNodes, Root, RootContent } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Citation, Law } from '../model/laws.ts';
import type { RenderedBody, RenderedPart } from './body.ts';
import { linkText } from './link-text.ts';
import { plainTree, writeHtml } from './plain-html.ts';
import { plainText } from './plain-text.ts';
import type { ReadBody, ReadPart } from './read-body.ts';
import { walk } from './walk.ts';

export interface RenderOptions {
  /** The law a bare "section 31" is read under. */
  law: Law;
  /** Where a citation leads: a page of this site, or the statute. */
  citationAddress(citation: Citation): string;
}

/** Only what our own pipeline makes from markdown; anything else is taken out. */
const schema: typeof defaultSchema = {
  ...defaultSchema,
  tagNames: [
    'a',
    'blockquote',
    'br',
    'code',
    'em',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'img',
    'li',
    'ol',
    'p',
    'pre',
    'strong',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'ul',
  ],
  attributes: { a: ['href', 'title'], img: ['src', 'alt', 'title'], li: ['value'], ol: ['start'], td: ['align'], th: ['align'] },
  // A list without a member would allow everything: images come from beside the entry, without a protocol.
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['none'] },
  clobber: [],
};

const html = unified().use(remarkRehype).use(rehypeSanitize, schema).freeze();
const writer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

/** Every part of a body as sanitised HTML and as plain text. Headings in a part start at `h3` in prose and at `h4` below a part's own heading. */
export function renderBody(body: ReadBody, options: RenderOptions): RenderedBody {
  const definitions = body.root.children.filter((node): node is Definition => node.type === 'definition');
  const tables = { count: 0 };
  return {
    sections: body.sections.map(({ kind, heading, parts }) => ({
      kind,
      heading,
      parts: parts.map((part) => {
        const citations = kind === 'response' || kind === 'other' ? options : null;
        return renderPart(part, { definitions, tables, citations });
      }),
    })),
  };
}

/** A page of the authority's own: headings start at `h2`. */
export function renderPage(root: Root): string {
  return render(root.children, 2, { definitions: [], tables: { count: 0 }, citations: null });
}

interface Context {
  definitions: Definition[];
  tables: { count: number };
  citations: RenderOptions | null;
}

function renderPart({ nodes, ...part }: ReadPart, context: Context): RenderedPart {
  const top = part.kind === 'prose' ? 3 : 4;
  return { ...part, html: render(nodes, top, context), text: plainText(nodes) };
}

function render(nodes: RootContent[], top: number, context: Context): string {
  const level = levelsFrom(top);
  const prepare = (node: MarkdownNodes): void => {
    if (node.type === 'heading') level(node);
    else if (node.type === 'list') keepMarkers(node);
  };
  for (const node of nodes) walk(node, prepare);
  const tree = plainTree(nodes) ?? toTree(nodes, context.definitions);
  raiseHeadings(tree, top);
  linkText(tree, context.citations);
  frameTables(tree, context.tables);
  return writeHtml(tree, (each) => writer.stringify(each)).trim();
}

function toTree(nodes: RootContent[], definitions: readonly Definition[]): HtmlRoot {
  const missing = definitions.filter((definition) => !nodes.includes(definition));
  return html.runSync({ type: 'root', children: [...nodes, ...missing] });
}

/** Sets heading levels without a gap, one heading after the other: the first is `top`, a deeper one is one more than its parent, whatever the author's `#`s. */
function levelsFrom(top: number): (heading: Heading) => void {
  const open: number[] = [];
  // Pages start at 2, which the sanitiser does not pass: everything is levelled from 3 and raised after.
  const base = Math.max(top, 3);
  return (heading) => {
    while (open.length > 0 && (open.at(-1) as number) >= heading.depth) open.pop();
    open.push(heading.depth);
    heading.depth = Math.min(6, base + open.length - 1) as Heading['depth'];
  };
}

function raiseHeadings(parent: HtmlRoot | Element, top: number): void {
  if (top >= 3) return;
  for (const child of elementsIn(parent)) {
    const level = /^h([3-6])$/.exec(child.tagName)?.[1];
    if (level) child.tagName = `h${Number(level) - 1}`;
    raiseHeadings(child, top);
  }
}

/** A list shows the numbers that stand in the text, also where they repeat or jump. */
function keepMarkers(list: List): void {
  if (!list.ordered) return;
  let expected = list.start ?? 1;
  for (const item of list.children) {
    const marker = (item as { marker?: number }).marker ?? expected;
    if (marker !== expected) item.data = { ...item.data, hProperties: { value: String(marker) } };
    expected = marker + 1;
  }
}

/** Each table scrolls in a frame of its own, which a keyboard can reach and a screen reader can name. */
function frameTables(parent: HtmlRoot | Element, tables: { count: number }): void {
  for (const child of elementsIn(parent)) {
    if (child.tagName !== 'table') {
      frameTables(child, tables);
      continue;
    }
    tables.count += 1;
    describeCells(child);
    parent.children[parent.children.indexOf(child)] = {
      type: 'element',
      tagName: 'section',
      properties: { className: ['table'], tabIndex: 0, ariaLabel: `Table ${tables.count}` },
      children: [child],
    };
  }
}

function describeCells(element: Element): void {
  if (element.tagName === 'th') {
    if (isEmpty(element)) element.tagName = 'td';
    else element.properties['scope'] = 'col';
  }
  // The attribute `align` is obsolete; the style sheet knows the classes.
  const align = element.properties['align'];
  if (typeof align === 'string') element.properties['className'] = [align];
  delete element.properties['align'];
  elementsIn(element).forEach(describeCells);
}

function elementsIn(parent: HtmlRoot | Element): Element[] {
  return (parent.children as Nodes[]).filter((child): child is Element => child.type === 'element');
}

function isEmpty(element: Nodes): boolean {
  return 'children' in element ? element.children.every(isEmpty) : 'value' in element ? element.value.trim() === '' : false;
}

/** Notes on each item of an ordered list the number that its marker shows in the source. */
export function noteMarkers(root: Root, source: string): void {
  walk(root, (node) => {
    if (node.type !== 'list' || node.ordered !== true) return;
    for (const item of node.children) {
      const marker = /^\d{1,9}/.exec(source.slice(item.position?.start.offset))?.[0];
      if (marker) (item as { marker?: number }).marker = Number(marker);
    }
  });
}
