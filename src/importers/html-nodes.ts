import type { Element, ElementContent } from 'hast';

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table ul'.split(
    ' ',
  ),
);

/** The marker of the nth item of a list of a kind: `3.`, `c)`, `iii)`. */
export function numeral(number: number, type: unknown): string {
  const letter = String.fromCharCode(96 + ((number - 1) % 26) + 1);
  if (type === 'a') return `${letter})`;
  if (type === 'A') return `${letter.toUpperCase()})`;
  if (type === 'i' || type === 'I') return `${roman(number)})`;
  return `${number}.`;
}

function roman(number: number): string {
  const steps: [number, string][] = [
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let [left, text] = [Math.min(number, 39), ''];
  for (const [worth, sign] of steps) for (; left >= worth; left -= worth) text += sign;
  return text;
}

/** Elements of a name below a node; not those of a table within it. */
export function elements(node: Element, tagName: string): Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element'
      ? []
      : child.tagName === tagName
        ? [child]
        : tagName !== 'table' && child.tagName === 'table'
          ? []
          : elements(child, tagName),
  );
}

/** True for what stands on lines of its own: a block, or anything around one. */
export function holdsBlocks(node: Element): boolean {
  return (
    BLOCKS.has(node.tagName) ||
    (!/^(?:a|abbr|b|bdi|bdo|br|code|em|i|img|label|mark|q|s|small|strong|sub|sup|time|u)$/.test(node.tagName) &&
      node.children.some((child) => child.type === 'element' && holdsBlocks(child)))
  );
}

/** The text of an element as it stands, a line break for each `<br>`. */
export function textOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? (child.tagName === 'br' ? '\n' : textOf(child)) : ''))
    .join('');
}

/** The line of the source on which a node begins. */
export function lineOf(node: ElementContent): number {
  return node.position?.start.line ?? 1;
}
