import { parseCell } from './cell-places.ts';

/** What a cell holds, as a formula sees it; null is an empty one. */
export type Value = string | number | boolean | null;

/** Where a formula stands, and how it reads cells of its own sheet. */
export interface Standing {
  /** How far the cell is from the one that the formula was written for. */
  down: number;
  right: number;
  at: (row: number, column: number) => Value;
}

/** The value of a formula for one cell; `undefined` where it cannot be told here. */
export type Expression = (standing: Standing) => Value | undefined;

/** Longer formulas are not looked into, and none that are nested deeper. */
const LONGEST = 1_000;
const DEEPEST = 24;

const TOKENS = /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?)|(<>|<=|>=|[=<>(),&-])|(\$?[A-Z]{1,3}\$?\d{1,7})(?![\w.(!:])|([A-Z]+))/iy;
const ERROR = /^#(N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|GETTING_DATA)$/;

export const isError = (value: unknown): boolean => typeof value === 'string' && ERROR.test(value);

/**
 * A formula as far as it can be told without a spreadsheet: constants, cells of the same sheet, comparisons, and the few functions that conditions are
 * made with. Of all else the value is `undefined`: it may be anything.
 */
export function parseExpression(formula: string): Expression {
  const tokens = tokensOf(formula.replace(/^=/, ''));
  if (!tokens) return () => undefined;
  const parser = new Parser(tokens);
  const expression = parser.comparison(0);
  return expression && parser.isDone() ? expression : () => undefined;
}

interface Token {
  kind: 'text' | 'number' | 'sign' | 'cell' | 'word';
  text: string;
}
const KINDS = ['text', 'number', 'sign', 'cell', 'word'] as const;

function tokensOf(formula: string): Token[] | null {
  const text = formula.trim();
  if (text.length > LONGEST) return null;
  const tokens: Token[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < text.length) {
    const found = TOKENS.exec(text);
    const at = found ? found.slice(1).findIndex((each) => each !== undefined) : -1;
    const kind = KINDS[at];
    if (!found || kind === undefined) return null;
    tokens.push({ kind, text: found[at + 1] ?? '' });
  }
  return tokens;
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  isDone(): boolean {
    return this.at === this.tokens.length;
  }

  comparison(depth: number): Expression | null {
    if (depth > DEEPEST) return null;
    const left = this.operand(depth);
    const sign = this.tokens[this.at]?.text ?? '';
    if (!left || !Object.hasOwn(COMPARISONS, sign)) return left;
    this.at++;
    const right = this.operand(depth);
    const holds = COMPARISONS[sign];
    if (!right || !holds) return null;
    return (standing) => {
      const [one, other] = [left(standing), right(standing)];
      return one === undefined || other === undefined || isError(one) || isError(other) ? undefined : holds(compare(one, other));
    };
  }

  private operand(depth: number): Expression | null {
    const token = this.tokens[this.at++];
    if (!token) return null;
    if (token.kind === 'text') return constant(token.text.slice(1, -1).replaceAll('""', '"'));
    if (token.kind === 'number') return constant(Number(token.text));
    if (token.kind === 'cell') return cellOf(token.text);
    if (token.text === '-' && this.tokens[this.at]?.kind === 'number') return constant(-Number(this.tokens[this.at++]?.text));
    if (token.text === '(') {
      const inside = this.comparison(depth + 1);
      return this.tokens[this.at++]?.text === ')' ? inside : null;
    }
    if (token.kind !== 'word') return null;
    const word = token.text.toUpperCase();
    if (this.tokens[this.at]?.text !== '(') return word === 'TRUE' ? constant(true) : word === 'FALSE' ? constant(false) : null;
    return this.call(word, depth);
  }

  private call(name: string, depth: number): Expression | null {
    this.at++;
    const given: Expression[] = [];
    while (this.tokens[this.at]?.text !== ')') {
      const each = this.comparison(depth + 1);
      if (!each) return null;
      given.push(each);
      if (this.tokens[this.at]?.text === ',') this.at++;
      else if (this.tokens[this.at]?.text !== ')') return null;
    }
    this.at++;
    const make = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (!make) return null;
    return (standing) => make(given.map((each) => each(standing)));
  }
}

const constant =
  (value: Value): Expression =>
  () =>
    value;

/** `$B2`: without `$`, a row or column moves with the cell that the formula is for. */
function cellOf(reference: string): Expression | null {
  const place = parseCell(reference);
  if (!place) return null;
  const [column, row] = [!reference.startsWith('$'), !/\$\d/.test(reference)];
  return ({ down, right, at }) => at(place.row + (row ? down : 0), place.column + (column ? right : 0));
}

const COMPARISONS: Record<string, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

/** Below 0 where the first is less. Numbers come before text, text before switches; letters are compared without regard to case; empty is 0, “” or FALSE. */
export function compare(one: Value, other: Value): number {
  const [a, b] = [one ?? emptyLike(other), other ?? emptyLike(one)];
  const rank = (value: Value) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const [x, y] = typeof a === 'string' ? [a.toLowerCase(), String(b).toLowerCase()] : [Number(a), Number(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

const emptyLike = (other: Value) => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);

type Known = readonly (Value | undefined)[];
const one = (tell: (value: Value) => Value) => (given: Known) =>
  given.length === 1 && given[0] !== undefined ? tell(given[0]) : undefined;

/** A switch from a value, as conditions take it; text is none. */
export function isTrue(value: Value | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? false : Boolean(value);
}

const FUNCTIONS: Record<string, (given: Known) => Value | undefined> = {
  AND: (given) => (given.some((each) => isTrue(each) === false) ? false : given.every((each) => isTrue(each) === true) ? true : undefined),
  OR: (given) => (given.some((each) => isTrue(each) === true) ? true : given.every((each) => isTrue(each) === false) ? false : undefined),
  NOT: one((value) => !isTrue(value)),
  ISBLANK: one((value) => value === null),
  ISTEXT: one((value) => typeof value === 'string' && !isError(value)),
  ISNUMBER: one((value) => typeof value === 'number'),
  ISERROR: one((value) => isError(value)),
  ISNA: one((value) => value === '#N/A'),
  LEN: one((value) => (value === null ? 0 : String(value).length)),
  TRIM: one((value) => (value === null ? '' : String(value).trim())),
};
