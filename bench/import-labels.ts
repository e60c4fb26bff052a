/*
 * How well the importer reads pages it was not written for: imports every page that a labels file names and compares the result with what
 * a careful reader found. Prints one line a page and the totals; exit 1 below the thresholds.
 *
 *   npm run bench:import                      the pages of ../shared/real
 *   npm run bench:import -- DIR               another folder with labels.jsonl
 *
 * The rules are those of ../shared/real/README.md: provisions under `provisions_inferred` are right with or without; a `null` number of
 * questions says nothing and is not counted; a `null` reference or outcome is right only if none is proposed. The labels know one word for
 * every refusal, so over the cost limit, vexatious and already available count as refused; the stricter count is printed beside it.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importPage } from '../src/importers/import-page.ts';
import type { ImportedEntry } from '../src/importers/entry-record.ts';
import type { Law } from '../src/model/laws.ts';

export interface Label {
  file: string;
  reference: string | null;
  title?: string | null;
  date_received?: string | null;
  date_response_stated?: string | null;
  outcome: string | null;
  provisions: string[];
  provisions_inferred?: string[];
  questions: number | null;
}

export interface Row {
  file: string;
  reference: { want: string | null; got: string | null; right: boolean };
  outcome: { want: string | null; got: string | null; right: boolean; strictly: boolean };
  citations: { right: number; extra: string[]; lacking: string[] };
  questions: { want: number | null; got: number; right: boolean | null };
  dates: { want: string; got: string; right: boolean };
  title: { want: string | null; got: string | null; right: boolean | null };
}

export interface Totals {
  references: number;
  outcomes: number;
  outcomesStrictly: number;
  precision: number;
  recall: number;
  f1: number;
  questions: number;
  dates: number;
  titles: number;
}

/** What has to be reached. */
export const THRESHOLDS = { references: 0.9, outcomes: 0.8, f1: 0.9, questions: 0.8 } as const;

const OUTCOMES: Record<string, string> = { disclosed: 'granted', partly_disclosed: 'part', not_held: 'not-held' };
/** Outcomes for which the labels have no word but `refused`. */
const REFUSALS = ['refused', 'cost', 'vexatious', 'accessible'];

/**
 * Imports the pages of a folder with a labels.jsonl and compares.
 * @param law of the log they would be imported to; a page that names its own law is read under that
 */
export function scoreFolder(folder: string, law: Law = 'foia'): Row[] {
  const lines = readFileSync(path.join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim());
  return lines.map((line) => {
    const label = JSON.parse(line) as Label;
    return score(label, importPage(label.file, readFileSync(path.join(folder, label.file)), { law }).record);
  });
}

function score(label: Label, got: ImportedEntry): Row {
  const wanted = label.provisions.map(normal);
  const allowed = new Set([...wanted, ...(label.provisions_inferred ?? []).map(normal)]);
  const found = got.exemptions.map(normal);
  const outcome = label.outcome === null ? null : (OUTCOMES[label.outcome] ?? label.outcome);
  const strictly = got.outcome === outcome;
  const dates = `${label.date_received ?? null} ${label.date_response_stated ?? null}`;
  return {
    file: path.basename(label.file).replace(/\.\w+$/, ''),
    reference: { want: label.reference, got: got.reference, right: got.reference === label.reference },
    outcome: {
      want: outcome,
      got: got.outcome,
      strictly,
      right: strictly || (outcome === 'refused' && REFUSALS.includes(got.outcome ?? '')),
    },
    citations: {
      right: wanted.filter((each) => found.includes(each)).length,
      extra: found.filter((each) => !allowed.has(each)),
      lacking: wanted.filter((each) => !found.includes(each)),
    },
    questions: {
      want: label.questions,
      got: got.questions.length,
      right: label.questions === null ? null : label.questions === got.questions.length,
    },
    dates: { want: dates, got: `${got.received} ${got.responded}`, right: `${got.received} ${got.responded}` === dates },
    title: { want: label.title ?? null, got: got.title, right: label.title ? label.title === got.title : null },
  };
}

