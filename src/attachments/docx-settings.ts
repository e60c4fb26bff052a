import type { Gathering } from './gathering.ts';
import type { OfficePackage } from './package.ts';
import { nameAll, textOfElements } from './part-text.ts';

/** An address of a file on a network or a disk: `\\server\share`, `file:///C:/…`, `C:\…`. */
export const NETWORK = /^(file:|\\\\|[A-Za-z]:[\\/])|\\\\[\w.-]+\\/i;

/** Tells what the settings of a document hold (ECMA-376 17.15), and which links and fields lead to a network or a disk. */
export function readSettings(file: OfficePackage, main: string, gathering: Gathering): void {
  for (const part of file.linked(main, 'settings')) {
    let merging = 0;
    file.readPart(part, {
      open: (element) => {
        const { name } = element;
        if (name === 'w:docVar')
          gathering.fact('document-variable', `${element.get('name', 'w') ?? ''} ${element.get('val', 'w') ?? ''}`, { part });
        else if (name === 'w:documentProtection' || name === 'w:writeProtection') gathering.fact('protection', 'document', {});
        else if (name === 'w:trackRevisions') gathering.fact('tracking', '', {});
        if (name === 'w:mailMerge') {
          gathering.fact('mail-merge', '', { part });
          merging++;
        }
        if (merging > 0) for (const { value } of element.attributes()) gathering.name(value);
      },
      close: (name) => {
        if (name === 'w:mailMerge') merging--;
      },
    });
    for (const { type, target, external } of file.relationships(part)) {
      if (type === 'attachedTemplate') gathering.fact('attached-template', target, { part });
      else if (external) gathering.fact(type.startsWith('mailMerge') ? 'mail-merge' : 'network-path', target, { part });
      else if (type === 'recipientData' && file.has(target)) {
        file.readPart(target, nameAll(gathering));
        gathering.fact('mail-merge', '', { part: target });
      }
    }
  }
  for (const part of file.reached())
    for (const { type, target, external } of file.relationships(part))
      if (external && type !== 'attachedTemplate' && (NETWORK.test(target) || (type !== 'hyperlink' && !part.includes('settings'))))
        gathering.fact('network-path', target, { part });
  file.readPart(
    main,
    textOfElements(['w:instrText'], (code) => {
      if (NETWORK.test(code) && /^\s*(INCLUDE|LINK|IMPORT|HYPERLINK|RD|DATABASE)/i.test(code))
        gathering.fact('network-path', code, { part: main });
    }),
  );
}
