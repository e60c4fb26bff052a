import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../browser/serve-folder.ts';
import { sharedBrowser } from './browser.ts';
import { filesOf } from './site-files.ts';
import { buildLog, command, temporaryFolder, writeFiles } from './small-log.ts';

/*
 * Script in every place that a log can bring text from, and none of it runs: not even without the policy that a host sends, and with each page of the
 * site opened, every link that could be one read, and the search asked for all of it.
 */

/** Each would set `window.ran` in a page that took it for more than words. `…` stands for the script. */
const RUN = "window.ran=(window.ran||'')+'!'";
const TRICKS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `"><svg onload="${RUN}">`,
  `' onfocus='${RUN}' autofocus='`,
  `</script><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `--><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `<iframe srcdoc="<script>parent.${RUN.slice(7)}</script>">`,
  `<details open ontoggle="${RUN}">`,
  `<math><mtext></p><script>${RUN}</script>`,
  `<a href="javascript:${RUN}">lamp</a>`,
  `[lamp](javascript:${encodeURIComponent(RUN)})`,
  `[lamp](<java\tscript:${RUN.replace(/[()<>]/g, '')}>)`,
  `[lamp](data:text/html,<script>${encodeURIComponent(RUN)}</script>)`,
  `![lamp](x" onerror="${RUN})`,
  `<https://x.example/"onmouseover="${RUN}>`,
  '${' + RUN + '}',
  `{{constructor.constructor("${RUN}")()}}`,
  `{${RUN}}`,
  `<style>@import 'javascript:${RUN}';</style>`,
  `<base href="https://elsewhere.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button autofocus>lamp</button></form>`,
  `<object data="data:text/html,<script>parent.${RUN.slice(7)}</script>"></object>`,
  `\u2028<script>${RUN}</script>`,
  `<xmp><script>${RUN}</script></xmp>`,
];

const folder = temporaryFolder();
const browser = sharedBrowser();
let site: Awaited<ReturnType<typeof serveFolder>>;

/** As markdown that shows the text itself. */
const escaped = (text: string) => text.replace(/[\t\u2028]/g, ' ').replace(/[\\`*_{}[\]<>()#+!|&:.~-]/g, '\\$&');
const quoted = (text: string) => JSON.stringify(text.replace(/[\t\u2028]/g, ' '));

beforeAll(async () => {
  const fileName = (trick: string, nth: number) => `${trick.replace(/[/\\\0\n\t:*?|\u2028]/g, '_').slice(0, 90)} ${nth}.csv`;
  const entries = TRICKS.flatMap((trick, nth): [string, string][] => {
    const file = fileName(trick, nth);
    const head = [
      `title: ${quoted(`Lamps ${trick}`)}`,
      `reference: ${quoted(`L${nth}/26 ${trick}`)}`,
      `responded: 2026-01-${String(nth + 1).padStart(2, '0')}`,
      'outcome: granted',
      'topics: [tricks]',
      `department: ${quoted(trick)}`,
      `attachments:\n  - {file: ${quoted(file)}, title: ${quoted(trick)}}`,
    ];
    const said = escaped(trick);
    const body = `## Request\n\n1. How many lamps? ${said}\n2. Where?\n\n${said}\n\n## Response\n\n### Question 1\n\n> ${said}\n\n### Question 2\n\n| lamp | place |\n| --- | --- |\n| ${said} | here |\n\n\`\`\`\n${trick}\n\`\`\`\n`;
    return [
      [`log/disclosures/e${nth}/index.md`, `---\n${head.join('\n')}\n---\n${body}`],
      [`log/disclosures/e${nth}/${file}`, `lamp,${quoted(trick.replace(/^[=+@-]/, ' '))}\n`],
    ];
  });
  const [first = '', second = '', third = ''] = TRICKS;
  await writeFiles(folder(), {
    'log/log.yaml': `authority: ${quoted(`Fernhill ${first}`)}\nlaw: foia\ntopics: {tricks: ${quoted(`Tricks ${second}`)}}\ncontact: {email: foi@fernhill.example, address: ${quoted(third)}}\nlicence: {name: ${quoted(first)}, url: https://fernhill.example/}\nregulator: {name: ${quoted(second)}, url: https://regulator.example/}\n`,
    'log/pages/about.md': `---\ntitle: ${quoted(`About ${third}`)}\n---\n\n${TRICKS.map(escaped).join('\n\n')}\n`,
    ...Object.fromEntries(entries),
  });
});

