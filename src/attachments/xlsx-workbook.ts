import type { XmlListener } from './xml.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  name: string;
  /** Link to its part. */
  id: string;
  state: 'visible' | 'hidden' | 'veryHidden' | 'withoutTab';
}

export interface DefinedName {
  name: string;
  /** What it stands for: cells, a formula, a constant. */
  means: string;
  hidden: boolean;
  comment: string;
}

/** What `workbook.xml` says (ECMA-376 18.2). */
export interface Workbook {
  sheets: SheetEntry[];
  names: DefinedName[];
  /** Days count from 1 January 1904. */
  from1904: boolean;
  /** Locks on structure, or “read only recommended”. */
  protections: string[];
  /** Views of it that people keep: “Anna Quill - Personal View” (ECMA-376 18.2.3). */
  views: string[];
  /** Who keeps it for themselves: named where others are asked to open it read-only (ECMA-376 18.2.12). */
  keeper: string;
  /** Folder in which Excel saved it last, with the drive and often the user's name. */
  savedIn: string | null;
}

export function workbookListener(): { listener: XmlListener; workbook: Workbook } {
  const workbook: Workbook = { sheets: [], names: [], from1904: false, protections: [], views: [], keeper: '', savedIn: null };
  let defined: DefinedName | null = null;
  /** The sheets in front, by their place, of windows without tabs; null where one of the windows has tabs. */
  let alone: Set<number> | null = new Set();
  const listener: XmlListener = {
    open: (element) => {
      switch (element.name) {
        case 'x:sheet': {
          const state = element.get('state');
          workbook.sheets.push({
            name: element.get('name') ?? '',
            id: element.get('id', 'r') ?? '',
            state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
          });
          break;
        }
        case 'x:definedName':
          defined = {
            name: element.get('name') ?? '',
            means: '',
            hidden: isOn(element.get('hidden')),
            comment: element.get('comment') ?? '',
          };
          break;
        case 'x:workbookView':
          if (['0', 'false', 'off'].includes(element.get('showSheetTabs') ?? '')) alone?.add(Number(element.get('activeTab') ?? 0));
          else alone = null;
          break;
        case 'x:workbookPr':
          workbook.from1904 = isOn(element.get('date1904'));
          break;
        case 'x:workbookProtection':
          if (isOn(element.get('lockStructure')) || isOn(element.get('lockWindows'))) workbook.protections.push('structure');
          break;
        case 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac:absPath':
          workbook.savedIn = element.get('url') ?? null;
          break;
        case 'x:customWorkbookView':
          workbook.views.push(element.get('name') ?? '');
          break;
        case 'x:fileSharing':
          workbook.protections.push('read-only');
          workbook.keeper = element.get('userName') ?? '';
          break;
      }
    },
    text: (text) => {
      if (defined) defined.means += text;
    },
    close: (name) => {
      if (name === 'x:workbook' && alone && alone.size > 0)
        for (const [place, sheet] of workbook.sheets.entries())
          if (sheet.state === 'visible' && !alone.has(place)) sheet.state = 'withoutTab';
      if (name !== 'x:definedName' || !defined) return;
      workbook.names.push(defined);
      defined = null;
    },
  };
  return { listener, workbook };
}

/** A switch (`xsd:boolean`) that is off where it is not there. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
