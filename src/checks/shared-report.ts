import type { CheckOptions, FileReport, FileToCheck } from './check-files.ts';

const KEY = Symbol.for('disclosure-log.files');
interface Holder {
  [KEY]?: { of: string; report: Promise<FileReport> };
}

/**
 * The files of a log, looked into once a run whoever asks: the command line, the integration and the pages each have this module for themselves, so
 * the report hangs on the global object.
 */
export function sharedReport(files: readonly FileToCheck[], options: CheckOptions): Promise<FileReport> {
  const holder = globalThis as Holder;
  const of = JSON.stringify([files, options.cache, options.log, options.allowed]);
  if (holder[KEY]?.of !== of) holder[KEY] = { of, report: check(files, options) };
  return holder[KEY].report;
}

/** What looks into files is loaded by the first who asks: the pages, which come later, load none of it. */
async function check(files: readonly FileToCheck[], options: CheckOptions): Promise<FileReport> {
  const { checkFiles } = await import('./check-files.ts');
  return checkFiles(files, options);
}
