import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionFacts } from '../../src/log/disclosure.ts';
import type { Part, RenderedBody, RenderedPart, SectionKind } from '../../src/markdown/body.ts';
import { questionsOf } from '../../src/markdown/questions.ts';
import { layOut, type Block, type Exchange, type ReasonGroup } from '../../src/site/exchange.ts';

type Written = Part extends infer P ? (P extends { markdown: string } ? Omit<P, 'markdown'> : never) : never;

const rendered = (part: Written, html: string): RenderedPart => ({ ...part, markdown: html, html, text: html });
const prose = (html: string) => rendered({ kind: 'prose' }, html);
const question = (number: string, html: string) => rendered({ kind: 'question', form: 'item', label: `${number}.`, number }, html);
const answer = (numbers: string[], html: string, depth = 3) =>
  rendered({ kind: 'answer', heading: `Question ${numbers.join(', ')}`, numbers, depth }, html);
const reason = (heading: string, html: string, depth = 3) => rendered({ kind: 'reasons', heading, depth }, html);
const complaint = (html: string) => rendered({ kind: 'complaint', heading: 'Complaints', depth: 3 }, html);
const section = (kind: SectionKind, ...parts: RenderedPart[]) => ({ kind, heading: kind === 'lead' ? null : kind, parts });

function lay(...sections: RenderedBody['sections']): Exchange {
  const questions: QuestionFacts[] = questionsOf({ sections }).map((each) => ({ ...each, text: each.text ?? '' }));
  return layOut({ sections }, { questions });
}

/** Every piece of HTML of a layout in the order of the page. */
function shown(exchange: Exchange): string[] {
  const ofGroup = ({ html, steps }: ReasonGroup) => [html, ...steps.map((step) => step.html)];
  const ofBlock = (block: Block): string[] => {
    if (block.kind === 'question') return [block.question.html];
    if (block.kind === 'reasons') return block.groups.flatMap(ofGroup);
    return block.kind === 'answer' ? [...block.questions.map(({ html }) => html), block.html] : [block.html];
  };
  const blocks = [...exchange.sections.flatMap((each) => each.blocks), ...exchange.reasons, ...exchange.attachments];
  return [...blocks.flatMap(ofBlock), ...exchange.complaints.flatMap(ofGroup)];
}

describe('a request whose every question has an answer', () => {
  const exchange = lay(
    section(
      'request',
      prose('<p>intro</p>'),
      question('1', '<p>q1</p>'),
      prose('<p>by year</p>'),
      question('2', '<p>q2</p>'),
      prose('<p>thanks</p>'),
    ),
    section(
      'response',
      prose('<p>hello</p>'),
      answer(['1'], '<p>a1</p>'),
      answer(['2'], '<p>a2</p>'),
      reason('Reasons', '<p>because</p>'),
      complaint('<p>complain</p>'),
    ),
  );

  test('is put together with them', () => {
    expect(exchange.layout).toBe('paired');
    expect(shown(exchange)).toEqual([
      '<p>intro</p>',
      '<p>thanks</p>',
      '<p>hello</p>',
      '<p>q1</p><p>by year</p>',
      '<p>a1</p>',
      '<p>q2</p>',
      '<p>a2</p>',
      '<p>because</p>',
      '<p>complain</p>',
    ]);
  });
  test('says who speaks', () => {
    const proses = exchange.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'prose');
    expect(proses.map(({ voice, role }) => `${voice} ${role}`)).toEqual(['request opening', 'request also', 'response opening']);
  });
  test('keeps its anchors', () => {
    const answers = exchange.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'answer');
    expect(answers.map(({ questions }) => questions.map(({ facts }) => facts?.anchor))).toEqual([['question-1'], ['question-2']]);
  });
});

test('one answer to several questions stands below all of them', () => {
  const exchange = lay(section('request', question('1', 'q1'), question('2', 'q2')), section('response', answer(['1', '2'], 'a')));
  expect(shown(exchange)).toEqual(['q1', 'q2', 'a']);
});

test('an answer to 2 answers 2(a) and 2(b)', () => {
  const exchange = lay(section('request', question('2(a)', 'qa'), question('2(b)', 'qb')), section('response', answer(['2'], 'a')));
  expect(exchange.layout).toBe('paired');
});

test('an answer to 12 does not answer 1', () => {
  const exchange = lay(section('request', question('1', 'q')), section('response', answer(['12'], 'a')));
  expect(exchange.layout).toBe('sequential');
});

test('a second answer to a question stands where it was written, without the question', () => {
  const exchange = lay(section('request', question('1', 'q')), section('response', answer(['1'], 'a'), answer(['1'], 'more')));
  expect(shown(exchange)).toEqual(['q', 'a', 'more']);
});

