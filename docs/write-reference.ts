/* npm run docs: writes docs/reference.md from the code, so that what it says is what the program does. A test holds the two together. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import type { z } from 'zod';
import { COMMANDS } from '../src/cli/main.ts';
import { COLUMNS } from '../src/open-data/csv.ts';
import { entrySchema } from '../src/model/entry.ts';
import { LAWS } from '../src/model/laws.ts';
import { logSchema } from '../src/model/log-config.ts';
import { CLOSED_REASONS, OUTCOMES } from '../src/model/outcomes.ts';
import { RULES } from '../src/model/rules.ts';
import { SECTION_HEADINGS } from '../src/markdown/section-headings.ts';

/** The whole reference as markdown, formatted as the repository is. */
export async function reference(): Promise<string> {
  const text = [
    '# Reference',
    'Made from the code by `npm run docs`; a test fails when the two differ.',
    '## Commands',
    '`npx disclosure-log COMMAND`. Every command takes `--log DIR` (the folder of the log, default `content`), `--cache DIR` and `--help`. Exit codes: 0 fine, 1 findings or errors in the log, 2 wrong usage.',
    ...COMMANDS.flatMap(({ name, summary, usage, options, examples }) => [
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
    'What `check` and `build` find. A finding is printed as `path:line:column  severity  what is wrong, what was expected  [rule]`, with its mend on the next line. An error stops the build; a warning does not.',
    table(
      ['Rule', '', 'What it finds', 'How to mend it'],
      Object.entries(RULES).map(([id, { severity, finds, mend }]) => [
        `<a id="${id}"></a>\`${id}\``,
        severity === 'block' ? 'error' : 'warning',
        finds,
        mend,
      ]),
    ),
    '## Open data',
    '`/data/disclosures.csv`, one row an entry, RFC 4180, UTF-8. `/data/disclosures.json` holds the same entries with every question and attachment.',
    table(
      ['Column', 'Holds'],
      COLUMNS.map(({ name, description }) => [`\`${name}\``, description]),
    ),
  ].filter(Boolean);
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

if (import.meta.main) await writeFile(path.join(import.meta.dirname, 'reference.md'), await reference());