beforeAll(async () => {
  await buildLog(folder(), 'site');
  site = await serveFolder(path.join(folder(), 'site'));
});
afterAll(() => site.close());

test('HTML and links that run, as they are in a text, stop the build', async () => {
  const written = (trick: string, nth: number): [string, string] => [
    `raw/disclosures/e${nth}/index.md`,
    `---\ntitle: Lamps\nreference: ${nth}/26\noutcome: granted\n---\n## Request\n\n${trick}\n\n## Response\n\nNine.\n`,
  ];
  const runs = TRICKS.filter((trick) => /^\W*<(?!https|\W)|<svg|\]\((?!x)/.test(trick));
  expect(runs.length).toBeGreaterThan(15);
  await writeFiles(folder(), {
    'raw/log.yaml': 'authority: Fernhill\nlaw: foia\ntopics: {roads: Roads}\n',
    ...Object.fromEntries(runs.map(written)),
  });
  const { code, note } = await command(folder(), ['build', '--log', 'raw', '--out', 'raw-site', '--cache', 'cache']);
  expect(code).toBe(1);
  for (const nth of runs.keys()) expect(note).toMatch(new RegExp(`e${nth}/index\\.md:8:\\d+ +error `));
});

test('no page of a log full of script runs any, with the policy off', async () => {
  const page = await browser().newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.origin) && !request.url().startsWith('data:font')) asked.push(request.url());
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  const pages = filesOf(path.join(folder(), 'site')).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(TRICKS.length);
  let shown = 0;
  for (const file of pages) {
    await page.goto(`${site.origin}/${encodeURI(file.replace(/index\.html$/, ''))}`);
    if ((await page.locator('main').innerText()).includes('window.ran')) shown += 1;
    const found = await page.evaluate(() => ({
      ran: (window as unknown as { ran?: string }).ran ?? null,
      handlers: [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().flatMap((name) => (name.startsWith('on') || name === 'srcdoc' ? [`${element.tagName} ${name}`] : [])),
      ),
      addresses: [...document.querySelectorAll('[href], [src], [action], [data]')].flatMap((element) =>
        ['href', 'src', 'action', 'data'].flatMap((name) => {
          const address = element.getAttribute(name);
          return address !== null && /^\s*(javascript|vbscript|data:text)/i.test(address) ? [address] : [];
        }),
      ),
      foreign: document.querySelectorAll('iframe, object, embed, base, style, meta[http-equiv]').length,
      scripts: [...document.scripts].filter((script) => !script.src && script.type !== 'application/ld+json').length,
    }));
    expect({ file, ...found }).toEqual({ file, ran: null, handlers: [], addresses: [], foreign: 0, scripts: 0 });
  }
  // The words of it are there to be read.
  expect(shown).toBeGreaterThan(TRICKS.length);
  expect(asked).toEqual([]);
  await page.close();
});

test('what the search shows of it, and what is asked of it, are words', async () => {
  const page = await browser().newPage();
  for (const [nth, trick] of TRICKS.entries()) {
    await page.goto(`${site.origin}/search/?q=${encodeURIComponent(`lamps ${trick}`)}`);
    await page.locator('#search-heading:not([hidden])').waitFor();
    await page.waitForFunction(() => /answer/i.test(document.getElementById('search-heading')?.textContent ?? ''));
    const { ran, foreign } = await page.evaluate(() => ({
      ran: (window as unknown as { ran?: string }).ran ?? null,
      foreign: document.querySelectorAll('#search iframe, #search object, #search img, #search svg[onload], #search script').length,
    }));
    expect({ nth, ran, foreign }).toEqual({ nth, ran: null, foreign: 0 });
  }
  expect(await page.locator('#search-results li').count()).toBeGreaterThan(0);
  await page.close();
});
