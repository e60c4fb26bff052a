import { checkProvision } from '../model/citations.ts';
import type { FrontMatter, WrittenProvision } from '../model/entry.ts';
import type { FindingInText } from '../model/finding.ts';
import type { Citation, Law } from '../model/laws.ts';
import { findProvision } from '../model/provisions.ts';
import { RULES, type Rule } from '../model/rules.ts';
import { slugOfReference } from '../model/references.ts';
import type { RenderedBody } from './body.ts';
import { daysOutOfOrder } from './days.ts';
import { fieldName, type Yaml } from './front-matter.ts';
import { keyOf, type Question } from './questions.ts';

/** What the fields mean together and against the text: provisions of the law, questions of the text, states that need their reason. */
export class FactReader {
  readonly findings: FindingInText[] = [];
  /** Where provisions stand that the public interest must be weighed for. */
  private readonly weighed: PropertyKey[][] = [];
  private readonly frontMatter: Partial<FrontMatter>;
  private readonly law: Law;
  private readonly yaml: Yaml;

  constructor(frontMatter: Partial<FrontMatter>, law: Law, yaml: Yaml) {
    this.frontMatter = frontMatter;
    this.law = law;
    this.yaml = yaml;
  }

  private report(rule: Rule, path: readonly PropertyKey[], message: string, fix: string): void {
    this.findings.push({ rule, severity: RULES[rule].severity, ...this.yaml.place(path), where: fieldName(path), message, fix });
  }

  provisions(written: readonly WrittenProvision[] | undefined, path: readonly PropertyKey[]): Citation[] {
    return (written ?? []).flatMap((each, index) => {
      const [law, provision] = typeof each === 'string' ? [this.law, each] : [each.law, each.provision];
      const checked = checkProvision(provision, law);
      if ('provision' in checked) {
        const citation = { law, provision: checked.provision };
        if (isWeighed(citation)) this.weighed.push([...path, index]);
        return [citation];
      }
      this.report('unknown-provision', [...path, index], checked.problem.replace(/\.$/, ''), checked.fix);
      return [];
    });
  }

  /** Gives each question of the text what the front matter states of it; a number that the text does not show is a finding. */
  questions(questions: Question[]): void {
    const used = new Map<string, number>();
    for (const [index, stated] of (this.frontMatter.questions ?? []).entries()) {
      const path = ['questions', index];
      const exemptions = this.provisions(stated.exemptions, [...path, 'exemptions']);
      const key = keyOf(stated.number);
      const same = questions.filter((each) => keyOf(each.number) === key);
      const nth = used.get(key) ?? 0;
      used.set(key, nth + 1);
      const question = same[nth];
      if (question) {
        question.outcome = stated.outcome ?? null;
        question.exemptions = exemptions;
        question.closedReason = stated.closedReason ?? null;
      } else if (nth > 0)
        this.report(
          'duplicate-question',
          [...path, 'number'],
          `Question “${stated.number}” is stated again, expected it ${same.length === 1 ? 'once' : `${same.length} times`} as in the text`,
          'Delete one of the two lines.',
        );
      else if (this.frontMatter.status !== 'withdrawn') {
        const shown = questions.map(({ number }) => number);
        const expected = shown.length > 0 ? `the text shows ${shown.join(', ')}` : 'the text numbers no question';
        this.report(
          'unknown-question',
          [...path, 'number'],
          `Unknown question “${stated.number}”, ${expected}`,
          shown.length > 0 ? 'Use a number as the text shows it.' : 'Number the questions under ## Request: 1. …, 2. …',
        );
      }
      if (stated.closedReason && stated.outcome !== 'closed')
        this.report(
          'closed-reason',
          [...path, 'closedReason'],
          'Unexpected closedReason, expected it only with outcome: closed',
          'Delete it, or write outcome: closed.',
        );
    }
  }

