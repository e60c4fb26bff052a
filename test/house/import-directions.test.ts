import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../browser/project.ts';
import { findImports, isBarrel } from './imports.ts';
import { findForbiddenImports, LAYERS, TABLES_IN_THE_BROWSER } from './layers.ts';

const inProject = (pattern: string): string[] =>
  globSync(pattern, { cwd: PROJECT })
    .map((file) => file.split(path.sep).join('/'))
    .sort();
const sources = new Map(inProject('src/**/*.{ts,js,mjs,astro}').map((file) => [file, readFileSync(path.join(PROJECT, file), 'utf8')]));
const everything = inProject('{src,test,bench}/**').filter((file) => !file.startsWith('test/fixtures/'));

test('every import follows the direction of its layer', () => {
  expect(sources.size).toBeGreaterThan(0);
  expect(findForbiddenImports(sources)).toEqual([]);
});

test('every folder of src is a layer', () => {
  const folders = new Set([...sources.keys()].map((file) => file.split('/')[1]));
  expect([...folders].filter((folder) => !(folder! in LAYERS))).toEqual([]);
});

test('the layers have no circle', () => {
  const reaches = (from: string, seen: string[] = []): string[] =>
    seen.includes(from) ? [[...seen, from].join(' → ')] : (LAYERS[from] ?? []).flatMap((to) => reaches(to, [...seen, from]));
  expect(Object.keys(LAYERS).flatMap((layer) => reaches(layer))).toEqual([]);
});

test('no file only hands on what others export', () => {
  expect([...sources].filter(([file, text]) => isBarrel(file, text)).map(([file]) => file)).toEqual([]);
});

test('no file or folder has a name that says nothing', () => {
  const saysNothing = /(^|\/)(utils?|helpers?|lib|common|misc|shared|stuff)(\.|\/|$)/;
  expect(everything.filter((file) => saysNothing.test(file))).toEqual([]);
});

test('files are named in kebab-case, components in PascalCase, pages as their address', () => {
  const wellNamed = (file: string): boolean => {
    const name = path.basename(file);
    if (file.startsWith('src/pages/') || !/\.(ts|js|astro)$/.test(name)) return true;
    return name.endsWith('.astro') ? /^[A-Z][A-Za-z0-9]*\.astro$/.test(name) : /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name);
  };
  expect(everything.filter((file) => !wellNamed(file))).toEqual([]);
});

/** The complaints about one file with these lines. */
const complaints = (file: string, ...lines: string[]): string[] => findForbiddenImports(new Map([[file, lines.join('\n')]]));

test('a complaint names the file, the import and what is allowed', () => {
  expect(
    complaints('src/markdown/body.ts', `import { LAWS } from '../model/laws.ts';`, `import { loadLog } from '../log/log.ts';`),
  ).toEqual(['src/markdown/body.ts:2 imports ../log/log.ts: markdown may import from model.']);
});

test.each([
  ['a type', 'src/model/dates.ts', `import type { Log } from '../log/log.ts';`],
  ['a type in a place', 'src/model/dates.ts', `let log: import('../log/log.ts').Log;`],
  ['a re-export', 'src/model/dates.ts', `export { loadLog } from '../log/log.ts';`],
  ['a dynamic import', 'src/model/dates.ts', `await import('../log/log.ts');`],
  ['a worker', 'src/model/dates.ts', `new Worker(new URL('../log/worker.ts', import.meta.url));`],
  ['the framework outside its layers', 'src/log/log.ts', `import { z } from 'astro/zod';`],
  ['the framework when the command starts', 'src/cli/build.ts', `import { build } from 'astro';`],
  ['the site when the command starts', 'src/cli/build.ts', `import { gate } from '../site/gate.ts';`],
  ['a test', 'src/log/log.ts', `import { sample } from '../../test/log/sample.ts';`],
  ['an alias', 'src/log/log.ts', `import { LAWS } from '@/model/laws.ts';`],
  ['a package in the browser', 'src/search/client/box.ts', `import leven from 'leven';`],
  ['a table that is not listed, in the browser', 'src/search/client/box.ts', `import { parse } from '../../markdown/body.ts';`],
  ['a folder that is no layer', 'src/utils/text.ts', `import 'node:fs';`],
  ['the frontmatter of a component', 'src/components/Entry.astro', `---\nimport Page from '../pages/index.astro';\n---\n<p>Text</p>`],
  ['the script of a component', 'src/components/Entry.astro', `<p>Text</p>\n<script>\n  import '../pages/index.ts';\n</script>`],
])('%s is found', (_, file, text) => {
  expect(complaints(file, text)).toHaveLength(1);
});

test.each([
  ['src/cli/build.ts', `const { build } = await import('astro');`],
  ['src/cli/build.ts', `const { gate } = await import('../site/gate.ts');`],
  ['src/site/loader.ts', `import { defineCollection } from 'astro:content';`],
  ['src/pages/[slug].astro', `---\nimport Page from '../layouts/Page.astro';\nimport '../styles/site.css';\n---\n<Page />`],
  [
    'src/search/client/box.ts',
    `import type { Log } from '../../log/log.ts';\nimport { type Law } from '../../model/laws.ts';\nimport './results.ts';`,
  ],
  ['src/search/client/box.ts', `import { OUTCOMES } from '../../model/outcomes.ts';`],
])('%s may say %s', (file, text) => {
  expect(complaints(file, text)).toEqual([]);
});

test('the tables that reach the browser bring nothing with them', () => {
  const bring = TABLES_IN_THE_BROWSER.flatMap((file) => findImports(file, sources.get(file) ?? '').filter(({ typeOnly }) => !typeOnly));
  expect(bring).toEqual([]);
});

test('a file that hands on is a barrel, a file that also does something is not', () => {
  expect(isBarrel('src/model/all.ts', `export * from './laws.ts';`)).toBe(true);
  expect(isBarrel('src/model/index.ts', `export * from './laws.ts';\nexport const x = 1;`)).toBe(true);
  expect(isBarrel('src/model/entry.ts', `export type { Law } from './laws.ts';\nexport const x = 1;`)).toBe(false);
  expect(isBarrel('src/pages/feed.xml/index.ts', `export const GET = () => new Response();`)).toBe(false);
});

test('imports in an .astro file keep their line', () => {
  expect(
    findImports('src/components/A.astro', `---\n\nimport a from './a.ts';\n---\n<p>“text”</p>\n<script>\n  import './b.ts';\n</script>\n`),
  ).toEqual([
    { specifier: './a.ts', line: 3, typeOnly: false, dynamic: false },
    { specifier: './b.ts', line: 7, typeOnly: false, dynamic: false },
  ]);
});
