import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { openPage } from './open-page.ts';

const browser = sharedBrowser();

/** The words of what has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.replace(/\s+/g, ' ').trim() ?? '');

/** Presses Tab until something has the focus whose words begin so; at most 80 times. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (words.test(here)) return;
    passed.push(here);
  }
  throw new Error(`Tab never reached ${String(words)}, only: ${passed.map((words) => words.slice(0, 30)).join(' | ')}`);
}

const heading = (page: Page) => page.locator('#search-heading');
const answered = (page: Page, says: RegExp) => page.locator('#search-heading', { hasText: says }).waitFor({ timeout: 15_000 });

describe('searching with the keyboard alone', () => {
  test('from the top of the page to a filtered, sorted result, and back', async () => {
    const { page, problems, close } = await openPage(browser(), '/search/', { viewport: { width: 1280, height: 900 } });
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Skip/);
    for (let pressed = 0; pressed < 20; pressed++) {
      if (await page.evaluate(() => document.activeElement?.id === 'search-q')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('police vehicles');
    await page.keyboard.press('Enter');
    await answered(page, /“police vehicles”/);
    await page.waitForFunction(() => document.activeElement?.id === 'search-heading');
    const all = await heading(page).textContent();

    // A filter leads to the results, which stand under their heading.
    await page.locator('#search-q').focus();
    await tabTo(page, /^Roads and traffic/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/topic=/);
    await page.waitForFunction(() => document.activeElement?.id === 'search-heading');

    // Sorting keeps its place.
    await tabTo(page, /^Oldest$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=oldest/);
    await page.locator('#sort-oldest[aria-current=true]').waitFor();
    expect(await focused(page)).toBe('Oldest');
    expect(await page.locator('#search-status').textContent()).toContain('Sorted by Oldest');
    const days = await page.locator('.result time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
    expect(days).toEqual([...days].sort());

    await tabTo(page, /^Remove all|^Remove Topic/).catch(() => page.locator('#search-chosen a').first().focus());
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !location.search.includes('topic='));
    await answered(page, new RegExp(`^${all?.split(' ')[0]} `));
    await page.goBack();
    await page.waitForURL(/topic=/);
    expect(problems).toEqual([]);
    await close();
  });

  test('no letter does anything outside the box', async () => {
    const { page, close } = await openPage(browser(), '/search/?q=dogs');
    await answered(page, /“dogs”/);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const key of '/sk?gjnp') await page.keyboard.press(key);
    await page.waitForTimeout(200);
    expect(page.url()).toMatch(/\/search\/\?q=dogs$/);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await close();
  });
});

describe('what is read out', () => {
  test('is the number of results, once, after a pause in typing', async () => {
    const { page, close } = await openPage(browser(), '/search/');
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const status = document.getElementById('search-status') as HTMLElement;
      new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    });
    await page.locator('#search-q').pressSequentially('speed cameras', { delay: 60 });
    await answered(page, /“speed cameras”/);
    await page.waitForTimeout(1600);
    const said = (await page.evaluate(() => (window as unknown as { said: string[] }).said)).filter(Boolean);
    expect(said).toEqual([await heading(page).textContent()]);
    await close();
  });
});

describe('the page of a result', () => {
  test('has the words found marked, without a change to its markup, until they are cleared', async () => {
    const { page, problems, close } = await openPage(browser(), '/search/?q=overtime+cost');
    await answered(page, /overtime/);
    await page.locator('.result-question a').first().click();
    await page.waitForURL(/\/disclosures\/[^/]+\/#question-/);
    const marks = () =>
      page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString().toLowerCase()));
    const button = page.getByRole('button', { name: 'Clear the marks' });
    await button.waitFor();
    expect([...new Set(await marks())]).toEqual(expect.arrayContaining(['overtime', 'cost']));
    expect(await page.locator('article mark').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');

    await page.reload();
    await button.waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await marks()).toEqual([]);
    await page.reload();
    await page.waitForTimeout(300);
    expect(await button.count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('reached in another way has none', async () => {
    const { page, close } = await openPage(browser(), '/disclosures/807-26/');
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await page.locator('.marks-bar').count()).toBe(0);
    await close();
  });
});

describe('a search that arrives by its address', () => {
  test.each([360, 1280])('moves nothing on the page, at %i px', async (width) => {
    const { page, go, close } = await openPage(browser(), '/data/', { viewport: { width, height: 800 } });
    await page.addInitScript(() => {
      const shifts = { sum: 0 };
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
          if (!entry.hadRecentInput) shifts.sum += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await go('/search/?q=drones');
    await answered(page, /“drones”/);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)).toBeLessThan(0.01);
    await close();
  });

  test('keeps to 320 px at 400 % zoom', async () => {
    const { page, close } = await openPage(browser(), '/search/?q=police&topic=environment', { viewport: { width: 320, height: 256 } });
    await answered(page, /“police”/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await close();
  });
});
