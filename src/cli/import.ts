import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ImportError, MOST_BYTES } from '../importers/decode.ts';
import type { ImportedEntry } from '../importers/entry-record.ts';
import { importPage, type Draft } from '../importers/import-page.ts';
import { LogWriter, type Written } from '../importers/log-writer.ts';
import { findSources, type Source } from '../importers/sources.ts';
import { readSettings } from '../log/read-settings.ts';
import type { Finding } from '../model/finding.ts';
import { LAW_IDS, type Law } from '../model/laws.ts';
import { normaliseReference } from '../model/references.ts';
import { type Command, type Invocation, type Terminal, UsageError } from './command.ts';
import { count, formatFinding } from './report.ts';
import { bar } from './terminal.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'answers you have as text or HTML become entries, with what was found, guessed and missing',
  usage: 'import PATH… [--dry-run] [--json [--write]] [--law LAW] [--status draft|published] [--overwrite]',
  operands: ['PATH…'],
  options: {
    'dry-run': { type: 'boolean', default: false, description: 'say what would be written, and write nothing' },
    json: {
      type: 'boolean',
      default: false,
      description: 'the entries as a JSON array, a pure report: nothing is written unless --write is given too',
    },
    write: { type: 'boolean', default: false, description: 'with --json: write the entries as well' },
    law: {
      type: 'string',
      value: 'LAW',
      description: 'the law of pages that name none: foia, eir, foisa or eisr; default: the law of log.yaml',
    },
    status: {
      type: 'string',
      value: 'STATUS',
      default: 'draft',
      description: 'draft (the default: a draft reaches no output) or published, for an import you trust',
    },
    overwrite: {
      type: 'boolean',
      default: false,
      description: 'replace entries that are in the log already; without it they are left as they are',
    },
  },
  examples: [
    { line: 'disclosure-log import old-site/', what: 'drafts of every .txt, .html and .md page in the folder' },
    { line: 'disclosure-log import answer.html --json', what: 'what the importer makes of one page; writes nothing' },
    { line: 'disclosure-log import old-site/ --dry-run', what: 'what would be written where' },
  ],
  async run(invocation) {
    const { values, operands, log, terminal } = invocation;
    const options = await optionsOf(invocation);
    const sources = await findSources(operands).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(error.code === 'ENOENT' ? `No file or folder ${error.path ?? ''}, expected pages to import` : error.message);
    });
    if (sources.length === 0) throw new UsageError(`No page in ${operands.join(', ')}, expected files that end in .txt, .html or .md`);
    const json = values['json'] === true;
    const writes = values['dry-run'] !== true && (!json || values['write'] === true);
    if (writes && !options.hasLog) {
      terminal.note(formatFinding(noLog(log), terminal.colour));
      return 1;
    }
    const writer = writes ? await LogWriter.open(log, values['overwrite'] === true) : null;
    const run = new Run(terminal, log, options, writer, json);
    for (const [index, source] of sources.entries()) {
      terminal.progress(bar(index, sources.length, 'pages'));
      await run.take(source);
    }
    terminal.done();
    if (json) terminal.out(JSON.stringify(run.records, null, 2));
    terminal.note(run.summary(values['dry-run'] === true || !writes));
    return run.failed > 0 ? 1 : 0;
  },
};

interface Options {
  law: Law;
  status: 'draft' | 'published';
  hasLog: boolean;
}

async function optionsOf({ values, log }: Invocation): Promise<Options> {
  const status = values['status'];
  if (status !== 'draft' && status !== 'published')
    throw new UsageError(`Unexpected --status ${String(status)}, expected draft or published`);
  const law = values['law'];
  if (law !== undefined && !LAW_IDS.includes(law as Law))
    throw new UsageError(`Unexpected --law ${String(law)}, expected one of ${LAW_IDS.join(', ')}`);
  const file = path.join(log, 'log.yaml');
  const hasLog = existsSync(file);
  const own = hasLog ? (await readSettings(file, null)).law : null;
  return { law: (law as Law | undefined) ?? own ?? 'foia', status, hasLog };
}

/** Imports one source after the other and keeps count. */
class Run {
  readonly records: ImportedEntry[] = [];
  failed = 0;
  private readonly counts = { written: 0, drafts: 0, replaced: 0, unchanged: 0, kept: 0 };
  private readonly seen = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly terminal: Terminal;
  private readonly log: string;
  private readonly options: Options;
  private readonly writer: LogWriter | null;
  private readonly json: boolean;

