import type { FileRule } from '../rule.ts';
import { factsOf, isAre, quantity, wherever } from '../told.ts';

export const cellsBehindDrawings: FileRule = {
  id: 'cells-behind-drawings',
  severity: 'warn',
  kinds: ['xlsx'],
  finds: 'A value in a cell that lies behind a chart, or behind a picture that may or may not be seen through.',
  why: 'The figures that a chart is drawn from often lie behind it, with more than the chart shows. Whoever moves it sees them.',
  mend: {
    excel:
      'Move the chart or picture aside (Home > Find & Select > Selection Pane lists all of them), look at the cells behind it, and delete or move what must not be published.',
    libreoffice: 'Move the chart or picture aside, look at the cells behind it, and delete or move what must not be published.',
  },
  find: (reading) => {
    const facts = factsOf(reading, 'behind-drawing');
    const [first] = facts;
    if (!first) return [];
    const cells = facts.reduce((sum, { value }) => sum + Number(value), 0);
    return [
      { place: first.place, message: `${quantity(cells, 'filled cell')} ${isAre(cells)} behind a chart or picture: ${wherever(facts)}` },
    ];
  },
};
