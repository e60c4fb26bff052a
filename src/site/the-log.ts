import { getCollection, getEntry } from 'astro:content';
import { readBodyOf } from '../log/bodies.ts';
import type { Disclosure } from '../log/disclosure.ts';
import type { Log } from '../log/log.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { runOptions } from '../log/run-options.ts';
import { rebase } from './base.ts';

let asked: Promise<Log> | null = null;

/** The whole log, asked of the collections once a build; in development, once a request. Nobody changes it. */
export function getLog(): Promise<Log> {
  if (import.meta.env.DEV) return ask();
  asked ??= ask();
  return asked;
}

async function ask(): Promise<Log> {
  const rest = (await getEntry('log', 'log'))?.data as unknown as Omit<Log, 'entries'>;
  const records = (await getCollection('disclosures')) as unknown as { data: Disclosure & { order: number } }[];
  const entries = records.map(({ data }) => data).sort((a, b) => a.order - b.order);
  Object.freeze(entries);
  return Object.freeze({ ...rest, entries });
}

/** The text of one entry, rendered; links to this site already stand under its base path. */
export async function getBody(disclosure: Disclosure): Promise<RenderedBody> {
  const { settings } = await getLog();
  const { dir, cache } = runOptions();
  const body = readBodyOf(disclosure, { dir, cache, law: settings.law });
  for (const section of body.sections) for (const part of section.parts) part.html = rebase(part.html);
  return body;
}
