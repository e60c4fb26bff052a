import type { AnswerPart, Part, QuestionPart } from '../markdown/body.ts';
import { answerNumbersOf } from '../markdown/part-headings.ts';
import { block, type Block } from './block.ts';
import { headingMarkdown, headingWords, inlineMarkdown, writeBlocks } from './block-markdown.ts';
import type { Segment } from './answers.ts';
import type { Numbered } from './numbering.ts';
import type { Question, RequestPart } from './questions.ts';

/** True for a number that the body of an entry can show: one that begins with a figure. */
export function isWritable({ number }: Numbered): boolean {
  return number !== null && /^\d{1,3}(?:\.\d{1,2})?[a-z]?(?:\([a-z0-9]{1,4}\))*$/i.test(number);
}

/** The parts of a request, in the canonical form of the body: prose and numbered questions. */
export function requestParts(parts: readonly RequestPart[], questions: readonly Question[], numbers: readonly Numbered[]): Part[] {
  const written: Part[] = [];
  let prose: Block[] = [];
  // A heading ends only at the next heading: after one question under a heading, all of them are.
  const headed = questions.some((question, place) => isWritable(numbers[place] ?? { number: null, guess: null }) && needsHeading(question));
  const flush = () => {
    if (prose.length > 0) written.push({ kind: 'prose', markdown: writeBlocks(prose, 'escape') });
    prose = [];
  };
  for (const part of parts) {
    if (part.kind === 'prose') {
      prose.push(part.block);
      continue;
    }
    const { question } = part;
    const numbered = numbers[questions.indexOf(question)] ?? { number: null, guess: null };
    if (isWritable(numbered)) {
      flush();
      written.push(questionPart(question, numbered, headed));
    } else prose.push(...asProse(question));
  }
  flush();
  return written;
}

function asProse({ marker, first, more }: Question): Block[] {
  const head = first
    ? [{ ...first, marker, kind: marker === null ? ('paragraph' as const) : ('item' as const) }]
    : marker === null
      ? []
      : [block('paragraph', more[0]?.line ?? 1, [{ type: 'text', value: marker.raw }])];
  return [...head, ...more];
}

/** True for a number that neither a list nor a paragraph can show so that it is read again: `1.1`, and `Request 2` on a line of its own. */
function needsHeading({ kind, marker }: Question): boolean {
  const label = marker?.raw ?? '';
  const bare = label.replace(/[\s:.)–—-]+$/, '');
  const alone = kind === 'label' && /^(?:question|request|cwestiwn|query)/i.test(bare) && !/[:.)–—-]$/.test(label);
  return kind === 'dotted' || alone || (kind === 'label' && !/^(?:question |q\.? ?)\d/i.test(bare));
}

function questionPart({ kind, marker, first, more, shown }: Question, { number: mended }: Numbered, headed: boolean): QuestionPart {
  const number = mended ?? shown ?? '';
  const own = first ? [{ ...first, kind: 'paragraph' as const, marker: null, depth: 0 }] : [];
  const rest = deeper(more);
  const label = marker?.raw ?? null;
  const bare = label?.replace(/[\s:.)–—-]+$/, '') ?? '';
  if (headed) {
    const heading = kind === 'label' && answerNumbersOf(bare)?.length === 1 ? bare : `Question ${number}`;
    return { kind: 'question', form: 'heading', label: heading, number, depth: 3, markdown: writeBlocks([...own, ...rest], 'keep') };
  }
  if (kind === 'label' || (kind === 'compound' && mended === shown)) {
    const name = kind === 'label' ? bare : number;
    const sign = /[:.)–—-]/.exec((label ?? '').slice(bare.length))?.[0] ?? (kind === 'compound' ? ')' : '.');
    return {
      kind: 'question',
      form: 'label',
      label: `${name}${/[–—]/.test(sign) ? ' –' : sign}`,
      number,
      markdown: writeBlocks([...own, ...rest], 'escape'),
    };
  }
  if (!/^\d{1,9}$/.test(number))
    return { kind: 'question', form: 'label', label: `${number})`, number, markdown: writeBlocks([...own, ...rest], 'escape') };
  const sign = label !== null && /\)$/.test(label) && !label.includes('.') ? ')' : '.';
  return { kind: 'question', form: 'item', label: `${number}${sign}`, number, markdown: writeBlocks([...own, ...rest], 'keep') };
}

