/**
 * Progress of a run of the site, for whoever started it. Astro loads this module twice (once for its configuration, once for the pages), so
 * the listener hangs on the global object.
 */
export interface Step {
  /** `pages`, `index`, `files`, `compressed` */
  what: 'pages' | 'files' | 'index' | 'compressed';
  done: number;
  of: number;
}

const KEY = Symbol.for('disclosure-log.progress');
type Holder = { [KEY]?: (step: Step) => void };

export function onProgress(listener: ((step: Step) => void) | null): void {
  if (listener) (globalThis as Holder)[KEY] = listener;
  else delete (globalThis as Holder)[KEY];
}

export function reportProgress(step: Step): void {
  (globalThis as Holder)[KEY]?.(step);
}
