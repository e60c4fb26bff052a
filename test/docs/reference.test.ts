import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reference } from '../../docs/write-reference.ts';

test('docs/reference.md says what the code does (npm run docs writes it anew)', async () => {
  const written = await readFile(path.join(import.meta.dirname, '../../docs/reference.md'), 'utf8');
  expect(written).toBe(await reference());
});
