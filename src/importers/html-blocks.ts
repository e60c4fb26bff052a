import type { Element, ElementContent, Root } from 'hast';
import { sectionKindOf } from '../markdown/section-headings.ts';
import { block, inlineText, sliceInline, type Block, type Page } from './block.ts';
import { fieldOfLabel } from './fields.ts';
import { elements, holdsBlocks, lineOf, numeral, textOf } from './html-nodes.ts';
import { inlineOf, splitLines, trimInline } from './html-inline.ts';
import { markerFrom, readMarker, type Marker } from './markers.ts';
import { isBrokenOff, markFigures, tableBlock, textBlocks } from './text.ts';

const FILE = /\.(?:pdf|docx?|xlsx?|csv|ods|odt|rtf|pptx?|zip|txt|json|xml|jpe?g|png|tiff?|msg|eml)(?:[?#]|$)/i;

/** Main content → blocks, with the files it links to. */
export function htmlBlocks(main: Element | Root): Pick<Page, 'blocks' | 'files'> {
  const reader = new Reader();
  reader.children(main.children as ElementContent[], { depth: 0, quote: false });
  return { blocks: markFigures(reader.blocks), files: reader.files };
}

interface Place {
  depth: number;
  quote: boolean;
}

class Reader {
  readonly blocks: Block[] = [];
  readonly files: Page['files'] = [];
  /** The marker of a list item that waits for its first words. */
  private marker: Marker | null = null;

  /** Runs of inline content between blocks are paragraphs of their own, as a browser shows them. */
  children(nodes: readonly ElementContent[], place: Place): void {
    let run: ElementContent[] = [];
    const flush = () => {
      if (run.length > 0) this.paragraph(run, place);
      run = [];
    };
    for (const node of nodes) {
      if (node.type === 'element' && holdsBlocks(node)) {
        flush();
        this.element(node, place);
      } else if (node.type !== 'comment') run.push(node);
    }
    flush();
  }

  private element(node: Element, place: Place): void {
    const { tagName } = node;
    if (/^h[1-6]$/.test(tagName)) return this.heading(node, Number(tagName[1]));
    if (tagName === 'ul' || tagName === 'ol') return this.list(node, place);
    if (tagName === 'table') return this.table(node, place);
    if (tagName === 'dl') return this.definitions(node, place);
    if (tagName === 'pre') {
      for (const each of textBlocks(textOf(node), lineOf(node))) this.blocks.push(each);
      return;
    }
    if (tagName === 'blockquote') return this.children(node.children, { ...place, quote: true });
    if (tagName === 'summary') return this.paragraph(node.children, place, true);
    if (tagName !== 'hr') this.children(node.children, place);
  }

  private heading(node: Element, depth: number): void {
    const inline = trimInline(this.inline(node.children).filter(({ type }) => type !== 'break'));
    if (inlineText(inline).trim()) this.blocks.push(block('heading', lineOf(node), inline, { depth }));
  }

  /** Lines parted by `<br>` are blocks of their own; two breaks part paragraphs. */
  private paragraph(nodes: readonly ElementContent[], place: Place, strong = false): void {
    const first = nodes.find((node) => node.type === 'element' || (node.type === 'text' && node.value.trim())) ?? nodes[0];
    let line = first ? lineOf(first) : 1;
    if (first?.type === 'text') line += (/^\s*/.exec(first.value)?.[0].match(/\n/g) ?? []).length;
    for (const { inline, tight } of splitLines(this.inline(nodes))) {
      const text = inlineText(inline);
      if (!text.trim()) continue;
      const bold =
        strong ||
        (inline.length > 0 && inline.every((each) => each.type === 'strong' || (each.type === 'text' && /^[\s:.]*$/.test(each.value))));
      const before = this.blocks.at(-1);
      if (tight && before && !bold && isBrokenOff(before.text, text)) join(before, inline);
      else this.push(block('paragraph', line, inline, { tight, strong: bold }), place);
    }
  }

  /** Takes the waiting list marker, or one that the words themselves begin with. */
  private push(made: Block, { depth, quote }: Place): void {
    const [inner, waiting] = [readMarker(made.text), this.marker];
    this.marker = null;
    if (waiting !== null) this.blocks.push({ ...made, kind: 'item', marker: waiting, depth: Math.max(0, depth - 1), quote });
    else if (inner && inner.rest !== '') {
      const cut = made.text.length - inner.rest.length;
      const inline = trimInline(sliceInline(made.inline, cut));
      this.blocks.push({ ...made, kind: 'item', marker: inner.marker, inline, text: inlineText(inline), depth, quote });
    } else this.blocks.push({ ...made, depth, quote });
  }

  private list(node: Element, place: Place): void {
    let number = Number(node.properties['start'] ?? 1) || 1;
    for (const item of node.children) {
      if (item.type !== 'element') continue;
      if (item.tagName !== 'li') {
        this.element(item, { ...place, depth: place.depth + 1 });
        continue;
      }
      number = Number(item.properties['value'] ?? number) || number;
      this.marker = markerFrom(node.tagName === 'ul' ? '•' : numeral(number++, node.properties['type']));
      this.children(item.children, { ...place, depth: place.depth + 1 });
      this.marker = null;
    }
  }

  private table(node: Element, place: Place): void {
    const rows = elements(node, 'tr');
    const cells = rows.map((row) =>
      row.children.filter((cell): cell is Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName)),
    );
    const layout =
      node.properties['role'] === 'presentation' ||
      cells.some((row) => row.some((cell) => elements(cell, 'table').length > 0)) ||
      cells.every((row) => row.length < 2);
    if (layout) {
      for (const cell of cells.flat()) this.children(cell.children, place);
      return;
    }
    if (isPageTable(cells)) return this.labelledRows(cells, place);
    const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
    const inline = cells.map((row) => Array.from({ length: width }, (_, index) => trimInline(this.inline(row[index]?.children ?? []))));
    const header = cells[0]?.every(({ tagName }) => tagName === 'th') ?? false;
    const caption = elements(node, 'caption')[0];
    if (caption) this.paragraph(caption.children, place);
    const kept = inline.filter((row) => row.some((cell) => inlineText(cell).trim()));
    if (kept.length > 0)
      this.blocks.push({
        ...tableBlock(kept, lineOf(node), header),
        depth: place.depth,
        quote: place.quote,
        text: kept.map((row) => row.map(inlineText).join('\t')).join('\n'),
      });
  }

  /** A page laid out as a table of two columns: `Reference | 12/21`, `Request | …`, `Response | …`. */
  private labelledRows(cells: readonly Element[][], place: Place): void {
    for (const [label, value] of cells) {
      if (!label) continue;
      const name = textOf(label).replace(/\s+/g, ' ').trim();
      const short =
        value !== undefined && !elements(value, 'li').length && !elements(value, 'p').slice(1).length && textOf(value).trim().length < 160;
      if (short && sectionKindOf(name.replace(/:$/, '')) === null) {
        const colon = name.endsWith(':') || name === '' ? ' ' : ': ';
        this.push(
          block('paragraph', lineOf(label), [
            ...trimInline(this.inline(label.children)),
            { type: 'text', value: colon },
            ...trimInline(this.inline(value.children)).filter(({ type }) => type !== 'break'),
          ]),
          place,
        );
      } else {
        this.paragraph(label.children, place, true);
        if (value) this.children(value.children, place);
      }
    }
  }

  /** Short terms are labels of what follows them (`Date received: 1 May`); long ones, and questions, are headings over it. */
  private definitions(node: Element, place: Place): void {
    const parts = node.children
      .flatMap((child) => (child.type === 'element' && child.tagName === 'div' ? child.children : [child]))
      .filter((child): child is Element => child.type === 'element');
    for (const [index, part] of parts.entries()) {
      if (part.tagName !== 'dt') {
        const term = parts[index - 1];
        if (!(term?.tagName === 'dt' && isLabel(term, part))) this.children(part.children, place);
        continue;
      }
      const value = parts[index + 1];
      if (value?.tagName === 'dd' && isLabel(part, value)) {
        const term = trimInline(this.inline(part.children));
        const colon = inlineText(term).endsWith(':') ? ' ' : ': ';
        this.blocks.push(
          block('paragraph', lineOf(part), [...term, { type: 'text', value: colon }, ...trimInline(this.inline(value.children))], {
            tight: index > 0,
          }),
        );
      } else this.paragraph(part.children, place, true);
    }
  }

  private inline(nodes: readonly ElementContent[]) {
    return inlineOf(nodes, (name, href, line) => {
      if (FILE.test(href)) this.files.push({ name, href, line });
    });
  }
}

/** A line that goes on below: a break was put where the text before was broken by its width. */
function join(before: Block, inline: Block['inline']): void {
  before.inline = [...before.inline, { type: 'text', value: ' ' }, ...inline];
  before.text = inlineText(before.inline);
}

/** At least half the rows of two cells begin with a label of a page: a field, or the heading of a section. */
function isPageTable(cells: readonly Element[][]): boolean {
  if (cells.length < 2 || cells.some((row) => row.length !== 2)) return false;
  const labels = cells.filter(([first]) => {
    const name = first ? textOf(first).replace(/\s+/g, ' ').trim() : '';
    return name.length < 60 && (fieldOfLabel(name) !== null || sectionKindOf(name.replace(/:$/, '')) !== null);
  });
  return labels.length >= 2 && labels.length >= cells.length / 2;
}

function isLabel(term: Element, value: Element): boolean {
  const [name, words] = [textOf(term).trim(), textOf(value).trim()];
  return (
    name.length <= 40 &&
    !name.includes('?') &&
    words.length <= 200 &&
    !value.children.some((child) => child.type === 'element' && holdsBlocks(child) && child.tagName !== 'p')
  );
}
