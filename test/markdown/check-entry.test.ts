import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readEntry } from '../../src/markdown/read-entry.ts';

const read = (frontMatter: string, body = '## Response\nNine.\n', allowed: string[] = []) =>
  readEntry(`---\ntitle: Drones\nreference: 1/22\n${frontMatter}${frontMatter && '\n'}---\n${body}`, {
    law: 'foia',
    citationAddress: () => '/',
    allowed: new Set(allowed),
  });
const found = (...args: Parameters<typeof read>) =>
  read(...args).findings.map(({ line, column, rule, message }) => `${line}:${column} [${rule}] ${message}`);
const rules = (...args: Parameters<typeof read>) => read(...args).findings.map(({ rule }) => rule);

describe('an outcome', () => {
  const asked = '## Request\n1. How many?\n2. Why?\n3. When?\n## Response\nNine.\n';
  test('that is stated nowhere is told', () => {
    expect(found('')).toEqual(['3:12 [question-without-outcome] No outcome is stated']);
    expect(found('questions:\n  - {number: "2", outcome: granted}', asked)).toEqual([
      '5:3 [question-without-outcome] No outcome is stated for questions 1 and 3',
    ]);
  });
  test.each([
    'outcome: granted',
    'questions: [{number: "1", outcome: granted}, {number: "2", outcome: granted}, {number: "3", outcome: not-held}]',
  ])('is not missed with %s', (stated) => expect(rules(stated, asked)).toEqual([]));
  test('is not missed of a withdrawn entry', () =>
    expect(rules('status: withdrawn\nwithdrawn: {date: 2024-01-01, reason: A mistake.}')).toEqual([]));
});

describe('a qualified exemption without a public interest test is reported', () => {
  const test1 = '## Response\nWe withhold it.\n### Public interest test\nWe weighed it.\n';
  test.each([
    ['outcome: refused\nexemptions: [31(1)(a)]', ['no-public-interest-test']],
    ['outcome: refused\nexemptions: [40(2), 31(1)(a)]', ['no-public-interest-test']],
    ['outcome: refused\nexemptions: [{law: eir, provision: 12(5)(e)}]', ['no-public-interest-test']],
    ['outcome: refused\nexemptions: [40(2), 44(1)(a), 21]', []],
    ['outcome: not-held\nexemptions: [{law: eir, provision: 12(4)(a)}]', []],
    ['outcome: refused\nexemptions: [31(1)(a)]\nattachments: [{file: notice.pdf, kind: refusal-notice}]', []],
  ])('%s: %j', (frontMatter, expected) => expect(rules(frontMatter)).toEqual(expected));

  test('not where the answer speaks of the public interest, though the request alone is not enough', () => {
    expect(rules('outcome: refused\nexemptions: [31(1)(a)]', test1)).toEqual([]);
    expect(rules('outcome: refused\nexemptions: [31(1)(a)]', '## Request\nIs it in the public interest?\n## Response\nNo.\n')).toEqual([
      'no-public-interest-test',
    ]);
  });

  test('at the provision that needs it, also of a question', () => {
    const questions = 'questions:\n  - {number: "1", outcome: refused, exemptions: [40(2), 43(2)]}';
    expect(found(questions, '## Request\n1. How much?\n## Response\nNo.\n')[0]).toMatch(/^5:57 \[no-public-interest-test\]/);
  });
});

describe('days', () => {
  test('that cannot follow each other are told at the later field', () => {
    expect(found('outcome: granted\nreceived: 2024-03-01\nresponded: 2024-02-01\npublished: 2024-01-15\ndue: 2024-02-20')).toEqual([
      '6:12 [dates-out-of-order] 2024-02-01, when the answer was sent, is before 2024-03-01, when the request was received',
      '7:12 [dates-out-of-order] 2024-01-15, when the answer was published, is before 2024-02-01, when the answer was sent',
      '8:6 [dates-out-of-order] 2024-02-20, when the answer was due, is before 2024-03-01, when the request was received',
    ]);
  });
  test('that follow each other, or are one day, are right', () => {
    expect(
      rules(
        'outcome: granted\nreceived: 2024-03-01\nclarificationRequested: 2024-03-02\nclarificationReceived: 2024-03-02\nresponded: 2024-03-20\npublished: 2024-03-20',
      ),
    ).toEqual([]);
  });
  test('on which something has happened are known by the last of them', () => {
    expect(read('received: 2024-03-01\ncorrections:\n  - {date: 2031-01-01, note: x}\npublishAfter: 2099-01-01').latest).toEqual({
      day: '2031-01-01',
      path: ['corrections', 0, 'date'],
      line: 6,
      column: 12,
    });
  });
});

describe('a heading under which nothing stands', () => {
  test('is told', () => {
    expect(found('outcome: granted', '## Request\n\n## Response\n\n### Question 1\n\nNine.\n\n### Advice\n')).toEqual([
      '6:1 [empty-section] Nothing stands under the heading “Request”',
      '14:1 [empty-section] Nothing stands under the heading “Advice”',
    ]);
  });
  test('is right where the site puts the files below it', () => {
    expect(rules('outcome: granted\nattachments: [{file: a.pdf}]', '## Response\nNine.\n## Attachments\n')).toEqual([]);
    expect(rules('outcome: granted', '## Response\nNine.\n## Attachments\n')).toEqual(['empty-section']);
  });
});

describe('words of an entry', () => {
  const body =
    '## Response\n\nDear Mr Fenwick,\n\nWrite to p.wren@example.org.\nDate of birth:\n12/03/1980\n\n| Name | NHS number |\n| --- | --- |\n| x | 9434765919 |\n';

  test('are told with their line and column, the words of the line before and the headings of a table with them', () => {
    expect(found('outcome: granted', body)).toEqual([
      '8:1 [salutation] A salutation with a name in the text',
      '10:10 [email-address] An e-mail address that may be a person’s in the text',
      '12:1 [date-of-birth] A date of birth in the text',
      '16:7 [nhs-number] An NHS number in the text',
    ]);
  });

  test('are told in the front matter too, but not in what it acknowledges', () => {
    expect(rules('outcome: granted\ndepartment: P. Wren, 07700 900123')).toEqual(['telephone-number']);
    const acknowledged =
      'acknowledged:\n  - rule: archive\n    file: a.zip\n    sha256: x\n    reason: Asked p.wren@example.org.\n    by: FOI manager\n    on: 2024-01-01';
    expect(rules(`outcome: granted\n${acknowledged}`)).toEqual([]);
  });

  test('that log.yaml names are left alone', () =>
    expect(rules('outcome: granted', '## Response\np.wren@example.org\n', ['p.wren@example.org'])).toEqual([]));

  test('can be accepted, for this text and no other', () => {
    const text = '## Response\nAB123456C is an invented number.\n';
    const accept = (sha256: string) =>
      read(
        `outcome: granted\nacknowledged:\n  - {rule: national-insurance-number, file: index.md, sha256: ${sha256}, reason: Invented., by: FOI manager, on: 2024-01-01}`,
        text,
      );
    const right = accept(createHash('sha256').update(text).digest('hex'));
    expect(right.findings).toEqual([]);
    expect(right.accepted.map(({ rule }) => rule)).toEqual(['national-insurance-number']);
    expect(accept('0'.repeat(64)).findings.map(({ rule }) => rule)).toEqual(['national-insurance-number']);
  });
});
