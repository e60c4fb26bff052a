import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProvision, findCitations, parseProvision } from '../../src/model/citations.ts';
import { LAW_IDS, type Law } from '../../src/model/laws.ts';
import { PROVISIONS } from '../../src/model/provisions.ts';

/** The citations of a text, as `foia 31(3)`. */
const cited = (text: string, law: Law = 'foia') => findCitations(text, { law }).map((each) => `${each.law} ${each.provision}`);

describe('a provision written alone', () => {
  test.each([
    ['s.40 (2)(a)(i)', 'foia', '40(2)(a)(i)'],
    ['40 (2) (a) (i)', 'foia', '40(2)(a)(i)'],
    ['Section 12(1)', 'foia', '12(1)'],
    ['31(1)(A)', 'foia', '31(1)(a)'],
    ['22a', 'foia', '22A'],
    ['40(5b)', 'foia', '40(5B)'],
    ['FOIA 31(3)', 'foia', '31(3)'],
    ['FOIA s31(3)', 'foia', '31(3)'],
    ['31(3).', 'foia', '31(3)'],
    ['Reg 12(5)(b)', 'eir', '12(5)(b)'],
    ['regulation 12 (4) (b)', 'eir', '12(4)(b)'],
    ['93(4)', 'foia', '93(4)'],
    ['Reg 12(5)(b)', 'foia', null],
    ['Section 31', 'eir', null],
    ['FOISA 31', 'foia', null],
    ['31(1)(a) and (b)', 'foia', null],
    ['31(3', 'foia', null],
    ['31.3', 'foia', null],
    ['2000', 'foia', null],
    ['law enforcement', 'foia', null],
    ['', 'foia', null],
  ] as const)('%j under %s is %j', (written, law, provision) => {
    expect(parseProvision(written, law)).toBe(provision);
  });

  test('in canonical spelling stays as it is', () => {
    const level = fc.oneof(
      fc.integer({ min: 1, max: 20 }).map((n) => `(${n})`),
      fc.constantFrom('(a)', '(b)', '(aa)', '(ad)', '(i)', '(iv)', '(2A)', '(5B)'),
    );
    const provision = fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('', '', 'A'), fc.array(level, { maxLength: 4 }))
      .map(([number, letter, levels]) => `${number}${letter}${levels.join('')}`);
    fc.assert(
      fc.property(provision, fc.constantFrom(...LAW_IDS), (written, law) => {
        expect(parseProvision(written, law)).toBe(written);
      }),
    );
  });

  test('of every table is accepted by its law', () => {
    for (const law of LAW_IDS) {
      for (const { number, parts, confirmOrDeny } of PROVISIONS[law]) {
        for (const provision of [number, ...Object.keys(parts ?? {}), ...confirmOrDeny]) {
          expect(checkProvision(provision, law)).toEqual({ provision });
        }
      }
    }
  });
});

describe('a provision of the front matter that is wrong says what and how to mend it', () => {
  test.each([
    [
      '93(4)',
      'foia',
      'FOIA has no section 93(4) that an answer can rest on; the nearest are 43 (Commercial interests) and 33 (Audit functions).',
      'Correct the number.',
    ],
    [
      '25',
      'foia',
      'FOIA has no section 25 that an answer can rest on; the nearest are 24 (National security) and 26 (Defence).',
      'Correct the number, or write {law: foisa, provision: 25} if another law is meant.',
    ],
    [
      '12(5)(h)',
      'eir',
      'EIR has no regulation 12(5)(h) that an answer can rest on; the nearest are 12(5)(a) (International relations, defence, national security or public safety) and 12(5)(b) (The course of justice).',
      'Correct the number.',
    ],
    [
      '12(4)(b)',
      'eisr',
      'EISR has no regulation 12(4)(b) that an answer can rest on; the nearest are 10(4)(b) (Manifestly unreasonable requests) and 11 (Personal data).',
      'Correct the number, or write {law: eir, provision: 12(4)(b)} if another law is meant.',
    ],
    [
      'Reg 12(4)(b)',
      'foia',
      'Unexpected "Reg 12(4)(b)" under FOIA: it is written as a provision of EIR.',
      'Write {law: eir, provision: 12(4)(b)}.',
    ],
    [
      'law enforcement',
      'foia',
      'Unexpected "law enforcement", expected a section of FOIA.',
      'Write the number with its parts in brackets, such as 31(3).',
    ],
  ] as const)('%s under %s', (written, law, problem, fix) => {
    expect(checkProvision(written, law)).toEqual({ problem, fix });
  });
});

