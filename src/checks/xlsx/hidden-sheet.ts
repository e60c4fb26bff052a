import type { FileRule } from '../rule.ts';
import { hiddenBy, isAre, oneProblem, quantity, quoted } from '../told.ts';

export const hiddenSheet: FileRule = {
  id: 'hidden-sheet',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A sheet that is hidden, or “very hidden”, and has content.',
  why: 'Anyone can show a hidden sheet with two clicks. In 2023 the Police Service of Northern Ireland published the names of 9,483 people on a sheet that six members of staff had not seen; Islington (2012) and Hammersmith & Fulham (35 sheets, 6,528 people) published hidden sheets too.',
  mend: {
    excel:
      'Right-click any sheet tab and choose Unhide; look at each sheet, then right-click its tab and choose Delete. A sheet that Unhide does not list is “very hidden”: copy what is to be published into a new workbook instead (Home > Paste > Values).',
    libreoffice: 'Right-click any sheet tab and choose Show Sheet; look at each sheet, then right-click its tab and choose Delete Sheet.',
  },
  find: (reading) => {
    const sheets = hiddenBy(reading, 'hidden-sheet', 'very-hidden-sheet');
    const names = quoted(sheets.map(({ place }) => place.sheet ?? ''));
    const very = sheets.some(({ how }) => how === 'very-hidden-sheet') ? ', where Excel does not even list it under Unhide' : '';
    return oneProblem(
      sheets,
      (cells) =>
        `${quantity(sheets.length, 'sheet')} ${isAre(sheets.length)} hidden and ${sheets.length === 1 ? 'holds' : 'hold'} ${quantity(cells, 'filled cell')}: ${names}${very}`,
    );
  },
};
