import { KINDS } from '../attachments/kinds.ts';
import type { Program } from '../checks/rule.ts';
import { RULES_OF_FILES } from '../checks/rules.ts';
import { nearest } from '../model/nearest.ts';
import { RULES, type RuleWords } from '../model/rules.ts';
import { UsageError } from './command.ts';

const PROGRAMS: Record<Program, string> = {
  excel: 'In Excel',
  word: 'In Word',
  acrobat: 'In Acrobat',
  libreoffice: 'In LibreOffice',
  any: '',
};

/** One rule, whole: what `check --explain RULE` prints, and the reference as well. */
export interface Explained {
  id: string;
  severity: 'block' | 'warn';
  finds: string;
  why: string | null;
  /** How to mend it, a line for each program. */
  mend: string[];
  /** In what kinds of file, in the reader's words; empty for a rule about the log itself. */
  kinds: string[];
}

/** Every rule there is: those of a log, then those about files. */
export function allRules(): Explained[] {
  const ofLogs = Object.entries(RULES)
    .filter(([id]) => !RULES_OF_FILES.has(id))
    .map(([id, { severity, finds, mend, why }]: [string, RuleWords]): Explained => ({
      id,
      severity,
      finds,
      why: why ?? null,
      mend: [mend],
      kinds: [],
    }));
  const ofFiles = [...RULES_OF_FILES.values()].map(({ id, severity, finds, why, mend, kinds }): Explained => ({
    id,
    severity,
    finds,
    why,
    mend: (Object.entries(mend) as [Program, string][]).map(([program, words]) =>
      PROGRAMS[program] ? `${PROGRAMS[program]}: ${words}` : words,
    ),
    kinds: kinds && kinds.length < Object.keys(KINDS).length ? kinds.map((kind) => KINDS[kind].label) : ['every file'],
  }));
  return [...ofLogs, ...ofFiles];
}

/** @throws UsageError for a rule that does not exist, with the nearest that does */
export function explain(id: string): string {
  const rules = allRules();
  const rule = rules.find((each) => each.id === id);
  if (!rule) {
    const near = nearest(
      id,
      rules.map((each) => each.id),
    );
    throw new UsageError(`No rule “${id}”${near ? `, expected perhaps “${near}”` : ''}`);
  }
  const { severity, finds, why, mend, kinds } = rule;
  return [
    `${id} (${severity === 'block' ? 'error: nothing is published while it is found' : 'warning'})`,
    ...(kinds.length > 0 ? [`in: ${kinds.join(', ')}`] : []),
    '',
    finds,
    ...(why === null ? [] : ['', `Why it matters: ${why}`]),
    '',
    'How to mend it:',
    ...mend.map((line) => `  ${line}`),
    '',
    `This and every other rule: docs/rules.md#${id}`,
  ].join('\n');
}
