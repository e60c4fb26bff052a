import { expect, test } from 'vitest';
import { holdsName, nameInFileName } from '../../../src/checks/any/name-in-file-name.ts';

test.each([
  'Response to Jane Fenwick.pdf',
  'response_jane_fenwick.docx',
  'JaneFenwick.pdf',
  'Mr_Wren.pdf',
  'letter-david-wren-2024.pdf',
  'Dr Osei final.docx',
  'Zoe Wren.pdf',
  'adam wren.pdf',
  'ANNA-WREN.csv',
  'ProfOsei.txt',
  'DC Wren',
  'Mr Osei',
  'Ian Lowe',
  'St Anne Wren.pdf',
  'Jane Streeter.pdf',
  'Jane Forster.pdf',
  'Jane.Fenwicker',
  'Jane O’Hara.pdf',
  'Jane - Wren.pdf',
  '- Jane Ng -.pdf',
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
  'Jane.Fenwicks',
  'Jane F.pdf',
  'mr wren.pdf',
  'Mrsa Wards.pdf',
  'Amr Trends.pdf',
  'JANE.pdf',
  '-.pdf',
  'Thomas-Road.csv',
  'Victoria pdf.pdf',
  'Elizabeth doc',
])('%s does not', (name) => expect(holdsName(name)).toBe(false));

test.each([
  ['a.wren@fernhill.example.pdf', ['The file’s name holds an e-mail address']],
  ['Jane Wren a.wren@fernhill.example.pdf', ['The file’s name holds an e-mail address']],
  ['Jane Wren.pdf', ['The file’s name seems to hold the name of a person']],
  ['response.pdf', []],
])('of %s the rule says %j', (name, messages) => {
  const found = nameInFileName.findOutside({ name, size: 1, allowed: [] }, 'pdf');
  expect(found).toEqual(messages.map((message) => ({ place: {}, message })));
});