  /** What an answer should say, and need not. */
  completeness(questions: readonly Question[], body: RenderedBody): void {
    const { outcome, status, attachments } = this.frontMatter;
    const silent = questions.filter((question) => question.outcome === null).map(({ number }) => number);
    if (outcome === undefined && status !== 'withdrawn' && (questions.length === 0 || silent.length > 0))
      this.report(
        'question-without-outcome',
        [questions.length > silent.length ? 'questions' : 'reference'],
        silent.length === 0
          ? 'No outcome is stated'
          : `No outcome is stated for question${silent.length === 1 ? '' : 's'} ${listOf(silent)}`,
        silent.length === 0
          ? 'Add outcome: …, or number the questions and state one for each.'
          : 'Add outcome: … for the entry, or for each question under questions.',
      );
    const [first] = this.weighed;
    const isElsewhere = attachments?.some(({ kind }) => kind === 'refusal-notice') ?? false;
    if (first && status !== 'withdrawn' && !isElsewhere && !speaksOfPublicInterest(body))
      this.report(
        'no-public-interest-test',
        first,
        'The public interest must be weighed under this provision, and the answer does not speak of it',
        'Write the public interest test into the answer, or declare the refusal notice that holds it (kind: refusal-notice).',
      );
    for (const { path, message } of daysOutOfOrder(this.frontMatter))
      this.report('dates-out-of-order', path, message, 'Correct the day that is wrong.');
  }

  agreement(): void {
    const { outcome, closedReason, status, withdrawn, reference, attachments } = this.frontMatter;
    if (reference !== undefined && slugOfReference(reference) === '')
      this.report(
        'bad-reference',
        ['reference'],
        `Unexpected reference “${reference}”, expected at least one letter or digit (A–Z, 0–9)`,
        'Write the reference as the authority does.',
      );
    if (closedReason && outcome !== 'closed')
      this.report(
        'closed-reason',
        ['closedReason'],
        'Unexpected closedReason, expected it only with outcome: closed',
        'Delete it, or write outcome: closed.',
      );
    if (outcome === 'closed' && !closedReason)
      this.report(
        'closed-reason',
        ['outcome'],
        'Missing closedReason, expected why the request was closed',
        'Add closedReason: clarification-lapsed, requester-withdrew, transferred or invalid.',
      );
    if (status === 'withdrawn' && !withdrawn)
      this.report(
        'withdrawn',
        ['status'],
        'Missing “withdrawn”, expected the day and the reason',
        'Add withdrawn: {date: YYYY-MM-DD, reason: …}.',
      );
    if (withdrawn && status !== 'withdrawn')
      this.report(
        'withdrawn',
        ['withdrawn'],
        'Unexpected “withdrawn”, expected it only with status: withdrawn',
        'Add status: withdrawn, or delete it.',
      );
    const files = new Set<string>();
    for (const [index, { file }] of (attachments ?? []).entries()) {
      const path = ['attachments', index, 'file'];
      if (/[/\\\0]/.test(file) || file.startsWith('.') || /^index\.(md|html?)$/i.test(file))
        this.report(
          'attachment-path',
          path,
          `Unexpected path “${file}”, expected the name of a file beside the entry`,
          'Put the file into the folder of the entry and give its name alone.',
        );
      if (files.has(file.toLowerCase()))
        this.report('duplicate-attachment', path, `“${file}” is declared twice, expected once`, 'Delete one of the two.');
      files.add(file.toLowerCase());
    }
  }
}

/** True for an exemption or exception that holds only where the public interest is weighed; that nothing is held needs no weighing in practice. */
function isWeighed(citation: Citation): boolean {
  const provision = findProvision(citation);
  return provision?.kind === 'qualified' && provision.isGround && !/^1[02]\(4\)\(a\)$/.test(provision.number);
}

function speaksOfPublicInterest({ sections }: RenderedBody): boolean {
  const own = sections.filter(({ kind }) => kind !== 'request');
  return own.some(({ heading, parts }) =>
    [heading ?? '', ...parts.flatMap((part) => [part.text, 'heading' in part ? part.heading : ''])].some((text) =>
      /public[- ]interest|budd y cyhoedd/i.test(text),
    ),
  );
}

/** `1, 2 and 3`; of more than twelve, the first and how many. */
function listOf(numbers: readonly string[]): string {
  if (numbers.length > 12) return `${numbers.slice(0, 10).join(', ')} and ${numbers.length - 10} more`;
  return numbers.length === 1 ? (numbers[0] ?? '') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}
