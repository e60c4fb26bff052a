import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAnyYaml, parseYaml, type Yaml } from '../../src/markdown/front-matter.ts';
import { readPlainYaml } from '../../src/markdown/plain-yaml.ts';

const USUAL = [
  'title: Smart glasses, and what they cost (in £)',
  'reference: 1629A/22',
  'publishAfter: 2022-09-01T09:00',
  "department: 'People: Services'",
  'topics: [digital-forensics, vehicles]',
  'exemptions: [24(2), {law: eir, provision: 12(4)(b)}]',
  'questions:',
  '  - {number: "1", outcome: not-held}',
  '  - {number: "7", outcome: ncnd, exemptions: ["24(2)", 31(3)]}',
  'attachments:',
  '  - {file: response.pdf, title: Response letter, kind: response-letter}',
  'related: [825/23]',
].join('\n');

const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'constructor', 'toString', 'null', 'true', 'y') },
  fc.constantFrom('__proto__', 'a-b', '"a"', '?', '12', 'é', '<<'),
);
const words = [
  ...['a', 'b c', 'null', 'true', '~', '12', '1e3', '0x1F', '2022-01-02', '09:00', 'a:b', 'a: b', 'a :b', 'a:', ':a', 'a::b', 'http://x/y'],
  ...[
    'a #b',
    'a#b',
    '#a',
    '- a',
    '-a',
    '-',
    '? a',
    '?',
    '& a',
    '*a',
    '!a',
    '|',
    '>',
    '>-',
    '%a',
    '@a',
    '`a`',
    "it's",
    'say "so"',
    '“a”',
    '£5',
  ],
  ...[
    '"a"',
    '"a b "',
    '""',
    "''",
    '"a\\"b"',
    '"a\\nb"',
    "'it''s'",
    "'a' b",
    '"a"b',
    '"a',
    "'a",
    'a, b',
    'a]',
    'a}',
    '[',
    '{',
    'é',
    '\u{1F600}',
  ],
  ...[
    '(a)',
    'a  b',
    'a ',
    'a\tb',
    'a\u00a0b',
    '\u00a0',
    '\uFEFF',
    '\u2028',
    '\u0085',
    '\u0007',
    '\ud800',
    '<<',
    '...',
    '---',
    'a\r',
    '=',
    '',
  ],
];
const word = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('a', 'b c', '12(4)(b)', '09:00', '"a: b "') }, fc.constantFrom(...words));
const blanks = fc.constantFrom('', '', '', ' ', '  ');
const { inBrackets } = fc.letrec<{ inBrackets: string }>((tie) => ({
  inBrackets: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    word,
    fc
      .array(fc.tuple(blanks, tie('inBrackets'), blanks), { maxLength: 3 })
      .map((items) => `[${items.map((each) => each.join('')).join(',')}]`),
    fc
      .array(fc.tuple(blanks, key, fc.constantFrom(': ', ': ', ':  ', ':'), tie('inBrackets'), blanks), {
        maxLength: 3,
      })
      .map((items) => `{${items.map((each) => each.join('')).join(',')}}`),
  ),
}));
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(key, fc.constantFrom(': ', ': ', ':  ', ':'), inBrackets).map((each) => each.join('')),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('  - ', '  - ', '   - ', '- ', '  -', ' - - '), inBrackets).map((each) => each.join('')),
  },
  { weight: 2, arbitrary: key.map((key) => `${key}:`) },
  fc.tuple(fc.constantFrom('  ', '', '\t', '# '), word).map((each) => each.join('')),
);
const lines = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom('', '', '\n', ' '))
  .map(([all, end]) => all.join('\n') + end);
const one = fc.tuple(key, inBrackets).map(([key, value]) => `${key}: ${value}`);
const list = fc
  .array(inBrackets, { minLength: 1, maxLength: 3 })
  .map((items) => `a:\n${items.map((item) => `  - ${item}`).join('\n')}\nb: c`);
/** What is usual, with a few characters changed. */
const nearly = fc
  .array(fc.tuple(fc.nat(USUAL.length), fc.nat(3), fc.constantFrom(...' \n\t:,-#"\'[]{}&*!|>%@`?a1é\r\u00a0', ': ', '\n  ', '\n- ', '')), {
    maxLength: 2,
  })
  .map((changes) => changes.reduce((text, [at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone), USUAL));

const steps = fc.array(fc.oneof(fc.constantFrom<PropertyKey>('a', 'b', 'constructor', 'questions', 'attachments', 'file'), fc.nat(2)), {
  maxLength: 4,
});

/** Every path of a value, with those that lead a step too far. */
function pathsIn(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const own = below.flatMap(([key, each]) => pathsIn(each, [...path, Array.isArray(value) ? Number(key) : key]));
  return [path, [...path, 7], [...path, 'nowhere'], ...own];
}

function expectSame(plain: Yaml, library: Yaml, paths: PropertyKey[][]): void {
  expect(library.findings).toEqual([]);
  expect(plain.value).toEqual(library.value);
  expect(JSON.stringify(plain.value)).toBe(JSON.stringify(library.value));
  for (const path of [...paths, ...pathsIn(library.value)])
    for (const key of [undefined, 'a', 'b', 'title', 'number', 'nowhere'])
      expect(plain.place(path, key), `${path.join('.')} ${key}`).toEqual(library.place(path, key));
}

test.each([
  ['lines', lines, 2000, 0.005],
  ['one line', one, 3000, 0.05],
  ['a list', list, 3000, 0.05],
  ['usual front matter with a few characters changed', nearly, 300, 0.2],
] as const)('what is read of %s is what the library reads, with every place', (_, texts, numRuns, share) => {
  let [read, all] = [0, 0];
  fc.assert(
    fc.property(texts, fc.array(steps, { maxLength: 3 }), (text, paths) => {
      all += 1;
      const plain = readPlainYaml(text, 2);
      if (!plain) return;
      read += 1;
      expectSame(plain, parseAnyYaml(text, 2), paths);
    }),
    { numRuns },
  );
  expect(read / all).toBeGreaterThan(share);
});

test('usual front matter is read without the library', () => {
  const plain = readPlainYaml(USUAL, 2);
  expect(plain?.place(['questions', 1, 'exemptions', 0])).toEqual({ line: 10, column: 47 });
  expect(parseYaml(USUAL, 2).value).toEqual(plain?.value);
});

test.each([
  ['a key twice', 'a: b\na: c'],
  ['a comment', 'a: b # c'],
  ['an alias', 'a: *b'],
  ['an anchor', 'a: &b c'],
  ['a tag', 'a: !b c'],
  ['a value over two lines', 'a: b\n  c'],
  ['a key that is a word of the language', '__proto__: a'],
  ['nothing', ''],
  ['brackets in brackets without end', `a: ${'['.repeat(50_000)}`],
  ['braces in braces without end', `a: ${'{a: '.repeat(10_000)}`],
])('%s is left to the library', (_, text) => {
  expect(readPlainYaml(text, 2)).toBeNull();
});
