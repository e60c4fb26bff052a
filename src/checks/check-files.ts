import { lstatSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { GuardedThreads } from '../attachments/guarded-threads.ts';
import type { Kind } from '../attachments/kinds.ts';
import { stampOf } from '../attachments/open-file.ts';
import { isReadKind } from '../attachments/recognise.ts';
import { describePlace, type Place } from '../attachments/reading.ts';
import type { OtherKind } from '../attachments/other-kinds.ts';
import type { AnyFinding } from '../model/finding.ts';
import { accept, type AcceptedFinding, type Acknowledgement } from './acknowledged.ts';
import { notInspected } from './any/not-inspected.ts';
import type { FileResult } from './check-bytes.ts';
import type { PathAnswer, PathToCheck } from './check-path.ts';
import type { WorkerStart } from './check-worker.ts';
import { mendFor } from './mend.ts';
import { ResultCache } from './result-cache.ts';
import { resultKey, saltOf } from './result-key.ts';
import { RULES_OF_FILES } from './rules.ts';

export interface FileToCheck {
  /** Absolute. */
  path: string;
  /** As findings name it. */
  file: string;
  /** What a person has accepted in it. */
  acknowledged: readonly Acknowledgement[];
}

export interface CheckOptions {
  /** Absolute path of the program's own folder, where the threads' code lies. */
  engine: string;
  /** Absolute path of the cache. */
  cache: string;
  /** What the files belong to: the folder of a log; `null` for files that are checked alone. */
  log: string | null;
  /** What may stand in a publication, see `allowedBy`. */
  allowed: readonly string[];
  /** Limits of one file; the defaults suit what authorities publish. */
  seconds?: number;
  megabytes?: number;
  onProgress?: (done: number, of: number) => void;
}

export interface FileReport {
  /** In the order of the files, and of the rules. */
  findings: AnyFinding[];
  /** Findings that a person has accepted: they stop nothing. */
  accepted: AcceptedFinding[];
  /** What was not looked into: each is a finding as well. */
  notInspected: { file: string; because: string }[];
  /** Every file that was asked for. `sha256` is `null` where the file could not be had; `read` is false where its result was known. */
  files: { path: string; file: string; kind: Kind | OtherKind | null; sha256: string | null; read: boolean }[];
}

const SECONDS = 60;
/** For one page, where a file is read page by page: a machine that does five other things at once included. */
const SECONDS_A_STEP = 15;
const MEGABYTES = 1024;

/**
 * Looks into files, each in a thread with limits of time and memory, as many at once as the machine has cores. Whatever a file does to its reader, it
 * is one finding, and the other files are looked into. Files that are as they were in an earlier run are not read again.
 */
export async function checkFiles(files: readonly FileToCheck[], options: CheckOptions): Promise<FileReport> {
  const salt = saltOf(options.engine, options.allowed);
  const cache = new ResultCache(options.cache, options.log ?? 'files checked alone');
  const threads = new GuardedThreads<PathToCheck, PathAnswer>({
    script: path.join(options.engine, 'src/checks/check-worker.ts'),
    threads: Math.max(1, Math.min(os.availableParallelism(), 16, files.length)),
    seconds: options.seconds ?? SECONDS,
    secondsAStep: SECONDS_A_STEP,
    megabytes: options.megabytes ?? MEGABYTES,
    workerData: { known: cache.keys() } satisfies WorkerStart,
  });
  const report: FileReport = { findings: [], accepted: [], notInspected: [], files: [] };
  let done = 0;
  const looked = await Promise.all(
    files.map(async (file) => {
      const one = known(file, cache, salt) ?? (await look(file));
      options.onProgress?.((done += 1), files.length);
      return one;
    }),
  );
  await threads.close();
  cache.close(options.log === null);
  for (const [index, { result, sha256, read }] of looked.entries()) {
    const file = files[index] as FileToCheck;
    const { findings, accepted } = accept(findingsOf(file.file, result), sha256, file.acknowledged);
    report.findings.push(...findings);
    report.accepted.push(...accepted);
    report.notInspected.push(...result.notInspected.map(({ because, place }) => ({ file: file.file, because: withPlace(because, place) })));
    report.files.push({ path: file.path, file: file.file, kind: result.kind, sha256, read });
  }
  return report;

  async function look({ path: from }: FileToCheck): Promise<Looked> {
    const name = path.basename(from);
    const outcome = await threads.run({ path: from, name, allowed: options.allowed, salt });
    if (!('answer' in outcome)) return { result: failure(outcome.because), sha256: null, read: true };
    const { answer } = outcome;
    if (answer.sha256 === null) return { ...answer, read: true };
    const { sha256, stamp, result } = answer;
    cache.remember(from, stamp, sha256, Date.now());
    const key = resultKey(salt, name, sha256);
    if (result) cache.put(key, result);
    return { result: cache.result(key) ?? failure('what was found in it was lost'), sha256, read: result !== null };
  }
}

interface Looked {
  result: FileResult;
  sha256: string | null;
  read: boolean;
}

/** What is known of a file that nobody has touched since. */
function known({ path: from }: FileToCheck, cache: ResultCache, salt: string): Looked | null {
  const stats = lstatSync(from, { bigint: true, throwIfNoEntry: false });
  const sha256 = stats?.isFile() ? cache.hashOf(from, stampOf(stats)) : null;
  const result = sha256 === null ? null : cache.result(resultKey(salt, path.basename(from), sha256));
  return result && { result, sha256, read: false };
}

function failure(because: string): FileResult {
  return { kind: null, problems: [], notInspected: [{ because, place: {} }] };
}

/** What is blocked as what it is, an archive or a program, was for that reason not looked into: it is listed, and is no second finding. */
function findingsOf(file: string, { kind, problems, notInspected: rest }: FileResult): AnyFinding[] {
  const found = problems.map(({ rule, place, message }): AnyFinding => {
    const { severity, mend } = RULES_OF_FILES.get(rule) ?? notInspected;
    return {
      rule,
      severity,
      file,
      ...lineOf(place),
      where: describePlace(place) || null,
      message,
      fix: mendFor(mend, kind),
    };
  });
  const isReason = ({ rule }: AnyFinding) => rule === 'archive' || rule === 'active-content' || rule === 'not-what-it-says';
  if (kind !== null && !isReadKind(kind) && found.some(isReason)) return found;
  const causes = new Map<string, FileResult['notInspected'][number]>();
  for (const each of rest) if (!causes.has(each.because)) causes.set(each.because, each);
  const blocked = [...causes.values()].map(({ because, place }): AnyFinding => ({
    rule: notInspected.id,
    severity: notInspected.severity,
    file,
    ...lineOf(place),
    where: describePlace(place) || null,
    message: `Could not be inspected: ${withPlace(because, place)}`,
    fix: mendFor(notInspected.mend, kind),
  }));
  return [...blocked, ...found];
}

function lineOf({ line, column }: { line?: number; column?: number }): { line: number | null; column: number | null } {
  return { line: line ?? null, column: line === undefined ? null : (column ?? 1) };
}

/** Within a sentence, with the place, where that is not the file as a whole. */
function withPlace(because: string, place: Place): string {
  const where = describePlace(place);
  const inSentence = /^[A-Z][a-z]* /.test(because) ? because.charAt(0).toLowerCase() + because.slice(1) : because;
  return where === '' || because.includes(where) ? inSentence : `${inSentence} (${where})`;
}
