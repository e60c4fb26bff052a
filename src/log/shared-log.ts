import type { LoadedLog, LoadOptions } from './load-log.ts';

const KEY = Symbol.for('disclosure-log.log');
interface Holder {
  [KEY]?: { of: string; loaded: Promise<LoadedLog> };
}

/**
 * The log, loaded once a run whoever asks: the command line, the integration and the pages each have this module for themselves, so what is
 * loaded hangs on the global object.
 */
export function sharedLog(options: LoadOptions): Promise<LoadedLog> {
  const holder = globalThis as Holder;
  const { dir, cache, now, site, drafts } = options;
  const of = JSON.stringify([dir, cache, drafts ? null : now, site ?? null, drafts ?? false]);
  if (holder[KEY]?.of !== of) holder[KEY] = { of, loaded: load(options) };
  return holder[KEY].loaded;
}

/** What reads logs is loaded by the first who asks: the pages, which come later, load none of it. */
async function load(options: LoadOptions): Promise<LoadedLog> {
  const { loadLog } = await import('./load-log.ts');
  return loadLog(options);
}

/** The next who asks loads it anew: its files have changed. */
export function forgetLog(): void {
  delete (globalThis as Holder)[KEY];
}
