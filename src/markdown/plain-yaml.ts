import type { Yaml } from './front-matter.ts';

/*
 * Front matter as this project writes it: a key and its value on a line, lists in brackets, groups in braces, or one after a dash on a line.
 * YAML has one reading for it, and to find it by the whole grammar is a fifth of what reading a log costs. Here it is read line by line.
 * What departs from it by a single character goes to the library. A test holds the two to the same values and places.
 */

/** A value and where it begins; of a list or a group, what is in it. */
interface Node {
  offset: number;
  value: unknown;
  items?: Node[];
  keys?: Map<string, { offset: number; node: Node }>;
}

const KEY = /([A-Za-z][A-Za-z0-9]{0,60}):(?: +|(?=\n))/y;
const DASH = / {1,8}(?=- )/y;
const BLANKS = / */y;
const COMMA = /,/y;
/** Line endings of all kinds, what is not printed, halves of characters. */
const UNUSUAL = String.raw`\0-\x1F\x7F-\xA0\u2028\u2029\uFEFF\uD800-\uDFFF`;
const QUOTED = new RegExp(`"([^"\\\\${UNUSUAL}]*)"|'([^'${UNUSUAL}]*)'`, 'y');
/** A value without quotes begins with a letter or the like, holds no mark that could end it, and no blank is at its end. */
const valueWithout = (marks: string) => {
  const any = `[^${marks}:#${UNUSUAL}]`;
  const last = `[^${marks} :#${UNUSUAL}]`;
  return new RegExp(`(?=[A-Za-z0-9\\u00C0-\\u024F“‘(£])(?:(?:${any}|:(?=${last}))*${last})`, 'y');
};
const ON_A_LINE = valueWithout('');
const IN_BRACKETS = valueWithout(String.raw`,[\]{}`);
/** Lists and groups in each other; more is not written by anybody. */
const DEEPEST = 4;

/** The same as the library reads, or `null` where it has to read. @param firstLine the line of the file on which `text` begins */
export function readPlainYaml(text: string, firstLine: number): Yaml | null {
  const root = new PlainReader(text).document();
  if (!root) return null;
  const at = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  return { value: root.value, findings: [], place: (path, key) => at(offsetOf(root, path, key)) };
}

/** Where the value at a path begins, or its nearest ancestor; or the key in it. */
function offsetOf(root: Node, path: readonly PropertyKey[], key: string | undefined): number {
  let node = root;
  for (const step of path) {
    const next = typeof step === 'number' ? node.items?.[step] : node.keys?.get(String(step))?.node;
    if (!next) return node.offset;
    node = next;
  }
  return (key === undefined ? undefined : node.keys?.get(key)?.offset) ?? node.offset;
}

class PlainReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  document(): Node | null {
    const root = groupAt(0);
    while (this.at < this.text.length) {
      if (!this.pair(root, () => (this.isAtEnd() ? this.dashes() : this.value(ON_A_LINE, 0))) || !this.isAtEnd()) return null;
      this.at += 1;
    }
    return this.text === '' ? null : root;
  }

  /** A key and its value into a group; false where there is none, or the key is there already. */
  private pair(group: Group, read: () => Node | null): boolean {
    const offset = this.at;
    const key = this.take(KEY)?.[1];
    if (key === undefined || group.keys.has(key)) return false;
    const node = read();
    if (!node) return false;
    group.keys.set(key, { offset, node });
    group.value[key] = node.value;
    return true;
  }

  /** The lines below a key, each with a dash as far in as the first. */
  private dashes(): Node | null {
    let list: List | null = null;
    let indent = '';
    while (this.text[this.at] === '\n') {
      DASH.lastIndex = this.at + 1;
      const blanks = DASH.exec(this.text)?.[0];
      if (blanks === undefined) break;
      this.at += 1 + blanks.length;
      if (list && blanks !== indent) return null;
      indent = blanks;
      list ??= listAt(this.at);
      this.at += '- '.length;
      if (!this.item(list, ON_A_LINE, 0) || !this.isAtEnd()) return null;
    }
    return list;
  }

  private item(list: List, words: RegExp, depth: number): boolean {
    const node = this.value(words, depth);
    if (!node) return false;
    list.items.push(node);
    list.value.push(node.value);
    return true;
  }

  private value(words: RegExp, depth: number): Node | null {
    const offset = this.at;
    const first = this.text[offset];
    if (first === '[' || first === '{') return depth < DEEPEST ? this.brackets(first, depth + 1) : null;
    const match = this.take(first === '"' || first === "'" ? QUOTED : words);
    return match && { offset, value: match[1] ?? match[2] ?? match[0] };
  }

  private brackets(opening: '[' | '{', depth: number): Node | null {
    const [list, group] = [listAt(this.at), groupAt(this.at)];
    const isList = opening === '[';
    this.at += 1;
    do {
      this.take(BLANKS);
      const isRead = isList ? this.item(list, IN_BRACKETS, depth) : this.pair(group, () => this.value(IN_BRACKETS, depth));
      if (!isRead) return null;
      this.take(BLANKS);
    } while (this.take(COMMA));
    if (this.text[this.at] !== (isList ? ']' : '}')) return null;
    this.at += 1;
    return isList ? list : group;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at += match[0].length;
    return match;
  }

  /** Of a line, or of the whole. */
  private isAtEnd(): boolean {
    return this.at === this.text.length || this.text[this.at] === '\n';
  }
}

type List = Node & { items: Node[]; value: unknown[] };
type Group = Node & { keys: NonNullable<Node['keys']>; value: Record<string, unknown> };

function listAt(offset: number): List {
  return { offset, items: [], value: [] };
}

function groupAt(offset: number): Group {
  return { offset, keys: new Map(), value: {} };
}
