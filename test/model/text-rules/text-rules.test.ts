import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALONE, type Near } from '../../../src/model/text-rules/text-rule.ts';
import { allowedBy, findInLine, TEXT_RULES, type TextRuleId } from '../../../src/model/text-rules/text-rules.ts';

const found = (line: string, near: Near = ALONE) => [...new Set(findInLine(line, new Set(), near).map(({ rule }) => rule))];
const labelled = (label: string, beside = ''): Near => ({ label, beside: () => beside });

/** For each rule, lines in which it finds something, and lines that look alike and in which nothing is found. All people are invented. */
const EXAMPLES: Record<TextRuleId, { finds: string[]; leaves: string[] }> = {
  'national-insurance-number': {
    finds: [
      'NI: AB123456C.',
      'AB 12 34 56 C',
      'AB-12-34-56-C',
      'ab123456c',
      'His National Insurance number is AB 12 34 56',
      '(JK\u00a012\u00a034\u00a056\u00a0D)',
    ],
    leaves: [
      'BG123456A',
      'GB 12 34 56 A',
      'AB123456E',
      'AO123456C',
      'XAB123456C',
      'we 10 20 30 a day',
      'AB123456',
      'DB 12 34 56 78',
      'QQ123456C',
    ],
  },
  'nhs-number': {
    finds: ['943 476 5919', 'NHS number: 9434765919', 'CHI 0101010001', 'nhs no 943-476-5919'],
    leaves: ['943 476 5918', '9434765919', '111 111 1111', '0161 496 0000', '943 476 5919 12', 'Total 1,943 476 5919', '943-476-5919'],
  },
  'driving-licence-number': {
    finds: ['MORGA657054SM9IJ', 'licence MORGA 657054 SM9IJ 35', 'FOX99061238T99QR'.replace('T99QR', 'TA9QR')],
    leaves: ['MORGA697054SM9IJ', 'MORGA657324SM9IJ', 'ABCDEFGHIJKLMNOP', '1234567890123456'],
  },
  'date-of-birth': {
    finds: [
      'Date of birth: 12/03/1980',
      'DOB 12.3.80',
      'D.O.B. 1980-03-12',
      '**Date of birth:** 12 March 1980',
      'Dyddiad geni: 12/03/1980',
      'date of birth is 3rd May 1971',
    ],
    leaves: [
      'Date of birth not recorded',
      'by date of birth, from 01/01/2020',
      'Received: 12/03/2024',
      'babies born 12/03/2020',
      'DOBSON 12/03/1980',
    ],
  },
  'bank-account': {
    finds: ['Sort code 12-34-56, account 12345678', 'sort code: 123456 a/c 87654321'],
    leaves: ['Sort code 12-34-56', 'Paid on 12-03-24, reference 12345678', 'account 12345678'],
  },
  iban: {
    finds: ['GB29 NWBK 6016 1331 9268 19', 'IBAN GB29NWBK60161331926819.', 'DE89370400440532013000'],
    leaves: ['GB29 NWBK 6016 1331 9268 18', 'GB29NWBK6016133192681', 'AB29 NWBK 6016 1331 9268 19'],
  },
  'email-address': {
    finds: ['ask jane.fenwick@fernhill.example', 'j.o-neil+foi@mail.example.org', '<p.wren@example.org>'],
    leaves: [
      'foi@fernhill.example',
      'foi.requests@fernhill.example',
      'data-protection@fernhill.example',
      'user@',
      '@example.org',
      'a @ b',
      'dpo2@x.example',
    ],
  },
  'telephone-number': {
    finds: [
      '01632 960148',
      '07700 900123',
      '+44 7700 900123',
      '+44 (0)1632 960148',
      '(01632) 960 148',
      '020 7946 0018',
      'Tel.07700900123'.replace('.', ': '),
    ],
    leaves: [
      '0303 123 1113',
      '0800 555 111',
      '101',
      '01632',
      '2023/24',
      '0.01632960148',
      '12 01632 960148 17',
      '07700 9001',
      '£01,632,960',
    ],
  },
  'home-address': {
    finds: ['12 Canal Street, Skelbridge, SK1 2AB', 'Flat 3, The Maltings, SK1 2AB', 'Mrs J Fenwick, The Old Mill, SK1 2AB'],
    leaves: ['Wycliffe House, Water Lane, Wilmslow SK9 5AF', 'SK1 2AB', 'crimes in SK1 by 2AB', 'between 2019 and 2023 in SK1 2AB'],
  },
  'vehicle-registration': {
    finds: ['AB12 CDE', 'vehicle AB62CDE was', '(YX73 KLM)'],
    leaves: ['AB12', 'QA12 BCD', 'AB12 CDI', 'FY24 MAR', 'AB12CDEF', 'FO/AB12CDE', 'AB00 CDE'],
  },
  'collar-number': {
    finds: ['PC 4021', 'Sgt 1234 Fenwick', 'PCSO 7123', 'Police Constable No. 4021', 'PC 87 Fenwick'],
    leaves: ['PC 2024', '12 PCs', 'PC 12', 'DS', 'Inspector Fenwick', 'PC 4,021'],
  },
  salutation: {
    finds: ['Dear Mr Fenwick,', 'Dear Jane', '**Dear Ms Wren,**', 'Annwyl Mrs Fenwick', '> Dear J. Wren:'],
    leaves: [
      'Dear Sir or Madam,',
      'Dear applicant',
      'Dear requester,',
      'Oh dear',
      'Dear [name]',
      'Dear me, what a long sentence this is about the price of things.',
    ],
  },
  signature: {
    finds: ['Yours sincerely', 'Kind regards,', 'Yours faithfully, Jane Fenwick', 'Yn gywir'],
    leaves: [
      'With regards to your request',
      'Regards must be had to the Act',
      'Best wishes were sent to all staff who had taken part in it',
    ],
  },
  'template-leftover': {
    finds: [
      'Include attachments here',
      'On [insert date] we',
      'TBC',
      'Cost: TBC',
      'Lorem ipsum dolor',
      '{{name}}',
      'Delete as appropriate',
    ],
    leaves: [
      'The list of attachments is below',
      'We will confirm to be sure',
      'TBCX',
      'An insert in the leaflet',
      'See [the table](table.csv)',
      '[Date of the meeting](minutes.pdf)',
    ],
  },
};

