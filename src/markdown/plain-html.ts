import type { Element, ElementContent, Root, RootContent as HtmlContent, Text } from 'hast';
import type { Heading, Paragraph, RootContent } from 'mdast';

/*
 * Paragraphs and headings that hold words alone, as most do, become HTML here: they need no sanitising, and the libraries take a tenth of
 * what reading a log costs to walk over them four times. All else is for the libraries. A test holds the two to the same HTML.
 */

type Plain = (Paragraph | Heading) & { children: [{ type: 'text'; value: string }] };

/** What the library makes of nodes, where all of them are words alone; `null` where one is not. */
export function plainTree(nodes: readonly RootContent[]): Root | null {
  if (!nodes.every(isPlain)) return null;
  const children: ElementContent[] = [];
  for (const node of nodes) {
    if (children.length > 0) children.push({ type: 'text', value: '\n' });
    const tagName = node.type === 'paragraph' ? 'p' : `h${node.depth}`;
    children.push({ type: 'element', tagName, properties: {}, children: [{ type: 'text', value: node.children[0].value }] });
  }
  return { type: 'root', children };
}

function isPlain(node: RootContent): node is Plain {
  if (node.type !== 'paragraph' && node.type !== 'heading') return false;
  const [words] = node.children;
  // The library takes away blanks beside line endings.
  return node.children.length === 1 && words?.type === 'text' && !/[ \t][\r\n]|[\r\n][ \t]/.test(words.value);
}

/** Writes a tree. @param write the library, for what is more than words in an element */
export function writeHtml(tree: Root, write: (tree: Root) => string): string {
  return tree.children.map((node) => writePlain(node) ?? write({ type: 'root', children: [node] })).join('');
}

function writePlain(node: HtmlContent): string | null {
  if (node.type === 'text') return escape(node);
  if (node.type !== 'element' || !/^(?:p|h[2-6])$/.test(node.tagName)) return null;
  const [words] = node.children;
  if (node.children.length !== 1 || words?.type !== 'text' || hasProperties(node)) return null;
  return `<${node.tagName}>${escape(words)}</${node.tagName}>`;
}

function hasProperties({ properties }: Element): boolean {
  for (const _ in properties) return true;
  return false;
}

function escape({ value }: Text): string {
  return value.replace(/[<&]/g, (mark) => (mark === '<' ? '&#x3C;' : '&#x26;'));
}