describe('citations are found', () => {
  test.each([
    ['Section 31(3)', ['foia 31(3)']],
    ['Sections 24(2) and 31(3)', ['foia 24(2)', 'foia 31(3)']],
    ['Sections 24(2) National security\nSection 31(3) Law enforcement', ['foia 24(2)', 'foia 31(3)']],
    ['s.31(1)(a) & (b)', ['foia 31(1)(a)', 'foia 31(1)(b)']],
    ['Section 31(1)(a)(b) – Law Enforcement', ['foia 31(1)(a)', 'foia 31(1)(b)']],
    ['Section 40(2)&(3) - Personal Information', ['foia 40(2)', 'foia 40(3)']],
    ['section 36(2)(b)(i) and (ii), and (c)', ['foia 36(2)(b)(i)', 'foia 36(2)(b)(ii)', 'foia 36(2)(c)']],
    ['exempt under s31', ['foia 31']],
    ['S 40(2)', ['foia 40(2)']],
    ['S30 (3)', ['foia 30(3)']],
    ['exempt under S12', ['foia 12']],
    ['ss. 30 and 31', ['foia 30', 'foia 31']],
    ['section 40 (2)(a)(i)', ['foia 40(2)(a)(i)']],
    ['s.12 (1)', ['foia 12(1)']],
    ['Sec. 30', ['foia 30']],
    ['Section(s) 31 and 40(2)', ['foia 31', 'foia 40(2)']],
    ['Reg 12(5)(b)', ['eir 12(5)(b)']],
    ['regulation 12 (4) (b)', ['eir 12(4)(b)']],
    ['Regs 12(4)(b) and 12(5)(e)', ['eir 12(4)(b)', 'eir 12(5)(e)']],
    ['Section 38(1)(b) of FOISA', ['foisa 38(1)(b)']],
    ['as it does not fulfil section 41of the Act', ['foia 41']],
    ['exempt by virtue of Section 12 of\nthe FOIA; the cost', ['foia 12']],
    ['the appropriate limit (FOIA, s.12)', ['foia 12']],
    ['FOIA s31(3)', ['foia 31(3)']],
    ['FOIA 40(2) and EIR 12(4)(b)', ['foia 40(2)', 'eir 12(4)(b)']],
    ['withheld (FOIA 21)', ['foia 21']],
    ['Under section 25(1) of FOISA', ['foisa 25(1)']],
    ['Under FOISA, section 25', ['foisa 25']],
    ['section 21 of the Freedom of Information Act 2000', ['foia 21']],
    ['section 21 of the 2000 Act', ['foia 21']],
    ['Section 40(2) FOIA 2000', ['foia 40(2)']],
    ['section 38 of the Freedom of Information (Scotland) Act 2002', ['foisa 38']],
    ['exempt (exemption at 40(2))', ['foia 40(2)']],
    ['Section\u00a031\u00a0(1)\u00a0(a)', ['foia 31(1)(a)']],
    ['section\n40(2)', ['foia 40(2)']],
    ['section 40\n(2) of the Act', ['foia 40(2)']],
    ['under section 12\n(a) determining whether it holds', ['foia 12']],
    ['sections 30 to 32', ['foia 30', 'foia 32']],
    ['section 31(1)(a)-(c)', ['foia 31(1)(a)', 'foia 31(1)(c)']],
    ['the exemptions under section 31, 40 and 43 of the Act', ['foia 31', 'foia 40', 'foia 43']],
    ['Section 30 investigations', ['foia 30']],
    ['Section 31 – Law enforcement', ['foia 31']],
    ['Section 12: Costs', ['foia 12']],
    ['Section 40 (Personal information) of the Act', ['foia 40']],
    ['Section 24(2) National security of the United Kingdom', ['foia 24(2)']],
    ['Section 40(2) applies because it would breach the Data Protection Act 2018', ['foia 40(2)']],
    [
      'Section 12 exempts it if the limit in the Freedom\nof Information and Data Protection (Appropriate Limit and Fees) Regulations 2004',
      ['foia 12'],
    ],
    ['Section 31 Law Enforcement\nThe Police Act 1997 is another matter', ['foia 31']],
    ['the Freedom of Information Act 2000 (the Act). This is a Refusal Notice under Section 17 of the Act', ['foia 17']],
    ['the Data Protection Act 2018. It is exempt under section 40(2) of the Act', ['foia 40(2)']],
    ['Sections 21; 22; and 40(2)', ['foia 21', 'foia 22', 'foia 40(2)']],
    ['SECTION 31(1)(A) and Section40(2)', ['foia 31(1)(a)', 'foia 40(2)']],
    ['section 30(1)(a)(i)(ii)', ['foia 30(1)(a)(i)', 'foia 30(1)(a)(ii)']],
    ['the exceptions at 12(4)(b) and 12(5)(e)', ['eir 12(4)(b)', 'eir 12(5)(e)']],
    ['the Environmental Information Regulations (EIR) 2004 Regulation 12(5)(a)', ['eir 12(5)(a)']],
    ['not a valid request under section 8', ['foia 8']],
    ["Adrannau 24(2) a 31(3) o'r Ddeddf", ['foia 24(2)', 'foia 31(3)']],
    ['adran 40(2) o Ddeddf Rhyddid Gwybodaeth 2000', ['foia 40(2)']],
  ])('in %j', (text, citations) => {
    expect(cited(text)).toEqual(citations);
  });

  test('under the law of their place', () => {
    expect(cited('section 31 and regulation 10(4)(e) of the EIRs', 'foisa')).toEqual(['foisa 31', 'eisr 10(4)(e)']);
    expect(cited('section 30(b)(i) and (ii) of the Act', 'foisa')).toEqual(['foisa 30(b)(i)', 'foisa 30(b)(ii)']);
    expect(cited('section 40(2) of the Freedom of Information Act 2000', 'foisa')).toEqual(['foia 40(2)']);
    expect(cited('regulation 12(5)(b) and section 40(2) of the FOIA', 'eir')).toEqual(['eir 12(5)(b)', 'foia 40(2)']);
    expect(cited('the exception 12(5)(e)', 'eir')).toEqual(['eir 12(5)(e)']);
  });

  test('with the place of the number and the word beside it', () => {
    const text = 'Under Sections 24(2) and 31(1)(a)\u00a0& (b) it is';
    expect(findCitations(text, { law: 'foia' }).map((each) => each.text)).toEqual(['Sections 24(2)', '31(1)(a)', '(b)']);
    for (const { start, end, text: part } of findCitations(text, { law: 'foia' })) expect(text.slice(start, end)).toBe(part);
  });
});

