import path from 'node:path';
import { readBodyOf } from '../log/bodies.ts';
import { blocks } from '../model/finding.ts';
import type { Log } from '../log/log.ts';
import { readSettings } from '../log/read-settings.ts';
import type { Finding } from '../model/finding.ts';
import { EXPORT_FORMATS, exportedEntries, type ExportedEntry, type ExportFormat } from '../open-data/export.ts';
import { exportMapping } from '../open-data/export-mapping.ts';
import { type Command, type ExitCode, type Invocation, UsageError } from './command.ts';
import { loadToPublish } from './load-to-publish.ts';
import { count, formatFinding, summarise } from './report.ts';
import { readBase, readSite } from './site-address.ts';
import { checkReplaceable, writeFileOfLines, writeLines } from './write-lines.ts';

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];

/** How each of our outputs begins: an entry, an action of `_bulk`, a mapping. */
const OURS = /^\{\s*"(id"|index":\{"_index"|settings")/;

export const exportCommand: Command = {
  name: 'export',
  summary: 'the published entries with their text, for a search engine you run',
  usage: 'export [--format ndjson|opensearch] [--index NAME] [--mapping] [--out FILE] [--site URL] [--base PATH]',
  operands: [],
  usesCache: true,
  options: {
    format: {
      type: 'string',
      default: 'ndjson',
      value: 'FORMAT',
      description: `${FORMATS.map((format) => `\`${format}\`, ${EXPORT_FORMATS[format].description}`).join('; ')}`,
    },
    index: { type: 'string', value: 'NAME', description: 'with --format opensearch: the index to load into; without it `disclosures`' },
    mapping: {
      type: 'boolean',
      default: false,
      description: 'instead of the entries, the settings and mapping of an index that fits them, as JSON',
    },
    out: { type: 'string', value: 'FILE', description: 'a file, replaced when all of it is written; without it standard output' },
    site: { type: 'string', value: 'URL', description: 'canonical address, such as https://foi.example.org; overrides log.yaml' },
    base: { type: 'string', default: '/', value: 'PATH', description: 'path the site is served under, such as /foi/' },
  },
  examples: [
    { line: 'disclosure-log export --out disclosures.ndjson', what: 'the log in ./content, one entry a line' },
    { line: 'disclosure-log export --mapping', what: 'what creates the index' },
    { line: 'disclosure-log export --format opensearch --index disclosures-2026', what: 'what loads it' },
  ],
  async run(invocation) {
    const { values } = invocation;
    const format = readFormat(values['format']);
    const index = readIndex(values['index'], format);
    const [site, base] = [readSite(values['site']), readBase(String(values['base']))];
    const out = typeof values['out'] === 'string' ? path.resolve(values['out']) : null;
    if (out !== null) await checkReplaceable(out, OURS);
    if (values['mapping'] === true) return writeMapping(invocation, out);

    const { log: dir, cache, terminal } = invocation;
    // The export holds no file, but the name, title and address of each: it is published by the same gate as the site that they lead to.
    const loaded = await loadToPublish(invocation, { site, now: new Date() });
    if (!loaded) return 1;
    const { log } = loaded;
    if (log.settings.site === null)
      terminal.note('log.yaml states no site: the export carries paths instead of addresses. Add site: https://…, or use --site.');

    const bodyOf = (entry: Log['entries'][number]) => readBodyOf(entry, { dir, cache, law: log.settings.law });
    const address = (path: string) => `${log.settings.site ?? ''}${base.slice(0, -1)}${path}`;
    const lines = linesOf(exportedEntries(log.entries, bodyOf, address), (entry) => EXPORT_FORMATS[format].lines(entry, index));
    const whole = await write(lines, out);
    if (whole) terminal.note(`${count(log.entries.length, 'entry')} exported${nameOf(out)}.`);
    return 0;
  },
};

function readFormat(value: unknown): ExportFormat {
  const format = FORMATS.find((each) => each === value);
  if (!format) throw new UsageError(`Unexpected --format ${String(value)}, expected ${FORMATS.join(' or ')}`);
  return format;
}

/** The name of an index, as OpenSearch and Elasticsearch allow it. */
function readIndex(value: unknown, format: ExportFormat): string {
  if (typeof value !== 'string') return 'disclosures';
  if (format !== 'opensearch') throw new UsageError('Unexpected --index, expected it with --format opensearch');
  if (!/^[a-z0-9][a-z0-9_.-]*$/.test(value) || value.length > 255)
    throw new UsageError(
      `Unexpected --index ${value}, expected a name of lower-case letters, digits, “-”, “_” and “.” that begins with a letter or digit`,
    );
  return value;
}

/** Needs log.yaml alone: the language of the log decides how its words are stemmed. */
async function writeMapping({ log, terminal }: Invocation, out: string | null): Promise<ExitCode> {
  const file = path.join(log, 'log.yaml');
  const { settings, findings } = await readSettings(file, null);
  const named: Finding[] = findings.map((finding) => ({ ...finding, file: path.relative(process.cwd(), file) }));
  for (const finding of named) terminal.note(formatFinding(finding, terminal.colour));
  if (!settings || blocks(named)) {
    terminal.note(`${summarise(named)}. Nothing was written.`);
    return 1;
  }
  const whole = await write([`${JSON.stringify(exportMapping(settings.language), null, 2)}\n`], out);
  if (whole && out !== null) terminal.note(`Mapping written${nameOf(out)}.`);
  return 0;
}

async function* linesOf(entries: AsyncIterable<ExportedEntry>, format: (entry: ExportedEntry) => string): AsyncGenerator<string> {
  for await (const entry of entries) yield format(entry);
}

/** `false` where whoever read standard output had enough. */
async function write(lines: Iterable<string> | AsyncIterable<string>, out: string | null): Promise<boolean> {
  if (out === null) return writeLines(lines, process.stdout);
  await writeFileOfLines(lines, out);
  return true;
}

const nameOf = (out: string | null) => (out === null ? '' : `: ${path.relative(process.cwd(), out)}`);
