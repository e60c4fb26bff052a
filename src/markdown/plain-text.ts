import type { Nodes, RootContent } from 'mdast';

/** Blocks as plain text, one a line; cells of a table row and what else stands side by side are separated by a space. */
export function plainText(nodes: readonly RootContent[]): string {
  return nodes.flatMap(lines).join('\n');
}

function lines(node: Nodes): string[] {
  switch (node.type) {
    case 'definition':
    case 'thematicBreak':
    case 'html':
      return [];
    case 'paragraph':
    case 'heading':
      return [inline(node)].filter(Boolean);
    case 'tableRow':
      return [node.children.map(inline).join(' ').trim()].filter(Boolean);
    case 'code':
      return node.value.split('\n');
    default:
      return 'children' in node ? node.children.flatMap(lines) : [inline(node)].filter(Boolean);
  }
}

function inline(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'html') return '';
  if ('value' in node) return singleBlanks(node.value);
  if ('children' in node) return node.children.map(inline).join('');
  return '';
}

/** Every stretch of blanks as one space. Most texts have no other, and to copy them word by word costs three times the look. */
export function singleBlanks(text: string): string {
  return text.includes('  ') || /[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}