/** Sub-parts moved to the left edge of their question. */
function deeper(more: readonly Block[]): Block[] {
  const least = more.reduce((most, { kind, depth }) => (kind === 'item' ? Math.min(most, depth) : most), 9);
  return more.map((each) => ({
    ...each,
    depth: each.kind === 'heading' ? each.depth : Math.max(0, each.depth - (least === 9 ? each.depth : least)),
  }));
}

/** The parts of a response: prose, answers under their question's number, reasons under the page's own headings. */
export function responseParts(segments: readonly Segment[], numbers: readonly Numbered[]): Part[] {
  const parts: Part[] = [];
  const add = (markdown: string) => {
    const last = parts.at(-1);
    if (!markdown) return;
    if (last) last.markdown = last.markdown ? `${last.markdown}\n\n${markdown}` : markdown;
    else parts.push({ kind: 'prose', markdown });
  };
  let tested = false;
  for (const each of segments) {
    if (each.kind === 'reason' || (each.heading && each.kind === 'closing')) {
      const kind = each.reason ?? 'reasons';
      const step = /^(?:factors-for|factors-against|balance)$/.test(kind);
      parts.push({
        kind,
        heading: each.heading ? headingWords(each.heading) : '',
        depth: step && tested ? 4 : 3,
        markdown: writeBlocks(each.blocks, 'keep'),
      });
      tested ||= kind === 'public-interest-test';
    } else if (each.kind === 'answer') {
      const heading = answerHeading(each, numbers);
      const markdown = writeBlocks([...repeatedWords(each, heading !== null), ...each.blocks], 'keep');
      if (heading) parts.push({ kind: 'answer', ...heading, depth: 3, markdown });
      else add([each.heading ? `### ${headingWords(each.heading)}` : '', markdown].filter(Boolean).join('\n\n'));
    } else add([each.heading ? `### ${headingWords(each.heading)}` : '', writeBlocks(each.blocks, 'keep')].filter(Boolean).join('\n\n'));
  }
  return parts;
}

function answerHeading({ heading, questions }: Segment, numbers: readonly Numbered[]): Pick<AnswerPart, 'heading' | 'numbers'> | null {
  const named = questions
    .map((place) => numbers[place])
    .filter((each) => each !== undefined && isWritable(each))
    .map((each) => each?.number ?? '');
  if (named.length === 0 || named.length < questions.length) return null;
  const own = heading ? headingWords(heading).replace(/:$/, '') : null;
  const read = own === null ? null : answerNumbersOf(own);
  if (own !== null && read && read.join() === named.join()) return { heading: own, numbers: named };
  const words = named.length === 1 ? `Question ${named[0] ?? ''}` : `Questions ${named.slice(0, -1).join(', ')} and ${named.at(-1) ?? ''}`;
  return { heading: words, numbers: named };
}

/** The question's words said again: left out under a heading with its number when they are the same, else quoted. */
function repeatedWords({ repeated, label }: Segment, headed: boolean): Block[] {
  return repeated.flatMap(({ block: each, same }) =>
    same && headed ? [] : [{ ...each, quote: true, kind: 'paragraph' as const, marker: headed ? null : label, strong: false }],
  );
}

/** Questions and answers in turn without numbers: each question is the heading of its answer. */
export function pairParts(questions: readonly Question[], segments: readonly Segment[]): Part[] {
  const markdown: string[] = [];
  const seen = new Set<number>();
  for (const each of segments) {
    for (const place of each.questions.filter((at) => !seen.has(at))) {
      seen.add(place);
      const question = questions[place];
      if (question?.first)
        markdown.push(
          question.first.text.length < 200
            ? `### ${headingMarkdown(question.first.inline)}`
            : `**${inlineMarkdown(question.first.inline)}**`,
        );
      if (question && question.more.length > 0) markdown.push(writeBlocks(question.more, 'keep'));
    }
    if (each.blocks.length > 0) markdown.push(writeBlocks(each.blocks, 'keep'));
  }
  for (const [place, { first, more }] of questions.entries())
    if (!seen.has(place)) markdown.push(writeBlocks([...(first ? [first] : []), ...more], 'keep'));
  return markdown.length > 0 ? [{ kind: 'prose', markdown: markdown.join('\n\n') }] : [];
}
