import type { Gathering } from './gathering.ts';
import type { OfficePackage } from './package.ts';
import { nameAll } from './part-text.ts';

/** Types of links to files and programs inside a file, and the technique they are told by. */
const EMBEDDED: Record<string, string> = {
  oleObject: 'embedded-object',
  package: 'embedded-object',
  control: 'embedded-object',
  activeXControlBinary: 'embedded-object',
  ctrlProp: '',
  vbaProject: 'macro',
  wordVbaData: 'macro',
  vbaProjectSignature: 'macro',
  xlMacrosheet: 'macro',
  xlIntlMacrosheet: 'macro',
  dialogsheet: 'macro',
  attachedToolbars: 'macro',
  keyMapCustomizations: '',
  aFChunk: 'alternate-content-chunk',
  powerPivotData: 'data-model',
  model: 'data-model',
  customData: 'data-model',
  frame: 'alternate-content-chunk',
  subDocument: 'alternate-content-chunk',
  video: 'embedded-object',
  audio: 'embedded-object',
  media: 'embedded-object',
};

/** Tells every file and program that is inside the file, by what links to it. A chart's workbook is told as `chart-workbook`. */
export function readEmbedded(file: OfficePackage, gathering: Gathering): void {
  const told = new Set<string>();
  for (const from of ['', ...file.reached()]) {
    const isChart = /chart/i.test(file.typeOf(from));
    for (const { type, target, external } of file.relationships(from)) {
      const how = isChart && type === 'package' ? 'chart-workbook' : EMBEDDED[Object.hasOwn(EMBEDDED, type) ? type : ''];
      if (how === undefined || how === '') continue;
      if (external) {
        gathering.hide('linked-object', target, 1, { part: from });
        continue;
      }
      if (!file.has(target) || told.has(target)) continue;
      told.add(target);
      file.embedded.add(target);
      gathering.hide(how, '', 1, { part: target });
      if (/[+/]xml$/.test(file.typeOf(target))) file.readPart(target, nameAll(gathering));
    }
  }
  for (const part of file.parts())
    if (/vbaProject\.bin$/i.test(part) && !told.has(part)) {
      file.embedded.add(part);
      gathering.hide('macro', '', 1, { part });
    }
}
