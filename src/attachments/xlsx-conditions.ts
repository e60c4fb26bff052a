import { type Area, isIn, parseArea } from './cell-places.ts';
import { BLACK, looksLike, type Rgb } from './colours.ts';
import { UnreadableFile } from './reading.ts';
import { type Difference, differenceListener } from './xlsx-differences.ts';
import { compare, type Expression, isError, isTrue, parseExpression, type Value } from './xlsx-expression.ts';
import type { Cell } from './xlsx-sheet.ts';
import { type CellStyle, formatted, type Styles } from './xlsx-styles.ts';
import { isOn } from './xlsx-workbook.ts';
import type { XmlElement, XmlListener } from './xml.ts';

/** A condition that changes how cells look (ECMA-376 18.3.1.10; the newer ones, `x14`, stand in an extension of the sheet). */
export interface Condition {
  type: string;
  operator: string;
  /** The lowest number comes first, and what it changes stays. */
  priority: number;
  stopsOthers: boolean;
  /** What `containsText` and its like look for. */
  text: string;
  formulas: string[];
  difference: Difference;
  /** Icons or bars stand in the place of the figures. */
  replacesValues: boolean;
  areas: Area[];
}

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
const GROUPS = new Set(['x:conditionalFormatting', `${X14}:conditionalFormatting`]);
const RULES = new Set(['x:cfRule', `${X14}:cfRule`]);
/** Of conditions, and of the values that a cell may be given. */
const FORMULAS = new Set(['x:formula', 'x:formula1', 'x:formula2', `${XM}:f`]);
const DRAWN = new Set(['x:iconSet', 'x:dataBar', `${X14}:iconSet`, `${X14}:dataBar`]);
/** Stretches of cells with conditions, and looks at a cell and a stretch, in one sheet. */
const MOST_AREAS = 100_000;
const MOST_LOOKS = 1_000_000_000;
/** Conditions on one cell that cannot be told; where there are more, all together are taken for one that may hide. */
const MOST_OPEN = 64;

/** Hears the conditions of a sheet. @param formula is told every formula beside those of cells, with the cells that it is for */
export function conditionsListener(styles: Styles, conditions: Condition[], formula: (text: string, cells: string) => void): XmlListener {
  let group: { reference: string; rules: Condition[] } | null = null;
  let rule: Condition | null = null;
  let text: string | null = null;
  let areas = 0;
  const inline = differenceListener(
    [`${X14}:dxf`],
    (element) => styles.colour(element),
    BLACK,
    (difference) => {
      if (rule) rule.difference = difference;
    },
  );
  return {
    open: (element) => {
      const { name } = element;
      if (GROUPS.has(name)) group = { reference: element.get('sqref') ?? '', rules: [] };
      if (FORMULAS.has(name) || name === `${XM}:sqref`) text = '';
      if (!group) return;
      if (RULES.has(name)) rule = ruleOf(element, styles);
      else if (DRAWN.has(name) && rule) rule.replacesValues = element.get('showValue') !== undefined && !isOn(element.get('showValue'));
      else inline.open?.(element);
    },
    text: (more) => {
      if (text !== null) text += more;
    },
    close: (name) => {
      if (!group) {
        if (FORMULAS.has(name) && text !== null) formula(text, '');
      } else if (FORMULAS.has(name) && text !== null) rule?.formulas.push(text);
      else if (name === `${XM}:sqref` && text !== null) group.reference = text;
      else if (RULES.has(name) && rule) {
        group.rules.push(rule);
        rule = null;
      } else if (GROUPS.has(name)) {
        const its = group.reference.split(/\s+/).flatMap((each) => parseArea(each) ?? []);
        areas += its.length;
        if (areas > MOST_AREAS)
          throw new UnreadableFile('A sheet has conditional formats for more stretches of cells than can be looked into');
        for (const each of group.rules) {
          conditions.push({ ...each, areas: its });
          for (const text of each.formulas) formula(text, group.reference.split(/\s+/)[0] ?? '');
        }
        group = null;
      } else inline.close?.(name);
      if (FORMULAS.has(name) || name === `${XM}:sqref`) text = null;
    },
  };
}

