import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import axe, { type AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { openPage, type OpenPage } from './open-page.ts';

const browser = sharedBrowser();

const HORSES =
  'Hello, my daughter is doing a school project about working animals. How many horses do you have, what are they called, and what does it cost to feed and stable one for a year?';
const ELSEWHERE = 'When does the recycling centre on the ring road open on bank holidays, and may I bring plasterboard and old paint?';

/** Everything that a page asked its host or another for. */
function requestsOf(page: Page): { address: string; method: string; body: string | null }[] {
  const asked: { address: string; method: string; body: string | null }[] = [];
  page.on('request', (request) => asked.push({ address: request.url(), method: request.method(), body: request.postData() }));
  return asked;
}

describe('the page', () => {
  const open = (): Promise<OpenPage> => openPage(browser(), '/already-answered/');

  test('loads nothing before a person turns to the box', async () => {
    const { page, close } = await open();
    const asked = requestsOf(page);
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await page.locator('#asked-text').focus();
    await page.waitForRequest(/log\.bin/);
    await close();
  });

  test('shows the answer that is near: title, reference, day, outcome, question with its anchor, passage', async () => {
    const { page, problems, close } = await open();
    await page.getByLabel('What you would like to ask').fill(HORSES);
    const first = page.locator('#asked-list .result').first();
    await first.waitFor();
    expect(await first.locator('h3').textContent()).toMatch(/^Police horses/);
    expect(await first.textContent()).toMatch(/606\/24.*Information not held/s);
    expect(await first.locator('time').getAttribute('datetime')).toMatch(/^2024-\d\d-\d\d$/);
    const [title, question] = await first.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(title).toBe('/disclosures/606-24/');
    expect(question).toMatch(/^\/disclosures\/606-24\/#question-\d$/);
    expect(readFileSync(path.join(inject('folder'), 'disclosures/606-24/index.html'), 'utf8')).toContain(`id="${question?.split('#')[1]}"`);
    expect(await first.locator('.result-passage').textContent()).not.toBe('');
    expect(await page.locator('#asked-list .result').count()).toBeLessThanOrEqual(3);
    expect(problems).toEqual([]);
    await close();
  });

  test('says it once, politely, and leaves the focus where it is', async () => {
    const { page, problems, close } = await open();
    const box = page.locator('#asked-text');
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(document.getElementById('asked-status')?.textContent ?? '')).observe(
        document.getElementById('asked-status') as HTMLElement,
        { childList: true, characterData: true, subtree: true },
      );
    });
    await box.fill(HORSES);
    await page.locator('#asked-list .result').first().waitFor();
    await box.pressSequentially(' Thank you very much.');
    await page.waitForTimeout(1200);
    expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toEqual([
      '1 published answer is near to what you ask.',
    ]);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('#asked-status').getAttribute('role')).toBe('status');
    expect(problems).toEqual([]);
    await close();
  });

  test('says plainly that nothing is near, and how to ask', async () => {
    const { page, problems, close } = await open();
    await page.locator('#asked-text').fill(ELSEWHERE);
    await page.getByText('No published answer is near').waitFor();
    expect(await page.locator('#asked-list .result').count()).toBe(0);
    expect(await page.getByRole('main').getByRole('link', { name: 'How to ask for information' }).getAttribute('href')).toBe(
      '/how-to-ask/',
    );
    expect(problems).toEqual([]);
    await close();
  });

  test('has nothing that axe finds, with answers shown, light and dark', async () => {
    const { page, problems, close } = await open();
    await page
      .locator('#asked-text')
      .fill('How many people were stopped and searched, by ethnicity, and how many strip searches of children were there?');
    await page.locator('#asked-list .result').first().waitFor();
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() => (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run());
      problems.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme} ${id} ${html}`)));
    }
    expect(problems).toEqual([]);
    await close();
  });

  test('sends nothing of what is written', async () => {
    const { page, problems, close } = await open();
    const asked = requestsOf(page);
    await page.locator('#asked-text').fill(HORSES);
    await page.locator('#asked-list .result').first().waitFor();
    expect(asked.length).toBeGreaterThan(3);
    for (const { address, method, body } of asked) {
      expect([method, body]).toEqual(['GET', null]);
      expect(decodeURIComponent(address).replace(/\?ts=\d+$/, '')).not.toMatch(/horse|daughter|stable|\?/i);
    }
    expect(new URL(page.url()).search).toBe('');
    expect(problems).toEqual([]);
    await close();
  });

  test('works with the keyboard alone, and opens answers beside what is being written', async () => {
    const { page, problems, close } = await open();
    for (let step = 0; step < 30; step++) {
      await page.keyboard.press('Tab');
      if (await page.locator('#asked-text').evaluate((element) => element === document.activeElement)) break;
    }
    await page.keyboard.type(HORSES);
    await page.locator('#asked-list .result').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Police horses (opens in a new tab)');
    const [tab] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
    await tab.waitForLoadState();
    expect(new URL(tab.url()).pathname).toBe('/disclosures/606-24/');
    expect(await tab.evaluate(() => window.opener === null)).toBe(true);
    expect(await page.locator('#asked-text').inputValue()).toBe(HORSES);
    expect(problems).toEqual([]);
    await close();
  });

  test('takes markup in the text for words', async () => {
    const { page, problems, close } = await open();
    await page
      .locator('#asked-text')
      .fill(`<img src=x onerror=alert(1)><script>alert(2)</script> "><b>${HORSES}</b> {question} \${n} “quoted`);
    await page.locator('#asked-list .result').first().waitFor();
    expect(await page.locator('#asked img, #asked script, #asked b').count()).toBe(0);
    expect(problems).toEqual([]);
    await close();
  });

  test('says so when the index cannot be had, and keeps the text', async () => {
    const { page, close } = await open();
    await page.route(/log\.bin$/, (route) => route.fulfill({ status: 404 }));
    await page.locator('#asked-text').fill(HORSES);
    await page.getByText('could not be looked through').waitFor();
    expect(await page.locator('#asked-text').inputValue()).toBe(HORSES);
    await page.unroute(/log\.bin$/);
    await page.locator('#asked-text').press('End');
    await page.locator('#asked-text').pressSequentially(' Thanks.');
    await page.locator('#asked-list .result').first().waitFor();
    await close();
  });

  test('says without JavaScript what it needs, and leads to search and lists', async () => {
    const { page, problems, close } = await openPage(browser(), '/already-answered/', { javaScriptEnabled: false });
    const without = page.locator('noscript');
    expect(await without.isVisible()).toBe(true);
    expect(await page.getByRole('main').getByRole('link', { name: 'Search the answers' }).isVisible()).toBe(true);
    expect(await page.getByRole('main').getByRole('link', { name: 'All answers' }).isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });
});

