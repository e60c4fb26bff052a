import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** Nothing but the page: no sandbox (containers), no graphics card, nothing that asks the network by itself. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of the machine, headless. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, env } = await findBrowser();
  return chromium.launch({ executablePath: executable, args: FLAGS, env: { ...process.env, ...env } });
}
