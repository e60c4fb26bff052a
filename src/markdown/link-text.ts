import type { Element, ElementContent, Root, Text } from 'hast';
import { findCitations } from '../model/citations.ts';
import { describeProvision } from '../model/provisions.ts';
import type { RenderOptions } from './render-part.ts';

/** A stretch of a block's text that becomes a link. */
interface Span {
  start: number;
  end: number;
  href: string;
  title?: string;
}

const BLOCKS = new Set(['p', 'li', 'td', 'th', 'blockquote']);
const CLOSED = new Set(['a', 'code', 'pre', 'h2', 'h3', 'h4', 'h5', 'h6']);
const WEB_ADDRESS = /\bhttps?:\/\/[^\s<>"“”‘’]+/g;

/**
 * Links the web addresses in the text, and the first mention of each provision whose law is certain. Works on the text of whole blocks, so
 * that "section 93(4) of the *Police Act 1997*" is seen with what follows it. Quotations are somebody else's words: no citation there.
 * @param citations how to read and where to lead citations; `null` where they are not the authority's (the request)
 */
export function linkText(tree: Root, citations: RenderOptions | null): void {
  const seen = new Set<string>();
  const walk = (parent: Root | Element, quoted: boolean) => {
    for (const child of parent.children) {
      if (child.type !== 'element' || CLOSED.has(child.tagName)) continue;
      const inQuote = quoted || child.tagName === 'blockquote';
      if (BLOCKS.has(child.tagName)) linkBlock(child, inQuote ? null : citations, seen);
      walk(child, inQuote);
    }
  };
  walk(tree, false);
}

function linkBlock(block: Element, citations: RenderOptions | null, seen: Set<string>): void {
  const texts = textsOf(block);
  const whole = texts.map(({ node }) => node.value).join('');
  if (!/\d|:\/\//.test(whole)) return;
  const spans = [...webAddresses(whole), ...(citations ? provisions(whole, citations, seen) : [])].sort((a, b) => a.start - b.start);
  let offset = 0;
  for (const { node, parent } of texts) {
    const [from, to] = [offset, offset + node.value.length];
    offset = to;
    const inside = spans.filter(({ start, end }, index) => start >= from && end <= to && start >= (spans[index - 1]?.end ?? 0));
    if (inside.length > 0) parent.children.splice(parent.children.indexOf(node), 1, ...split(node.value, inside, from));
  }
}

/** The text nodes of a block, without those of blocks, links and code inside it. */
function textsOf(block: Element): { node: Text; parent: Element }[] {
  return block.children.flatMap((child) => {
    if (child.type === 'text') return [{ node: child, parent: block }];
    if (child.type !== 'element' || BLOCKS.has(child.tagName) || CLOSED.has(child.tagName)) return [];
    return textsOf(child);
  });
}

function webAddresses(text: string): Span[] {
  return [...text.matchAll(WEB_ADDRESS)].flatMap((match) => {
    let address = match[0].replace(/[.,;:!?]+$/, '');
    // A closing bracket belongs to the sentence unless the address opened it.
    while (/[)\]]$/.test(address) && count(address, /[([]/g) < count(address, /[)\]]/g))
      address = address.slice(0, -1).replace(/[.,;:!?]+$/, '');
    return URL.canParse(address) ? [{ start: match.index, end: match.index + address.length, href: address }] : [];
  });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function provisions(text: string, options: RenderOptions, seen: Set<string>): Span[] {
  return findCitations(text, { law: options.law }).flatMap(({ law, provision, start, end }) => {
    const key = `${law} ${provision}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ start, end, href: options.citationAddress({ law, provision }), title: describeProvision({ law, provision }) }];
  });
}

function split(text: string, spans: Span[], offset: number): ElementContent[] {
  const nodes: ElementContent[] = [];
  let at = 0;
  for (const { start, end, href, title } of spans) {
    if (start - offset > at) nodes.push({ type: 'text', value: text.slice(at, start - offset) });
    const properties = title === undefined ? { href } : { href, title };
    nodes.push({
      type: 'element',
      tagName: 'a',
      properties,
      children: [{ type: 'text', value: text.slice(start - offset, end - offset) }],
    });
    at = end - offset;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}
