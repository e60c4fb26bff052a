import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { decodeText } from '../../src/importers/decode.ts';
import { importPage } from '../../src/importers/import-page.ts';
import { readEntry } from '../../src/markdown/read-entry.ts';
import { readFixtures } from './fixtures.ts';

/* Pages that nobody would write: lines of all fixtures in any order, in any markup. Whatever comes, an entry is made that can be read. */

const lines = readFixtures()
  .filter(({ input }) => input.endsWith('.txt'))
  .flatMap(({ bytes }) => decodeText(bytes).split('\n'));
const line = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...lines) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

const escaped = (text: string) => text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const MARKUP = [
  '<p>1 2</p>',
  '<p><strong>1 2</strong></p>',
  '<h2>1 2</h2>',
  '<h3>1 2</h3>',
  '<ul><li>1</li><li>2</li></ul>',
  '<ol start="3"><li><p>1</p><ul><li>2</li></ul></li></ol>',
  '<table><tr><th>1</th><td>2</td></tr><tr><td>Reference</td><td>FOI 1234</td></tr></table>',
  '<dl><dt>1</dt><dd>2</dd></dl>',
  '<blockquote><p>1 2</p></blockquote>',
  '<div>1<br>2</div>',
  '<pre>1\n2</pre>',
];
const markup = fc.tuple(line, fc.constantFrom(...MARKUP)).map(([text, form]) => {
  const words = text.trim().split(' ');
  const [head, tail] = [words.slice(0, Math.ceil(words.length / 2)), words.slice(Math.ceil(words.length / 2))];
  return form.replace(/[12](?=[ <\n])/g, (place) => escaped((place === '1' ? head : tail).join(' ')));
});

function check(name: string, text: string): void {
  const { text: entry, record, body } = importPage(name, new TextEncoder().encode(text), { law: 'foia' });
  const { findings } = readEntry(entry, { law: 'foia', citationAddress: () => '/' });
  expect(findings.filter(({ severity }) => severity === 'block')).toEqual([]);
  expect(importPage(name, new TextEncoder().encode(text), { law: 'foia' }).text).toBe(entry);
  expect(record.guessed.every(({ because }) => because.trim() !== '')).toBe(true);
  expect(
    body.sections.every(({ parts }) => parts.every((part) => part.markdown.trim() !== '' || 'heading' in part || part.kind === 'question')),
  ).toBe(true);
}

describe('shuffled pages become entries with nothing wrong', () => {
  it('of text', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 3, maxLength: 40 }), fc.constantFrom('\n', '\n\n'), (all, between) =>
        check('a.txt', `Title\n${all.join(between)}`),
      ),
      { numRuns: 150, seed: 7 },
    );
  });
  it('of HTML', () => {
    fc.assert(
      fc.property(fc.array(markup, { minLength: 3, maxLength: 30 }), (all) => check('a.html', `<h1>Title (1234/21)</h1>${all.join('\n')}`)),
      { numRuns: 150, seed: 11 },
    );
  });
});