describe.each([
  ['a question has no answer', [section('request', question('1', 'q1'), question('2', 'q2')), section('response', answer(['1'], 'a1'))]],
  ['a number occurs twice', [section('request', question('1', 'q1'), question('1', 'q2')), section('response', answer(['1'], 'a1'))]],
  [
    'the request has headings of its own',
    [section('request', prose('<h3>Vehicles</h3>'), question('1', 'q1')), section('response', answer(['1'], 'a1'))],
  ],
  [
    'something stands between request and response',
    [section('request', question('1', 'q1')), section('other', prose('between')), section('response', answer(['1'], 'a1'))],
  ],
  [
    'there are two requests',
    [section('request', question('1', 'q1')), section('request', prose('again')), section('response', answer(['1'], 'a1'))],
  ],
  ['the request has no questions', [section('request', prose('tell me')), section('response', prose('no'))]],
])('where %s', (_, sections) => {
  test('request and response are shown whole, in the order of the text', () => {
    const exchange = lay(...sections);
    expect(exchange.layout).toBe('sequential');
    expect(shown(exchange)).toEqual(sections.flatMap(({ parts }) => parts.map(({ html }) => html)));
  });
});

test('a question that only an answer numbers has its anchor there, once', () => {
  const exchange = lay(section('request', prose('tell me')), section('response', answer(['1'], 'a1'), answer(['1'], 'more')));
  const answers = exchange.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'answer');
  expect(answers.map(({ anchors }) => anchors)).toEqual([['question-1'], []]);
});

test('a deeper reason belongs to the shallower one before it, also where its heading names a question', () => {
  const exchange = lay(
    section('request', question('6', 'q')),
    section(
      'response',
      answer(['6'], 'a'),
      reason('Reasons', 'r'),
      answer(['6'], 'why', 4),
      reason('Section 31 (questions 6 and 7)', 'also', 4),
      reason('Balance', 'b'),
    ),
  );
  const [reasons] = exchange.reasons;
  const groups = reasons?.kind === 'reasons' ? reasons.groups : [];
  expect(groups.map(({ heading, steps }) => [heading, steps.map(({ html, numbers, anchor }) => [html, numbers, anchor])])).toEqual([
    [
      'Reasons',
      [
        ['why', ['6'], 'reasons-6'],
        ['also', ['6', '7'], 'reasons-7'],
      ],
    ],
    ['Balance', []],
  ]);
});

test('reasons that are all of a response stay in it', () => {
  const exchange = lay(section('request', prose('tell me')), section('response', reason('Reasons', 'r'), complaint('c')));
  expect(exchange.sections.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([['prose'], ['reasons']]);
  expect(exchange.complaints.map(({ html }) => html)).toEqual(['c']);
});

test('every part stands on the page exactly once, whatever the text', () => {
  const number = fc.constantFrom('1', '2', '3', '2(a)', '3A', '12');
  const depth = fc.integer({ min: 3, max: 6 });
  const part: fc.Arbitrary<Written> = fc.oneof(
    fc.constant<Written>({ kind: 'prose' }),
    number.map((each): Written => ({ kind: 'question', form: 'label', label: `Q${each}:`, number: each })),
    fc
      .tuple(fc.uniqueArray(number, { minLength: 1, maxLength: 3 }), depth)
      .map(([numbers, at]): Written => ({ kind: 'answer', heading: `Questions ${numbers.join(', ')}`, numbers, depth: at })),
    fc
      .tuple(fc.constantFrom('reasons', 'public-interest-test', 'factors-for', 'advice', 'complaint'), depth)
      .map(([kind, at]): Written => ({ kind, heading: kind, depth: at })),
  );
  const allowed: Record<SectionKind, (kind: Part['kind']) => boolean> = {
    lead: (kind) => kind === 'prose',
    other: (kind) => kind === 'prose',
    attachments: (kind) => kind === 'prose',
    request: (kind) => kind === 'prose' || kind === 'question',
    response: (kind) => kind !== 'question',
  };
  const kinds = fc.constantFrom<SectionKind>('lead', 'request', 'request', 'response', 'response', 'attachments', 'other');
  const body = fc.array(fc.tuple(kinds, fc.array(part, { maxLength: 8 })), { maxLength: 5 }).map((sections) => {
    let count = 0;
    return sections.map(([kind, parts]) =>
      section(kind, ...parts.filter((each) => allowed[kind](each.kind)).map((each) => rendered(each, `<p>part ${++count};</p>`))),
    );
  });
  fc.assert(
    fc.property(body, (sections) => {
      const exchange = lay(...sections);
      const page = shown(exchange).join('');
      const all = sections.flatMap(({ parts }) => parts.map(({ html }) => html));
      for (const html of all) expect(page.split(html)).toHaveLength(2);
      expect(page.length).toBe(all.join('').length);
      const anchors = exchange.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => {
          if (block.kind === 'question') return [block.question.facts?.anchor];
          return block.kind === 'answer' ? [...block.anchors, ...block.questions.map(({ facts }) => facts?.anchor)] : [];
        }),
      );
      expect(new Set(anchors).size).toBe(anchors.length);
    }),
    { numRuns: 2000 },
  );
});
