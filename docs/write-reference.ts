/* npm run docs: writes docs/reference.md and docs/rules.md from the code, so that what it says is what the program does. A test holds the two together. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import type { z } from 'zod';
import { NOT_CHECKED } from '../src/checks/report.ts';
import { allRules, type Explained } from '../src/cli/explain.ts';
import { loadCommands } from '../src/cli/commands.ts';
import { COLUMNS } from '../src/open-data/csv.ts';
import { entrySchema } from '../src/model/entry.ts';
import { LAWS } from '../src/model/laws.ts';
import { logSchema } from '../src/model/log-config.ts';
import { CLOSED_REASONS, OUTCOMES } from '../src/model/outcomes.ts';
import { SECTION_HEADINGS } from '../src/markdown/section-headings.ts';

/** The whole reference as markdown, formatted as the repository is. */
export async function reference(): Promise<string> {
  const text = [
    '# Reference',
    'Made from the code by `npm run docs`; a test fails when the two differ.',
    '## Commands',
    '`npx disclosure-log COMMAND`. Every command takes `--log DIR` (the folder of the log, default `content`), `--cache DIR` and `--help`. Exit codes: 0 fine, 1 findings or errors in the log, 2 wrong usage.',
    ...(await loadCommands()).flatMap(({ name, summary, usage, options, examples }) => [
      `### ${name}`,
      `${capital(summary)}.`,
      `    disclosure-log ${usage}`,
      Object.keys(options).length > 0
        ? list(
            Object.entries(options).map(
              ([option, { value, description, default: fallback }]) =>
                `\`--${option}${value ? ` ${value}` : ''}\`: ${description}${typeof fallback === 'string' ? ` (default \`${fallback}\`)` : ''}`,
            ),
          )
        : '',
      list(examples.map(({ line, what }) => `\`${line}\`: ${what}`)),
    ]),
    '## An entry',
    'A file `disclosures/YEAR/REFERENCE/index.md`: front matter between two lines of `---`, then the text. `title` and `reference` alone make a valid entry. Every value is read as text; an unknown key is an error.',
    fields(entrySchema),
    '### Its text',
    `Sections are headings of the second level: \`## Request\`, \`## Response\` and \`## Attachments\`. These are read as well: ${Object.values(
      SECTION_HEADINGS,
    )
      .map(([, ...others]) => others.join(', '))
      .join('; ')}.`,
    list([
      'Questions stand under the request as a numbered list, as a paragraph that begins with a label (`3A) …`, `Q3: …`), or under a heading (`### Question 3`). They keep the number that the text shows. What belongs to a question in a list is indented below it.',
      'Answers stand under the response below headings that name the questions: `### Question 1`, `### Questions 2 and 3`, `### Questions 4 to 6`.',
      'Headings such as `### Public interest test`, `#### Factors favouring disclosure`, `#### Balance test`, `### Reason for decision` or `### Advice and assistance` are recognised as parts of the reasoning.',
      'Text is CommonMark with tables. Quotes, dashes and numbers are left as they are written. HTML and comments are errors.',
      'Links lead to a web address, to a declared attachment by its file name, or to another page of the log by its path.',
    ]),
    '## log.yaml',
    '`authority`, `law` and `topics` alone make a valid log. Any name of the public’s may also be `{en: …, cy: …}`.',
    fields(logSchema),
    '## Outcomes',
    table(
      ['`outcome`', 'Shown as', 'Meaning'],
      Object.entries(OUTCOMES).map(([id, { label, meaning }]) => [`\`${id}\``, label, meaning]),
    ),
    'With `outcome: closed`, `closedReason` is one of:',
    table(
      ['`closedReason`', 'Meaning'],
      Object.entries(CLOSED_REASONS).map(([id, meaning]) => [`\`${id}\``, meaning]),
    ),
    '## Laws',
    table(
      ['`law`', 'Cited as', 'Name'],
      Object.entries(LAWS).map(([id, { short, name }]) => [`\`${id}\``, short, name]),
    ),
    '## Rules',
    'What `check` and `build` find, why it matters and how to mend it is in [rules](rules.md); `disclosure-log check --explain RULE` prints the same. A finding is printed as `path:line:column  severity  what is wrong, what was expected  [rule]`, with its mend on the next line. An error stops the build; a warning does not.',
    '## Open data',
    '`/data/disclosures.csv`, one row an entry, RFC 4180, UTF-8. `/data/disclosures.json` holds the same entries with every question and attachment.',
    table(
      ['Column', 'Holds'],
      COLUMNS.map(({ name, description }) => [`\`${name}\``, description]),
    ),
  ].filter(Boolean);
  return format(`${text.join('\n\n')}\n`, { parser: 'markdown', printWidth: 140 });
}

