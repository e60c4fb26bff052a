import { chromium, type Browser, type BrowserServer } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** Nothing but the page: no sandbox (containers), no graphics card, nothing that asks the network by itself. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of the machine, headless. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}

/** The same browser for several processes: each connects to its `wsEndpoint()`. The caller closes it. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer(await launchOptions());
}

async function launchOptions() {
  const { executable, env } = await findBrowser();
  return { executablePath: executable, args: FLAGS, env: { ...process.env, ...env } };
}
