/* npm run look: pictures of pages, for people who change how they look. */
import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from './launch.ts';
import { serveFolder } from './serve-folder.ts';

const USAGE = `npm run look -- PAGE… [options]

  PAGE            an address (http://…), a page of the built site (/disclosures/920a-21/),
                  or a file or folder on disk (dist/index.html)
  --site DIR      the built site that /pages are of (default dist)
  --width LIST    widths in pixels (default 360,1280)
  --dark          dark colours, beside light ones
  --forced        forced colours, beside the others
  --no-script     with JavaScript off
  --print         as printed: a picture at the width of A4, and a PDF
  --fold          only what is seen without scrolling
  --wait MS       wait this long before the picture
  --out DIR       where the pictures go (default .cache/look)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: 'string', default: 'dist' },
    width: { type: 'string', default: '360,1280' },
    dark: { type: 'boolean', default: false },
    forced: { type: 'boolean', default: false },
    'no-script': { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    fold: { type: 'boolean', default: false },
    wait: { type: 'string', default: '0' },
    out: { type: 'string', default: '.cache/look' },
    help: { type: 'boolean', default: false },
  },
});

/** One picture: how the page is shown, and what that is called in the file name. */
interface View {
  name: string;
  options: BrowserContextOptions;
  print?: boolean;
}

if (values.help || positionals.length === 0) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  await look(positionals);
}

async function look(pages: string[]): Promise<void> {
  await mkdir(values.out, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const page of pages) await lookAt(browser, page);
  } finally {
    await browser.close();
  }
}

async function lookAt(browser: Browser, page: string): Promise<void> {
  if (/^https?:/.test(page)) return take(browser, page, page.replace(/^https?:\/\/[^/]*/, ''));
  const { folder, address } = onDisk(page);
  const server = await serveFolder(folder);
  try {
    await take(browser, server.origin + address, address);
  } finally {
    await server.close();
  }
}

/** The served folder and the address in it: the outermost folder around a file that has an index.html is the site. */
function onDisk(page: string): { folder: string; address: string } {
  const isPageOfSite = page.startsWith('/') && (page === '/' || !existsSync(page.replace(/[?#].*/, '')));
  if (isPageOfSite) {
    if (!existsSync(values.site)) throw new Error(`${values.site} does not exist. Build the site first, or name its folder with --site.`);
    return { folder: values.site, address: page };
  }
  const [, file = page, query = ''] = /^([^?#]*)(.*)$/.exec(page) ?? [];
  const place = path.resolve(file);
  if (!existsSync(place))
    throw new Error(`${file} does not exist. Expected an address, a file, or a page of ${values.site} that begins with /.`);
  const isFolder = statSync(place).isDirectory();
  let folder = isFolder ? place : path.dirname(place);
  for (let up = folder; up !== path.dirname(up); up = path.dirname(up)) if (existsSync(path.join(up, 'index.html'))) folder = up;
  const inside = path.relative(folder, place).split(path.sep).join('/');
  return { folder, address: `/${inside}${isFolder && inside ? '/' : ''}${query}` };
}

function views(): View[] {
  const schemes: View[] = [{ name: '', options: {} }];
  if (values.dark) schemes.push({ name: '-dark', options: { colorScheme: 'dark' } });
  if (values.forced) schemes.push({ name: '-forced', options: { forcedColors: 'active' } });
  const screens: View[] = values.width
    .split(',')
    .map(Number)
    .flatMap((width) =>
      schemes.map(({ name, options }) => ({
        name: `${width}${name}`,
        options: { ...options, viewport: { width, height: width < 700 ? 740 : 900 } },
      })),
    );
  return values.print ? [...screens, { name: 'print', options: { viewport: { width: 794, height: 1123 } }, print: true }] : screens;
}

async function take(browser: Browser, address: string, name: string): Promise<void> {
  const stem = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'home';
  for (const view of views()) {
    const context = await browser.newContext({ ...view.options, javaScriptEnabled: !values['no-script'], reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log(`  script error: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && console.log(`  console: ${message.text()}`));
    page.on('response', (response) => response.status() >= 400 && console.log(`  ${response.status()} ${response.url()}`));
    await page.goto(address, { waitUntil: 'networkidle' });
    if (view.print) await page.emulateMedia({ media: 'print' });
    await page.waitForTimeout(Number(values.wait));
    const file = path.join(values.out, `${stem}-${view.name}`);
    await page.screenshot({ path: `${file}.png`, fullPage: !values.fold });
    console.log(`${file}.png`);
    if (view.print) {
      await page.pdf({ path: `${file}.pdf`, format: 'A4', preferCSSPageSize: true });
      console.log(`${file}.pdf`);
    }
    const { content, window } = await page
      .evaluate('({ content: document.documentElement.scrollWidth, window: innerWidth })')
      .then((widths) => widths as { content: number; window: number });
    if (content > window && !view.print) console.log(`  scrolls sideways: the page is ${content} px wide in a window of ${window} px`);
    await context.close();
  }
}
