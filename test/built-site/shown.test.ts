import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { OUTCOME_IDS, OUTCOMES } from '../../src/model/outcomes.ts';
import { sharedBrowser } from './browser.ts';
import { openPage } from './open-page.ts';

const browser = sharedBrowser();

/** Every mark of an outcome on a page: its shape, the words beside it, its size, and its colour against the page. */
async function marksOf(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('main .mark')].map((mark) => {
      const path = mark.querySelector('path');
      const { width, height } = mark.getBoundingClientRect();
      const behind = [...ancestors(mark)]
        .map((element) => getComputedStyle(element).backgroundColor)
        .find((colour) => !/^rgba.*, 0\)$/.test(colour));
      return {
        shape: path?.getAttribute('d') ?? '',
        words: mark.closest('.outcome, dt, li, h1')?.textContent?.trim() ?? '',
        size: Math.min(width, height),
        fill: path ? getComputedStyle(path).fill : '',
        page: behind ?? '',
      };

      function* ancestors(element: Element): Generator<Element> {
        for (let each: Element | null = element; each; each = each.parentElement) yield each;
      }
    }),
  );
}

/** WCAG 2's contrast of two opaque colours as the browser states them. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('each outcome has a shape and words of its own, so that no colour is needed to tell it', async () => {
  const { page, close } = await openPage(browser(), '/outcomes/');
  const marks = await marksOf(page);
  await close();
  for (const outcome of OUTCOME_IDS) expect(marks.filter(({ words }) => words.includes(OUTCOMES[outcome].label))).toHaveLength(1);
  expect(new Set(marks.map(({ shape }) => shape)).size).toBe(OUTCOME_IDS.length);
});

test.each([
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const)('the marks of outcomes are seen in $colorScheme colours, forced: $forcedColors', async (options) => {
  const { page, go, close } = await openPage(browser(), '/outcomes/', options);
  for (const address of ['/outcomes/', '/disclosures/', '/disclosures/1042-26/']) {
    await go(address);
    const marks = await marksOf(page);
    expect(marks.length).toBeGreaterThan(8);
    for (const { words, size, fill, page: paper } of marks) {
      expect(contrast(fill, paper), `${address} ${words.slice(0, 60)} ${fill} on ${paper}`).toBeGreaterThanOrEqual(3);
      expect(size).toBeGreaterThanOrEqual(10);
    }
  }
  await close();
});

/** What of the text of every folded part is seen as the page is shown now, and how wide it is; but for the officer's, which is not for paper. */
async function folded(page: Page): Promise<{ words: string; seen: boolean; width: number }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('details:not(.again)')].flatMap((details) =>
      [...details.querySelectorAll('p')].map((part) => {
        const { width, height } = part.getBoundingClientRect();
        const seen = part.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && width > 0 && height > 0;
        return { words: part.textContent.trim().slice(0, 60), seen, width };
      }),
    ),
  );
}

/** The part of a page of A4 that the browser prints on, upright and lying, in CSS pixels. */
const PAPER = { upright: { width: 718, height: 1047 }, lying: { width: 1047, height: 718 } };

test.each(Object.entries(PAPER))(
  'reasons that are folded on screen are printed on %s paper, wide enough to be read',
  async (_, viewport) => {
    const { page, close } = await openPage(browser(), '/disclosures/1042-26/', { viewport });
    const onScreen = await folded(page);
    expect(onScreen.length).toBeGreaterThan(10);
    expect(onScreen.some(({ seen }) => seen)).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const printed = await folded(page);
    await close();
    expect(printed.filter(({ seen }) => !seen)).toEqual([]);
    expect(Math.min(...printed.map(({ width }) => width))).toBeGreaterThan(450);
  },
);

test.each([false, true])('an answer printed whole is a few pages, reasons among them, lying: %s', async (landscape) => {
  const { page, close } = await openPage(browser(), '/disclosures/1042-26/');
  const print = async () => pages(await page.pdf({ format: 'A4', landscape }));
  const closed = await print();
  expect(closed).toBeLessThan(20);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  expect(await print()).toBe(closed);
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => details.remove()));
  expect(await print()).toBeLessThan(closed);
  await close();
});

test('a printed answer says where it is published, and has nothing to press', async () => {
  const { page, close } = await openPage(browser(), '/disclosures/1042-26/', { viewport: PAPER.upright });
  await page.emulateMedia({ media: 'print' });
  const address = page.getByText('https://foi.northmoor.example/disclosures/1042-26/').first();
  expect(await address.isVisible()).toBe(true);
  for (const furniture of await page.locator('nav:not(.summary), form, .skip').all()) expect(await furniture.isVisible()).toBe(false);
  await close();
});

/** How many pages a PDF has. */
function pages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('the first key press shows a link past the furniture, and what has the focus has a ring', async () => {
  const { page, close } = await openPage(browser(), '/disclosures/1042-26/');
  await page.keyboard.press('Tab');
  const first = page.locator(':focus');
  expect(await first.getAttribute('href')).toBe('#main');
  expect((await first.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  for (let stop = 0; stop < 25; stop++) {
    const ring = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body;
      const outer = focused.closest('.ask-box') ?? focused;
      const seen = [focused, outer].map((element) => getComputedStyle(element));
      return seen.some(
        ({ outlineStyle, outlineWidth, boxShadow }) => (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      );
    });
    expect(ring, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120))).toBe(true);
    await page.keyboard.press('Tab');
  }
  await close();
});
