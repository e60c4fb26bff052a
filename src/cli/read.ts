import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { entryOptions } from '../log/read-one.ts';
import { readSettings } from '../log/read-settings.ts';
import { readEntry, type EntryReading } from '../markdown/read-entry.ts';
import { formatCitation } from '../model/laws.ts';
import { describeOutcome, overallOutcome } from '../model/outcomes.ts';
import { type Command, UsageError } from './command.ts';
import { formatFinding } from './report.ts';

export const readCommand: Command = {
  name: 'read',
  summary: 'show the model of one entry, as the build sees it',
  usage: 'read FILE.md [--json]',
  operands: ['FILE.md'],
  options: { json: { type: 'boolean', default: false, description: 'the fields as JSON' } },
  examples: [{ line: 'disclosure-log read content/disclosures/2026/1042-26/index.md --json', what: 'one entry as JSON' }],
  async run({ values, operands, log, terminal }) {
    const [file = ''] = operands;
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new UsageError(`No file ${file}, expected the index.md of an entry`);
    // The log of the entry decides its law: the one it lies in, else the one that --log names.
    const home = await logAbove(path.resolve(file));
    const { settings, allowed } = await readSettings(path.join(home ?? log, 'log.yaml'), null);
    const entry = readEntry(await readFile(file, 'utf8'), entryOptions(settings?.law ?? 'foia', allowed));
    for (const finding of entry.findings) terminal.note(formatFinding({ ...finding, file }, terminal.colour));
    if (values['json']) terminal.out(JSON.stringify(asJson(file, entry), null, 2));
    else terminal.out(asText(entry));
    return entry.findings.some(({ severity }) => severity === 'block') ? 1 : 0;
  },
};

async function logAbove(file: string): Promise<string | null> {
  for (let folder = path.dirname(file); folder !== path.dirname(folder); folder = path.dirname(folder))
    if (await stat(path.join(folder, 'log.yaml')).catch(() => null)) return folder;
  return null;
}

/** The fields of the contract for `import --json`, as stored; unknown is `null`. */
function asJson(file: string, { frontMatter, exemptions, questions }: EntryReading): Record<string, unknown> {
  return {
    source: file,
    file,
    reference: frontMatter?.reference ?? null,
    title: frontMatter?.title ?? null,
    received: frontMatter?.received ?? null,
    responded: frontMatter?.responded ?? null,
    outcome: frontMatter?.outcome ?? null,
    exemptions: exemptions.map(formatCitation),
    questions: questions.map((question) => ({
      number: question.number,
      text: question.text,
      answer: question.answer,
      outcome: question.outcome,
      exemptions: question.exemptions.map(formatCitation),
    })),
  };
}

function asText({ frontMatter, exemptions, questions, law }: EntryReading): string {
  if (!frontMatter) return 'The front matter could not be read.';
  const overall = overallOutcome(
    frontMatter.outcome ?? null,
    questions.map(({ outcome }) => outcome),
  );
  const lines = [
    `${frontMatter.title} (${frontMatter.reference})`,
    `  law         ${law}`,
    `  received    ${frontMatter.received ?? 'not stated'}`,
    `  responded   ${frontMatter.responded ?? 'not stated'}`,
    `  outcome     ${describeOutcome(overall) ?? 'not stated'}`,
    `  exemptions  ${exemptions.map(formatCitation).join(', ') || 'none stated for the whole'}`,
  ];
  for (const { number, text, answer, outcome, exemptions: own } of questions) {
    const state = [outcome ?? 'outcome not stated', ...own.map(formatCitation)].join(', ');
    lines.push(
      `  question ${number}: ${state}${answer === null ? ', no answer under its own heading' : ''}`,
      `    ${(text ?? '').replace(/\s+/g, ' ').slice(0, 100)}`,
    );
  }
  return lines.join('\n');
}
