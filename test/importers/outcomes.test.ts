import { describe, expect, it } from 'vitest';
import { textBlock } from '../../src/importers/block.ts';
import { findLaw, findRelied, mostExact } from '../../src/importers/exemptions.ts';
import { decide, readSignals, signalOfProvision, signalsOf } from '../../src/importers/outcomes.ts';
import { readText } from '../../src/importers/text.ts';
import type { Law } from '../../src/model/laws.ts';

const blocks = (text: string) => readText(text).blocks;
const signals = (text: string) => [...new Set(signalsOf(text, 1).map(({ signal }) => signal))];
const outcome = (text: string, law: Law = 'foia') => {
  const found = blocks(text);
  return decide(readSignals(found), mostExact(findRelied(found, law)), null)?.outcome ?? null;
};

describe('what an authority says of the information', () => {
  it.each([
    ['No information held', 'not-held'],
    ['The Council does not hold this information.', 'not-held'],
    ['This information is not recorded centrally.', 'not-held'],
    ['The Authority has no such records.', 'not-held'],
    ['A search found no information.', 'not-held'],
    ["Nid yw'r wybodaeth hon gan y Cyngor.", 'not-held'],
    ['West Midlands Police neither confirms nor denies that it holds it.', 'ncnd'],
    ['We can neither confirm nor deny that it is held.', 'ncnd'],
    ['I refuse to confirm or deny whether it is held.', 'ncnd'],
    ['The cost would exceed the appropriate limit.', 'cost'],
    ['This cannot be given within the appropriate (cost) limit.', 'cost'],
    ['The cost is above the amount to which the force is legally required to respond.', 'cost'],
    ['The request is vexatious.', 'vexatious'],
    ['It is already available on our website.', 'accessible'],
    ['The figures can be found at https://a.example/.', 'accessible'],
    ['We have transferred your request to the Agency.', 'closed'],
    ['We have not received any clarification.', 'closed'],
    ['The report is exempt by virtue of Section 36.', 'refused'],
    ['We have decided to withhold the contract.', 'refused'],
    ['The exception at Regulation 12(4)(b) applies.', 'refused'],
    ['Please find attached the report.', 'provided'],
    ['As a gesture of goodwill some figures are supplied.', 'provided'],
    ['The information is in the following table:', 'provided'],
    ['Some of the information has been withheld.', 'part'],
    ['A redacted copy is attached.', 'part'],
    ['I enclose a copy of some of the information you requested.', 'part'],
  ] as const)('%s', (text, signal) => expect(signals(text)).toContain(signal));

  it.each([
    ['This should not be taken as an indication that any such information is or is not held.', 'not-held'],
    ['We considered whether the information is not held.', 'not-held'],
    ['Please find this PIT attached.', 'provided'],
    ['The information cannot be provided.', 'provided'],
    ['Section 12 exempts information if the cost would exceed the ‘appropriate limit’.', 'cost'],
    ['If it were held, it would be exempt under section 38.', 'refused'],
    ['Guidance on this exemption can be found at https://ico.example/.', 'accessible'],
    ['The request is not vexatious.', 'vexatious'],
    ['The figures were released in May 2021.', 'provided'],
    ['There are 3,500 files, and each would need to be searched.', 'provided'],
  ] as const)('not: %s', (text, signal) => expect(signals(text)).not.toContain(signal));

  it('is not read from quotations, repeated questions or the header of a table', () => {
    const said = { ...textBlock('paragraph', 1, 'No information held'), quote: true };
    const header = { ...textBlock('paragraph', 1, 'Release Refuse Information Not Held'), figures: true };
    expect(readSignals([said, header])).toEqual([]);
  });
});

