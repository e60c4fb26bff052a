import ts from 'typescript';

/** One import of a source file, of whatever form. */
export interface Import {
  specifier: string;
  /** First line is 1. */
  line: number;
  /** `import type`, `export type … from`, `import('…').Type`: gone when it runs. */
  typeOnly: boolean;
  /** `import()`, or `new URL('…', import.meta.url)`, by which workers are started. */
  dynamic: boolean;
}

/** Every import and re-export in a file of TypeScript, JavaScript or Astro (its frontmatter and its scripts). */
export function findImports(file: string, text: string): Import[] {
  const found: Import[] = [];
  const source = parse(file, text);
  const add = (node: ts.Node | undefined, typeOnly: boolean, dynamic: boolean): void => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ specifier: node.text, line, typeOnly, dynamic });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsOnlyTypes(node.importClause), false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false, true);
    else if (ts.isNewExpression(node) && isAddressOfCode(node.getText(source))) add(node.arguments?.[0], false, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `new URL('./worker.ts', import.meta.url)`, not one of a folder or a font. */
function isAddressOfCode(expression: string): boolean {
  return /^new URL\(['"][^'"]+\.(ts|js|mjs)['"],\s*import\.meta\.url\)$/.test(expression);
}

/** True for a file that only hands on what other files export. */
export function isBarrel(file: string, text: string): boolean {
  const { statements } = parse(file, text);
  const handsOn = statements.filter((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier);
  const own = statements.filter((statement) => !ts.isExportDeclaration(statement) && !ts.isImportDeclaration(statement));
  return handsOn.length > 0 && (own.length === 0 || /(^|\/)index\.[jt]s$/.test(file));
}

function importsOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return (
    !clause.name && !!names && ts.isNamedImports(names) && names.elements.length > 0 && names.elements.every((name) => name.isTypeOnly)
  );
}

function parse(file: string, text: string): ts.SourceFile {
  const code = file.endsWith('.astro') ? codeOfAstro(text) : text;
  return ts.createSourceFile(file.endsWith('.js') ? file : `${file}.ts`, code, ts.ScriptTarget.Latest);
}

/** The frontmatter and the scripts of an .astro file; the markup between becomes blank lines, so that line numbers hold. */
function codeOfAstro(text: string): string {
  const fenced = /^\s*---\n([\s\S]*?)\n---/.exec(text);
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match.index + match[0].indexOf(match[1] ?? ''));
  const kept: [start: number, end: number][] = fenced ? [[fenced[0].indexOf(fenced[1] ?? ''), fenced[0].length - 3]] : [];
  for (const start of scripts) kept.push([start, text.indexOf('</script>', start)]);
  return text.replace(/[^\n]/g, (letter, at: number) => (kept.some(([start, end]) => at >= start && at < end) ? letter : ' '));
}
