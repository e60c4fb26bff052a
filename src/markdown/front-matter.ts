import { isMap, isScalar, LineCounter, parseDocument, visit, type Document, type Pair } from 'yaml';
import type { z } from 'zod';
import { readPlainYaml } from './plain-yaml.ts';
import type { FindingInText } from '../model/finding.ts';
import type { Rule } from '../model/rules.ts';
import { nearest } from '../model/nearest.ts';

/** The most that front matter or log.yaml may hold, in UTF-16 units: hostile YAML is refused before it is parsed. */
const MOST = 65_536;

/** YAML with the place of every value. All scalars are strings ("failsafe" schema): nothing is taken for a number, a date or a boolean. */
export interface Yaml {
  /** `null` where the text cannot be read at all. */
  value: unknown;
  findings: FindingInText[];
  /** Line and column of the value at a path, or of its nearest ancestor; `key` asks for the key instead. */
  place(path: readonly PropertyKey[], key?: string): { line: number; column: number };
}

/** An entry's text in two: `yaml` starts at line 2, `body` at `bodyLine`. */
export interface SplitText {
  yaml: string;
  body: string;
  bodyLine: number;
}

/** Splits `---` front matter from the body; `null` where the text does not begin with it or it is never closed. */
export function splitFrontMatter(text: string): SplitText | null {
  const match = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(text.replace(/^\uFEFF/, ''));
  if (!match) return null;
  const whole = text.replace(/^\uFEFF/, '');
  return { yaml: match[1] ?? '', body: whole.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

/**
 * Parses YAML under the project's limits: one document, no aliases, no tags, unique keys, at most 64 KiB.
 * @param firstLine the line of the file on which `text` begins
 */
export function parseYaml(text: string, firstLine: number): Yaml {
  if (text.length > MOST) {
    const top = { line: firstLine, column: 1 };
    const message = `Front matter of ${text.length} characters, expected at most ${MOST}`;
    return { value: null, findings: [report('yaml', top, message, 'Move long text into the body.')], place: () => top };
  }
  return readPlainYaml(text, firstLine) ?? parseAnyYaml(text, firstLine);
}

/** Parses YAML that may hold anything. */
export function parseAnyYaml(text: string, firstLine: number): Yaml {
  const findings: FindingInText[] = [];
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: Math.max(col, 1) };
  };
  for (const error of [...document.errors, ...document.warnings])
    findings.push(explain(error.code, error.message, at(error.pos[0]), text, error.pos[0]));
  // No alias without a star, and no star in most front matter.
  if (text.includes('*'))
    visit(document, {
      Alias: (_, node) =>
        void findings.push(
          report(
            'yaml',
            at(node.range?.[0] ?? 0),
            'Unexpected alias (*name), expected the value itself',
            'Write the value out where it is used.',
          ),
        ),
    });
  // A second key or a tag leaves the rest readable, so that everything else is reported in the same run.
  const readable = findings.every(({ rule, message }) => rule === 'duplicate-key' || message.startsWith('Unexpected tag'));
  const value: unknown = readable ? (document.toJS({ maxAliasCount: 0 }) ?? {}) : null;
  return { value, findings, place: (path, key) => placeIn(document, path, key, at) };
}

function placeIn(
  document: Document,
  path: readonly PropertyKey[],
  key: string | undefined,
  at: (offset: number) => { line: number; column: number },
) {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length) as string[], true);
    if (key !== undefined && length === path.length && isMap(node)) {
      const pair = node.items.find((item: Pair) => isScalar(item.key) && item.key.value === key);
      if (isScalar(pair?.key) && pair.key.range) return at(pair.key.range[0]);
    }
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return at(range[0]);
  }
  return at(0);
}

