import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Body, Part, Section } from '../../src/markdown/body.ts';
import { parseYaml, splitFrontMatter } from '../../src/markdown/front-matter.ts';
import { answerNumbersOf, reasonKindOf } from '../../src/markdown/part-headings.ts';
import { bodyOf, readBody } from '../../src/markdown/read-body.ts';
import { writeBody } from '../../src/markdown/write-body.ts';
import { writeEntry, type WritableFrontMatter } from '../../src/markdown/write-entry.ts';

const word = fc.constantFrom(
  'police',
  'records',
  'held',
  'vehicle',
  '12',
  'section',
  '*not*',
  '**sure**',
  '`code`',
  '£450',
  '“quoted”',
  '10~20',
  'a_b_c',
  '<5',
  '31(3)',
  "O'Neil",
  '&',
  '50%',
  'ŵyl',
  '—',
);
const line = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `The ${words.join(' ')}.`);
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const bullets = fc.array(line, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n'));
const steps = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((items) => items.map((item, index) => `${index * 3 + 1}. ${item}`).join('\n'));
const quote = line.map((text) => `> ${text}`);
const table = fc
  .array(fc.tuple(fc.nat(9999), fc.nat(99)), { minLength: 1, maxLength: 4 })
  .map((rows) => ['| Year | Number |', '| --- | ---: |', ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join('\n'));

const blocks = (kinds: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 4 }).map((all) => all.join('\n\n'));
const anywhere = blocks([paragraph, bullets, quote, table]);
const withLists = blocks([paragraph, steps, quote, table]);
const number = fc.oneof(fc.nat({ max: 99 }).map(String), fc.constantFrom('3A', '12b', '2(b)', '4(ii)'));

const prose = (markdown: fc.Arbitrary<string>): fc.Arbitrary<Part> => markdown.map((text) => ({ kind: 'prose', markdown: text }));
const item: fc.Arbitrary<Part> = fc
  .tuple(fc.nat({ max: 40 }), fc.constantFrom('.', ')'), withLists)
  .map(([n, mark, markdown]) => ({ kind: 'question', form: 'item', label: `${n}${mark}`, number: String(n), markdown }));
const labelled: fc.Arbitrary<Part> = fc
  .tuple(fc.constantFrom('3A)', '3b.', 'Q7:', '2(b).', 'Q. 4)'), paragraph)
  .map(([label, markdown]) => ({ kind: 'question', form: 'label', label, number: label.replace(/^Q\.? ?/, '').slice(0, -1), markdown }));
const headed: fc.Arbitrary<Part> = fc
  .tuple(number, fc.constantFrom(3, 4), withLists)
  .map(([n, depth, markdown]) => ({ kind: 'question', form: 'heading', label: `Question ${n}`, number: n, depth, markdown }));
const answer: fc.Arbitrary<Part> = fc
  .tuple(
    fc.constantFrom('Question 1', 'Questions 2 and 3A', 'Q4', 'Questions 5 to 7', 'Question 2(b): how many'),
    fc.constant(3),
    withLists,
  )
  .map(([heading, depth, markdown]) => ({ kind: 'answer', heading, numbers: answerNumbersOf(heading) ?? [], depth, markdown }));
const reason: fc.Arbitrary<Part> = fc
  .tuple(
    fc.constantFrom(
      'Public interest test',
      'Factors favouring disclosure',
      'Factors against disclosure',
      'Balance test',
      'Reason for decision',
    ),
    fc.constantFrom(3, 4, 5),
    withLists,
  )
  .map(([heading, depth, markdown]) => ({ kind: reasonKindOf(heading) ?? 'reasons', heading, depth, markdown }));

/** Prose after a part that runs to the next heading would be that part's; prose after prose is one prose. */
function settled(parts: Part[]): Part[] {
  return parts.filter(
    (part, index) =>
      part.kind !== 'prose' ||
      index === 0 ||
      (parts[index - 1]?.kind === 'question' && (parts[index - 1] as { form?: string }).form === 'item'),
  );
}
/** A list right after a list of the same mark is one list; a question by label runs to the next question, so it ends the request here. */
const request: fc.Arbitrary<Section> = fc
  .tuple(
    fc.constantFrom('Request', 'You asked'),
    fc.option(prose(anywhere), { nil: undefined }),
    fc.array(item, { maxLength: 4 }),
    fc.array(fc.oneof(labelled, headed), { maxLength: 3 }),
  )
  .map(([heading, lead, items, rest]) => {
    const firstHeaded = rest.findIndex((part) => part.kind === 'question' && part.form === 'heading');
    // Below a heading everything is that question's, also what looks like a label.
    const kept =
      firstHeaded === -1
        ? rest
        : [
            ...rest.slice(0, firstHeaded),
            ...rest.slice(firstHeaded).filter((part) => part.kind === 'question' && part.form === 'heading' && part.depth === 3),
          ];
    return {
      kind: 'request',
      heading,
      parts: settled([
        ...(lead ? [lead] : []),
        ...items,
        ...kept.map((part) => (part.kind === 'question' && part.form === 'heading' ? { ...part, depth: 3 } : part)),
      ]),
    };
  });
const response: fc.Arbitrary<Section> = fc
  .tuple(
    fc.constantFrom('Response', 'We said'),
    fc.option(prose(withLists), { nil: undefined }),
    fc.array(fc.oneof(answer, reason), { maxLength: 5 }),
  )
  .map(([heading, lead, parts]) => ({ kind: 'response', heading, parts: settled([...(lead ? [lead] : []), ...parts]) }));
const other: fc.Arbitrary<Section> = fc
  .tuple(fc.constantFrom('History of this request', 'Attachments'), prose(withLists))
  .map(([heading, part]) => ({ kind: heading === 'Attachments' ? 'attachments' : 'other', heading, parts: [part] }));
const lead: fc.Arbitrary<Section> = prose(anywhere).map((part) => ({ kind: 'lead', heading: null, parts: [part] }));

const body: fc.Arbitrary<Body> = fc
  .tuple(fc.option(lead, { nil: undefined }), fc.array(fc.oneof(request, response, other), { maxLength: 4 }))
  .map(([first, rest]) => ({ sections: [...(first ? [first] : []), ...rest] }));

describe('reading and writing are inverses', { timeout: 60_000 }, () => {
  test('what is written is read as the same body', () => {
    fc.assert(
      fc.property(body, (written) => {
        expect(bodyOf(readBody(writeBody(written)))).toEqual(written);
      }),
      { numRuns: 200 },
    );
  });

  test('any text read and written is read the same again, and no word of it is lost', () => {
    const anyText = fc
      .array(
        fc.oneof(
          paragraph,
          steps,
          bullets,
          table,
          fc.constantFrom(
            '## Request',
            '## Response',
            '### Question 2',
            '#### Public interest test',
            '# Title',
            '### Other',
            '3A) What?',
            '1) One',
            '   indented',
            '***',
            '```\ncode\n```',
          ),
        ),
        { maxLength: 12 },
      )
      .map((all) => all.join('\n\n'));
    fc.assert(
      fc.property(anyText, (text) => {
        const once = bodyOf(readBody(text));
        const rewritten = writeBody(once);
        expect(bodyOf(readBody(rewritten))).toEqual(once);
        // A heading of the first level is an error of its own, and is written as one of the second.
        const words = (markdown: string) => markdown.split(/\s+/).filter((each) => !/^#*$/.test(each));
        expect(words(rewritten).sort()).toEqual(words(text).sort());
      }),
      { numRuns: 200 },
    );
  });

  test('front matter is read as it was written, whatever its text', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom(
        'no',
        '2022-08-02',
        '007',
        '1e5',
        'null',
        '~',
        'a: b',
        '# x',
        '- x',
        '"',
        "'",
        '24(2)',
        '[a]',
        '{b}',
        'x\ny',
        ' padded ',
      ),
    );
    const frontMatter: fc.Arbitrary<WritableFrontMatter> = fc.record({
      title: value,
      reference: value,
      topics: fc.array(value, { maxLength: 3 }),
      questions: fc.array(fc.record({ number: value, outcome: value }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(frontMatter, (written) => {
        const split = splitFrontMatter(writeEntry({ frontMatter: written, body: { sections: [] } }));
        expect(split).not.toBeNull();
        expect(parseYaml(split?.yaml ?? '', 2)).toMatchObject({ value: written, findings: [] });
      }),
      { numRuns: 200 },
    );
  });
});
