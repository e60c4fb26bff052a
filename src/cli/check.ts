import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkFiles, type CheckOptions, type FileReport } from '../checks/check-files.ts';
import { formatGithub } from '../checks/formats/github.ts';
import { formatJson } from '../checks/formats/json.ts';
import { formatSarif } from '../checks/formats/sarif.ts';
import type { CheckReport } from '../checks/report.ts';
import { loadLog, type LoadedLog } from '../log/load-log.ts';
import { blocks } from '../model/finding.ts';
import { readSettings } from '../log/read-settings.ts';
import { engineFolder } from '../log/run-options.ts';
import { splitFrontMatter } from '../markdown/front-matter.ts';
import { hashOfText, OWN_TEXT } from '../markdown/entry-words.ts';
import type { AnyFinding } from '../model/finding.ts';
import { TEXT_RULES } from '../model/text-rules/text-rules.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { explain } from './explain.ts';
import { findLooseFiles, readLooseEntries } from './loose-files.ts';
import { count, describeCounts } from './report.ts';
import { writeReport } from './report-text.ts';
import { bar } from './terminal.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'];

export const checkCommand: Command = {
  name: 'check',
  summary: 'find every mistake in a log and what its files hide, each with its mend',
  usage: 'check [FILE…] [--format text|json|sarif|github] [--explain RULE]',
  operands: ['[FILE…]'],
  usesCache: true,
  options: {
    format: {
      type: 'string',
      default: 'text',
      value: 'FORMAT',
      description: '`text` for people, `json` for programs, `sarif` for code hosts and editors, `github` for annotations in GitHub Actions',
    },
    explain: { type: 'string', value: 'RULE', description: 'what a rule finds, why it matters and how to mend it, instead of a check' },
  },
  examples: [
    { line: 'disclosure-log check', what: 'the log in ./content, with the files that its entries declare' },
    {
      line: 'disclosure-log check response.pdf figures/',
      what: 'files before they are sent: whatever lies in the folder, and what is in it',
    },
    { line: 'disclosure-log check --log ../our-log --format json', what: 'another log, as JSON' },
    { line: 'disclosure-log check --explain hidden-sheet', what: 'more of one rule' },
  ],
  async run({ values, operands, log: dir, cache, terminal }) {
    if (typeof values['explain'] === 'string') {
      terminal.out(explain(values['explain']));
      return 0;
    }
    const format = String(values['format']);
    if (!FORMATS.includes(format))
      throw new UsageError(`Unexpected --format ${format}, expected ${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1)}`);
    const options = {
      engine: engineFolder(),
      cache,
      onProgress: (done: number, of: number) => terminal.progress(bar(done, of, 'files looked into')),
    };
    const { report, closing } = operands.length > 0 ? await checkLoose(operands, dir, options) : await checkLog(dir, options, terminal);
    terminal.done();
    if (format === 'json') terminal.out(formatJson(report));
    else if (format === 'sarif') terminal.out(formatSarif(report, version()));
    else if (format === 'github') terminal.out(formatGithub(report));
    else writeReport(report, closing, terminal);
    return blocks(report.findings) ? 1 : 0;
  },
};

type Options = Pick<CheckOptions, 'engine' | 'cache' | 'onProgress'>;
interface Checked {
  report: CheckReport & { hashes: ReadonlyMap<string, string> };
  /** What was looked at, in a sentence. */
  closing: string;
}

/** The log, and the files that its entries declare, also those of entries that are not published. */
async function checkLog(dir: string, options: Options, terminal: Terminal): Promise<Checked> {
  const loaded = await loadLog({
    dir,
    cache: options.cache,
    now: new Date(),
    onProgress: (done, of) => terminal.progress(bar(done, of, 'entries read')),
  });
  const { findings, unpublished, accepted, files, allowed, counts } = loaded;
  const looked = await checkFiles(files, { ...options, log: dir, allowed });
  const all = [...findings, ...unpublished, ...looked.findings];
  all.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)));
  return {
    report: {
      findings: all,
      accepted: [...accepted, ...looked.accepted],
      notInspected: looked.notInspected,
      counts: summaryOf(counts, looked.files.length),
      hashes: new Map([...hashesOf(looked), ...hashesOfTexts(all)]),
    },
    closing: `${describeCounts(counts)} ${count(files.length, 'file')} looked into.`,
  };
}

/** Files that need belong to no log. Where `--log` names one, its contacts are allowed in them. */
async function checkLoose(operands: readonly string[], dir: string, options: Options): Promise<Checked> {
  const { settings, allowed } = await readSettings(path.join(dir, 'log.yaml'), null);
  const { files, entries, left } = findLooseFiles(operands);
  const looked = await checkFiles(
    files.map((file) => ({ path: path.resolve(file), file, acknowledged: [] })),
    { ...options, log: null, allowed },
  );
  const findings = [...readLooseEntries(entries, settings?.law ?? 'foia', allowed), ...looked.findings];
  return {
    report: {
      findings,
      accepted: [],
      notInspected: [...looked.notInspected, ...left],
      counts: { files: files.length + entries.length },
      hashes: hashesOf(looked),
    },
    closing: `${count(files.length + entries.length, 'file')} looked into.`,
  };
}

function hashesOf({ files }: FileReport): Map<string, string> {
  return new Map(files.flatMap(({ file, sha256 }) => (sha256 === null ? [] : [[file, sha256] as const])));
}

/** What binds an acceptance to the text of an entry, for those in whose words something was found. */
function hashesOfTexts(findings: readonly AnyFinding[]): Map<string, string> {
  const files = new Set(
    findings.filter(({ rule, file }) => rule in TEXT_RULES && path.basename(file) === OWN_TEXT).map(({ file }) => file),
  );
  return new Map([...files].map((file) => [file, hashOfText(splitFrontMatter(readFileSync(file, 'utf8'))?.body ?? '')]));
}

function summaryOf({ entries, published, drafts, embargoed, withdrawn }: LoadedLog['counts'], files: number): Record<string, number> {
  return { entries, published, drafts, embargoed, withdrawn, files };
}

function version(): string {
  return (JSON.parse(readFileSync(path.join(engineFolder(), 'package.json'), 'utf8')) as { version: string }).version;
}