function explain(code: string, message: string, place: { line: number; column: number }, text: string, offset: number): FindingInText {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  if (code === 'DUPLICATE_KEY') {
    const key = /^[^:]*/.exec(line.trim())?.[0] ?? '';
    return report('duplicate-key', place, `Unexpected second “${key}”, expected each key once`, 'Delete one of the two lines.');
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return report(
      'yaml',
      place,
      'Unexpected colon inside a value, expected the value in quotes',
      `Put quotes around it: ${quoteValue(line)}`,
    );
  if (code === 'TAB_AS_INDENT') return report('yaml', place, 'Unexpected tab, expected spaces', 'Indent with spaces.');
  if (code === 'TAG_RESOLVE_FAILED')
    return report('yaml', place, 'Unexpected tag (!), expected plain text', 'Delete the tag, or put the value in quotes.');
  return report(
    'yaml',
    place,
    `This is not YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    'Mend the line; a value with : # [ ] { } or quotes in it goes in quotes.',
  );
}

function quoteValue(line: string): string {
  const match = /^(\s*-?\s*[\w-]+:\s*)(.*)$/.exec(line);
  return match ? `${match[1]?.trimStart()}"${match[2]?.trim().replaceAll('"', "'")}"` : `"${line.trim()}"`;
}

function report(
  rule: Rule,
  place: { line: number; column: number },
  message: string,
  fix: string,
  where: string | null = null,
): FindingInText {
  return { rule, severity: 'block', ...place, where, message, fix };
}

export interface Checked<T> {
  /** `null` where anything is wrong. */
  value: T | null;
  /** The keys that are right, so that what depends on them can be checked in the same run. */
  right: Partial<T>;
  findings: FindingInText[];
}

/** Validates a parsed YAML value and turns every issue into a finding with its place, its field and its mend. */
export function checkAgainst<S extends z.ZodObject>(schema: S, yaml: Yaml): Checked<z.output<S>> {
  if (yaml.value === null) return { value: null, right: {}, findings: [] };
  const value = yaml.value === '' ? {} : yaml.value;
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { value: result.data, right: result.data, findings: [] };
  const wrong = new Set(result.error.issues.map(({ path }) => path[0]));
  const kept = Object.entries(value as object).filter(([key]) => key in schema.shape && !wrong.has(key));
  const right = schema.partial().safeParse(Object.fromEntries(kept));
  const findings = result.error.issues.flatMap((issue) => fromIssue(issue, schema, yaml, value));
  return { value: null, right: right.success ? (right.data as Partial<z.output<S>>) : {}, findings };
}

function fromIssue(issue: z.core.$ZodIssue, schema: z.ZodType, yaml: Yaml, root: unknown): FindingInText[] {
  const where = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const near = nearest(key, knownKeys(schema, issue.path));
      const message = `Unknown key “${key}”${near ? `, expected perhaps “${near}”` : ''}`;
      const fix = near ? `Write ${near}, or delete the line.` : 'Delete the line; nothing that is not in the reference is published.';
      return report('unknown-key', yaml.place(issue.path, key), message, fix, fieldName([...issue.path, key]));
    });
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // A mapping or list was meant for the branch that accepts its type: report what that branch says.
    const deepest = issue.errors.find((branch) => branch.every((each) => each.path.length > 0 || each.code === 'unrecognized_keys'));
    if (deepest && deepest.length > 0)
      return deepest.flatMap((each) => fromIssue({ ...each, path: [...issue.path, ...each.path] }, schema, yaml, root));
  }
  const found = valueAt(root, issue.path);
  const expected = issue.message.replace(/^Invalid input: expected (\w+).*/s, (_, type: string) => `expected ${TYPES[type] ?? type}`);
  const missing = found === undefined;
  const field = where || 'the file';
  if (missing)
    return [
      report(
        'missing-key',
        yaml.place(issue.path.slice(0, -1)),
        `Missing “${where}”, ${expected.replace(/^expected text$/, 'expected a value')}`,
        `Add a line “${String(issue.path.at(-1))}: …”.`,
        where,
      ),
    ];
  const shown =
    typeof found === 'string'
      ? `“${found.length > 60 ? `${found.slice(0, 60)}…` : found}”`
      : Array.isArray(found)
        ? 'list'
        : 'group of keys';
  const near = typeof found === 'string' && issue.code === 'invalid_value' ? nearest(found, issue.values.map(String)) : null;
  const rule = /day|YYYY/.test(issue.message) ? 'bad-date' : 'bad-value';
  const fix = near
    ? `Write ${near}.`
    : rule === 'bad-date'
      ? mendDate(found)
      : found === ''
        ? 'Give a value, or delete the line.'
        : `Change ${field} to what is expected.`;
  return [report(rule, yaml.place(issue.path), `Unexpected ${shown} in ${field}, ${expected}`, fix, where)];
}

/** What the schema library calls a type, in a person's words. */
const TYPES: Record<string, string> = { object: 'lines of “key: value”', record: 'lines of “key: value”', array: 'a list', string: 'text' };

/** `02/08/2022` and `2 August 2022` become a proposal; anything else gets the general advice. */
function mendDate(found: unknown): string {
  const match = typeof found === 'string' ? /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(found) : null;
  const [, day = '', month = '', year = ''] = match ?? [];
  if (match && Number(month) <= 12) return `Write ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} if the day comes first.`;
  return 'Write the day as YYYY-MM-DD, or delete the line if it is not known.';
}

/** `questions[2].outcome`; counted from 1, as a person counts. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part + 1}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('');
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined),
    root,
  );
}

/** The keys a strict object at `path` accepts, found by walking the schema. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: SchemaNode | undefined = schema as unknown as SchemaNode;
  for (const part of [...path, null]) {
    while (at && !at.def.shape && (at.def.innerType ?? at.def.in)) at = at.def.innerType ?? at.def.in;
    if (at?.def.options) at = at.def.options.find((option) => option.def.shape) ?? at;
    if (part === null) break;
    at = typeof part === 'number' ? at?.def.element : (at?.def.shape?.[String(part)] ?? at?.def.valueType);
  }
  return Object.keys(at?.def.shape ?? {});
}

interface SchemaNode {
  def: {
    shape?: Record<string, SchemaNode>;
    innerType?: SchemaNode;
    in?: SchemaNode;
    element?: SchemaNode;
    valueType?: SchemaNode;
    options?: SchemaNode[];
  };
}
