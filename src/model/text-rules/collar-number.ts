import { matches, type TextRule } from './text-rule.ts';

const RANK =
  '(?:PC|PCSO|DC|PS|DS|DI|SC|CSO|Sgt|Sergeant|Insp|Inspector|Constable|Police Constable|Special Constable|Detective Constable|Detective Sergeant)';
const NUMBER = new RegExp(
  `(?<![A-Za-z0-9])${RANK}\\.? ?(?:[Nn]o\\.? ?|[Nn]umber |#)?(?:\\d{3,6}[A-Z]{0,2}|[A-Z]{1,2}\\d{2,5}|\\d{2}(?= [A-Z][a-z]))(?![A-Za-z0-9.,]\\d|[A-Za-z0-9])( [A-Z][a-z]+)?`,
  'g',
);
/** `PC 2024` alone is as likely a computer of that year. */
const YEAR = /(?:19[89]|20[0-4])\d$/;

export const collarNumber: TextRule = {
  severity: 'warn',
  one: 'a police officer’s rank and number',
  many: 'police officers’ ranks and numbers',
  finds: 'A rank with a collar number, such as `PC 4021`.',
  why: 'Within a force it names one officer.',
  mend: 'Delete the number, unless the officer’s role is one that the force names in public.',
  find: (line) => matches(NUMBER, line, ([match, name]) => (!name && YEAR.test(match) ? null : match.toLowerCase())),
};
