import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { formatGithub } from '../../../src/checks/formats/github.ts';
import { formatJson } from '../../../src/checks/formats/json.ts';
import { formatSarif } from '../../../src/checks/formats/sarif.ts';
import { NOT_CHECKED, type CheckReport } from '../../../src/checks/report.ts';
import { RULES_OF_FILES } from '../../../src/checks/rules.ts';
import { RULES } from '../../../src/model/rules.ts';
import type { AnyFinding } from '../../../src/model/finding.ts';

const finding = (changes: Partial<AnyFinding> = {}): AnyFinding => ({
  rule: 'archive',
  severity: 'block',
  file: 'disclosures/2024/1 24/all %,:\n.zip',
  line: null,
  column: null,
  where: null,
  message: 'This is a ZIP archive\r\n::error::injected 100%',
  fix: 'Unpack it.',
  ...changes,
});
const everything: CheckReport = {
  findings: [
    ...[...Object.keys(RULES), ...RULES_OF_FILES.keys()].map((rule) => finding({ rule })),
    finding({ rule: 'not-known', severity: 'warn', line: 3, column: null, where: 'cell B2' }),
  ],
  accepted: [{ ...finding({ line: 2, column: 7 }), reason: 'It is ours.', by: 'FOI manager', on: '2024-03-02' }],
  notInspected: [{ file: 'a.ods', because: 'nothing here looks into an OpenDocument file' }],
  counts: { files: 3 },
};
const nothing: CheckReport = { findings: [], accepted: [], notInspected: [], counts: { files: 0 } };

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../fixtures/sarif/sarif-2.1.0.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

  test.each([
    ['everything', everything],
    ['nothing', nothing],
  ])('of %s is valid by the schema of 2.1.0', (_, report) => {
    const sarif: unknown = JSON.parse(formatSarif(report, '0.1.0'));
    expect(validate(sarif), JSON.stringify(validate.errors)).toBe(true);
  });

  test('has every rule once, addresses as references, places where there are some, and what was accepted as suppressed', () => {
    const { runs } = JSON.parse(formatSarif(everything, '0.1.0')) as {
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; locations: { physicalLocation: object }[]; suppressions?: object[] }[];
      }[];
    };
    const { tool, results } = runs[0] ?? { tool: { driver: { rules: [] } }, results: [] };
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'disclosures/2024/1%2024/all%20%25%2C%3A%0A.zip' },
    });
    expect(results.at(-2)?.locations[0]?.physicalLocation).toMatchObject({ region: { startLine: 3, startColumn: 1 } });
    expect(results.filter(({ suppressions }) => suppressions)).toHaveLength(1);
  });

  test('says what was not inspected, and what never is', () => {
    const sarif = formatSarif(everything, '0.1.0');
    expect(sarif).toContain('Not inspected: nothing here looks into an OpenDocument file');
    for (const line of NOT_CHECKED) expect(formatSarif(nothing, '0.1.0')).toContain(line);
  });
});

describe('annotations of GitHub', () => {
  test('are one line each, and no text of a file begins a command of its own', () => {
    const lines = formatGithub({ ...nothing, findings: [finding({ line: 3, column: 2 })] }).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(
      '::error file=disclosures/2024/1 24/all %25%2C%3A%0A.zip,line=3,col=2,title=archive::This is a ZIP archive%0D%0A::error::injected 100%25. Unpack it.%0Adisclosure-log check --explain archive tells more.',
    );
  });

  test('say what was accepted, not inspected and never checked', () => {
    const text = formatGithub(everything);
    expect(text).toContain('::notice file=a.ods,title=Not inspected::nothing here');
    expect(text).toContain('Accepted by FOI manager on 2024-03-02');
    expect(text).toContain('::notice title=What is not checked::');
  });
});

test('JSON has exactly the keys of the contract', () => {
  const report = JSON.parse(formatJson(everything)) as { findings: object[]; notInspected: unknown; summary: Record<string, unknown> };
  expect(Object.keys(report)).toEqual(['findings', 'notInspected', 'summary']);
  for (const each of report.findings)
    expect(Object.keys(each).sort()).toEqual(['column', 'file', 'fix', 'line', 'message', 'rule', 'severity', 'where']);
  expect(report.notInspected).toEqual([{ file: 'a.ods', because: 'nothing here looks into an OpenDocument file' }]);
  expect(report.summary).toMatchObject({ files: 3, acknowledged: [{ by: 'FOI manager' }], notChecked: NOT_CHECKED });
});
