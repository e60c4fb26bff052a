import type { Disclosure } from '../log/disclosure.ts';
import type { Settings } from '../log/log.ts';

/** Searches to offer under the search box: those of log.yaml, else one title and one reference from the log, so that each finds something. */
export function examplesOf(settings: Settings, entries: readonly Disclosure[]): string[] {
  if (settings.examples.length > 0) return settings.examples;
  const [newest] = entries;
  return newest ? [newest.title.length <= 40 ? newest.title : newest.title.split(/\s+/).slice(0, 3).join(' '), newest.reference] : [];
}
