// @ts-check
import { defineConfig } from 'astro/config';
import path from 'node:path';
import { runOptions } from './src/log/run-options.ts';
import { embedScript } from './src/site/embed-script.ts';
import { disclosureLog } from './src/site/integration.ts';

const options = runOptions();

export default defineConfig({
  outDir: options.out,
  cacheDir: path.join(options.cache, 'astro'),
  base: options.base,
  trailingSlash: 'always',
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  // Strict security headers: no inline script and no inline style, whatever their size.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0 },
    // In a build, the code that writes the pages runs from the output folder, which need not lie where node_modules is found.
    plugins: [
      { name: 'whole', apply: 'build', config: () => ({ environments: { prerender: { resolve: { noExternal: true } } } }) },
      embedScript(),
    ],
    logLevel: 'warn',
  },
  markdown: { syntaxHighlight: false },
  integrations: [disclosureLog(options)],
});
