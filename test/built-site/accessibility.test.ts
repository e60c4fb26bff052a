import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { KINDS_OF_PAGE } from './kinds-of-page.ts';
import { openPage } from './open-page.ts';

const browser = sharedBrowser();

/** Every rule that is on by default, best practices among them, and those of WCAG 2.2 AA that are off by default. */
const EVERYTHING: RunOptions = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] };

/** What axe finds in a page as it is shown now: each rule, and where. */
async function found(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(options),
    EVERYTHING,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id} (${help}): ${target.join(' ')}  ${html.slice(0, 120)}`),
  );
}

const WIDTHS = [360, 1280];
const SCHEMES = ['light', 'dark'] as const;

async function everyView(page: Page): Promise<string[]> {
  const all: string[] = [];
  await page.evaluate(axe.source);
  // What is folded is looked at too.
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      all.push(...(await found(page)).map((problem) => `${width} px, ${colorScheme}: ${problem}`));
    }
  }
  return all;
}

test.each(Object.entries(KINDS_OF_PAGE))('axe finds nothing in %s at 360 and 1280 px, light and dark', async (_, address) => {
  const { page, problems, close } = await openPage(browser(), address);
  const all = await everyView(page);
  await close();
  expect([...problems, ...all]).toEqual([]);
});

test('axe finds what is wrong in a page', async () => {
  const { page, close } = await openPage(browser(), '/about/');
  await page.evaluate(() => {
    const image = document.createElement('img');
    const words = document.createElement('p');
    words.textContent = 'Too pale to read';
    words.className = 'note';
    document.querySelector('main')?.append(image, words);
    (document.styleSheets[0] as CSSStyleSheet).insertRule('.note { color: #ccc !important; }');
  });
  const all = await everyView(page);
  await close();
  expect(all.join('\n')).toMatch(/image-alt/);
  expect(all.join('\n')).toMatch(/color-contrast/);
});
