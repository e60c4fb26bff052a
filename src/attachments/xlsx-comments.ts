import type { Gathering } from './gathering.ts';
import type { OfficePackage } from './package.ts';
import { nameAll } from './part-text.ts';

/** Tells notes and threaded comments on the cells of a sheet. Excel writes a note beside each thread, which is not counted again. */
export function readComments(file: OfficePackage, sheetPart: string, sheet: string, gathering: Gathering): void {
  const threaded = cellsWith('xltc:threadedComment', file.linked(sheetPart, 'threadedComment'));
  const notes = cellsWith('x:comment', file.linked(sheetPart, 'comments'));
  const comments = threaded.length > 0 ? threaded : notes;
  const [first] = comments;
  if (first === undefined) return;
  gathering.hide('cell-comment', '', comments.length, { sheet, ...(first === '' ? {} : { cells: first }) });

  function cellsWith(element: string, parts: string[]): string[] {
    const cells: string[] = [];
    for (const part of parts)
      file.readPart(part, nameAll(gathering), {
        open: (opened) => {
          if (opened.name === element) cells.push(opened.get('ref') ?? '');
        },
      });
    return cells;
  }
}

/** People whom threaded comments name: `persons`, kept in the workbook even after the comments are deleted. */
export function readPersons(file: OfficePackage, workbook: string, gathering: Gathering): void {
  for (const part of file.linked(workbook, 'person')) {
    let persons = 0;
    file.readPart(part, nameAll(gathering), {
      open: ({ local }) => {
        if (local === 'person') persons++;
      },
    });
    if (persons > 0) gathering.hide('person', '', persons, { part });
  }
}