  constructor(terminal: Terminal, log: string, options: Options, writer: LogWriter | null, json: boolean) {
    this.terminal = terminal;
    this.log = log;
    this.options = options;
    this.writer = writer;
    this.json = json;
  }

  async take(source: Source): Promise<void> {
    // A document that a page links to went along with that page.
    if (!source.named && !source.readable && this.taken.has(path.resolve(source.file))) return;
    try {
      const draft = await this.read(source);
      for (const name of draft.attachments) this.taken.add(path.resolve(path.dirname(source.file), name));
      const twin = draft.record.reference === null ? undefined : this.seen.get(normaliseReference(draft.record.reference));
      if (twin !== undefined)
        throw new ImportError(
          `The reference ${draft.record.reference ?? ''} is that of ${twin} too`,
          'Import one of the two, or mend the reference in one of them.',
        );
      if (draft.record.reference !== null) this.seen.set(normaliseReference(draft.record.reference), source.file);
      this.records.push(draft.record);
      const written = (await this.writer?.write(draft, path.dirname(source.file))) ?? null;
      if (written) this.counts[written.state] += 1;
      if (written?.state === 'written' && draft.frontMatter['status'] === 'draft') this.counts.drafts += 1;
      if (!this.json) this.terminal.out(describe(draft, written, this.log, this.terminal));
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.failed += 1;
      this.terminal.note(
        formatFinding(finding(source.file, 'not-imported', null, error.message, error.fix, 'block'), this.terminal.colour),
      );
    }
  }

  private async read({ file }: Source): Promise<Draft> {
    const { size } = await stat(file);
    // Not even read: the limit is there so that nobody waits for a gigabyte.
    const bytes = size > MOST_BYTES ? new Uint8Array(size > 64 * MOST_BYTES ? MOST_BYTES + 1 : size) : await readFile(file);
    return importPage(file, bytes, {
      law: this.options.law,
      status: this.options.status,
      isBeside: (name) => existsSync(path.join(path.dirname(file), name)),
    });
  }

  summary(dry: boolean): string {
    const { written, drafts, replaced, unchanged, kept } = this.counts;
    const parts = dry
      ? [`${count(this.records.length, 'entry')} read, nothing written`]
      : [
          written > drafts && `${count(written - drafts, 'entry')} written as published`,
          drafts > 0 && `${count(drafts, 'entry')} written as draft`,
          replaced > 0 && `${count(replaced, 'entry')} replaced`,
          unchanged > 0 && `${unchanged} unchanged`,
          kept > 0 && `${kept} already in the log and left as ${kept === 1 ? 'it is' : 'they are'} (--overwrite replaces)`,
        ];
    return [...parts, this.failed > 0 && `${count(this.failed, 'file')} not imported`].filter(Boolean).join(', ') || 'Nothing to do';
  }
}

function noLog(log: string): ReturnType<typeof finding> {
  const fix =
    'Make a log with disclosure-log init, or name the folder of one with --log DIR. To look without writing: --dry-run, or --json.';
  return finding(
    path.join(path.relative(process.cwd(), log), 'log.yaml'),
    'no-log',
    null,
    'Missing log.yaml, expected a log to write to',
    fix,
    'block',
  );
}

function finding(
  file: string,
  rule: string,
  line: number | null,
  message: string,
  fix: string,
  severity: Finding['severity'],
): Omit<Finding, 'rule'> & { rule: string } {
  return { rule, severity, file, line, column: line === null ? null : 1, where: null, message, fix };
}

const STATES: Record<Written['state'], string> = {
  written: 'written to',
  replaced: 'replaced',
  unchanged: 'unchanged in',
  kept: 'left as it is:',
};

/** What a person needs to know of one entry: what was found, what was guessed and why, what is missing, where it is. */
function describe({ record }: Draft, written: Written | null, log: string, { colour }: Terminal): string {
  const place = path.join(path.relative(process.cwd(), log), written?.file ?? record.file);
  const lines = [
    record.source,
    `  ${record.title ?? 'No title'} (${record.reference ?? 'no reference'})`,
    `  ${written ? STATES[written.state] : 'would be'} ${place}`,
    `  found     ${record.found.join(', ') || 'nothing'}`,
    `  missing   ${record.missing.join(', ') || 'nothing'}`,
    ...record.guessed.map(
      ({ field, value, because }) =>
        `  guessed   ${field}: ${value === null ? 'not stated' : [value].flat().join(', ')}\n            ${because}`,
    ),
    ...record.reported.map(({ rule, line, message, fix }) =>
      formatFinding(finding(record.source, rule, line, message, fix, 'warn'), colour),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
