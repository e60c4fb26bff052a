import type { ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { inlineText } from './block.ts';

/** Addresses a link may keep; any other link keeps its words only. */
const SAFE = /^(?:https?:|mailto:|tel:)/i;

type OnLink = (name: string, href: string, line: number) => void;

/**
 * Inline HTML → inline markdown: text, bold, emphasis, line breaks and links; everything else keeps its words. Space is collapsed as
 * a browser does it.
 */
export function inlineOf(nodes: readonly ElementContent[], onLink: OnLink): PhrasingContent[] {
  return collapse(nodes.flatMap((node) => convert(node, onLink)));
}

function convert(node: ElementContent, onLink: OnLink): PhrasingContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, ' ') }];
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  if (tagName === 'br') return [{ type: 'break' }];
  if (tagName === 'img') {
    const alt = properties['alt'];
    return typeof alt === 'string' && alt.trim() ? [{ type: 'text', value: alt.trim() }] : [];
  }
  const inner = node.children.flatMap((child) => convert(child, onLink));
  if (inner.length === 0) return [];
  const href = properties['href'];
  if (tagName === 'a' && typeof href === 'string') {
    const name = inlineText(inner).replace(/\s+/g, ' ').trim();
    if (name) onLink(name, href, node.position?.start.line ?? 1);
    const url = resolve(href);
    return url && name ? [{ type: 'link', url, children: withoutBreaks(inner) }] : inner;
  }
  if (tagName === 'strong' || tagName === 'b') return wrap('strong', inner);
  if (tagName === 'em' || tagName === 'i' || tagName === 'cite') return wrap('emphasis', inner);
  if (/^(?:p|div|li|td|dd|dt|section|h[1-6])$/.test(tagName)) return [{ type: 'break' }, ...inner, { type: 'break' }];
  return inner;
}

/** Emphasis around words only: markdown cannot hold a space or a line break at its edge. */
function wrap(type: 'strong' | 'emphasis', inner: PhrasingContent[]): PhrasingContent[] {
  const lines: PhrasingContent[] = [];
  let run: PhrasingContent[] = [];
  const flush = () => {
    const text = inlineText(run);
    const words = trimInline(run);
    if (words.length > 0) {
      const plain = words.flatMap((each) => (each.type === type ? each.children : [each]));
      if (/^\s/.test(text)) lines.push({ type: 'text', value: ' ' });
      lines.push({ type, children: plain });
      if (/\s$/.test(text)) lines.push({ type: 'text', value: ' ' });
    } else if (text) lines.push({ type: 'text', value: ' ' });
    run = [];
  };
  for (const each of inner) {
    if (each.type === 'break') {
      flush();
      lines.push(each);
    } else run.push(each);
  }
  flush();
  return lines;
}

function withoutBreaks(nodes: PhrasingContent[]): PhrasingContent[] {
  const flat = nodes.map((each): PhrasingContent => (each.type === 'break' ? { type: 'text', value: ' ' } : each));
  return trimInline(flat.flatMap((each) => (each.type === 'link' ? each.children : [each])));
}

/** A link without a scheme is kept as it stands: whether it leads to a file beside the page is known only later (see `settleLinks`). */
function resolve(href: string): string | null {
  const trimmed = href.trim();
  if (SAFE.test(trimmed)) return URL.canParse(trimmed) ? trimmed : null;
  return trimmed === '' || trimmed.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? null : trimmed;
}

/** One space between words, none at the ends of a line. */
function collapse(nodes: PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const before = out.at(-1);
    if (node.type === 'text' && before?.type === 'text') before.value = (before.value + node.value).replace(/\s+/g, ' ');
    else if (node.type === 'text' && before && /\s$/.test(inlineText([before]))) {
      const value = node.value.trimStart();
      if (value) out.push({ ...node, value });
    } else if (node.type === 'text') out.push({ ...node });
    else if ((node.type === 'strong' || node.type === 'emphasis') && before?.type === node.type) before.children.push(...node.children);
    else out.push(node);
  }
  return out;
}

/** Without space and breaks at either end. */
export function trimInline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...nodes];
  const blank = (node: PhrasingContent | undefined) =>
    node !== undefined && (node.type === 'break' || (node.type === 'text' && !node.value.trim()));
  while (blank(kept[0])) kept.shift();
  while (blank(kept.at(-1))) kept.pop();
  const [first, last] = [kept[0], kept.at(-1)];
  if (first?.type === 'text') kept[0] = { ...first, value: first.value.trimStart() };
  if (last?.type === 'text')
    kept[kept.length - 1] = { ...last, value: (kept.length === 1 && kept[0]?.type === 'text' ? kept[0].value : last.value).trimEnd() };
  return kept;
}

/** Cut at line breaks; `tight` where a single break stood before it. */
export function splitLines(nodes: readonly PhrasingContent[]): { inline: PhrasingContent[]; tight: boolean }[] {
  const lines: { inline: PhrasingContent[]; tight: boolean }[] = [];
  let run: PhrasingContent[] = [];
  let breaks = 2;
  const flush = () => {
    const inline = trimInline(run);
    if (inline.length > 0) {
      lines.push({ inline, tight: breaks === 1 });
      breaks = 0;
    }
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'break') {
      flush();
      breaks++;
    } else run.push(node);
  }
  flush();
  return lines;
}