/** Every rule, under a heading that is its anchor. */
export async function rules(): Promise<string> {
  const all = allRules();
  const ofLogs = all.filter(({ kinds }) => kinds.length === 0);
  const ofFiles = all.filter(({ kinds }) => kinds.length > 0);
  const one = ({ id, severity, finds, why, mend, kinds }: Explained) => [
    `### ${id}`,
    `**${severity === 'block' ? 'Error' : 'Warning'}.** ${finds}${kinds.length > 0 ? ` Looked for in: ${kinds.join(', ')}.` : ''}`,
    ...(why === null ? [] : [why]),
    mend.length === 1 ? `To mend it: ${mend[0]?.charAt(0).toLowerCase()}${mend[0]?.slice(1)}` : `To mend it:\n\n${list(mend)}`,
  ];
  const text = [
    '# Rules',
    'Made from the code by `npm run docs`; a test fails when the two differ. `disclosure-log check --explain RULE` prints any of it without a network.',
    'An error stops a build, and nothing is published; a warning does not. Findings in files of drafts, of entries under embargo and of withdrawn entries are shown by `check`, and stop no build: such files are never published.',
    '## What is checked',
    list([
      '`disclosure-log check` looks at the whole log: every entry, and every file that an entry declares.',
      '`disclosure-log check response.xlsx figures/` looks at files and folders that need belong to no log: before they are sent to anybody.',
      '`disclosure-log build` looks at the same, and writes nothing while there is an error in an entry or in a file of a published one; so does `astro build`, started directly.',
    ]),
    'Every file is looked into in a thread of its own, with limits of time (60 seconds, and 15 for one page of a PDF) and memory (1 GB). What cannot be looked into blocks, and is listed in every format of the report. A finding never repeats what is hidden: reports are read in public places.',
    'A PDF is reckoned before it is read, because a few hundred bytes of it can ask for hours: its pages may ask for four million steps and twelve more for each byte of the file, which is about twice what the densest of 532 manuals asks for. It may hold 3,000 pages, 40,000 links, comments and fields, and 100,000 bookmarks and other texts beside its pages; a page may show pictures of 150 million points together and 64 million each, save its state 512 deep, and be made of parts that lie 100 deep in each other; a stream may unpack to 96 MiB, and all of them to 256 MiB. Of earlier versions, twelve are looked at. Whatever is beyond is not inspected, and blocks with its reason.',
    '## What is not checked',
    'A report without findings is no promise. No rule looks for:',
    list([...NOT_CHECKED]),
    'Identifiers are looked for by their shape. Where a shape alone proves little, a word beside it is needed; numbers written in unusual ways, and identifiers of other countries, are not found.',
    '## Contacts that may stand in an answer',
    'Every e-mail address, telephone number and postcode that `log.yaml` names, wherever it names it, is left alone; those that have no other place there go under `publicContacts`. So are mailboxes of teams (`foi@…`, `enquiries@…`), numbers that begin 03, 08 or 09, and the two information commissioners’.',
    '## Accepting a finding',
    'A person may accept a finding, in the front matter of the entry:',
    `\`\`\`yaml
acknowledged:
  - rule: small-counts
    file: figures.csv
    sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    reason: The numbers count bridges, not people.
    by: Information governance manager
    on: 2026-11-28
\`\`\``,
    list([
      'It is bound to the rule and to the bytes of the file: `check` prints the sha256 of every file in which it found something. When the file changes, the finding counts again, and the acknowledgement is told to be stale.',
      'A finding about words of the entry’s own text (salutations, identifiers and the like) is accepted with `file: index.md` and the sha256 of the text below the front matter, which `check` prints as well.',
      '`by` is a role, not a name. Nothing under `acknowledged` is ever rendered; the report lists what was accepted, by whom and why.',
      'That a file could not be inspected can be accepted as well, by somebody who has looked into it in another way. It is still listed as not inspected.',
    ]),
    '## Rules about the log',
    ...ofLogs.flatMap(one),
    '## Rules about words, and about files',
    'Rules about words are applied to entries as well as to all files: to what a reader sees and to what is hidden.',
    ...ofFiles.flatMap(one),
  ];
  return format(`${text.join('\n\n')}\n`, { parser: 'markdown', printWidth: 140 });
}

/** Every key of a schema with its description; keys of a group or list below it. */
function fields(schema: z.ZodObject): string {
  const rows = Object.entries(schema.shape).flatMap(([key, field]) => row(key, field as z.ZodType));
  return table(['Key', '', 'What it holds'], rows);
}

function row(key: string, field: z.ZodType): string[][] {
  const inner = objectIn(field);
  const own = [`\`${key}\``, field.safeParse(undefined).success ? '' : 'needed', field.meta()?.description ?? ''];
  const below = inner
    ? Object.entries(inner.shape).flatMap(([name, each]) =>
        (each as z.ZodType).meta()?.description ? row(`${key}.${name}`, each as z.ZodType) : [],
      )
    : [];
  return [own, ...below];
}

interface Wrapped {
  def: { innerType?: Wrapped; element?: Wrapped };
  shape?: Record<string, unknown>;
}

function objectIn(field: unknown): z.ZodObject | null {
  let at = field as Wrapped | undefined;
  while (at && !at.shape) at = at.def.innerType ?? at.def.element;
  return (at as z.ZodObject | undefined) ?? null;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(items: string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

if (import.meta.main) {
  await writeFile(path.join(import.meta.dirname, 'reference.md'), await reference());
  await writeFile(path.join(import.meta.dirname, 'rules.md'), await rules());
}
