import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/** The browser that all tests of the built site share, for the tests of one file: `const browser = sharedBrowser();`, then `browser()`. */
export function sharedBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('The browser is there from beforeAll on.');
    return browser;
  };
}
