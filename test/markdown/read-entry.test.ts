import { describe, expect, test } from 'vitest';
import { readEntry, type EntryReading } from '../../src/markdown/read-entry.ts';

const read = (text: string): EntryReading =>
  readEntry(text, { law: 'foia', citationAddress: ({ law, provision }) => `/at/${law}/${provision}` });
const entry = (frontMatter: string, body = '') =>
  read(`---\ntitle: Drones\nreference: 1/22\n${frontMatter}${frontMatter && '\n'}---\n${body}`);
const reports = ({ findings }: EntryReading) =>
  findings.map(({ line, column, rule, message, fix }) => `${line}:${column} [${rule}] ${message}. ${fix}`);

describe('questions', () => {
  const body = `
## Request
1. How many?
   1. by year
   2. by make
1. What make?

3A) Why?

## Response
### Question 1
Twelve.
### Questions 2 and 3A
Not held.
### Question 1
Two makes.
`;

  test('have the numbers that the text shows, and anchors that are unique', () => {
    expect(entry('', body).questions.map(({ number, anchor }) => [number, anchor])).toEqual([
      ['1', 'question-1'],
      ['1', 'question-1-2'],
      ['3A', 'question-3a'],
      ['2', 'question-2'],
    ]);
  });

  test('are given the answers that name them, the nth answer to a repeated number the nth', () => {
    expect(entry('', body).questions.map(({ answer }) => answer)).toEqual(['Twelve.', 'Two makes.', 'Not held.', 'Not held.']);
  });

  test('keep a list below them as part of what is asked', () => {
    expect(entry('', body).questions[0]?.text).toBe('How many?\nby year\nby make');
  });

  test('have the outcome and provisions that the front matter states for their number', () => {
    const { questions, findings } = entry('questions:\n  - {number: 3a, outcome: ncnd, exemptions: [24(2), "s.31 (3)"]}', body);
    expect(findings.filter(({ severity }) => severity === 'block')).toEqual([]);
    expect(questions[2]).toMatchObject({
      outcome: 'ncnd',
      exemptions: [
        { law: 'foia', provision: '24(2)' },
        { law: 'foia', provision: '31(3)' },
      ],
    });
    expect(questions[0]).toMatchObject({ outcome: null, exemptions: [] });
  });
});

describe('the author’s words', () => {
  const html = (markdown: string) =>
    entry('', `## Response\n\n${markdown}`)
      .body.sections[0]?.parts.map((part) => part.html)
      .join('\n');

  test('are not touched: quotes, dashes, tildes, numbers of lists', () => {
    expect(html('"10~20" -- \'a\'...\n\n3. x\n3. y\n8. z')).toMatchInlineSnapshot(`
      "<p>"10~20" -- 'a'...</p>
      <ol start="3">
      <li>x</li>
      <li value="3">y</li>
      <li value="8">z</li>
      </ol>"
    `);
  });

  test('are not code because they are indented, nor a heading because of a line of dashes', () => {
    expect(html('    four spaces\n\nA line\n---\nAnother')).toBe('<p>four spaces</p>\n<p>A line</p>\n<hr>\n<p>Another</p>');
  });

  test('are linked at the first mention of a provision and at web addresses, and nowhere that another Act is meant', () => {
    expect(html('Section 31(3) and section 31(3). See https://x.example/a_(b). Section 93(4) of the *Police Act 1997*.')).toBe(
      '<p><a href="/at/foia/31(3)" title="Law enforcement: the duty to confirm or deny does not arise">Section 31(3)</a> and section 31(3). See <a href="https://x.example/a_(b)">https://x.example/a_(b)</a>. Section 93(4) of the <em>Police Act 1997</em>.</p>',
    );
  });

  test('of the requester, and quotations, carry no citation of the authority', () => {
    const { body } = entry('', '## Request\n1. Why section 31?\n\n## Response\n> section 31\n\nNo.');
    expect(JSON.stringify(body)).not.toContain('/at/');
  });

  test('in tables have a header cell for each column and a frame that scrolls', () => {
    expect(html('| Year | Number |\n| --- | ---: |\n| 2024 | 7 |')).toContain(
      '<section class="table" tabindex="0" aria-label="Table 1"><table>',
    );
    expect(html('| Year | |\n| --- | ---: |\n| 2024 | 7 |')).toContain('<th scope="col">Year</th>\n<td class="right"></td>');
  });

  test('cannot bring markup, script or addresses of other kinds', () => {
    const hostile =
      '<script>alert(1)</script>\n\n[a](javascript:alert(1)) ![b](https://x.example/t.gif) <img src=x onerror=alert(1)>\n\n`<b>`';
    expect(html(hostile)).toBe('<p><a>a</a> <img alt="b"> </p>\n<p><code>&#x3C;b></code></p>');
    expect(reports(entry('outcome: granted', hostile)).length).toBe(4);
  });

  test('have headings without a gap, below the headings of the page', () => {
    expect(html('### One\n\n##### Deep\n\n#### Less\n\n### Two')).toBe('<h3>One</h3>\n<h4>Deep</h4>\n<h4>Less</h4>\n<h3>Two</h3>');
  });
});

