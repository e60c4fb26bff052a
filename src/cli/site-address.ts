import { UsageError } from './command.ts';

/** `--site`: an origin, `null` where it is not given. */
export function readSite(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol) || new URL(value).pathname !== '/')
    throw new UsageError(
      `Unexpected --site ${value}, expected an address without a path, such as https://foi.example.org (a path goes into --base)`,
    );
  return new URL(value).origin;
}

/** `--base`: a path that begins and ends with `/`. */
export function readBase(value: string): string {
  const base = `/${value.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  if (!/^\/([A-Za-z0-9._~-]+\/)*$/.test(base)) throw new UsageError(`Unexpected --base ${value}, expected a path such as /foi/`);
  return base;
}
