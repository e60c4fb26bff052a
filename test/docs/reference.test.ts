import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reference, rules } from '../../docs/write-reference.ts';

test.each([
  ['reference.md', reference],
  ['rules.md', rules],
])('docs/%s says what the code does (npm run docs writes it anew)', async (file, write) => {
  const written = await readFile(path.join(import.meta.dirname, '../../docs', file), 'utf8');
  expect(written).toBe(await write());
});
