import type { Loader } from 'astro/loaders';
import { setTimeout as sleep } from 'node:timers/promises';
import { blocks, loadLog, type LoadedLog } from '../log/load-log.ts';
import type { Finding } from '../model/finding.ts';
import { runOptions } from '../log/run-options.ts';

/** The log is loaded once a run, however many collections ask. */
let loading: Promise<LoadedLog> | null = null;

/**
 * Loads the log into an Astro collection: every published entry as facts (its body stays in the cache), or the log itself without its entries.
 * This is the publication gate: a finding that blocks ends the run here, also when Astro is called directly.
 */
export function logLoader(what: 'disclosures' | 'log'): Loader {
  return {
    name: `disclosure-log-${what}`,
    async load({ store, watcher, logger }) {
      const options = runOptions();
      const load = () =>
        loadLog({
          dir: options.dir,
          cache: options.cache,
          now: options.drafts ? new Date() : options.now,
          site: options.site,
          drafts: options.drafts,
        });
      const fill = ({ log, findings }: LoadedLog) => {
        if (!log || (blocks(findings) && !options.drafts)) throw new LogError(findings);
        store.clear();
        const { entries, ...rest } = log;
        // The store holds plain JSON; the order of the entries is kept by their place.
        if (what === 'log') store.set({ id: 'log', data: rest });
        else entries.forEach((entry, order) => store.set({ id: entry.slug, data: { ...entry, order } }));
      };
      loading ??= load();
      fill(await loading);
      if (!watcher) return;
      watcher.add(options.dir);
      watcher.on('all', (_event, file) => {
        if (!file.startsWith(options.dir)) return;
        // Several files often change at once: the log is loaded, once for both collections, when they have settled.
        reloading ??= sleep(50).then(load);
        const mine = reloading;
        void mine.then(
          (loaded) => {
            if (reloading === mine) {
              reloading = null;
              for (const finding of loaded.findings) logger.warn(lineOf(finding));
            }
            if (loaded.log) fill(loaded);
          },
          (error: unknown) => logger.error(String(error)),
        );
      });
    },
  };
}

/** The load that a change of files has asked for, until it is done. */
let reloading: Promise<LoadedLog> | null = null;

/** What stops a build, as text: every finding with its file, line and mend. */
export class LogError extends Error {
  constructor(findings: readonly Finding[]) {
    const lines = findings.filter(({ severity }) => severity === 'block').map(lineOf);
    super(`The log has ${lines.length} problem${lines.length === 1 ? '' : 's'}; nothing was published.\n${lines.join('\n')}`);
    this.name = 'LogError';
  }
}

function lineOf({ file, line, column, message, fix, rule }: Finding): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return `${place}  ${message}. ${fix}  [${rule}]`;
}