describe('what is wrong in a text', () => {
  test('is reported all at once, each with its place and its mend', () => {
    const reading = entry(
      'recieved: 2022-08-02\nresponded: 26/08/2022\nlaw: foi\noutcome: notheld\nexemptions: [93(4), {law: eir, provision: 12(4)(b), note: x}]\nquestions:\n  - {number: "9", outcome: ncnd}\nattachments:\n  - {file: x.pdf, kind: letter}',
      'Text <b>bold</b>.\n\n<!-- check with legal -->\n\n# Title',
    );
    expect(reports(reading)).toMatchInlineSnapshot(`
      [
        "4:1 [unknown-key] Unknown key “recieved”, expected perhaps “received”. Write received, or delete the line.",
        "5:12 [bad-date] Unexpected “26/08/2022” in responded, expected a day as YYYY-MM-DD that exists in the calendar. Write 2022-08-26 if the day comes first.",
        "6:6 [bad-value] Unexpected “foi” in law, expected one of foia, eir, foisa, eisr. Write foia.",
        "7:10 [bad-value] Unexpected “notheld” in outcome, expected one of granted, part, refused, ncnd, not-held, cost, vexatious, accessible, closed. Write not-held.",
        "8:53 [unknown-key] Unknown key “note”. Delete the line; nothing that is not in the reference is published.",
        "10:14 [unknown-question] Unknown question “9”, the text numbers no question. Number the questions under ## Request: 1. …, 2. …",
        "12:25 [bad-value] Unexpected “letter” in attachments[1].kind, expected one of response-letter, released-record, dataset, refusal-notice, internal-review, decision-notice, schedule. Change attachments[1].kind to what is expected.",
        "14:6 [raw-html] Unexpected HTML “<b>”, expected markdown. Write it as markdown; to show it as text, write \\<b…",
        "16:1 [html-comment] Unexpected comment (<!-- … -->), expected nothing that is not published. Delete it: notes do not belong in a file that is published.",
        "18:1 [heading-level] Unexpected heading of the first level, “Title”, expected ## or deeper. Write ## for a section; the title is in the front matter.",
        "18:1 [empty-section] Nothing stands under the heading “Title”. Write what was meant to stand there, or delete the heading.",
      ]
    `);
  });

  test('between the fields and the text is reported at the field', () => {
    const reading = entry(
      'status: withdrawn\noutcome: closed\nexemptions: [93(4)]\nquestions:\n  - {number: "1", outcome: granted, closedReason: invalid}\n  - {number: "1"}\nattachments:\n  - {file: ../secret.pdf}\n  - {file: a.pdf}\n  - {file: A.pdf}',
      '## Request\n1. What?\n\nSee [it](b.pdf).',
    );
    expect(reports(reading)).toMatchInlineSnapshot(`
      [
        "4:9 [withdrawn] Missing “withdrawn”, expected the day and the reason. Add withdrawn: {date: YYYY-MM-DD, reason: …}.",
        "5:10 [closed-reason] Missing closedReason, expected why the request was closed. Add closedReason: clarification-lapsed, requester-withdrew, transferred or invalid.",
        "6:14 [unknown-provision] FOIA has no section 93(4) that an answer can rest on; the nearest are 43 (Commercial interests) and 33 (Audit functions). Correct the number.",
        "8:51 [closed-reason] Unexpected closedReason, expected it only with outcome: closed. Delete it, or write outcome: closed.",
        "9:14 [duplicate-question] Question “1” is stated again, expected it once as in the text. Delete one of the two lines.",
        "11:12 [attachment-path] Unexpected path “../secret.pdf”, expected the name of a file beside the entry. Put the file into the folder of the entry and give its name alone.",
        "13:12 [duplicate-attachment] “A.pdf” is declared twice, expected once. Delete one of the two.",
        "18:5 [undeclared-file] Link to “b.pdf”, which is not among the entry's attachments. Declare it: attachments: [{file: b.pdf}], or give a whole address that begins with https://.",
      ]
    `);
  });

  test.each([
    ['a title with a colon', '---\ntitle: Drones: use\nreference: 1/22\n---\n'],
    ['front matter that is never closed', '---\ntitle: x\n'],
    ['no front matter', '## Request\n'],
    ['an alias, which could be a bomb', '---\ntitle: &a x\nreference: *a\n---\n'],
    ['a tag', '---\ntitle: !!js/function x\nreference: 1/22\n---\n'],
    ['a key twice', '---\ntitle: x\ntitle: y\nreference: 1/22\nrecieved: 2022-01-01\n---\n'],
    ['more front matter than anyone writes', `---\ntitle: ${'x'.repeat(70_000)}\nreference: 1/22\n---\n`],
    ['a missing title', '---\nreference: 1/22\n---\n'],
    ['an empty file', ''],
    ['a list where fields were expected', '---\n- a\n---\n'],
  ])('%s', (_, text) => {
    expect(reports(read(text))).toMatchSnapshot();
  });
});
