import fc from 'fast-check';
import type { Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test, vi } from 'vitest';
import { readBlocks } from '../../src/markdown/plain-blocks.ts';

const library = unified()
  .data('micromarkExtensions', [gfmTable(), { disable: { null: ['codeIndented', 'setextUnderline'] } }])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .use(remarkParse)
  .freeze();
const parse = (markdown: string): Root => library.parse(markdown);

/** Lines as answers have them, and lines that are nearly so. */
const near = fc.constantFrom(
  'In 2023 the force held 12.5 records (see below).',
  'Ateb: nid yw’r wybodaeth gennym',
  '“Quoted” words',
  '## Response',
  '### Question 1',
  '#### Nothing #',
  '# ',
  '#no heading',
  '####### Seven',
  '1. How many?',
  '2. How much?',
  '3) How long?',
  '1.How',
  '12. How',
  '1. ',
  '1.',
  '2',
  '1.  Two blanks',
  '1. 2. Nested',
  '1. - Nested',
  '123456789. Nine',
  '1234567890. Ten',
  '   Indented by three',
  '    indented by four',
  '\ttab',
  'ends in a blank ',
  'ends in two  ',
  '- item',
  '+ item',
  '* item',
  '---',
  '===',
  '***',
  '> quoted',
  '>',
  '| a | b |',
  '| - | - |',
  'a | b',
  '-|-',
  ':-',
  'A *strong* word',
  'snake_case and __bold__',
  '`code` here',
  'https://foi.example/a_b',
  '[a]',
  'see [a] and [b](/c)',
  'R&D',
  'a &amp; b',
  'a \\* b',
  'a\\',
  '!',
  '![a](b.png)',
  '\u00a0hard blank\u00a0',
  '\u2028',
  'a\u2028# b',
  '\u{1F600} face',
  'Ünïcode',
  '\ud800',
  '',
  ' ',
  '  \t',
);
/** Lines that may reach into other blocks, and ends of lines from elsewhere. */
const far = fc.constantFrom('```', '~~~', '<div>', '<!-- c', 'a <b> c', '[a]: /b', '[a]:', 'nul \0', '\uFEFF', '\r\n', '\r');
const line = fc.oneof({ weight: 60, arbitrary: near }, { weight: 1, arbitrary: far });
const end = fc.constantFrom('\n', '\n', '\n\n', '\n\n', '\n \n', '\n\t\n\n', '');
const lines = fc.array(fc.tuple(line, end), { maxLength: 12 }).map((pairs) => pairs.flat().join(''));
const letters = fc.string({ unit: fc.constantFrom(...'aA1é (").,:;#*_-+=~`>|<[]\\&!\t\n\n\n  '), maxLength: 60 });

const row = fc
  .array(
    fc.constantFrom(
      ' a ',
      ' b c ',
      '  ',
      ' ',
      '',
      '12%',
      ' - ',
      ' £5 # ',
      ' --- ',
      ':-:',
      ' :-- ',
      ' 1. x',
      ' é',
      '\u00a0',
      ' a & b',
      ' ! ',
      ' \\| ',
    ),
    {
      maxLength: 3,
    },
  )
  .map((cells) => `|${cells.map((cell) => `${cell}|`).join('')}`);
const below = fc
  .array(fc.constantFrom(' --- ', '-', ':-:', ' --: ', ':--', ' - '), { maxLength: 3 })
  .map((cells) => `|${cells.map((cell) => `${cell}|`).join('')}`);
const around = fc.constantFrom('', '', '\n', '\n\n', '\n\n', 'a', '## b\n', 'a\n', '1. c\n\n', '> d\n', ' ');
const tables = fc
  .tuple(around, row, below, fc.array(row, { maxLength: 3 }), around, line)
  .map(([before, head, dashes, rows, after, more]) => [before + head, dashes, ...rows].join('\n') + after + more);

test.each([
  ['tables', tables],
  ['lines', lines],
  ['letters', letters],
])('texts made of %s are read as the library reads them, with every place', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(readBlocks(text, parse).children).toEqual(parse(text).children);
    }),
    { numRuns: 1500 },
  );
});

test('a plain answer is read without the library', () => {
  const asked = vi.fn(parse);
  const text =
    '## Request\n\n1. How many cars?\n2. How much did they cost?\n\n## Response\n### Question 1\n\nWe hold 12 cars;\n“none” is new.\n\n| a | b |\n| - | -: |\n| 1 |  |\n';
  expect(readBlocks(text, asked).children).toEqual(parse(text).children);
  expect(asked).not.toHaveBeenCalled();
});

test('only what is not plain goes to the library', () => {
  const asked = vi.fn(parse);
  const text = 'We hold this:\n\n- a *list*\n\n  of two\n- b\n\nNothing else.\n\na | b\n-|-\n\n## More\n> said';
  expect(readBlocks(text, asked).children).toEqual(parse(text).children);
  expect(asked.mock.calls).toEqual([['- a *list*\n\n  of two\n- b'], ['a | b\n-|-'], ['> said']]);
});

test.each([
  ['a long line', 'a '.repeat(500_000)],
  ['a long line that is not plain at its end', `${'a'.repeat(1_000_000)}*`],
  ['many lines', 'a\n'.repeat(200_000)],
  ['many questions', '1. a\n'.repeat(20_000)],
  ['a cell of blanks', `| a |\n| - |\n| a${' '.repeat(500_000)}b |`],
  ['a row of strokes', `| a |\n| - |\n${'| '.repeat(300_000)}`],
  ['dashes without end', `| a |\n|${'-'.repeat(500_000)} x |\n| a |`],
  ['lists and paragraphs by turns', '- a\n\nb\n\n'.repeat(1000)],
])('%s takes no longer than its length', (_, text) => {
  const started = performance.now();
  readBlocks(text, (markdown) => ({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: markdown }] }] }));
  expect(performance.now() - started).toBeLessThan(1000);
});
