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

  test('is this, of two findings and one that was accepted', () => {
    const report: CheckReport = {
      ...nothing,
      findings: [
        finding({
          rule: 'not-known',
          severity: 'warn',
          file: 'disclosures\\1 24\\index.md',
          line: 3,
          where: 'question 1',
          message: 'M',
          fix: 'F',
        }),
        finding({ rule: 'archive', file: 'all.zip', message: 'M', fix: 'F' }),
      ],
      accepted: [
        {
          ...finding({ file: 'a.csv', line: 2, column: 7, message: 'M', fix: 'F' }),
          reason: 'It is ours.',
          by: 'FOI manager',
          on: '2024-03-02',
        },
      ],
      notInspected: [{ file: 'a b.ods', because: 'it is locked' }],
    };
    const rule = (id: string, level: string, words: object) => ({ id, defaultConfiguration: { level }, ...words });
    const at = (uri: string, more = {}) => ({ physicalLocation: { artifactLocation: { uri }, ...more } });
    const archive = { ruleId: 'archive', ruleIndex: 0, level: 'error', message: { text: 'M. F' } };
    expect(JSON.parse(formatSarif(report, '1.2.3'))).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'disclosure-log',
              semanticVersion: '1.2.3',
              rules: [
                rule('archive', 'error', {
                  shortDescription: { text: 'An archive, such as a ZIP file.' },
                  fullDescription: {
                    text: 'It holds other files, which nobody sees before they unpack it, and which are not looked into.',
                  },
                  help: {
                    text: 'An archive, such as a ZIP file. It holds other files, which nobody sees before they unpack it, and which are not looked into. Unpack it and declare each file that is meant to be published. More: disclosure-log check --explain archive',
                  },
                }),
                rule('not-known', 'warning', {
                  shortDescription: { text: 'not-known' },
                  help: { text: 'not-known More: disclosure-log check --explain not-known' },
                }),
              ],
            },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [
            {
              executionSuccessful: true,
              toolExecutionNotifications: [
                { level: 'error', message: { text: 'Not inspected: it is locked' }, locations: [at('a%20b.ods')] },
                ...NOT_CHECKED.map((text) => ({ level: 'note', message: { text: `Not checked: ${text}` } })),
              ],
            },
          ],
          results: [
            {
              ruleId: 'not-known',
              ruleIndex: 1,
              level: 'warning',
              message: { text: 'M (question 1). F' },
              locations: [
                {
                  ...at('disclosures/1%2024/index.md', { region: { startLine: 3, startColumn: 1 } }),
                  logicalLocations: [{ name: 'question 1' }],
                },
              ],
            },
            { ...archive, locations: [at('all.zip')] },
            {
              ...archive,
              locations: [at('a.csv', { region: { startLine: 2, startColumn: 7 } })],
              suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'It is ours. (FOI manager, 2024-03-02)' }],
            },
          ],
        },
      ],
    });
  });

  test('explains rules of a log as well, with or without a reason', () => {
    const ids = ['unknown-key', 'email-address', 'hidden-sheet'];
    const { runs } = JSON.parse(formatSarif({ ...nothing, findings: ids.map((rule) => finding({ rule })) }, '0.1.0')) as {
      runs: [{ tool: { driver: { rules: { id: string; help: { text: string }; fullDescription?: object }[] } } }];
    };
    const { rules } = runs[0].tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(ids.toSorted());
    for (const { id, help } of rules) {
      const mend = RULES_OF_FILES.get(id)?.mend;
      const words = mend ? Object.values(mend).join(' ') : RULES[id as keyof typeof RULES].mend;
      expect(help.text).toContain(` ${words} More: disclosure-log check --explain ${id}`);
    }
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

  test('are errors where something blocks and warnings where not, and give the place in words', () => {
    const text = formatGithub({
      ...nothing,
      findings: [
        finding({ severity: 'warn', file: 'a.csv', line: 4, where: 'cell B2', message: 'M', fix: 'F.' }),
        finding({ file: 'b,c:d.csv', column: 9, message: '100%', fix: 'F.' }),
      ],
      accepted: [
        { ...finding({ file: 'a.csv', line: 2, column: 7, message: 'M' }), reason: 'It is ours.', by: 'FOI manager', on: '2024-03-02' },
      ],
      notInspected: [{ file: 'a.ods', because: 'it is locked' }],
    });
    expect(text.split('\n').slice(0, -1)).toEqual([
      '::warning file=a.csv,line=4,col=1,title=archive::M (cell B2). F.%0Adisclosure-log check --explain archive tells more.',
      '::error file=b%2Cc%3Ad.csv,title=archive::100%25. F.%0Adisclosure-log check --explain archive tells more.',
      '::notice file=a.csv,line=2,col=7,title=archive::Accepted by FOI manager on 2024-03-02: M. It is ours.',
      '::notice file=a.ods,title=Not inspected::it is locked',
    ]);
    expect(text.split('\n').at(-1)).toBe(`::notice title=What is not checked::${NOT_CHECKED.join('%0A')}`);
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
