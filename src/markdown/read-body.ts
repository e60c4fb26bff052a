import type { Heading, List, Paragraph, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Part, Section, SectionKind } from './body.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { answerNumbersOf, reasonKindOf } from './part-headings.ts';
import { sectionKindOf } from './section-headings.ts';

/** A part with the syntax tree it was read from; the tree's places are those of the whole body. */
export type ReadPart = Part & { nodes: RootContent[] };

export interface ReadBody {
  sections: { kind: SectionKind; heading: string | null; line: number; parts: ReadPart[] }[];
  root: Root;
}

/** A paragraph that begins with a question's number where a list item cannot show it: `3A) …`, `Q3: …`, `Q3. …`, `2(b). …`. */
const LABEL =
  /^((?:question |q\.? ?)(\d{1,3}[a-z]?(?:\([a-z0-9]{1,4}\))*)\s?[).:–-]|(\d{1,3}(?:[a-z]|(?:\([a-z0-9]{1,4}\))+))\s?[).:])(?=\s)/i;

/**
 * Reads the body of an entry into sections and parts (see `body.ts`). Nothing is dropped: every character but the structure's own marks
 * and the blank lines between parts is in exactly one part.
 */
export function readBody(markdown: string): ReadBody {
  const root = parseMarkdown(markdown);
  const sections: ReadBody['sections'] = [];
  let from = 0;
  const close = (to: number, heading: Heading | null) => {
    const nodes = root.children.slice(from, to);
    if (!heading && nodes.length === 0) return;
    const words = heading ? headingSource(heading, markdown) : null;
    const kind: SectionKind = heading ? (sectionKindOf(toString(heading)) ?? 'other') : 'lead';
    sections.push({ kind, heading: words, line: heading?.position?.start.line ?? 1, parts: new PartReader(markdown, kind).read(nodes) });
  };
  let open: Heading | null = null;
  for (const [index, node] of root.children.entries()) {
    if (node.type !== 'heading' || node.depth > 2) continue;
    close(index, open);
    open = node;
    from = index + 1;
  }
  close(root.children.length, open);
  return { sections, root };
}

/** The same body as `writeBody` takes it: without trees and places. */
export function bodyOf(read: ReadBody): { sections: Section[] } {
  return {
    sections: read.sections.map(({ kind, heading, parts }) => ({
      kind,
      heading,
      parts: parts.map(({ nodes: _, ...part }) => part),
    })),
  };
}

/** Walks the blocks of one section and cuts them into parts. */
class PartReader {
  private readonly parts: ReadPart[] = [];
  private readonly markdown: string;
  private readonly section: SectionKind;

  constructor(markdown: string, section: SectionKind) {
    this.markdown = markdown;
    this.section = section;
  }

  read(nodes: RootContent[]): ReadPart[] {
    for (let index = 0; index < nodes.length;) {
      const node = nodes[index] as RootContent;
      if (node.type === 'heading') index = this.heading(nodes, index, node);
      else if (this.section === 'request' && node.type === 'list' && node.ordered) {
        this.items(node);
        index++;
      } else if (this.section === 'request' && node.type === 'paragraph' && LABEL.test(this.source([node])))
        index = this.label(nodes, index, node);
      else {
        this.prose(node);
        index++;
      }
    }
    return this.parts;
  }

  private heading(nodes: RootContent[], index: number, node: Heading): number {
    const words = toString(node);
    const numbers = answerNumbersOf(words);
    if (numbers && this.section === 'request' && numbers.length === 1) {
      const end = this.endOf(nodes, index + 1, (next) => next.depth <= node.depth);
      const content = nodes.slice(index + 1, end);
      const label = headingSource(node, this.markdown);
      this.parts.push({
        kind: 'question',
        form: 'heading',
        label,
        number: numbers[0] as string,
        depth: node.depth,
        markdown: this.source(content),
        nodes: content,
      });
      return end;
    }
    const reason = this.section === 'response' ? reasonKindOf(words) : null;
    if (this.section !== 'response' || !(numbers ?? reason)) {
      this.prose(node);
      return index + 1;
    }
    const end = this.endOf(nodes, index + 1, (next) => next.depth <= node.depth || startsPart(next, numbers !== null));
    const content = nodes.slice(index + 1, end);
    const common = { heading: headingSource(node, this.markdown), depth: node.depth, markdown: this.source(content), nodes: content };
    if (numbers) this.parts.push({ kind: 'answer', numbers, ...common });
    else if (reason) this.parts.push({ kind: reason, ...common });
    return end;
  }

