import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity, quoted } from '../told.ts';

export const hiddenSheet: FileRule = {
  id: 'hidden-sheet',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A sheet with content that is hidden, or “very hidden”, or cannot be reached because the tabs of the sheets are switched off.',
  why: 'Anyone can show a hidden sheet with two clicks. In 2023 the Police Service of Northern Ireland published the names of 9,483 people on a sheet that six members of staff had not seen; Islington (2012) and Hammersmith & Fulham (35 sheets, 6,528 people) published hidden sheets too.',
  mend: {
    excel:
      'Right-click any sheet tab and choose Unhide; look at each sheet, then right-click its tab and choose Delete. A sheet that Unhide does not list is “very hidden”: copy what is to be published into a new workbook instead (Home > Paste > Values). Where there are no tabs, choose File > Options > Advanced > Show sheet tabs first.',
    libreoffice:
      'Choose Tools > Options > LibreOffice Calc > View and tick Sheet tabs, where there are none. Right-click any sheet tab and choose Show Sheet; look at each sheet, then right-click its tab and choose Delete Sheet.',
  },
  find: (reading) => {
    const sheets = hiddenBy(reading, 'hidden-sheet', 'very-hidden-sheet', 'sheet-without-tab');
    const names = quoted(sheets.map(({ place }) => place.sheet ?? ''));
    const very = sheets.some(({ how }) => how === 'very-hidden-sheet') ? ', where Excel does not even list it under Unhide' : '';
    const tabs = sheets.some(({ how }) => how === 'sheet-without-tab') ? ' (the tabs of the sheets are switched off)' : '';
    return oneProblem(
      sheets,
      (cells) =>
        `${quantity(sheets.length, 'sheet')} ${isAre(sheets.length)} hidden and ${sheets.length === 1 ? 'holds' : 'hold'} ${quantity(cells, 'filled cell')}: ${names}${very}${tabs}`,
    );
  },
};
