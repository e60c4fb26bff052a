import type { LiveLoader } from 'astro/loaders';
import type { Disclosure } from '../log/disclosure.ts';
import type { Log } from '../log/log.ts';
import { runOptions } from '../log/run-options.ts';
import { publishable } from './gate.ts';

type Whole = Omit<Log, 'entries'>;

/**
 * The log as an Astro collection: every published entry as facts (its body stays in the cache), or the log itself without its entries. This is
 * the publication gate: a finding that blocks ends the run here, also when Astro is called directly.
 */
export function logLoader(what: 'disclosures' | 'log'): LiveLoader<Record<string, unknown>> {
  const all = async () => {
    const { entries, ...rest } = (await publishable(runOptions())).log;
    return what === 'log' ? [recordOf('log', rest)] : entries.map((entry) => recordOf(entry.slug, entry));
  };
  return {
    name: `disclosure-log-${what}`,
    loadCollection: async () => ({ entries: await all() }),
    loadEntry: async ({ filter }) => (await all()).find(({ id }) => id === filter['id']),
  };
}

function recordOf(id: string, data: Disclosure | Whole): { id: string; data: Record<string, unknown> } {
  return { id, data: data as unknown as Record<string, unknown> };
}
