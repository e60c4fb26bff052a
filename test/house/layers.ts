import path from 'node:path';
import { findImports, type Import } from './imports.ts';

/** All that knows the field and nothing of how pages are drawn. */
const FIELD = ['model', 'i18n', 'markdown', 'log', 'open-data', 'attachments', 'checks', 'importers', 'search'];

/**
 * The layers of the source, in one table: each folder of src/, and the folders it may import from. The tree is the journey of the
 * data, so an arrow that points back is a mistake in one of the two files.
 */
export const LAYERS: Record<string, readonly string[]> = {
  model: [],
  i18n: ['model'],
  markdown: ['model'],
  log: ['model', 'markdown'],
  'open-data': ['model', 'i18n', 'markdown', 'log'],
  attachments: ['model'],
  checks: ['model', 'attachments'],
  importers: ['model', 'markdown', 'attachments'],
  search: ['model', 'i18n', 'markdown', 'log', 'attachments', 'search/client'],
  'search/client': [],
  site: FIELD,
  styles: [],
  components: [...FIELD, 'search/client', 'site', 'styles'],
  layouts: [...FIELD, 'search/client', 'site', 'styles', 'components'],
  pages: [...FIELD, 'search/client', 'site', 'styles', 'components', 'layouts'],
  'live.config.ts': ['model', 'markdown', 'log', 'site'],
  cli: ['model', 'markdown', 'log', 'open-data', 'attachments', 'checks', 'importers', 'search'],
};

/** Where the framework may be named. Everything else would still run if another one drew the pages. */
const ASTRO = ['site', 'components', 'layouts', 'pages', 'live.config.ts'];
const FRAMEWORK = /^(astro|astro:.*|astro\/.*|@astrojs\/.*|virtual:.*)$/;

/** What `cli` may reach with `import()` only, so that `--help` and `read` start without it. */
const STARTED_BY_CLI = ['site'];

/** Tables without any import of their own, small enough to be sent to a browser. */
export const TABLES_IN_THE_BROWSER = ['src/model/outcomes.ts', 'src/model/laws.ts'];

/** The source file's layer: `search/client`, `model`, `live.config.ts`. */
function layerOf(file: string): string {
  const [, first = '', second = ''] = file.split('/');
  return `${first}/${second}` in LAYERS ? `${first}/${second}` : first;
}

/**
 * Every import that goes against the table, as one sentence each: the file and line, the import, what is allowed.
 *
 * @param sources The text of each file of src/, by its path from the project's folder, with `/`.
 */
export function findForbiddenImports(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([file, text]) =>
    findImports(file, text).flatMap((found) => {
      const reason = forbidden(file, found, sources);
      return reason ? [`${file}:${found.line} imports ${found.specifier}: ${reason}`] : [];
    }),
  );
}

function forbidden(file: string, found: Import, sources: ReadonlyMap<string, string>): string | null {
  const layer = layerOf(file);
  const allowed = LAYERS[layer];
  if (!allowed) return `src/${layer} is not a layer. Known: ${Object.keys(LAYERS).join(', ')}.`;
  const { specifier, typeOnly, dynamic } = found;

  if (FRAMEWORK.test(specifier)) {
    if (ASTRO.includes(layer) || (layer === 'cli' && dynamic)) return null;
    return `the framework is named only in ${ASTRO.join(', ')}${layer === 'cli' ? '; cli may start it with import()' : ''}.`;
  }
  if (/^[/~#]|^@\/|^src\//.test(specifier)) return 'expected a relative path.';
  if (!specifier.startsWith('.')) {
    const runs = layer === 'search/client' && !typeOnly;
    return runs ? 'the code in the browser has no package: it asks the index that the build wrote.' : null;
  }

  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, '')));
  if (target === 'package.json') return null;
  if (!target.startsWith('src/')) return 'the source imports nothing outside src/.';
  const to = layerOf(target);
  if (to === layer || allowed.includes(to)) return null;
  if (layer === 'cli' && STARTED_BY_CLI.includes(to)) return dynamic || typeOnly ? null : `cli may reach ${to} only with import().`;
  if (layer === 'search/client') {
    if (typeOnly && LAYERS['search']?.concat('search').includes(to)) return null;
    if (TABLES_IN_THE_BROWSER.includes(target) && findImports(target, sources.get(target) ?? '').every((inner) => inner.typeOnly))
      return null;
    return `the code in the browser imports only itself, types, and ${TABLES_IN_THE_BROWSER.join(', ')} (as long as these import nothing).`;
  }
  return `${layer} may import from ${allowed.join(', ') || 'no other folder'}.`;
}