function ruleOf(element: XmlElement, styles: Styles): Condition {
  return {
    type: element.get('type') ?? '',
    operator: element.get('operator') ?? 'equal',
    priority: Number(element.get('priority') ?? Infinity),
    stopsOthers: isOn(element.get('stopIfTrue')),
    text: element.get('text') ?? '',
    formulas: [],
    difference: styles.difference(element.get('dxfId')),
    replacesValues: false,
    areas: [],
  };
}

/** Whether conditions hide what a cell shows: surely, or as far as can be told without a spreadsheet that reckons all formulas. */
export type HiddenByCondition = 'surely' | 'perhaps' | null;

/** @returns tells of a cell that conditions do not leave it seen; null where no condition of the sheet could hide anything */
export function conditionsHide(
  conditions: readonly Condition[],
  cells: readonly Cell[],
  styles: Styles,
  shown: (cell: Cell) => string,
): ((cell: Cell) => HiddenByCondition) | null {
  const used = [...new Set(cells.map(({ style }) => style))].map((style) => styles.of(style));
  const mayHide = ({ difference, replacesValues }: Condition) =>
    replacesValues || difference.format !== undefined || used.some((style) => isInkUnseen(difference, style));
  // Two conditions may hide together what neither does alone: the letters of one, the ground of the other.
  const inks = conditions.flatMap(({ difference }) => (difference.ink ? [difference.ink] : []));
  const mayJoin = ({ difference: { paper } }: Condition) => Boolean(paper && inks.some((ink) => looksLike(ink, paper)));
  const hiding = conditions.filter((each) => mayHide(each) || mayJoin(each));
  if (hiding.length === 0) return null;
  const areas = conditions.reduce((sum, each) => sum + each.areas.length, 0);
  if (areas * cells.length > MOST_LOOKS) throw new UnreadableFile('A sheet has more conditional formats than can be looked into');

  const keyOf = (row: number, column: number) => row * 16_385 + column;
  const byPlace = new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  const at = (row: number, column: number) => byPlace.get(keyOf(row, column));
  const ordered = [...conditions].sort((a, b) => a.priority - b.priority).map((condition) => new Judge(condition, at));
  return (cell) => {
    const { value } = cell;
    if (value === 0 || isError(value) || !hiding.some(({ areas }) => isInOne(areas, cell))) return null;
    const style = styles.of(cell.style);
    const about: Judge[] = [];
    const holding: Judge[] = [];
    const open: Judge[] = [];
    for (const judge of ordered) {
      if (!judge.isAbout(cell)) continue;
      const holds = judge.holds(cell, shown);
      if (holds === false) continue;
      about.push(judge);
      (holds ? holding : open).push(judge);
      if (holds && judge.condition.stopsOthers) break;
    }
    if (about.length === 0) return null;
    if (open.length > MOST_OPEN) return 'perhaps';
    const unseen = (judges: readonly Judge[]) => isUnseen(joined(judges), cell, style);
    const withOne = open.map((judge) => unseen(about.filter((each) => each === judge || holding.includes(each))));
    const replaced = typeof value === 'number' && about.some(({ condition }) => condition.replacesValues);
    if (!unseen(holding)) return withOne.includes(true) || replaced ? 'perhaps' : null;
    if (holding.some(({ condition }) => condition.type === 'expression') && isRepeated(cell, at, shown)) return null;
    return withOne.includes(false) || holding.some((judge) => judge.tellsByColour(style)) ? 'perhaps' : 'surely';
  };
}

/** What several conditions change together: of each property, the first says. */
function joined(judges: readonly Judge[]): Difference {
  const all: Difference = {};
  for (const { condition } of judges) {
    const { ink, paper, format } = condition.difference;
    if (ink !== undefined) all.ink ??= ink;
    if (paper !== undefined && all.paper === undefined) all.paper = paper;
    if (format !== undefined) all.format ??= format;
    if (condition.type === 'colorScale' && all.paper === undefined) all.paper = null;
  }
  return all;
}

function isUnseen(difference: Difference, cell: Cell, style: CellStyle): boolean {
  if (isInkUnseen(difference, style)) return true;
  const { format } = difference;
  return format !== undefined && formatted(cell.value, format, false).trim() === '' && String(cell.value).trim() !== '';
}

