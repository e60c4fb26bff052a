import type { FileRule } from '../rule.ts';
import { factsOf, quantity, wherever } from '../told.ts';

export const conditionMayHide: FileRule = {
  id: 'condition-may-hide',
  severity: 'warn',
  kinds: ['xlsx'],
  finds:
    'Conditional formatting that would hide values, where a spreadsheet is needed to tell whether its condition is met; or that shows icons, bars or colours in their place.',
  why: 'What a condition hides is still in the cells.',
  mend: {
    excel:
      'Choose Home > Conditional Formatting > Manage Rules > This Worksheet, look at each rule, and delete those that hide values; then look at the cells.',
    libreoffice: 'Choose Format > Conditional > Manage, look at each condition, and delete those that hide values; then look at the cells.',
  },
  find: (reading) => {
    const facts = factsOf(reading, 'may-be-hidden-by-condition');
    const [first] = facts;
    if (!first) return [];
    const cells = facts.reduce((sum, { value }) => sum + Number(value), 0);
    return [
      { place: first.place, message: `Conditional formatting may hide what is in ${quantity(cells, 'filled cell')}: ${wherever(facts)}` },
    ];
  },
};
