import { expect, test } from 'vitest';
import { holdsName } from '../../../src/checks/any/name-in-file-name.ts';

test.each([
  'Response to Jane Fenwick.pdf',
  'response_jane_fenwick.docx',
  'JaneFenwick.pdf',
  'Mr_Wren.pdf',
  'letter-david-wren-2024.pdf',
  'Dr Osei final.docx',
])('%s seems to hold a name', (name) => expect(holdsName(name)).toBe(true));
test.each([
  'response.pdf',
  'victoria-park.pdf',
  'James Street survey.xlsx',
  'drone-flights.csv',
  'FOI 1042-26.pdf',
  'St-Mary-hospital.pdf',
  'kelly.csv',
  'mr.pdf',
  'pc-4.csv',
])('%s does not', (name) => expect(holdsName(name)).toBe(false));