  private label(nodes: RootContent[], index: number, node: Paragraph): number {
    const source = this.source([node]);
    const [whole = '', label = '', spoken, bare] = LABEL.exec(source) ?? [];
    const end = this.endOf(nodes, index + 1, () => true, true);
    const content = nodes.slice(index, end);
    const rest = this.source(content).slice(whole.length);
    const trimmed = rest.replace(/^\s+/, '');
    cutStart(node, whole.length + (rest.length - trimmed.length), this.markdown);
    this.parts.push({ kind: 'question', form: 'label', label, number: (spoken ?? bare) as string, markdown: trimmed, nodes: content });
    return end;
  }

  /** Every item of an ordered list in the request is a question; its number is the marker that the text shows, not its place in the list. */
  private items(list: List): void {
    for (const item of list.children) {
      const start = item.position?.start.offset ?? 0;
      const label = /^\d{1,9}[.)]/.exec(this.markdown.slice(start))?.[0] ?? '';
      const first = item.children[0]?.position?.start;
      const indent = (first?.column ?? 1) - 1;
      const blanks = new RegExp(`^ {0,${indent}}`);
      const source = first ? this.markdown.slice(first.offset, item.position?.end.offset) : '';
      const markdown = source
        .split('\n')
        .map((line, index) => (index === 0 ? line : line.replace(blanks, '')))
        .join('\n')
        .trimEnd();
      this.parts.push({ kind: 'question', form: 'item', label, number: label.slice(0, -1), markdown, nodes: item.children });
    }
  }

  private prose(node: RootContent): void {
    const last = this.parts.at(-1);
    if (last?.kind === 'prose') {
      last.nodes.push(node);
      last.markdown = this.source(last.nodes);
    } else this.parts.push({ kind: 'prose', markdown: this.source([node]), nodes: [node] });
  }

  /** The index of the first heading for which `ends` holds, or with `questions` of the next question, from `from` on. */
  private endOf(nodes: RootContent[], from: number, ends: (heading: Heading) => boolean, questions = false): number {
    const end = nodes.findIndex((node, index) => {
      if (index < from) return false;
      if (node.type === 'heading') return ends(node);
      return (
        questions && ((node.type === 'list' && node.ordered === true) || (node.type === 'paragraph' && LABEL.test(this.source([node]))))
      );
    });
    return end === -1 ? nodes.length : end;
  }

  private source(nodes: RootContent[]): string {
    const start = nodes[0]?.position?.start.offset;
    return start === undefined ? '' : this.markdown.slice(start, nodes.at(-1)?.position?.end.offset).trimEnd();
  }
}

/** A step of the reasons is a part wherever it stands. Among the reasons, `#### Question 6` says what they are about and answers nothing. */
function startsPart(heading: Heading, inAnswer: boolean): boolean {
  const words = toString(heading);
  return reasonKindOf(words) !== null || (inAnswer && answerNumbersOf(words) !== null);
}

/** The heading's own markdown, without its marks: `## *Request*` → `*Request*`. */
function headingSource(heading: Heading, markdown: string): string {
  const start = heading.children[0]?.position?.start.offset;
  return start === undefined ? '' : markdown.slice(start, heading.children.at(-1)?.position?.end.offset);
}

/** Takes the first `length` characters of a paragraph's source out of its tree: the label is shown apart. */
function cutStart(paragraph: Paragraph, length: number, markdown: string): void {
  const from = (paragraph.position?.start.offset ?? 0) + length;
  paragraph.children = paragraph.children.filter((child) => (child.position?.end.offset ?? 0) > from);
  const first = paragraph.children[0];
  if (first?.type === 'text' && (first.position?.start.offset ?? 0) < from) {
    const kept = markdown.slice(from, first.position?.end.offset);
    first.value = first.value.slice(Math.max(0, first.value.length - kept.length));
  }
}
