// @ts-check
import { defineConfig } from 'astro/config';
import path from 'node:path';
import { runOptions } from './src/log/run-options.ts';
import { embedScript } from './src/site/embed-script.ts';
import { disclosureLog } from './src/site/integration.ts';
import { pageRuntime } from './src/site/page-runtime-chunk.ts';
import { plainImports } from './src/site/plain-imports.ts';

const options = runOptions();

/** Scripts in few files, which pack better than many: what any page uses, what the search page has at once, and the search itself. */
const scripts = [
  {
    name: 'page',
    priority: 3,
    test: /rolldown\/runtime|preload-helper|src\/search\/client\/(?:marks\/(?:carried|word)|page\/(?:element|say))\.ts/,
  },
  { name: 'box', priority: 2, test: /src\/search\/client\/page\/(?:address|page-parts|show-states)\.ts/ },
  {
    name: 'search',
    priority: 1,
    test: /src\/search\/client\/(?:index|page|query(?!\/(?:suggest|request-|nearness|references|spelling)))\/(?!start\.ts)/,
  },
];

/** A page's own script, named by its page: Astro's names for them are longer than some of the scripts. @param {{ name: string }} chunk */
const entryFileNames = ({ name }) => `_astro/${name.split('.')[0]}.[hash].js`;

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
    build: { assetsInlineLimit: 0, cssTarget: 'safari15.4' },
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames, codeSplitting: { groups: scripts } } } } } },
    // In a build, the code that writes the pages runs from the output folder, which need not lie where node_modules is found.
    plugins: [
      { name: 'whole', apply: 'build', config: () => ({ environments: { prerender: { resolve: { noExternal: true } } } }) },
      embedScript(),
      plainImports(),
      pageRuntime(),
    ],
    logLevel: 'warn',
  },
  markdown: { syntaxHighlight: false },
  integrations: [disclosureLog(options)],
});
