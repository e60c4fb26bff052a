import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

/** A page of the built site, and what went wrong in it so far. */
export interface OpenPage {
  page: Page;
  /** Script errors, messages of the console, what the content security policy refused, missing files, requests to other hosts. */
  problems: string[];
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
  await page.goto(origin + address);
  return { page, problems, close: () => context.close() };
}