describe('the outcome', () => {
  it.each([
    ['Please find attached our response. In addition, we neither confirm nor deny that we hold any other information.', 'part'],
    ['It cannot be given within the cost limit. As a gesture of goodwill some information is supplied.', 'part'],
    ['The drafts are exempt under section 36(2)(c). The final report is enclosed.', 'part'],
    ['Exempt by virtue of\nSections 24(2) National security\nSection 31(3) Law enforcement', 'ncnd'],
    ['We are refusing your request under section 14(1).', 'vexatious'],
    ['It is exempt under section 21, as it is on our website.', 'accessible'],
    ['It is exempt under section 43(2).', 'refused'],
    ['We do not hold this information. The Office for Figures publishes it.', 'not-held'],
  ])('of “%s” is %s', (text, wanted) => expect(outcome(text)).toBe(wanted));

  it('under the Scottish Act follows its own numbers', () => {
    expect(outcome('This is a formal notice under section 17(1) of FOISA.', 'foisa')).toBe('not-held');
    expect(outcome('We give notice under section 18 of FOISA.', 'foisa')).toBe('ncnd');
    expect(signalOfProvision({ law: 'foisa', provision: '25(1)' })).toBe('accessible');
    expect(signalOfProvision({ law: 'foia', provision: '25' })).toBe('refused');
    expect(signalOfProvision({ law: 'eir', provision: '12(4)(a)' })).toBe('not-held');
  });

  it('names the words it rests on, with their line', () => {
    const decided = decide(readSignals(blocks('Thank you.\n\nNo information held')), [], null);
    expect(decided).toEqual({ outcome: 'not-held', closed: null, because: '“No information held”, line 3' });
  });

  it('of an answer that withholds nothing is that it was given; of none, unknown', () => {
    expect(decide([], [], { words: '11496', line: 41 })?.outcome).toBe('granted');
    expect(decide([], [], null)).toBeNull();
  });
});

describe('provisions relied on', () => {
  const relied = (text: string, law: Law = 'foia') =>
    mostExact(findRelied(blocks(text), law)).map(({ law: own, provision }) => `${own} ${provision}`);

  it.each([
    [
      'It is exempt by virtue of the following exemptions\nSection 31(1)(a) – Law enforcement\nSection 40(2)&(3) - Personal Information',
      ['foia 31(1)(a)', 'foia 40(2)', 'foia 40(3)'],
    ],
    ['Researching each case would exceed the appropriate limit (FOIA, s.12).', ['foia 12']],
    ['Under section 25(1) of FOISA, accessible information need not be given.', ['foisa 25(1)']],
    ['We rely on sections 36(2)(b)(i) and 41.', ['foia 36(2)(b)(i)', 'foia 41']],
    ['Refused under Reg 12(5)(b).', ['eir 12(5)(b)']],
    ['The exemption in section 24(2) applies. Section 24 is qualified.', ['foia 24(2)']],
  ])('%j', (text, wanted) => expect(relied(text).toSorted()).toEqual(wanted.toSorted()));

  it.each([
    ['the section a refusal notice is given under', 'This letter is a refusal notice under section 17.'],
    ['one that was considered and is not relied on', 'Section 42 was also considered but is not relied on.'],
    ['the right to complain', 'You may complain to the Commissioner under section 50.'],
    ['advice and assistance', 'Under section 16 we advise you to narrow your request.'],
    ['another Act', '“Serious crime” is defined in section 93(4) of the Police Act 1997.'],
    ['what may also apply', 'Even then, some emails may be exempt under sections 41 and 43.'],
    ['a list from which one is chosen', 'It would be exempt under one of sections 28 to 35, 38 or 41.'],
  ])('are not: %s', (_, text) => expect(relied(text)).toEqual([]));

  it('under FOISA 18 include the exemption that would apply if it were held', () => {
    expect(
      relied(
        'In terms of section 18 of FOISA I neither confirm nor deny it. If it existed, it would be exempt under section 38(1)(b).',
        'foisa',
      ).toSorted(),
    ).toEqual(['foisa 18', 'foisa 38(1)(b)']);
  });
});

describe('the law of a page', () => {
  it.each([
    ['Information request and response under the Freedom of Information (Scotland) Act 2002.', 'foisa'],
    ['We have dealt with your request under the Environmental Information Regulations 2004.', 'eir'],
    ['Handled under the Environmental Information (Scotland) Regulations 2004.', 'eisr'],
    ['the duty in Section 1(1)(a) of the Freedom of Information Act 2000 does not apply', 'foia'],
    ['Requests are handled under the Freedom of Information Act 2000 and the Environmental Information Regulations.', 'foia'],
  ])('%s', (text, law) => expect(findLaw(blocks(text))?.law).toBe(law));
  it('is not known where no page names one', () => expect(findLaw(blocks('We hold it.'))).toBeNull());
});
