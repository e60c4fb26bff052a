import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

const WORDS: Record<string, string> = { 'tracked-deletion': 'deletions', 'tracked-insertion': 'insertions', 'tracked-move': 'moves' };

export const trackedChanges: FileRule = {
  id: 'tracked-changes',
  severity: 'block',
  kinds: ['docx'],
  finds: 'Tracked insertions, deletions or moves.',
  why: 'Deleted text stays in the file with the name of whoever deleted it, and reappears with one click. Turning off “Show Markup” only hides it.',
  mend: {
    word: 'Choose Review > Accept > Accept All Changes and Stop Tracking; then save.',
    libreoffice: 'Choose Edit > Track Changes > Accept All, then untick Record; then save.',
  },
  find: (reading) => {
    const changes = hiddenBy(reading, 'tracked-deletion', 'tracked-insertion', 'tracked-move');
    const kinds = [...new Set(changes.map(({ how }) => WORDS[how] ?? how))].join(', ');
    return oneProblem(changes, (_, where) => `The document holds ${quantity(changes.length, 'tracked change')} (${kinds}): ${where}`);
  },
};
