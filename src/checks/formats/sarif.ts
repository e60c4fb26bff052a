import type { AnyFinding } from '../../model/finding.ts';
import { RULES, type RuleWords } from '../../model/rules.ts';
import type { AcceptedFinding } from '../acknowledged.ts';
import { NOT_CHECKED, type CheckReport } from '../report.ts';
import { RULES_OF_FILES } from '../rules.ts';

/**
 * `check --format sarif`: the Static Analysis Results Interchange Format 2.1.0, which code hosts and editors read.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif({ findings, accepted, notInspected }: CheckReport, version: string): string {
  const ids = [...new Set([...findings, ...accepted].map(({ rule }) => rule))].sort();
  const index = new Map(ids.map((id, position) => [id, position]));
  const run = {
    tool: { driver: { name: 'disclosure-log', semanticVersion: version, rules: ids.map(ruleOf) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          ...notInspected.map(({ file, because }) => ({
            level: 'error',
            message: { text: `Not inspected: ${because}` },
            locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
          })),
          ...NOT_CHECKED.map((text) => ({ level: 'note', message: { text: `Not checked: ${text}` } })),
        ],
      },
    ],
    results: [...findings, ...accepted].map((finding) => resultOf(finding, index)),
  };
  return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2);
}

function ruleOf(id: string) {
  const { severity, finds, why = '', mend } = wordsOf(id);
  return {
    id,
    shortDescription: { text: finds },
    ...(why === '' ? {} : { fullDescription: { text: why } }),
    help: { text: `${finds} ${why} ${mend} More: disclosure-log check --explain ${id}`.replace(/ {2,}/g, ' ') },
    defaultConfiguration: { level: levelOf(severity) },
  };
}

/** The words of any rule, with the mend that does not depend on a program. */
function wordsOf(id: string): RuleWords {
  const ofFiles = RULES_OF_FILES.get(id);
  if (ofFiles) return { ...ofFiles, mend: Object.values(ofFiles.mend).join(' ') };
  return Object.hasOwn(RULES, id) ? RULES[id as keyof typeof RULES] : { severity: 'warn', finds: id, mend: '' };
}

function resultOf(finding: AnyFinding | AcceptedFinding, index: ReadonlyMap<string, number>) {
  const { rule, severity, file, line, column, where, message, fix } = finding;
  const region = line === null ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  const location = {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region },
    ...(where ? { logicalLocations: [{ name: where }] } : {}),
  };
  return {
    ruleId: rule,
    ruleIndex: index.get(rule) ?? -1,
    level: levelOf(severity),
    message: { text: `${message}${where ? ` (${where})` : ''}. ${fix}` },
    locations: [location],
    ...('reason' in finding
      ? { suppressions: [{ kind: 'inSource', status: 'accepted', justification: `${finding.reason} (${finding.by}, ${finding.on})` }] }
      : {}),
  };
}

function levelOf(severity: AnyFinding['severity']): 'error' | 'warning' {
  return severity === 'block' ? 'error' : 'warning';
}

/** A path as a relative reference: characters that a name may have and an address may not are encoded. */
function uriOf(file: string): string {
  return file
    .split(/[/\\]/)
    .map((part) => encodeURIComponent(part))
    .join('/');
}
