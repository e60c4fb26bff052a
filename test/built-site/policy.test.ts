import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { openPage } from './open-page.ts';
import { attribute, linksOf, readPages, type SitePage } from './site-files.ts';

const browser = sharedBrowser();
let pages: SitePage[];
beforeAll(() => {
  pages = readPages(inject('folder'));
});

test('no page holds a script, a style or a handler of its own', () => {
  const found = pages.flatMap(({ file, elements }) =>
    elements.flatMap((element) => {
      const handlers = Object.keys(element.properties).filter((name) => /^(on[A-Z]|on[a-z]+$|style$|srcDoc$)/.test(name));
      const inline = element.tagName === 'style' || (element.tagName === 'script' && attribute(element, 'src') === null);
      const refresh = attribute(element, 'httpEquiv');
      const based = element.tagName === 'base';
      return [...handlers, ...(inline || based ? [element.tagName] : []), ...(refresh ? [refresh] : [])].map((what) => `${file} ${what}`);
    }),
  );
  expect(found).toEqual([]);
});

test('no page needs a file from elsewhere, and no link runs a script', () => {
  const ours = /^\/(?!\/)/;
  const found = pages.flatMap((page) =>
    linksOf(page)
      .filter(({ element, attribute: name, address }) => {
        if (/^\s*(javascript|data|vbscript):/i.test(address)) return true;
        const needed = !['a', 'link'].includes(element) && name !== 'cite';
        return needed && !ours.test(address);
      })
      .map(({ address }) => `${page.file} ${address}`),
  );
  const styles = pages.flatMap(({ file, elements }) =>
    elements
      .filter((element) => element.tagName === 'link' && /stylesheet|preload|icon|manifest/.test(attribute(element, 'rel') ?? ''))
      .filter((element) => !ours.test(attribute(element, 'href') ?? ''))
      .map((element) => `${file} ${attribute(element, 'href')}`),
  );
  expect([...found, ...styles]).toEqual([]);
});

test('every answer of the server carries the policy, also that there is nothing', async () => {
  for (const [address, status] of [
    ['/', 200],
    ['/data/disclosures.json', 200],
    ['/theme.css', 200],
    ['/nowhere/', 404],
  ] as const) {
    const response = await fetch(inject('origin') + address);
    expect(response.status, address).toBe(status);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy, address).toMatch(/^default-src 'none'; /);
    expect(policy, address).toContain("frame-ancestors 'none'");
    expect(policy, address).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy, address).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
    expect(response.headers.get('x-content-type-options'), address).toBe('nosniff');
  }
});

test('every script and style sheet with a hashed name says which bytes it is, and is these', () => {
  let counted = 0;
  for (const { file, elements } of pages)
    for (const element of elements) {
      const address = attribute(element, element.tagName === 'script' ? 'src' : 'href');
      const isNeeded = element.tagName === 'script' || attribute(element, 'rel') === 'stylesheet';
      if (!isNeeded || !address?.startsWith('/_astro/')) continue;
      const bytes = readFileSync(path.join(inject('folder'), address));
      const hash = createHash('sha256').update(bytes).digest('base64');
      expect(attribute(element, 'integrity'), `${file} ${address}`).toBe(`sha256-${hash}`);
      counted += 1;
    }
  expect(counted).toBeGreaterThan(pages.length);
});

test('a script that is not the one that the page says is not run', async () => {
  const context = await browser().newContext();
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.route('**/_astro/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'document.title = "Run"' }));
  await page.goto(`${inject('origin')}/search/`);
  expect(await page.title()).not.toBe('Run');
  expect(said.join()).toMatch(/integrity/);
  await context.close();
});

test('what the policy refuses is noticed', async () => {
  const { page, problems, close } = await openPage(browser(), '/about/');
  expect(problems).toEqual([]);
  await page.evaluate(() => {
    const handler = document.createElement('p');
    const style = document.createElement('p');
    style.setAttribute('style', 'color: red');
    document.body.append(handler, style);
    // Texts that would become a script: refused before they are one.
    const attempts = [
      () => document.createElement('script').append('document.title = "Run"'),
      () => (document.createElement('script').text = 'document.title = "Run"'),
      () => (document.body.innerHTML = '<img src="x" onerror="document.title = `Run`">'),
      () => handler.setAttribute('onclick', 'document.title = "Run"'),
      () => document.write('<p>Run</p>'),
    ];
    for (const attempt of attempts)
      try {
        attempt();
      } catch (error) {
        console.error(String(error));
      }
    handler.click();
  });
  expect(await page.title()).not.toBe('Run');
  await close();
  expect(problems.join('\n').match(/requires 'Trusted(?:Script|HTML)' assignment/g)?.length).toBeGreaterThanOrEqual(3);
  expect(problems.join('\n')).toMatch(/inline style/);
});
