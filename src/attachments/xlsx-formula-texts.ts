import { UnreadableFile } from './reading.ts';

/** Functions whose texts are instructions: a format of numbers, a unit, a reference. */
const INSTRUCTED = new Set(['TEXT', 'DATEDIF', 'CELL', 'INFO', 'INDIRECT', 'CONVERT', 'NUMBERVALUE', 'CUBEVALUE', 'CUBEMEMBER', 'CUBESET']);
/** A function's name with its bracket, a closing bracket, a text, or the quoted name of a sheet. */
const PIECES = /([A-Z][A-Z\d.]{0,60})?\(|\)|"((?:[^"]|"")*)"|'(?:[^']|'')*'/gi;
const SHORTEST = 3;
const MOST = 100_000;
/** Letters of a formula: Excel writes 8,192 at most. */
const LONGEST = 40_000;

/** Texts that stand in formulas, each with the cell of the first: `=IF(A1>5,"Yes","Ask the manager")` shows one of its two texts, or neither. */
export class FormulaTexts {
  private readonly cells = new Map<string, string>();

  /** @param cells where the formula stands */
  take(formula: string, cells: string): void {
    if (!formula.includes('"')) return;
    if (formula.length > LONGEST) throw new UnreadableFile('A formula is longer than any spreadsheet program writes');
    const around: string[] = [];
    for (const [piece, name, text] of formula.matchAll(PIECES)) {
      if (piece.endsWith('(')) around.push((name ?? '').toUpperCase());
      else if (piece === ')') around.pop();
      else if (text !== undefined && text.length >= SHORTEST && !INSTRUCTED.has(around.at(-1) ?? '')) this.keep(text, cells);
    }
  }

  list(): { text: string; cells: string }[] {
    return [...this.cells].map(([text, cells]) => ({ text, cells }));
  }

  private keep(text: string, cells: string): void {
    const plain = text.replaceAll('""', '"');
    if (!this.cells.has(plain)) this.cells.set(plain, cells);
    if (this.cells.size > MOST)
      throw new UnreadableFile(`A sheet has formulas with more than ${MOST.toLocaleString('en-GB')} different texts`);
  }
}