describe('no citation is found', () => {
  test.each([
    'as defined in section 93(4) of the Police Act 1997',
    'section 18 of the Offences Against the Person Act',
    'section 31 of the Offensive Weapons Act',
    'sections 18, 20 and 29 of the Offences Against the Person Act 1861',
    'section 18, section 20 and section 29 of the Offences Against the Person Act 1861',
    'section 18 (wounding), 20 (assault) and 29 (administering) of the Offences Against the Person Act 1861',
    'Regulation 5 of the Health and Safety at Work Regulations',
    'Regulation 13(1) of the Police (Conduct) Regulations 2020',
    'section 30 of the Data Protection Act 2018',
    'section 40(2) of the DPA',
    'section 12 of the\nMental Health Act 1983',
    'section 31 of the 1998 Act',
    'section 12 Mental Health Act 1983',
    'Mental Health Act 1983, section 12',
    'Police Act 1997 s.31',
    'PACE s.32 or s.30 PACE 1984',
    'the Mental Health Act 1983 ("the Act"). Detained under section 12 of the Act',
    'the Mental Health Act 1983. Detained under section 12 of the Act',
    'the Terrorism Act 2000. Stopped under section 44 of the 2000 Act',
    'the Police Act 1997. See section 31 of that Act',
    'adran 31(4) o Ddeddf yr Heddlu 1997',
    'a section 31 order',
    'section 21 notices served on tenants',
    'section 31 grants',
    'a section 35 dispersal',
    's136 detentions',
    'section 42 enquiries',
    'section 31 of the report',
    'section 1 of the form',
    'see section 12 below',
    'Section 12: Staffing',
    '2) Section 29 – Sending, throwing or using a corrosive substance',
    'section 12.1',
    'section 31-2024',
    'sub-section 31',
    'subsection 31(2)',
    "it's 40 hours",
    'the force s 40 officers',
    'the Samsung Galaxy S21 and S22',
    'S5W-14204',
    'sections 9, 12 and 99',
    'the exemption 31',
    'exempt under 12(5)(b)',
    'see section 8',
    'at 30 km/s 40',
    'section 35 CJPOA 1994',
    'Article 31(3) and paragraph 40(2)',
    'FOI 8926',
    'FOIA 2000',
    'EIR 2023/45',
    'Q12, 31(3) and 40(2)',
    'regulation 12(5)(h)',
  ])('in %j', (text) => {
    expect(cited(text)).toEqual([]);
  });

  test('where the number might be of either law', () => {
    expect(cited('section 40(2)', 'eir')).toEqual([]);
    expect(cited('section 40(2) of the Act', 'eir')).toEqual([]);
    expect(cited('section 30 of the Freedom of Information Act', 'foisa')).toEqual([]);
    expect(cited('regulation 12(5)(b)', 'foisa')).toEqual([]);
  });

  test('beyond a list that counts something', () => {
    expect(cited('under section 12, 18 hours')).toEqual(['foia 12']);
    expect(cited('sections 12 and 40 hours')).toEqual(['foia 12']);
    expect(cited('section 31, 40 of the 60')).toEqual(['foia 31']);
    expect(cited('section 31/40')).toEqual([]);
  });
});

test('citations lie in reading order, do not overlap and are canonical', () => {
  const word = fc.constantFrom(
    'section ',
    'Sections ',
    's.',
    '31',
    '(1)',
    '(a)',
    ' and ',
    ', ',
    '40(2)',
    ' of the Act',
    ' FOIA ',
    'Police Act 1997',
    '\n',
    'EIR ',
    'reg ',
    '12(5)(b)',
    ' & ',
    '(',
    ' to ',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.constantFrom(...LAW_IDS), (words, law) => {
      const text = words.join('');
      let end = 0;
      for (const each of findCitations(text, { law })) {
        expect(each.start).toBeGreaterThanOrEqual(end);
        expect(each.end).toBeGreaterThan(each.start);
        expect(text.slice(each.start, each.end)).toBe(each.text);
        expect(checkProvision(each.provision, each.law)).toEqual({ provision: each.provision });
        end = each.end;
      }
    }),
  );
});
