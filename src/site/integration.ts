import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asEnvironment, type RunOptions } from '../log/run-options.ts';
import { forgetLog, sharedLog } from '../log/shared-log.ts';
import { FilesBeside } from './build-site.ts';
import { drawPages } from './draw-pages.ts';
import { DrawnBefore } from './drawn-before.ts';
import { publishable } from './gate.ts';
import { lineOf } from './log-error.ts';
import { freshRenderer, keepStyles } from './renderer.ts';
import { serverFolder } from './renderer-cache.ts';

/**
 * Our part in Astro's build. Astro makes the renderer out of the components; the pages are drawn by draw-pages.ts. Started by the command line, the
 * build only makes the renderer, which is kept for this and later logs (renderer-cache.ts). Astro called directly builds the whole site, with
 * the same checks.
 */
export function disclosureLog(options: RunOptions): AstroIntegration {
  const keep = process.env['DISCLOSURE_LOG_RENDERER'];
  // The pages are drawn by code that Astro has bundled elsewhere: it learns from the environment where the log and the engine are.
  Object.assign(process.env, asEnvironment(options));
  return {
    name: 'disclosure-log',
    hooks: {
      'astro:build:start': async ({ setPrerenderer }) => {
        // What draws the pages is the same for every log: only who draws needs one that may be published.
        if (!keep) await publishable(options);
        const server = serverFolder(path.resolve(options.out));
        setPrerenderer((prerenderer) => (keep ? keeping(prerenderer, server, keep) : drawing(prerenderer, server, options)));
      },
      'astro:build:done': async () => {
        if (!keep) await new FilesBeside(await publishable(options), options).place(nothingBefore(options));
      },
      'astro:server:setup': ({ server, logger }) => {
        let settling: Promise<void> | null = null;
        server.watcher.add(options.dir);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(options.dir)) return;
          // Several files often change at once: the log is loaded anew when they have settled.
          settling ??= sleep(50).then(async () => {
            settling = null;
            forgetLog();
            for (const finding of (await sharedLog(options)).findings) logger.warn(lineOf(finding));
            server.environments.client.hot.send({ type: 'full-reload' });
          });
        });
      },
    },
  };
}

/** Draws nothing, and keeps what draws. */
function keeping(prerenderer: AstroPrerenderer, server: string, keep: string): AstroPrerenderer {
  const renderer = freshRenderer(prerenderer, server);
  return {
    ...prerenderer,
    setup: () => renderer.setup(),
    getStaticPaths: async () => {
      await cp(server, keep, { recursive: true });
      await keepStyles(keep, renderer.styles());
      return [];
    },
  };
}

/** Draws all pages itself; nothing is left for Astro to draw. */
function drawing(prerenderer: AstroPrerenderer, server: string, options: RunOptions): AstroPrerenderer {
  const renderer = freshRenderer(prerenderer, server);
  return {
    ...prerenderer,
    setup: () => renderer.setup(),
    getStaticPaths: async () => {
      // Which bytes the scripts are is not known before Astro has written them: these pages are without integrity.
      await drawPages(renderer, nothingBefore(options), null);
      return [];
    },
  };
}

/** Astro has emptied the output: nothing is there to be taken from the last build. */
function nothingBefore({ cache, out }: RunOptions): DrawnBefore {
  return new DrawnBefore(cache, out, '', out);
}
