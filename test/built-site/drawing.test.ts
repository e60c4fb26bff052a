import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('routes with many pages are drawn without a request for each, and show the same', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'draw-all.ts')]);
  const { quick, isText, isSame } = JSON.parse(stdout) as { quick: string[]; isText: boolean; isSame: boolean };
  expect(isText).toBe(true);
  expect(isSame).toBe(true);
  expect(quick.sort()).toEqual(
    [
      '[page]',
      'disclosures/[...page]',
      'disclosures/[slug]',
      'exemptions/[exemption]/[...page]',
      'outcomes/[outcome]/[...page]',
      'topics/[topic]/[...page]',
      'years/[year]/[...page]',
    ].map((route) => `src/pages/${route}.astro`),
  );
});
