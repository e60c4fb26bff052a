import { getLiveCollection, getLiveEntry } from 'astro:content';
import { readBodyOf } from '../log/bodies.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Log } from '../log/log.ts';
import { runOptions } from '../log/run-options.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { rebase } from './base.ts';

let asked: Promise<Log> | null = null;

/** The whole log, asked of the collections once a build; in development, once a request. Nobody changes it. */
export function getLog(): Promise<Log> {
  if (import.meta.env.DEV) return ask();
  asked ??= ask();
  return asked;
}

async function ask(): Promise<Log> {
  const { entry, error } = await getLiveEntry('log', 'log');
  if (!entry) throw whatHappened(error);
  const disclosures = await getLiveCollection('disclosures');
  if (!disclosures.entries) throw whatHappened(disclosures.error);
  const rest = entry.data as unknown as Omit<Log, 'entries'>;
  const entries = disclosures.entries.map(({ data }) => data as unknown as Disclosure);
  Object.freeze(entries);
  return Object.freeze({ ...rest, entries });
}

/** What the loader threw, without what Astro wraps around it: what is wrong in the log, with its lines. */
function whatHappened(error: Error | undefined): Error {
  return error?.cause instanceof Error ? error.cause : (error ?? new Error('The log is not in its collection.'));
}

/** What every page shows of the log, whatever the page is about: the frame around it. */
export async function getFrame(): Promise<Pick<Log, 'settings' | 'pages'>> {
  const { settings, pages } = await getLog();
  return { settings, pages };
}

/** The text of one entry, rendered; links to this site already stand under its base path. */
export async function getBody(disclosure: Disclosure): Promise<RenderedBody> {
  const { settings } = await getLog();
  const { dir, cache } = runOptions();
  const body = await readBodyOf(disclosure, { dir, cache, law: settings.law });
  for (const section of body.sections) for (const part of section.parts) part.html = rebase(part.html);
  return body;
}
