import { globSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { openPage } from './open-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test('the home page opens under its content security policy, with nothing missing and nothing asked elsewhere', async () => {
  const { page, problems, close } = await openPage(browser, '/');
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.title()).not.toBe('');
  expect(problems).toEqual([]);
  await close();
});

test('every page opens on a narrow phone without a problem and without scrolling sideways', async () => {
  const addresses = globSync('**/index.html', { cwd: inject('folder') }).map(
    (file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
  );
  const { page, problems, go, close } = await openPage(browser, '/', { viewport: { width: 320, height: 640 } });
  const found: string[] = [];
  for (const address of addresses.sort()) {
    await go(address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) problems.push(`scrolls sideways: ${width} px wide in a window of 320 px`);
    found.push(...problems.splice(0).map((problem) => `${address} ${problem}`));
  }
  await close();
  expect(addresses.length).toBeGreaterThan(20);
  expect(found).toEqual([]);
});
