import { entrySchema, type FrontMatter } from '../model/entry.ts';
import type { FindingInText } from '../model/finding.ts';
import type { Citation, Law } from '../model/laws.ts';
import type { RenderedBody } from './body.ts';
import { checkBody, type SiteLink } from './check-body.ts';
import { latestDay, type StatedDay } from './days.ts';
import { acceptWords, checkAllWords } from './entry-words.ts';
import { FactReader } from './fact-reader.ts';
import { checkAgainst, fieldName, parseYaml, splitFrontMatter, type Yaml } from './front-matter.ts';
import { questionsOf, type Question } from './questions.ts';
import { readBody } from './read-body.ts';
import { noteMarkers, renderBody, type RenderOptions } from './render-part.ts';

/** One entry as its text says, and everything wrong with the text. */
export interface EntryReading {
  /** `null` where the front matter cannot be read; the findings say why. */
  frontMatter: FrontMatter | null;
  /** The fields that are right, also where others are wrong. */
  fields: Partial<FrontMatter>;
  law: Law;
  /** Provisions relied on, of the entry as a whole. */
  exemptions: Citation[];
  questions: Question[];
  body: RenderedBody;
  /** Links to other pages of this site, to be checked against the whole log. */
  siteLinks: SiteLink[];
  /** Where the fields stand that only the whole log can judge: `reference`, `topics[1]`, `attachments[1].file`, `related[2]` … */
  places: Record<string, Place>;
  findings: FindingInText[];
  /** Findings about words of the text that a person has accepted, bound to the text below the front matter. */
  accepted: FindingInText[];
  /** The last of the days on which something has happened; `null` where none is stated. */
  latest: (StatedDay & Place) | null;
}

/** How an entry is read. */
export interface EntryOptions extends RenderOptions {
  /** Contacts that may stand in an answer, see `allowedBy`; none where it is left out. */
  allowed?: ReadonlySet<string>;
}

export interface Place {
  line: number;
  column: number;
}

/**
 * Reads an entry. Never throws for what the text holds: whatever is wrong is a finding with its line.
 * @param options.law the law of the log, which the entry's own `law` overrides
 */
export function readEntry(text: string, options: EntryOptions): EntryReading {
  const split = splitFrontMatter(text);
  if (!split) return unreadable(text, options.law);
  const yaml = parseYaml(split.yaml, 2);
  const { value: frontMatter, right: fields, findings: schemaFindings } = checkAgainst(entrySchema, yaml);
  const law = fields.law ?? options.law;
  const findings = [...yaml.findings, ...schemaFindings];

  const read = readBody(split.body);
  noteMarkers(read.root, split.body);
  const declared = new Set((fields.attachments ?? []).map(({ file }) => file));
  const checked = checkBody(read.root, declared, split.bodyLine);
  // Without a readable list of attachments nothing can be said of links to them.
  const attachmentsKnown =
    frontMatter !== null || fields.attachments !== undefined || (yaml.value !== null && !hasKey(yaml.value, 'attachments'));
  findings.push(...checked.findings.filter(({ rule }) => attachmentsKnown || rule !== 'undeclared-file'));
  const body = renderBody(read, { ...options, law });
  const questions = questionsOf(body);
  const facts = new FactReader(fields, law, yaml);
  const exemptions = facts.provisions(fields.exemptions, ['exemptions']);
  facts.questions(questions);
  facts.agreement();
  if (frontMatter && yaml.findings.length === 0) facts.completeness(questions, body);
  findings.push(...facts.findings);
  const words = acceptWords(checkAllWords(text, split, options.allowed ?? new Set()), fields.acknowledged ?? [], split.body);
  findings.push(...words.findings);
  findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const latest = latestDay(fields);
  return {
    frontMatter,
    fields,
    law,
    exemptions,
    questions,
    body,
    siteLinks: checked.siteLinks,
    places: placesOf(fields, yaml),
    findings,
    accepted: words.accepted,
    latest: latest && { ...latest, ...yaml.place(latest.path) },
  };
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && key in value;
}

function unreadable(text: string, law: Law): EntryReading {
  const opens = /^\uFEFF?---/.test(text);
  const finding: FindingInText = {
    rule: 'no-front-matter',
    severity: 'block',
    line: 1,
    column: 1,
    where: null,
    message: opens
      ? 'The front matter is never closed, expected a second line of ---'
      : 'Missing front matter, expected --- on the first line',
    fix: opens ? 'Put a line of --- after the last field.' : 'Begin the file with ---, then title: and reference:, then --- again.',
  };
  return {
    frontMatter: null,
    fields: {},
    law,
    exemptions: [],
    questions: [],
    body: { sections: [] },
    siteLinks: [],
    places: {},
    findings: [finding],
    accepted: [],
    latest: null,
  };
}

function placesOf(frontMatter: Partial<FrontMatter>, yaml: Yaml): Record<string, Place> {
  const paths: PropertyKey[][] = [['reference'], ['supersededBy']];
  for (const key of ['topics', 'supersedes', 'related', 'redirectFrom'] as const)
    frontMatter[key]?.forEach((_, index) => paths.push([key, index]));
  frontMatter.attachments?.forEach((_, index) => paths.push(['attachments', index, 'file']));
  frontMatter.acknowledged?.forEach((_, index) => paths.push(['acknowledged', index]));
  return Object.fromEntries(paths.map((path) => [fieldName(path), yaml.place(path)]));
}
