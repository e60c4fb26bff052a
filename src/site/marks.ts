import { OUTCOMES, type Outcome } from '../model/outcomes.ts';

type Mark = (typeof OUTCOMES)[Outcome]['mark'];

/*
 * The shape of each outcome, drawn in a square of 16, filled with the colour of the text around it. Outer lines run against the clock and
 * inner ones with it, so that inner ones are holes.
 */
const CIRCLE = 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z';
const SHAPES: Record<Mark, string> = {
  disc: CIRCLE,
  'half-disc': `${CIRCLE}M8 3.3a4.7 4.7 0 0 1 0 9.4z`,
  ring: `${CIRCLE}M8 3.3a4.7 4.7 0 0 1 0 9.4 4.7 4.7 0 0 1 0-9.4z`,
  diamond: 'M8 .5.5 8 8 15.5 15.5 8zM8 3l5 5-5 5-5-5z',
  'empty-set':
    'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2zM8 3.9a4.1 4.1 0 0 1 0 8.2 4.1 4.1 0 0 1 0-8.2zM13.6.9.9 13.6l1.5 1.5L15.1 2.4z',
  hourglass: 'M3 1v2.4L6.7 8 3 12.6V15h10v-2.4L9.3 8 13 3.4V1zM5.2 2.8h5.6L8 6.3z',
  loop: 'M8 2a6 6 0 1 0 5.7 7.9l-1.8-.6A4.1 4.1 0 1 1 8 3.9c1.1 0 2.1.4 2.8 1.1L8.8 7h5.7V1.3l-2.3 2.3A6 6 0 0 0 8 2z',
  arrow: 'M8.9 2.2 7.6 3.5l3.6 3.6H1.3v1.8h9.9l-3.6 3.6 1.3 1.3L14.7 8z',
  dash: 'M2.5 6.9v2.2h11V6.9z',
};

/** The drawing of an outcome as the data of one SVG path. */
export function markOf(outcome: Outcome): string {
  return SHAPES[OUTCOMES[outcome].mark];
}
