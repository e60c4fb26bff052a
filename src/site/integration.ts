import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { fileURLToPath } from 'node:url';
import { readBodyOf } from '../log/bodies.ts';
import { blocks, loadLog } from '../log/load-log.ts';
import { writeIndex } from '../search/write-index.ts';
import type { RunOptions } from '../log/run-options.ts';
import { copyFiles } from './copy-files.ts';
import { LogError } from './loader.ts';
import { reportProgress } from '../log/progress.ts';

/** What follows the pages in every build, also when Astro is called directly: the declared files, and the search index. */
export function disclosureLog(options: RunOptions): AstroIntegration {
  return {
    name: 'disclosure-log',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(counted),
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const { log, findings } = await loadLog({ dir: options.dir, cache: options.cache, now: options.now, site: options.site });
        if (!log || blocks(findings)) throw new LogError(findings);
        await copyFiles(log, options.dir, out);
        const bodyOf = (entry: Parameters<typeof readBodyOf>[0]) =>
          readBodyOf(entry, { dir: options.dir, cache: options.cache, law: log.settings.law });
        await writeIndex(log, bodyOf, { out, base: options.base, onProgress: (done, of) => reportProgress({ what: 'index', done, of }) });
      },
    },
  };
}

/** The same prerenderer, telling how far it is. */
function counted(prerenderer: AstroPrerenderer): AstroPrerenderer {
  let of = 0;
  let done = 0;
  return {
    ...prerenderer,
    getStaticPaths: async () => {
      const paths = await prerenderer.getStaticPaths();
      of = paths.length;
      return paths;
    },
    render: async (request, how) => {
      const response = await prerenderer.render(request, how);
      done += 1;
      reportProgress({ what: 'pages', done, of });
      return response;
    },
  };
}
