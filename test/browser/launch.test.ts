import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './launch.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 300_000);
afterAll(() => browser?.close());

test('a page renders and a click reaches it', async () => {
  const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
  await page.setContent(`<button type="button" onclick="this.textContent = 'Pressed'">Press</button>`);
  const { width, height } = (await page.getByRole('button').boundingBox()) ?? { width: 0, height: 0 };
  expect(width).toBeGreaterThan(20);
  expect(height).toBeGreaterThan(10);
  await page.getByRole('button', { name: 'Press' }).click();
  expect(await page.getByRole('button').textContent()).toBe('Pressed');
  await page.close();
});

test('letters are drawn, so there is a font', async () => {
  const page = await browser.newPage({ viewport: { width: 200, height: 100 } });
  await page.setContent('<body style="margin: 0; background: white"></body>');
  const blank = await page.screenshot();
  await page.setContent('<body style="margin: 0; background: white; color: black; font: 60px sans-serif">Ask</body>');
  expect((await page.screenshot()).equals(blank)).toBe(false);
  const widths = await page.evaluate(() => {
    const drawing = document.createElement('canvas').getContext('2d');
    if (!drawing) return [];
    drawing.font = '40px sans-serif';
    return ['iiii', 'mmmm'].map((text) => drawing.measureText(text).width);
  });
  expect(widths[1]).toBeGreaterThan(widths[0] ?? Infinity);
  await page.close();
});
