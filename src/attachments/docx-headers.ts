import type { OfficePackage } from './package.ts';
import type { XmlListener } from './xml.ts';

/**
 * The parts with headers and footers that some page shows (ECMA-376 17.10): those of first pages only where a section has a first page of its own, those
 * of even pages only where the document tells even pages from odd ones. Word keeps the others.
 */
export function shownHeaders(file: OfficePackage, main: string): Set<string> {
  const links = new Map(file.relationships(main).map(({ id, target }) => [id, target]));
  const shown = new Set<string>();
  const evens = tellsEvenFromOdd(file, main);
  // What a section does not state, it takes from the one before.
  const now = new Map<string, string>();
  let hasFirst = false;
  let within = false;
  const listener: XmlListener = {
    open: (element) => {
      if (element.name === 'w:sectPr') [within, hasFirst] = [true, false];
      else if (within && (element.name === 'w:headerReference' || element.name === 'w:footerReference'))
        now.set(`${element.local} ${element.get('type', 'w') ?? 'default'}`, links.get(element.get('id', 'r') ?? '') ?? '');
      else if (within && element.name === 'w:titlePg') hasFirst = isOn(element.get('val', 'w'));
    },
    close: (name) => {
      if (name !== 'w:sectPr') return;
      within = false;
      const kinds = ['default', 'odd', ...(hasFirst ? ['first'] : []), ...(evens ? ['even'] : [])];
      for (const reference of ['headerReference', 'footerReference'])
        for (const kind of kinds) shown.add(now.get(`${reference} ${kind}`) ?? '');
    },
  };
  file.readPart(main, listener);
  return shown;
}

function tellsEvenFromOdd(file: OfficePackage, main: string): boolean {
  let tells = false;
  for (const part of file.linked(main, 'settings'))
    file.readPart(part, {
      open: (element) => {
        if (element.name === 'w:evenAndOddHeaders') tells = isOn(element.get('val', 'w'));
      },
    });
  return tells;
}

const isOn = (value: string | undefined) => !['0', 'false', 'off'].includes(value ?? 'on');