/** Letters that a difference makes the colour of what is behind them. */
function isInkUnseen({ ink, paper }: Difference, style: CellStyle): boolean {
  if (ink === undefined && paper === undefined) return false;
  const [letters, behind]: [Rgb, Rgb | null] = [ink ?? style.ink, paper === undefined ? style.paper : paper];
  return behind !== null && looksLike(letters, behind) && !style.unseen;
}

/** A condition often hides what only repeats the cell above, which is seen or repeats in its turn. */
function isRepeated(cell: Cell, at: (row: number, column: number) => Cell | undefined, shown: (cell: Cell) => string): boolean {
  const above = at(cell.row - 1, cell.column);
  return above !== undefined && shown(above) === shown(cell);
}

function isInOne(areas: readonly Area[], { row, column }: Cell): boolean {
  return areas.some((area) => isIn(area, row, column));
}

/** A condition that can be asked about one cell after the other. */
class Judge {
  readonly condition: Condition;
  private readonly at: (row: number, column: number) => Cell | undefined;
  private readonly formulas: Expression[];
  private readonly first: Area;

  constructor(condition: Condition, at: (row: number, column: number) => Cell | undefined) {
    this.condition = condition;
    this.at = at;
    this.formulas = condition.formulas.map(parseExpression);
    this.first = condition.areas[0] ?? { top: 1, left: 1, bottom: 0, right: 0 };
  }

  isAbout(cell: Cell): boolean {
    return isInOne(this.condition.areas, cell);
  }

  /** `undefined` where it cannot be told. */
  holds(cell: Cell, shown: (cell: Cell) => string): boolean | undefined {
    const { type, operator, text, replacesValues } = this.condition;
    const { value } = cell;
    switch (type) {
      case 'expression':
        return isTrue(this.result(0, cell));
      case 'cellIs':
        return this.compares(operator, value, cell);
      case 'containsText':
      case 'notContainsText':
      case 'beginsWith':
      case 'endsWith': {
        if (text === '' || /[?*~]/.test(text)) return undefined;
        const [whole, part] = [(typeof value === 'string' ? value : shown(cell)).toLowerCase(), text.toLowerCase()];
        if (type === 'beginsWith') return whole.startsWith(part);
        if (type === 'endsWith') return whole.endsWith(part);
        return whole.includes(part) === (type === 'containsText');
      }
      case 'containsBlanks':
      case 'containsErrors':
        return false;
      case 'notContainsBlanks':
      case 'notContainsErrors':
      case 'colorScale':
        return true;
      case 'dataBar':
      case 'iconSet':
        return replacesValues;
      default:
        return undefined;
    }
  }

  /** A fill that stands for one value, as in a calendar of coloured cells, says what the letters in it said. */
  tellsByColour({ paper: own }: CellStyle): boolean {
    const { type, operator, difference, formulas } = this.condition;
    const coloured = difference.paper && own && !looksLike(difference.paper, own);
    return Boolean(coloured) && type === 'cellIs' && operator === 'equal' && /^\s*(-?\d+(\.\d+)?|"[^"]*")\s*$/.test(formulas[0] ?? '');
  }

  private compares(operator: string, value: Value, cell: Cell): boolean | undefined {
    const [from, to] = [this.result(0, cell), this.result(1, cell)];
    if (from === undefined || isError(from)) return undefined;
    const order = compare(value, from);
    if (operator === 'between' || operator === 'notBetween') {
      if (to === undefined || isError(to)) return undefined;
      const [low, high] = compare(from, to) <= 0 ? [from, to] : [to, from];
      return (compare(value, low) >= 0 && compare(value, high) <= 0) === (operator === 'between');
    }
    return Object.hasOwn(ORDERS, operator) ? ORDERS[operator]?.(order) : undefined;
  }

  private result(formula: number, { row, column }: Cell): Value | undefined {
    return this.formulas[formula]?.({
      down: row - this.first.top,
      right: column - this.first.left,
      at: (atRow, atColumn) => this.at(atRow, atColumn)?.value ?? null,
    });
  }
}

const ORDERS: Record<string, (order: number) => boolean> = {
  equal: (order) => order === 0,
  notEqual: (order) => order !== 0,
  lessThan: (order) => order < 0,
  lessThanOrEqual: (order) => order <= 0,
  greaterThan: (order) => order > 0,
  greaterThanOrEqual: (order) => order >= 0,
};
