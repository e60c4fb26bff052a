import fc from 'fast-check';
import type { Root as HtmlRoot } from 'hast';
import type { RootContent } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test, vi } from 'vitest';
import { plainTree, writeHtml } from '../../src/markdown/plain-html.ts';

const toTree = unified().use(remarkRehype).use(rehypeSanitize).freeze();
const writer = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();
const write = (tree: HtmlRoot) => writer.stringify(tree);

const value = fc.string({
  unit: fc.constantFrom(...'aB1é&<>"\'`; #x\t \n\r\u00a0\u2028\u0001\ud83d', '\u{1F600}', '&amp;', '<b>'),
  maxLength: 20,
});
const words = value.map((value) => ({ type: 'text' as const, value }));
const inline = fc.array(fc.oneof({ weight: 4, arbitrary: words }, fc.constant({ type: 'break' as const })), { maxLength: 3 });
const children = fc.oneof(
  { weight: 4, arbitrary: words.map((each) => [each]) },
  inline,
  words.map((each) => [{ type: 'strong' as const, children: [each] }]),
);
const block: fc.Arbitrary<RootContent> = fc.oneof(
  { weight: 6, arbitrary: children.map((children) => ({ type: 'paragraph' as const, children })) },
  fc.tuple(fc.constantFrom(3, 4, 5, 6), children).map(([depth, children]) => ({ type: 'heading' as const, depth, children }) as const),
  words.map((each) => ({ type: 'blockquote' as const, children: [{ type: 'paragraph' as const, children: [each] }] })),
);

test('what is plain becomes the HTML that the libraries make of it', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(block, { maxLength: 3 }), (nodes) => {
      const byLibrary = toTree.runSync({ type: 'root', children: structuredClone(nodes) });
      const html = write(byLibrary);
      expect(writeHtml(byLibrary, write)).toBe(html);
      const tree = plainTree(nodes);
      if (!tree) return;
      plain += 1;
      expect(writeHtml(tree, write)).toBe(html);
      expect(write(tree)).toBe(html);
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(300);
});

test('only an element with more than words goes to the library', () => {
  const asked = vi.fn(write);
  const text = (value: string) => ({ type: 'text' as const, value });
  const link = { type: 'element' as const, tagName: 'a', properties: { href: '/' }, children: [text('b')] };
  const p = (...children: (typeof link | ReturnType<typeof text>)[]) => ({
    type: 'element' as const,
    tagName: 'p',
    properties: {},
    children,
  });
  expect(writeHtml({ type: 'root', children: [p(text('a & b')), text('\n'), p(link)] }, asked)).toBe(
    '<p>a &#x26; b</p>\n<p><a href="/">b</a></p>',
  );
  expect(asked).toHaveBeenCalledTimes(1);
});
