/*
 * node bench/deploys.ts: searches in a browser while deploys swap the site underneath: none may fail. Pages stay open across deploys, and are opened anew
 * only now and then, as people do; each deploy adds an answer, changes one or takes one back.
 *
 *   node bench/deploys.ts                                    1,000 searches, 20 deploys
 *   node bench/deploys.ts --searches 100 --deploys 4
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { serveFolder } from '../src/cli/static-server.ts';
import { launchBrowser } from '../test/browser/launch.ts';

const PROJECT = path.join(import.meta.dirname, '..');
const WORDS = ['lamps', 'horses', 'drones', 'bridges', 'gritting', 'allotments', 'parking', 'sirens', 'ponds', 'ledgers'];
/** Pages that are open at once, and searches after which one is opened anew. */
const OPEN = 4;
const STAYS = 40;

const { values } = parseArgs({ options: { searches: { type: 'string', default: '1000' }, deploys: { type: 'string', default: '20' } } });
const place = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-deploys-'));
const site = path.join(place, 'site');
try {
  await cp(path.join(PROJECT, 'content/pages'), path.join(place, 'log/pages'), { recursive: true });
  await writeFile(path.join(place, 'log/log.yaml'), 'authority: Fernhill Council\nlaw: foia\ntopics: {roads: Roads}\n');
  for (let number = 1; number <= 60; number++) await writeEntry(number, 'We hold some.');
  await build();
  const server = await serveFolder(site, { port: 0 });
  const browser = await launchBrowser();
  let done = 0;
  let stopped = false;
  const failures: string[] = [];
  const searches = Number(values.searches);
  const deploys = Number(values.deploys);

  const person = async () => {
    const page = await browser.newPage();
    for (let own = 0; done < searches; own++) {
      if (own % STAYS === 0) await page.goto(`${server.address}search/`);
      const number = done++;
      const word = WORDS[number % WORDS.length] ?? '';
      const said = await search(page, `${word} ${number % 7 === 0 ? 'hold' : ''}`.trim());
      if (!/answer/.test(said)) failures.push(`${word}: ${said}`);
    }
  };
  const deploying = async () => {
    let made = 0;
    for (; made < deploys && !stopped; made++) {
      if (made % 3 === 0) await writeEntry(100 + made, 'We hold some more.');
      else if (made % 3 === 1) await writeEntry(made, `We hold ${made} now.`);
      else await writeEntry(made + 20, 'Taken back.', 'status: withdrawn\nwithdrawn: {date: 2026-10-01, reason: mistake}\n');
      await build();
    }
    return made;
  };
  const started = performance.now();
  const deployed = deploying();
  await Promise.all(Array.from({ length: OPEN }, person));
  stopped = true;
  const made = await deployed;
  const seconds = (performance.now() - started) / 1000;
  console.log(`${done} searches while ${made} deploys took each other's place, in ${seconds.toFixed(0)} s: ${failures.length} failed`);
  for (const failure of failures.slice(0, 10)) console.log(`  ${failure}`);
  if (failures.length > 0) process.exitCode = 1;
  await browser.close();
  await server.close();
} finally {
  await rm(place, { recursive: true, force: true });
}

/** Types a query; what the heading of the results then says. */
async function search(page: Page, query: string): Promise<string> {
  await page.locator('#search-q').fill('');
  await page.locator('#search-q').fill(query);
  const said = await page
    .waitForFunction(
      (words) => {
        const heading = document.getElementById('search-heading');
        const text = heading?.hidden ? '' : (heading?.textContent ?? '');
        return text.includes(`“${words}”`) || document.querySelector('#search-notes button') ? text : null;
      },
      query,
      { timeout: 15_000 },
    )
    .then(
      (handle) => handle.jsonValue(),
      () => 'nothing after 15 s',
    );
  // A person reads before the next.
  await page.waitForTimeout(150 + Math.random() * 150);
  return said ?? '';
}

async function writeEntry(number: number, answer: string, more = ''): Promise<void> {
  const folder = path.join(place, 'log/disclosures', `${number}-26`);
  await mkdir(folder, { recursive: true });
  const word = WORDS[number % WORDS.length] ?? '';
  const head = `title: ${word} ${number}\nreference: ${number}/26\nresponded: 2026-02-${String((number % 28) + 1).padStart(2, '0')}\noutcome: granted\ntopics: [roads]\n${more}`;
  await writeFile(path.join(folder, 'index.md'), `---\n${head}---\n## Request\n\nHow many ${word}?\n\n## Response\n\n${answer}\n`);
}

function build(): Promise<void> {
  const args = ['build', '--log', path.join(place, 'log'), '--out', site, '--cache', path.join(place, 'cache'), '--keep-previous'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(PROJECT, 'src/cli/bin.js'), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}
