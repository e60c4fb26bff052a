import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { policyInPage } from '../../src/site/hosts/github-pages.ts';
import { serveFolder } from '../browser/serve-folder.ts';
import { sharedBrowser } from './browser.ts';
import { attribute, filesOf, readPages } from './site-files.ts';
import { buildLog, temporaryFolder, writeFiles } from './small-log.ts';

const folder = temporaryFolder();
const browser = sharedBrowser();
let server: Awaited<ReturnType<typeof serveFolder>>;
const site = () => path.join(folder(), 'site');

describe('a site for GitHub Pages, which sends no headers', () => {
  beforeAll(async () => {
    await writeFiles(folder(), {
      'log/log.yaml':
        'authority: Fernhill Council\nlaw: foia\nsite: https://fernhill.example\ntopics: {roads: Roads}\nhosts: [github-pages]\nsecurity: {contact: mailto:a@fernhill.example, expires: 2099-01-01}\n',
      'log/disclosures/lamps/index.md':
        '---\ntitle: Street lamps\nreference: A 1/24\nresponded: 2024-03-20\noutcome: granted\nredirectFrom: [/old/lamps]\n---\n## Request\n\nHow many lamps?\n\n## Response\n\nTwelve.\n',
    });
    await buildLog(folder(), 'site');
    server = await serveFolder(site());
  });
  afterAll(() => server.close());

  test('states the policy in each page, and lets only those that search run WebAssembly', () => {
    const pages = readPages(site()).filter(({ file }) => file !== 'old/lamps/index.html');
    for (const { file, elements } of pages) {
      const [policy, ...others] = elements.filter((element) => attribute(element, 'httpEquiv') === 'Content-Security-Policy');
      expect(others, file).toEqual([]);
      const searches = ['search/index.html', 'already-answered/index.html'].includes(file);
      expect(policy && attribute(policy, 'content'), file).toBe(policyInPage(searches));
    }
    expect(pages.length).toBeGreaterThan(20);
  });

  test('has the files of this host alone', () => {
    expect(filesOf(site())).toEqual(expect.arrayContaining(['.nojekyll', '.well-known/security.txt', 'old/lamps/index.html']));
    expect(filesOf(site()).filter((file) => /^(?:_headers|_redirects|web\.config|\.htaccess|staticwebapp)/.test(file))).toEqual([]);
    expect([...new Set(filesOf(`${site()}-hosts`).map((file) => file.split('/')[0]))].sort()).toEqual([
      'github-pages',
      'policy.json',
      'upload-order.txt',
    ]);
    expect(readFileSync(path.join(site(), '.well-known/security.txt'), 'utf8')).toMatch(
      /^Contact: mailto:a@fernhill.example\nExpires: 2099-01-01T/,
    );
  });

  test('leads an old address to its answer, and finds it by searching', async () => {
    const page = await browser().newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${server.origin}/old/lamps/`);
    await page.waitForURL('**/disclosures/a-1-24/');
    await page.goto(`${server.origin}/search/?q=lamps`);
    await page
      .locator('#search-results')
      .getByRole('link', { name: /Street lamps/ })
      .first()
      .waitFor();
    expect(problems).toEqual([]);
    await page.close();
  });
});
