import type { LiveLoader } from 'astro/loaders';
import type { Disclosure } from '../log/disclosure.ts';
import { blocks, type LoadedLog } from '../log/load-log.ts';
import type { Log } from '../log/log.ts';
import { runOptions } from '../log/run-options.ts';
import { sharedLog } from '../log/shared-log.ts';
import { LogError } from './log-error.ts';

type Whole = Omit<Log, 'entries'>;

/**
 * The log as an Astro collection: every published entry as facts (its body stays in the cache), or the log itself without its entries. This is
 * the publication gate: a finding that blocks ends the run here, also when Astro is called directly.
 */
export function logLoader(what: 'disclosures' | 'log'): LiveLoader<Record<string, unknown>> {
  const all = async () => {
    const { entries, ...rest } = publishable(await sharedLog(runOptions()));
    return what === 'log' ? [recordOf('log', rest)] : entries.map((entry) => recordOf(entry.slug, entry));
  };
  return {
    name: `disclosure-log-${what}`,
    loadCollection: async () => ({ entries: await all() }),
    loadEntry: async ({ filter }) => (await all()).find(({ id }) => id === filter['id']),
  };
}

/** The log, where nothing stops its publication. A preview shows what can be shown. */
export function publishable({ log, findings }: LoadedLog): Log {
  if (!log || (blocks(findings) && !runOptions().drafts)) throw new LogError(findings);
  return log;
}

function recordOf(id: string, data: Disclosure | Whole): { id: string; data: Record<string, unknown> } {
  return { id, data: data as unknown as Record<string, unknown> };
}
