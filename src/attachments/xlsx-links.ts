import type { Gathering } from './gathering.ts';
import type { OfficePackage } from './package.ts';
import { nameAll } from './part-text.ts';

/** Tells what a workbook keeps of other workbooks, databases and queries, and of its own past. */
export function readLinks(file: OfficePackage, workbook: string, gathering: Gathering): void {
  for (const part of file.linked(workbook, 'externalLink')) {
    const cached = count(file, part, ['x:v'], gathering);
    for (const { target, external } of file.relationships(part)) if (external) gathering.name(target);
    gathering.hide('external-link', '', cached, { part });
  }
  for (const part of file.linked(workbook, 'connections')) {
    const connections = count(file, part, ['x:connection'], gathering);
    if (connections > 0) gathering.hide('connection', '', connections, { part });
  }
  for (const part of [...file.linked(workbook, 'revisionHeaders'), ...file.linked(workbook, 'usernames')]) {
    count(file, part, [], gathering);
    let changes = 0;
    for (const log of file.linked(part, 'revisionLog')) changes += count(file, log, REVISIONS, gathering);
    gathering.hide('revision', '', changes, { part });
  }
  for (const [type, fact] of [
    ['slicerCache', 'slicer-cache'],
    ['timelineCache', 'timeline-cache'],
  ] as const)
    for (const part of file.linked(workbook, type)) {
      file.readPart(part, nameAll(gathering));
      gathering.fact(fact, '', { part });
    }
  for (const part of file.parts())
    if (/slicers?\/|timelines?\/|printerSettings/i.test(part) && /[+/]xml$/.test(file.typeOf(part)))
      file.readPart(part, nameAll(gathering));
    else if (/printerSettings/i.test(file.typeOf(part))) gathering.fact('printer-settings', '', { part });
}

/** Tells the tables of a sheet that a query fills. */
export function readQueryTables(file: OfficePackage, sheetPart: string, sheet: string, gathering: Gathering): void {
  const tables = file.linked(sheetPart, 'table').flatMap((table) => file.linked(table, 'queryTable'));
  for (const part of new Set([...file.linked(sheetPart, 'queryTable'), ...tables])) {
    file.readPart(part, nameAll(gathering));
    gathering.hide('query-table', '', 1, { sheet, part });
  }
}

const REVISIONS = ['x:rcc', 'x:rrc', 'x:rm', 'x:rsnm', 'x:ris', 'x:rcmt', 'x:rfmt', 'x:raf', 'x:rdn', 'x:rcv', 'x:rqt', 'x:rcft'];

function count(file: OfficePackage, part: string, elements: readonly string[], gathering: Gathering): number {
  let found = 0;
  file.readPart(part, nameAll(gathering), {
    open: ({ name }) => {
      if (elements.includes(name)) found++;
    },
  });
  return found;
}
