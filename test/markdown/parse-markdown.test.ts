import fc from 'fast-check';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';

/** The same syntax, which always looks for a table. */
const always = unified()
  .data('micromarkExtensions', [gfmTable(), { disable: { null: ['codeIndented', 'setextUnderline'] } }])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .use(remarkParse);

const mark = fc.constantFrom(
  '|',
  '-',
  ':',
  '>',
  ' ',
  '\t',
  '\n',
  '\r',
  '\n\n',
  '\\',
  '1. ',
  '- ',
  '#',
  'a',
  '*b*',
  '`',
  '\u2028',
  '[a]: /b',
);

test('a text is read the same whether a table is looked for or not', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 30 }), (marks) => {
      const text = marks.join('');
      expect(parseMarkdown(text).children).toEqual(always.parse(text).children);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['| a |\n| - |', true],
  ['a | b\n--|--\n1 | 2', true],
  ['a\n:-', true],
  ['> a|b\n> -|-', true],
  ['> a|b\n>\t-|-\r\n', true],
  ['- a|b\n  -|-', true],
  ['1. > a|b\n   > :-|-:', true],
  ['\uFEFFa|b\r-|-\r', true],
  ['a | b', false],
  ['a\n---', false],
])('%j holds a table: %s', (text, isTable) => {
  expect(JSON.stringify(parseMarkdown(text)).includes('"table"')).toBe(isTable);
});

test('a long line of marks takes no longer than its length', () => {
  const started = performance.now();
  parseMarkdown(`${'|'.repeat(50_000)}x\n${'> '.repeat(200)}${'-'.repeat(50_000)}x`);
  expect(performance.now() - started).toBeLessThan(1000);
});
