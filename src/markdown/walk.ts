import type { Nodes } from 'mdast';

/**
 * Shows `see` every node of a tree, parents before their children. `see` may change a node, but not the list it stands in. Five passes go over
 * every body, and a visitor that can also stop, skip and splice costs ten times as much.
 */
export function walk(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) walk(child, see);
}
