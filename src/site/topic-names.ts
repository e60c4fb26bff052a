import type { Settings } from '../log/log.ts';

const known = new WeakMap<Settings, Map<string, string>>();

/** The names of the topics by slug, made once. */
export function topicNamesOf(settings: Settings): Map<string, string> {
  const names = known.get(settings) ?? new Map(settings.topics.map(({ slug, label }) => [slug, label]));
  known.set(settings, names);
  return names;
}
