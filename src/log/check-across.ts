import { nearest } from '../model/nearest.ts';
import type { FrontMatter } from '../model/entry.ts';
import type { Finding } from '../model/finding.ts';
import type { Rule } from '../model/rules.ts';
import { normaliseReference } from '../model/references.ts';
import type { EntryFacts } from './read-one.ts';
import { RESERVED_PATHS } from './addresses.ts';

/** One entry with what only the whole log can judge. */
export interface EntryInLog {
  /** As findings name it. */
  file: string;
  slug: string;
  facts: EntryFacts;
  /** Names of the files beside it. */
  beside: string[];
}

/**
 * What is wrong between entries, and between entries and log.yaml: references that meet, topics nobody declared, links to nothing, files that are not there.
 * @param topics the declared ones; `null` where log.yaml does not tell
 */
export function checkAcross(entries: readonly EntryInLog[], topics: readonly string[] | null, pages: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const bySlug = new Map<string, EntryInLog>();
  const byReference = new Map<string, EntryInLog>();
  for (const entry of entries) {
    const { reference } = entry.facts.fields;
    if (reference === undefined || entry.slug === '') continue;
    const same = bySlug.get(entry.slug);
    if (same) {
      const identical = same.facts.fields.reference === reference;
      findings.push(
        at(entry, 'reference', identical ? 'duplicate-reference' : 'duplicate-slug', {
          message: identical
            ? `Reference “${reference}” is used already, in ${same.file}`
            : `Reference “${reference}” and “${same.facts.fields.reference}” in ${same.file} meet in one address, /disclosures/${entry.slug}/`,
          fix: 'Give each entry a reference of its own; if they are one answer, delete one.',
        }),
      );
    } else bySlug.set(entry.slug, entry);
    byReference.set(normaliseReference(reference), entry);
  }
  const known = {
    topics,
    byReference,
    paths: new Set([...[...bySlug.keys()].map((slug) => `/disclosures/${slug}/`), ...pages.map((page) => `/${page}/`)]),
  };
  const redirects = new Map<string, string>();
  for (const entry of entries) findings.push(...checkEntry(entry, known, redirects));
  return findings;
}

interface Known {
  topics: readonly string[] | null;
  byReference: ReadonlyMap<string, EntryInLog>;
  paths: ReadonlySet<string>;
}

function checkEntry(entry: EntryInLog, known: Known, redirects: Map<string, string>): Finding[] {
  const { fields: frontMatter, siteLinks } = entry.facts;
  const findings: Finding[] = [];
  for (const [index, topic] of (frontMatter.topics ?? []).entries()) {
    if (!known.topics || known.topics.includes(topic)) continue;
    const near = nearest(topic, known.topics);
    findings.push(
      at(entry, `topics[${index + 1}]`, 'undeclared-topic', {
        message: `Topic “${topic}” is not declared in log.yaml${near ? `, expected perhaps “${near}”` : ''}`,
        fix: near
          ? `Write ${near}, or declare ${topic} under topics in log.yaml.`
          : `Declare it under topics in log.yaml: “${topic}: Its name”.`,
      }),
    );
  }
  for (const [field, reference] of referencesIn(frontMatter)) {
    const target = known.byReference.get(normaliseReference(reference));
    if (target && target !== entry) continue;
    const message = target
      ? `“${reference}” is this entry itself, expected another`
      : `No entry of this log has the reference “${reference}”`;
    findings.push(at(entry, field, 'unknown-reference', { message, fix: 'Write the reference of an entry of this log, or delete it.' }));
  }
  for (const [index, path] of (frontMatter.redirectFrom ?? []).entries()) {
    const field = `redirectFrom[${index + 1}]`;
    const slashed = path.endsWith('/') ? path : `${path}/`;
    const other = redirects.get(slashed);
    if (known.paths.has(slashed) || isOurs(slashed))
      findings.push(
        at(entry, field, 'redirect', {
          message: `“${path}” is the address of a page of this site`,
          fix: 'Delete it: an old path must not be in use.',
        }),
      );
    else if (other)
      findings.push(at(entry, field, 'redirect', { message: `“${path}” leads to ${other} already`, fix: 'Delete one of the two.' }));
    redirects.set(slashed, entry.file);
  }
  for (const [index, { file, withdrawn }] of (frontMatter.attachments ?? []).entries()) {
    const field = `attachments[${index + 1}].file`;
    if (withdrawn || entry.beside.includes(file) || /[/\\]/.test(file)) continue;
    const near = entry.beside.find((name) => name.toLowerCase() === file.toLowerCase()) ?? nearest(file, entry.beside);
    findings.push(
      at(entry, field, 'missing-attachment', {
        message: `No file “${file}” beside the entry${near ? `, expected perhaps “${near}”` : ''}`,
        fix: near ? `Write ${near}, letter for letter.` : 'Put the file into the folder of the entry, or delete its line.',
      }),
    );
  }
  const declared = new Set((frontMatter.attachments ?? []).map(({ file }) => file));
  for (const name of entry.facts.frontMatter ? entry.beside : [])
    if (!declared.has(name))
      findings.push({
        ...at(entry, null, 'undeclared-attachment', {
          message: `“${name}” lies beside the entry and is not declared: it is not published`,
          fix: `Declare it under attachments, or move it out of the log.`,
        }),
        severity: 'warn',
      });
  for (const { path, line, column } of siteLinks) {
    const slashed = path.endsWith('/') ? path : `${path}/`;
    const [, first = ''] = slashed.split('/');
    const inLog = slashed.startsWith('/disclosures/') && slashed !== '/disclosures/';
    if (known.paths.has(slashed) || (!inLog && (first === '' || RESERVED_PATHS.includes(first)))) continue;
    if (inLog && /^\/disclosures\/(page\/\d+|[^/]+\/[^/]+)\/$/.test(slashed)) continue;
    findings.push({
      ...at(entry, null, 'broken-link', {
        message: `Link to ${path}, which is no page of this site`,
        fix: 'Write the address of a published entry, or delete the link.',
      }),
      line,
      column,
    });
  }
  return findings;
}

const FILES = ['index.html', 'theme.css', 'robots.txt', 'favicon.svg', '.well-known'];

/** True for addresses that the site itself uses or may come to use; below `/disclosures/` only what no entry's old address can be. */
function isOurs(slashed: string): boolean {
  const [, first = '', second = ''] = slashed.split('/');
  if (first === 'disclosures') return second === '' || second === 'page';
  return first === '' || RESERVED_PATHS.includes(first.replace(/\.\w+$/, '')) || FILES.includes(first);
}

function referencesIn(frontMatter: Partial<FrontMatter>): [string, string][] {
  const lists = (['supersedes', 'related'] as const).flatMap((key) =>
    (frontMatter[key] ?? []).map((reference, index): [string, string] => [`${key}[${index + 1}]`, reference]),
  );
  return frontMatter.supersededBy === undefined ? lists : [...lists, ['supersededBy', frontMatter.supersededBy]];
}

function at(entry: EntryInLog, field: string | null, rule: Rule, words: { message: string; fix: string }): Finding {
  const place = field === null ? null : entry.facts.places[field];
  return { rule, severity: 'block', file: entry.file, line: place?.line ?? null, column: place?.column ?? null, where: field, ...words };
}