describe.each(Object.entries(EXAMPLES) as [TextRuleId, { finds: string[]; leaves: string[] }][])('%s', (rule, { finds, leaves }) => {
  test.each(finds)('is found in %j', (line) => expect(found(line)).toContain(rule));
  test.each(leaves)('is not found in %j', (line) => expect(found(line)).not.toContain(rule));
});

describe('what a value is, is told by what stands around it', () => {
  test('a column called after it, or the line before', () => {
    expect(found('9434765919', labelled('NHS number'))).toEqual(['nhs-number']);
    expect(found('12/03/1980', labelled('Date of birth (dd/mm/yyyy)'))).toEqual(['date-of-birth']);
    expect(found('1980-03-12 00:00:00', labelled('DOB'))).toEqual(['date-of-birth']);
    expect(found('12/03/1980', labelled('Date received'))).toEqual([]);
    expect(found('AB123456', labelled('NI number'))).toEqual(['national-insurance-number']);
  });

  test('the cells of its row', () => {
    expect(found('12-34-56', labelled('Sort code', 'Sort code, Account number, 12-34-56, 12345678'))).toEqual(['bank-account']);
    expect(found('12-34-56', labelled('Sort code', 'Sort code, Opened'))).toEqual([]);
    expect(found('SK1 2AB', labelled('Postcode', 'Surname, Postcode, Fenwick'))).toEqual(['home-address']);
    expect(found('SK1 2AB', labelled('Postcode', 'Station, Postcode, Eastgate'))).toEqual([]);
  });
});