describe('the element in another site’s request form', () => {
  /** The other site: one page with a form, under a policy that names the log's host only where docs/already-answered.md says so. */
  let site: { origin: string; close: () => void };
  /** Whether the page says where the log is; else a host that nobody answers at. */
  let isDown = false;
  beforeAll(async () => {
    const server = createServer((request, response) => {
      const log = isDown ? 'http://localhost:9' : inject('origin');
      response.setHeader('content-type', request.url === '/' ? 'text/html; charset=utf-8' : 'text/plain');
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${log} 'wasm-unsafe-eval'; connect-src ${log}; style-src 'self'; form-action 'self'; base-uri 'none'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
      );
      response.end(
        request.url === '/'
          ? `<!doctype html><html lang="en"><title>Make a request</title><link rel="icon" href="data:,"><script type="module" src="${log}/embed/already-answered.js"></script>
<main><h1>Make a request</h1><form action="/sent" method="get"><label for="request">Your request</label><textarea id="request" name="request"></textarea>
<already-answered for="request" heading-level="2"></already-answered><button>Send</button></form></main></html>`
          : 'Sent',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    site = { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
  });
  afterAll(() => site.close());

  async function openForm(): Promise<{ page: Page; problems: string[]; asked: string[]; close: () => Promise<void> }> {
    const page = await browser().newPage();
    const problems: string[] = [];
    const asked: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.origin);
    return { page, problems, asked, close: () => page.close() };
  }

  test('suggests answers across origins under a strict policy, and loads nothing before its field is turned to', async () => {
    const { page, problems, asked, close } = await openForm();
    await page.waitForTimeout(300);
    expect(asked.filter((address) => /search\/index-|run-embed|\.json/.test(address))).toEqual([]);
    await page.getByLabel('Your request').fill(HORSES);
    const link = page.getByRole('link', { name: 'Police horses (opens in a new tab)' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${inject('origin')}/disclosures/606-24/`);
    expect(await page.getByRole('heading', { name: 'Already published', level: 2 }).isVisible()).toBe(true);
    expect(await page.getByRole('status').textContent()).toBe('1 published answer is near to what you ask.');
    expect(await page.getByRole('listitem').count()).toBe(1);
    expect(await page.getByLabel('Your request').evaluate((element) => element === document.activeElement)).toBe(true);
    const hosts = new Set(asked.map((address) => new URL(address).origin));
    expect([...hosts].sort()).toEqual([site.origin, inject('origin')].sort());
    expect(problems).toEqual([]);
    await close();
  });

  test('shows and says nothing where nothing is near, and its list goes when the text does', async () => {
    const { page, problems, close } = await openForm();
    await page.getByLabel('Your request').fill(ELSEWHERE);
    await page.waitForRequest(/words-/);
    await page.waitForTimeout(800);
    expect(await page.getByRole('status').textContent()).toBe('');
    expect(await page.getByRole('link').count()).toBe(0);
    await page.getByLabel('Your request').fill(HORSES);
    await page.getByRole('link').first().waitFor();
    await page.getByLabel('Your request').fill('');
    await page.getByRole('link').first().waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
    await close();
  });

  test('leaves the form as it is while the log cannot be reached', async () => {
    isDown = true;
    const { page, close } = await openForm();
    isDown = false;
    await page.getByLabel('Your request').fill(HORSES);
    await page.waitForTimeout(800);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/\/sent\?request=Hello/);
    await close();
  });

  test('leaves the form as it is when the index breaks off, without a word in the console of its own', async () => {
    const { page, problems, close } = await openForm();
    await page.route(/search\/index-/, (route) => route.abort());
    await page.getByLabel('Your request').fill(HORSES);
    await page.waitForTimeout(900);
    expect(await page.getByRole('link').count()).toBe(0);
    expect(problems.filter((problem) => !/ERR_FAILED/.test(problem))).toEqual([]);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL(/\/sent\?request=Hello/);
    await close();
  });
});

describe('an answer', () => {
  test('has a paragraph for the officer, folded, and a button that copies it', async () => {
    const { page, problems, close } = await openPage(browser(), '/disclosures/1042-26/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByText('For officers').click();
    const again = page.locator('.again');
    const text = (await again.locator('.citation').textContent())?.trim() ?? '';
    expect(text).toMatch(
      /section 21 of the Freedom of Information Act 2000\..*1042\/26.*https:\/\/foi\.northmoor\.example\/disclosures\/1042-26\/$/s,
    );
    await again.getByRole('button', { name: 'Copy' }).click();
    await again.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    expect(problems).toEqual([]);
    await close();
  });

  test('marks the text where the browser does not let a page copy', async () => {
    const { page, problems, close } = await openPage(browser(), '/disclosures/606-24/');
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy' }).first().click();
    await page.getByText('Marked for you to copy').waitFor();
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toMatch(/^Northmoor Constabulary, ‘Police horses’/);
    expect(problems).toEqual([]);
    await close();
  });

  test('has neither of them on paper', async () => {
    const { page, close } = await openPage(browser(), '/disclosures/1042-26/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.again').isVisible()).toBe(false);
    expect(await page.locator('.copy-line').first().isVisible()).toBe(false);
    expect(await page.locator('.citation').first().isVisible()).toBe(true);
    await close();
  });

  test('has no button without JavaScript', async () => {
    const { page, close } = await openPage(browser(), '/disclosures/606-24/', { javaScriptEnabled: false });
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
    expect(await page.locator('.citation').first().isVisible()).toBe(true);
    await close();
  });

  test('is never said to be accessible where nothing was given', () => {
    const page = (slug: string) => readFileSync(path.join(inject('folder'), 'disclosures', slug, 'index.html'), 'utf8');
    for (const slug of ['112-26', '340-26', '81-25']) expect(page(slug), slug).not.toMatch(/section 21 of the/);
    expect(page('112-26')).toContain('Our answer is published.');
    expect(page('675-26')).toContain('regulation 6(1)(b) of the Environmental Information Regulations 2004');
  });
});

test('every page tells the browser of the search, and the description is served as what it is', async () => {
  for (const file of ['index.html', 'disclosures/606-24/index.html', 'search/index.html', '404.html'])
    expect(readFileSync(path.join(inject('folder'), file), 'utf8')).toContain(
      '<link rel="search" href="/opensearch.xml" type="application/opensearchdescription+xml" title="Northmoor">',
    );
  const response = await fetch(`${inject('origin')}/opensearch.xml`);
  expect(response.headers.get('content-type')).toMatch(/^application\/opensearchdescription\+xml/);
  expect(await response.text()).toContain('template="https://foi.northmoor.example/search/?q={searchTerms}"');
});
