import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** A page of the built site, and what went wrong in it so far. */
export interface OpenPage {
  page: Page;
  /** Script errors, messages of the console, what the content security policy refused, missing files, requests to other hosts. */
  problems: string[];
  /** Another page of the site in the same window. */
  go: (address: string) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens a page of the built site, such as `/disclosures/`, in a window of its own. */
export async function openPage(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const origin = inject('origin');
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) problems.push(`asks elsewhere: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  const go = async (to: string): Promise<void> => void (await page.goto(origin + to));
  await go(address);
  return { page, problems, go, close: () => context.close() };
}
