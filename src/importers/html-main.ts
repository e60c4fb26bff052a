import type { Element, Nodes, Root } from 'hast';
import type { Dropped } from './block.ts';

/*
 * Which part of a web page is the answer. Decided by structure: the element that says it is the main content, less what says it is
 * a menu, a banner or a form. Whatever holds the first heading or most of the words is kept, whatever it calls itself.
 */

const NEVER = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'embed',
  'canvas',
  'audio',
  'video',
  'head',
  'link',
  'meta',
  'button',
  'input',
  'select',
  'textarea',
  'map',
  'dialog',
]);
const CHROME_TAGS = new Set(['nav', 'footer', 'header', 'aside', 'form', 'menu']);
const CHROME_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'alert',
]);
/** Words in a class or id, one or two in a row, that name furniture. */
const CHROME_NAMES =
  /(?:^|[\s_-])(?:breadcrumbs?|cookies?|cookie[-_]\w+|consent|gdpr|shar(?:e|ing)|social|skip(?:[-_]?(?:link|nav|to[-_]content))?|navbar|navigation|nav|menu|sidebar|side[-_]?bar|pagination|pager|newsletter|page[-_]?feedback|feedback|back[-_]to[-_]top|print[-_]?(?:link|page|button)|site[-_](?:header|footer|search)|search[-_]form|global[-_](?:header|footer)|footer|related[-_](?:content|links|pages|posts|items)|survey|phase[-_]banner|alert[-_]banner|cookie|toolbar|translate|read[-_]?speaker|browsealoud|addthis|addtoany|comment[-_]?(?:s|form|list)|mobile[-_]menu|quick[-_]?exit)(?:$|[\s_-])/;
const MAIN_NAMES =
  /(?:^|\s)(?:main|content|main[-_]?content|maincontent|page[-_]?content|entry[-_]content|post[-_]content|article[-_](?:body|content)|body[-_]?content|wysiwyg|cms[-_]content|field--name-body)(?:$|\s)/;

/** The element to read, and what was left out of it. */
export function mainOf(root: Root): { main: Element | Root; dropped: Dropped[] } {
  const body = find(root, (each) => each.tagName === 'body')[0] ?? root;
  const sizes = measure(root);
  const whole = sizeOf(sizes, body);
  const wanted = (each: Element) => sizeOf(sizes, each) > 120 || sizeOf(sizes, each) > whole / 3;
  const main =
    find(body, (each) => each.tagName === 'main' || role(each) === 'main').find(wanted) ??
    largest(
      find(body, (each) => each.tagName === 'article').filter((each) => sizeOf(sizes, each) > whole / 3),
      sizes,
    ) ??
    find(body, (each) => MAIN_NAMES.test(`${names(each)}`)).find((each) => sizeOf(sizes, each) > whole / 3) ??
    body;
  const dropped: Dropped[] = [];
  const title = find(root, (each) => each.tagName === 'h1')[0];
  // A heading that stands just outside the main element still belongs to the page.
  const outside = title && !contains(main, title) && title.position ? title : undefined;
  prune(main, sizes, sizeOf(sizes, main), dropped, 0);
  if (main !== body) noteOutside(body, main, outside, dropped);
  return {
    main: outside ? { type: 'root', children: [outside, ...('children' in main ? main.children : [])] as Root['children'] } : main,
    dropped,
  };
}

function prune(node: Element | Root, sizes: Sizes, whole: number, dropped: Dropped[], depth: number): void {
  node.children = node.children.filter((child) => {
    if (child.type === 'comment' || child.type === 'doctype') return false;
    if (child.type !== 'element') return true;
    if (NEVER.has(child.tagName)) return false;
    const furniture = isHidden(child) || isFurniture(child);
    if (furniture && !(sizeOf(sizes, child) > whole * 0.5 && depth < 12) && !holdsTitle(child)) {
      note(child, dropped);
      return false;
    }
    prune(child, sizes, whole, dropped, depth + 1);
    return true;
  });
}

function noteOutside(node: Nodes, main: Nodes, title: Element | undefined, dropped: Dropped[]): void {
  if (node === main || node === title || !('children' in node)) return;
  if (node.type === 'element' && NEVER.has(node.tagName)) return;
  if (node.type === 'element' && !contains(node, main) && !(title && contains(node, title))) return note(node, dropped);
  for (const child of node.children) {
    if (child.type === 'text' && child.value.trim())
      dropped.push({ line: child.position?.start.line ?? 1, text: words(child), why: 'boilerplate' });
    else noteOutside(child, main, title, dropped);
  }
}

function note(node: Element, dropped: Dropped[]): void {
  const text = words(node);
  if (text) dropped.push({ line: node.position?.start.line ?? 1, text, why: 'boilerplate' });
}

function isFurniture(node: Element): boolean {
  return CHROME_TAGS.has(node.tagName) || CHROME_ROLES.has(role(node)) || CHROME_NAMES.test(names(node));
}

function isHidden({ properties }: Element): boolean {
  const style = typeof properties['style'] === 'string' ? properties['style'] : '';
  return (
    properties['hidden'] === true ||
    properties['hidden'] === '' ||
    properties['ariaHidden'] === 'true' ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  );
}

function holdsTitle(node: Element): boolean {
  return find(node, (each) => each.tagName === 'h1').length > 0;
}

function role({ properties }: Element): string {
  return [properties['role']].flat().join(' ').toLowerCase();
}

function names({ properties }: Element): string {
  const list = [properties['className']].flat().filter(Boolean).join(' ');
  const id = typeof properties['id'] === 'string' ? properties['id'] : '';
  return `${list} ${id}`.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

type Sizes = Map<Nodes, number>;

/** How many characters of text each element holds; counted once, without recursion, for pages nested deeper than the stack. */
function measure(root: Root): Sizes {
  const sizes: Sizes = new Map();
  const order: Nodes[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    order.push(node);
    if ('children' in node && !(node.type === 'element' && NEVER.has(node.tagName))) for (const child of node.children) waiting.push(child);
  }
  for (const node of order.reverse()) {
    const own = node.type === 'text' ? node.value.trim().length : 0;
    sizes.set(node, 'children' in node ? node.children.reduce((sum, child) => sum + (sizes.get(child) ?? 0), 0) : own);
  }
  return sizes;
}

function sizeOf(sizes: Sizes, node: Nodes): number {
  return sizes.get(node) ?? 0;
}

function largest(nodes: Element[], sizes: Sizes): Element | undefined {
  return nodes.reduce<Element | undefined>((best, each) => (best && sizeOf(sizes, best) >= sizeOf(sizes, each) ? best : each), undefined);
}

function contains(node: Nodes, wanted: Nodes): boolean {
  return node === wanted || ('children' in node && node.children.some((child) => contains(child, wanted)));
}

/** Elements below a node for which `fits` holds, in the order of the page; of nested ones the outermost. */
export function find(node: Nodes, fits: (element: Element) => boolean): Element[] {
  if (node.type === 'element' && fits(node)) return [node];
  return 'children' in node ? node.children.flatMap((child) => find(child, fits)) : [];
}

/** The text of a node in one line. */
export function words(node: Nodes): string {
  const read = (each: Nodes): string => {
    if (each.type === 'text') return each.value;
    if (each.type === 'element' && NEVER.has(each.tagName)) return ' ';
    return 'children' in each ? ` ${each.children.map(read).join('')} ` : '';
  };
  return read(node).replace(/\s+/g, ' ').trim();
}
