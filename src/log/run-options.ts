import path from 'node:path';

/**
 * What a run of the site is told: which log, where to, for which address. The command line sets these as environment variables before it
 * starts Astro, so that `astro build` called directly builds the sample log with the defaults.
 */
export interface RunOptions {
  /** Absolute path of the log's folder. */
  dir: string;
  /** Absolute path of the cache. */
  cache: string;
  /** Absolute path of the output. */
  out: string;
  /** Canonical origin that overrides log.yaml's; `null` leaves it to log.yaml. */
  site: string | null;
  /** Path under which the site is served; begins and ends with `/`. */
  base: string;
  /** Drafts and embargoed entries are shown, marked: `preview` only. */
  drafts: boolean;
  /** The instant that embargoes are judged by: one for the whole run, so that pages and index agree. */
  now: Date;
}

const ENGINE = path.join(import.meta.dirname, '../..');

/** The engine's own folder. */
export const engineFolder = (): string => process.env['DISCLOSURE_LOG_ENGINE'] ?? ENGINE;

/** The options as they stand in the environment. */
export function runOptions(): RunOptions {
  const { env } = process;
  const engine = engineFolder();
  return {
    dir: env['DISCLOSURE_LOG_DIR'] ?? path.join(engine, 'content'),
    cache: env['DISCLOSURE_LOG_CACHE'] ?? path.join(engine, '.cache'),
    out: env['DISCLOSURE_LOG_OUT'] ?? path.join(engine, 'dist'),
    site: env['DISCLOSURE_LOG_SITE'] || null,
    base: env['DISCLOSURE_LOG_BASE'] ?? '/',
    drafts: env['DISCLOSURE_LOG_DRAFTS'] === 'true',
    now: new Date((env['DISCLOSURE_LOG_NOW'] ??= new Date().toISOString())),
  };
}

/** The same options as environment variables. */
export function asEnvironment(options: RunOptions): Record<string, string> {
  return {
    DISCLOSURE_LOG_ENGINE: ENGINE,
    DISCLOSURE_LOG_DIR: options.dir,
    DISCLOSURE_LOG_CACHE: options.cache,
    DISCLOSURE_LOG_OUT: options.out,
    DISCLOSURE_LOG_SITE: options.site ?? '',
    DISCLOSURE_LOG_BASE: options.base,
    DISCLOSURE_LOG_DRAFTS: String(options.drafts),
    DISCLOSURE_LOG_NOW: options.now.toISOString(),
  };
}