test('the first looks pass over nothing that a rule would find', () => {
  const examples = Object.values(EXAMPLES).flatMap(({ finds, leaves }) => [...finds, ...leaves]);
  const beginnings = [
    'Dear Mr',
    'ANNWYL',
    'Yours truly',
    'Many thanks and kind regards',
    'Best wishes',
    'Yr eiddoch yn gywir',
    'n/a - delete',
  ];
  const leftovers = [
    'Type text',
    'xx',
    '???',
    'To be added',
    'tba',
    'TBA',
    'XXX',
    'DD/MM/YYYY',
    'Select from list',
    'choose an item',
    'add',
  ];
  const phrases = [
    'Lorem ipsum',
    'delete as appropriate',
    'DELETE IF NOT APPLICABLE',
    'click here to enter text',
    'click or tap here to enter',
  ];
  const marks = [
    '[',
    ']',
    '<<',
    '>>',
    '{{',
    '}}',
    '«',
    '»',
    'insert date',
    ' ',
    '\t',
    '\u00a0',
    '\uFEFF',
    '>',
    '*',
    '“',
    '.',
    ',',
    '1',
    '12345',
    '@',
  ];
  const piece = fc.oneof(fc.constantFrom(...examples, ...beginnings, ...leftovers, ...phrases), fc.constantFrom(...marks));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.boolean(), (pieces, small) => {
      const line = small ? pieces.join('').toLowerCase() : pieces.join('');
      const all = Object.entries(TEXT_RULES).flatMap(([rule, { find }]) => find(line, ALONE).map((match) => ({ rule, match })));
      expect(findInLine(line, new Set())).toEqual(all);
    }),
    { numRuns: 5000 },
  );
});

test('what log.yaml names may stand in an answer, however it is written there', () => {
  const allowed = new Set(
    allowedBy('contact:\n  email: Jane.Fenwick@fernhill.example\n  phone: 01632 960148\n  address: 12 Canal Street, SK1 2AB\n'),
  );
  const left = (line: string) => findInLine(line, allowed).map(({ rule }) => rule);
  expect(left('jane.fenwick@FERNHILL.example, +44 (0)1632 960148, 12 Canal Street, SK12AB')).toEqual([]);
  expect(left('p.wren@fernhill.example, 01632 960149')).toEqual(['email-address', 'telephone-number']);
});

test('places are counted from the beginning of the line', () => {
  const line = '  Write to p.wren@example.org or [insert name].';
  for (const { match } of findInLine(line, new Set()))
    expect(line.slice(match.index, match.index + match.length).toLowerCase()).toBe(match.canonical);
});

/* Lines come from strangers: twice the line may cost about twice the time; a pattern that backtracks would take four times and more. */
const PIECES = [
  'AB 12 34 56 ', 'AB123456', '943 476 ', '9', '943 ', '1234567890', 'A9', 'MORGA 657054 ', 'MORGA', 'date of birth ', 'dob: ', 'DOB 1/', 'sort code ', '12-34-56 12345678 ',
  'sort code 12-34-56 ', 'GB29 ', 'GB29 NWBK 6016 ', 'AAAA', 'a@', 'a.', '@a.', 'a.b@c.d.', '-', '0163', '+44 ', '(0', '07700 ', '01 ', '12 Canal ', '1 a', '1 aaaa ',
  'Flat 1 ', 'SK1 2AB ', '12 Canal Street SK1 2AB ', 'AB12 CDE ', 'AB12', 'PC ', 'PC 1', 'PC 4021 ', 'Police Constable ', 'Dear ', 'dear a ', '>>>', '****', 'yours sincerely ', 'Regards A ',
  '[insert ', '{{', '<<', '«', 'TBC', '  ', 'XXX/', '[[', '\u00a0', ',', 'is ',
]; // prettier-ignore

function fastest(line: string): number {
  let best = Infinity;
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    findInLine(line, new Set(), { label: line.slice(0, 60), beside: () => line.slice(0, 200) });
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

// Tried again, because another process may take the processor in between.
test('reading takes time in proportion to a hostile line', { retry: 4, timeout: 120_000 }, () => {
  for (const piece of PIECES) {
    const line = (length: number) => `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length - 3)}1@x`;
    fastest(line(5_000));
    const [short, long] = [fastest(line(20_000)), fastest(line(80_000))];
    // Four times the line; the square would be sixteen times. The milliseconds are for runs too short to compare.
    expect(long, JSON.stringify(piece)).toBeLessThan(short * 7 + 12);
  }
});

test('every rule has examples and words', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(TEXT_RULES).sort());
  for (const { finds, why, mend, one, many } of Object.values(TEXT_RULES))
    for (const words of [finds, why, mend, one, many]) expect(words.length).toBeGreaterThan(5);
});
