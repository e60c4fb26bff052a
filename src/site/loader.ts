import type { Loader } from 'astro/loaders';
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
      const load = () => loadLog({ dir: options.dir, cache: options.cache, now: new Date(), site: options.site, drafts: options.drafts });
      const fill = ({ log, findings }: LoadedLog) => {
        if (!log || (blocks(findings) && !options.drafts)) throw new LogError(findings);
        store.clear();
        const { entries, ...rest } = log;
        // The store holds plain JSON; the order of the entries is kept by their place.
        if (what === 'log') store.set({ id: 'log', data: rest as unknown as Record<string, unknown> });
        else
          entries.forEach((entry, order) => store.set({ id: entry.slug, data: { ...entry, order } as unknown as Record<string, unknown> }));
      };
      loading ??= load();
      fill(await loading);
      watcher?.add(options.dir);
      watcher?.on('all', (_event, file) => {
        if (!file.startsWith(options.dir)) return;
        clearTimeout(waiting);
        // Several files often change at once: the log is loaded when they have settled.
        waiting = setTimeout(() => void (loading = load()), 50);
        setTimeout(() => void loading?.then(fill).catch((error: unknown) => logger.error(String(error))), 120);
      });
    },
  };
}

let waiting: NodeJS.Timeout | undefined;

/** What stops a build, as text: every finding with its file, line and mend. */
export class LogError extends Error {
  constructor(findings: readonly Finding[]) {
    const lines = findings
      .filter(({ severity }) => severity === 'block')
      .map(
        ({ file, line, column, message, fix, rule }) =>
          `${[file, line, column].filter((part) => part !== null).join(':')}  ${message}. ${fix}  [${rule}]`,
      );
    super(`The log has ${lines.length} problem${lines.length === 1 ? '' : 's'}; nothing was published.\n${lines.join('\n')}`);
    this.name = 'LogError';
  }
}
