import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../browser/launch.ts';
import { openPage, type OpenPage } from './open-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Opens the search page and waits until it has said what it found. */
async function search(query: string): Promise<OpenPage> {
  const opened = await openPage(browser, `/search/${query}`);
  await found(opened.page);
  return opened;
}

/** The line above the results, once it is there and, where given, says this. */
async function found(page: Page, says: string | RegExp = /^(?!Searching)./): Promise<string> {
  const heading = page.locator('#search-heading', { hasText: says });
  await heading.waitFor({ timeout: 10_000 });
  return (await heading.textContent()) ?? '';
}

describe('the search page', () => {
  test('loads nothing of the index before a person turns to the box', async () => {
    const { page, problems, close } = await openPage(browser, '/search/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await page.locator('#search-q').focus();
    await page.waitForRequest(/log\.bin/);
    expect(problems).toEqual([]);
    await close();
  });

  test('shows an address with a query: title, reference, outcome, day, the passage marked, the question with its anchor', async () => {
    const { page, problems, close } = await search('?q=drones');
    const first = page.locator('.result').first();
    expect(await first.locator('h3').textContent()).toBe('Police drones');
    expect(await first.textContent()).toMatch(/15 October 2026.*1042\/26.*Some information provided/s);
    expect(await first.locator('mark').count()).toBeGreaterThan(0);
    const questions = page.locator('.result-question a');
    for (const address of await questions.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))) {
      const [, slug = '', id = ''] = /^\/disclosures\/([^/]+)\/#(.+)$/.exec(address) ?? [];
      expect(readFileSync(path.join(inject('folder'), 'disclosures', slug, 'index.html'), 'utf8')).toContain(`id="${id}"`);
    }
    expect(problems).toEqual([]);
    await close();
  });

  test('keeps every state in the address: facets add up, back and forward and reload go through them', async () => {
    const { page, problems, close } = await search('?q=police');
    const all = await found(page);
    await page.locator('#facet-outcome a').first().click();
    const some = await found(page, /^(?!.*$)|answer/);
    await page.waitForURL(/outcome=/);
    expect(await page.locator('#search-heading').evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.goBack();
    await found(page, all);
    await page.goForward();
    await page.waitForURL(/outcome=/);
    await page.reload();
    await found(page);
    expect(some).toMatch(/answer/);
    expect(await page.locator('#search-chosen li').count()).toBe(1);
    await page.locator('#search-chosen a').first().click();
    expect(await found(page, all)).toBe(all);
    expect(new URL(page.url()).search).toBe('?q=police');
    expect(problems).toEqual([]);
    await close();
  });

  test('says when nothing is found, offers the lists, and lets a filter be removed', async () => {
    const { page, problems, close } = await search('?q=zzzxqv&topic=roads');
    expect(await found(page)).toBe('No answers for “zzzxqv”');
    expect(await page.locator('#search-browse').isVisible()).toBe(true);
    expect(await page.locator('#search-chosen a').count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  test('takes markup in a query for words', async () => {
    const query = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { page, problems, close } = await search(`?q=${encodeURIComponent(query)}`);
    expect(await found(page)).toContain(query);
    expect(await page.locator('#search img, #search-heading script').count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('says honestly that the index cannot be loaded', async () => {
    const { page, close } = await openPage(browser, '/search/');
    await page.route(/metas\.bin$/, (route) => route.fulfill({ status: 404 }));
    await page.locator('#search-q').fill('drones');
    expect(await found(page)).toContain('could not be loaded');
    expect(await page.locator('#search-browse').isVisible()).toBe(true);
    await close();
  });

  test('answers Enter that was pressed before the search was there, and leads to the results', async () => {
    const { page, problems, close } = await openPage(browser, '/search/');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/_astro\/search\..*js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('#search-q').fill('drones');
    await page.keyboard.press('Enter');
    release();
    expect(await found(page, /drones/)).toMatch(/^\d+ answers/);
    await page.waitForFunction(() => document.activeElement?.id === 'search-heading');
    expect(new URL(page.url()).search).toBe('?q=drones');
    expect(problems).toEqual([]);
    await close();
  });

  test('says honestly that its script cannot be loaded, and tries again', async () => {
    const { page, close } = await openPage(browser, '/search/');
    await page.route(/_astro\/search\..*js$/, (route) => route.fulfill({ status: 503 }));
    await page.locator('#search-q').fill('drones');
    await page.keyboard.press('Enter');
    expect(await found(page)).toContain('could not be loaded');
    expect(await page.locator('#search-browse').isVisible()).toBe(true);
    await page.unroute(/_astro\/search\..*js$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await found(page, /drones/)).toMatch(/^\d+ answers/);
    expect(new URL(page.url()).search).toBe('?q=drones');
    await close();
  });

  test('offers the lists without JavaScript, and says so', async () => {
    const { page, close } = await openPage(browser, '/search/?q=drones', { javaScriptEnabled: false });
    expect(await page.locator('#search-browse a').count()).toBeGreaterThan(20);
    expect(await page.locator('noscript').isVisible()).toBe(true);
    await close();
  });
});
