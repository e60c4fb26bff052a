import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, inject, test } from 'vitest';
import { filesOf } from './site-files.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // A checksum guards a file on somebody else's server. All files of the site come from where the page comes from (see links.test.ts).
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
);

test('every page is valid HTML', async () => {
  const folder = inject('folder');
  const pages = filesOf(folder).filter((file) => file.endsWith('.html'));
  const found: string[] = [];
  for (const file of pages) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const { results } = await validator.validateString(text, file);
    for (const { line, offset, ruleId, message } of results.flatMap(({ messages }) => messages))
      found.push(`${file}:${line}  ${message} [${ruleId}]  ${text.slice(Math.max(0, offset - 40), offset + 80)}`);
  }
  expect(found).toEqual([]);
  expect(pages.length).toBeGreaterThan(100);
});

test('what is wrong in a page is found', async () => {
  const { results } = await validator.validateString(
    '<!DOCTYPE html><html><body><p><div id="a"></div><i id="a"></i></p></body></html>',
    'x.html',
  );
  const rules = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  expect(rules).toEqual(expect.arrayContaining(['no-dup-id', 'element-required-attributes', 'close-order']));
});