/** `FOIA s31(3)` and `FOIA 31(3)` are the same. */
function normal(citation: string): string {
  return citation
    .replace(/\b(?:ss?|sections?|regs?|regulations?|r)\.?\s*(?=\d)/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function totalsOf(rows: readonly Row[]): Totals {
  const share = (fits: (row: Row) => boolean | null) => {
    const counted = rows.map(fits).filter((each) => each !== null);
    return counted.length === 0 ? 1 : counted.filter(Boolean).length / counted.length;
  };
  const sum = (count: (row: Row) => number) => rows.reduce((all, row) => all + count(row), 0);
  const right = sum(({ citations }) => citations.right);
  const extra = sum(({ citations }) => citations.extra.length);
  const lacking = sum(({ citations }) => citations.lacking.length);
  const precision = right + extra === 0 ? 1 : right / (right + extra);
  const recall = right + lacking === 0 ? 1 : right / (right + lacking);
  return {
    references: share(({ reference }) => reference.right),
    outcomes: share(({ outcome }) => outcome.right),
    outcomesStrictly: share(({ outcome }) => outcome.strictly),
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    questions: share(({ questions }) => questions.right),
    dates: share(({ dates }) => dates.right),
    titles: share(({ title }) => title.right),
  };
}

/** The table, and what was wrong under it. */
export function report(rows: readonly Row[]): string {
  const cell = (text: string, width: number) => text.slice(0, width).padEnd(width);
  const sign = (right: boolean | null) => (right === null ? '·' : right ? '✓' : '✗');
  const lines = [
    `${cell('page', 28)} ${cell('reference', 20)} ${cell('outcome', 22)} ${cell('citations P R F1', 20)} ${cell('questions', 10)} dates title`,
  ];
  for (const { file, reference, outcome, citations, questions, dates, title } of rows) {
    const made = citations.right + citations.extra.length;
    const wanted = citations.right + citations.lacking.length;
    const [p, r] = [made === 0 ? 1 : citations.right / made, wanted === 0 ? 1 : citations.right / wanted];
    const f1 = p + r === 0 ? 0 : (2 * p * r) / (p + r);
    lines.push(
      `${cell(file, 28)} ${sign(reference.right)} ${cell(reference.got ?? '—', 18)} ${sign(outcome.right)} ${cell(outcome.right && outcome.strictly ? (outcome.got ?? '—') : `${outcome.got ?? '—'} (${outcome.want ?? '—'})`, 20)} ` +
        `${cell(made + wanted === 0 ? 'none' : `${p.toFixed(2)} ${r.toFixed(2)} ${f1.toFixed(2)}`, 20)} ${sign(questions.right)} ${cell(`${questions.got} (${questions.want ?? '—'})`, 8)} ${sign(dates.right)}     ${sign(title.right)}`,
    );
  }
  for (const { file, reference, citations, dates, title } of rows) {
    if (!reference.right) lines.push(`  ${file}: reference ${reference.got ?? 'none'}, expected ${reference.want ?? 'none'}`);
    if (citations.extra.length > 0) lines.push(`  ${file}: not relied on: ${citations.extra.join(', ')}`);
    if (citations.lacking.length > 0) lines.push(`  ${file}: lacks ${citations.lacking.join(', ')}`);
    if (!dates.right) lines.push(`  ${file}: dates ${dates.got}, expected ${dates.want}`);
    if (title.right === false) lines.push(`  ${file}: title ${title.got ?? 'none'}, expected ${title.want ?? 'none'}`);
  }
  const totals = totalsOf(rows);
  const percent = (part: number) => `${(part * 100).toFixed(0)} %`;
  lines.push(
    '',
    `references right     ${percent(totals.references)} (at least ${percent(THRESHOLDS.references)})`,
    `outcomes right       ${percent(totals.outcomes)} (at least ${percent(THRESHOLDS.outcomes)}); ${percent(totals.outcomesStrictly)} where cost is not counted as refused`,
    `citations            precision ${totals.precision.toFixed(3)}, recall ${totals.recall.toFixed(3)}, F1 ${totals.f1.toFixed(3)} (at least ${THRESHOLDS.f1})`,
    `question counts      ${percent(totals.questions)} (at least ${percent(THRESHOLDS.questions)})`,
    `dates right          ${percent(totals.dates)}`,
    `titles right         ${percent(totals.titles)}`,
  );
  return lines.join('\n');
}

export function passes(totals: Totals): boolean {
  return (
    totals.references >= THRESHOLDS.references &&
    totals.outcomes >= THRESHOLDS.outcomes &&
    totals.f1 >= THRESHOLDS.f1 &&
    totals.questions >= THRESHOLDS.questions
  );
}

if (process.argv[1] === import.meta.filename) {
  const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..', '..', 'shared', 'real'));
  if (existsSync(path.join(folder, 'labels.jsonl'))) {
    const rows = scoreFolder(folder);
    console.log(report(rows));
    process.exitCode = passes(totalsOf(rows)) ? 0 : 1;
  } else {
    console.error(`No labels.jsonl in ${folder}. Give the folder of labelled pages: npm run bench:import -- DIR`);
    process.exitCode = 2;
  }
}
