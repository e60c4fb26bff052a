import { defineConfig } from 'vitest/config';

/** Tests of the house itself: tools, layers, the command as installed, the browser. */
const HOUSE = ['test/house/**/*.test.ts', 'test/browser/**/*.test.ts'];
/** Tests that look at one built site, in a browser or on disk. */
const SITE = ['test/built-site/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', testTimeout: 20_000, include: ['test/**/*.test.ts'], exclude: [...HOUSE, ...SITE, 'test/fixtures/**'] } },
      { test: { name: 'house', include: HOUSE, testTimeout: 120_000, hookTimeout: 300_000 } },
      { test: { name: 'site', include: SITE, globalSetup: 'test/built-site/build-once.ts', testTimeout: 120_000, hookTimeout: 300_000 } },
    ],
  },
});
