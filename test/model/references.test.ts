import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findReference, normaliseReference, slugOfReference, splitTitle, yearOfReference } from '../../src/model/references.ts';

describe('the slug of a reference', () => {
  test.each([
    ['920A/21', '920a-21'],
    ['FOI-2024-00442', 'foi-2024-00442'],
    ['457_17', '457-17'],
    ['01.FOI.22.025733', '01-foi-22-025733'],
    ['FOI 8926', 'foi-8926'],
    ['  (IC-255369-Y7X2) ', 'ic-255369-y7x2'],
    ['Réf 12', 'ref-12'],
    ['№ ½', 'no-1-2'],
    ['日本', ''],
    ['—', ''],
  ])('of %j is %j', (reference, slug) => {
    expect(slugOfReference(reference)).toBe(slug);
  });

  test('is lower-case ASCII letters, digits and single hyphens, and its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (reference) => {
        const slug = slugOfReference(reference);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slugOfReference(slug)).toBe(slug);
      }),
    );
  });
});

test('spellings of one reference compare as equal', () => {
  expect(normaliseReference('920A/21')).toBe('920A21');
  expect(new Set(['920A/21', '920a 21', '920A_21', '(920a-21)'].map(normaliseReference)).size).toBe(1);
});

describe('a reference is found', () => {
  test.each([
    ['Smart glasses (1629A/22)', '1629A/22', 'bracketed'],
    ['Claire’s Law (428A/23)', '428A/23', 'bracketed'],
    ['Christmas Period Crimes (12488_17)', '12488_17', 'bracketed'],
    ['Officer BME [3005_16]', '3005_16', 'bracketed'],
    ['Potholes (FOI 8926)', 'FOI 8926', 'bracketed'],
    ['Planning correspondence – Copperfield Lane (EIR-2020-77)', 'EIR-2020-77', 'bracketed'],
    ['FOI-2024-00442', 'FOI-2024-00442', 'bare'],
    ['FOI 8926', 'FOI 8926', 'bare'],
    ['FOIR 12345', 'FOIR 12345', 'bare'],
    ['IC-255369-Y7X2', 'IC-255369-Y7X2', 'bare'],
    ['RFI2021/0345', 'RFI2021/0345', 'bare'],
    ['FOI2024/123', 'FOI2024/123', 'bare'],
    ['EIR 2023/45', 'EIR 2023/45', 'bare'],
    ['F-2022-01268', 'F-2022-01268', 'bare'],
    ['FOI/17/01242', 'FOI/17/01242', 'bare'],
    ['01.FOI.22.025733', '01.FOI.22.025733', 'bare'],
    ['202400442407', '202400442407', 'bare'],
    ['Drones 1748A/21', '1748A/21', 'bare'],
    ['2024-00442 Dog bites', '2024-00442', 'bare'],
    ['Reference number 202400442407', '202400442407', 'labelled'],
    ['FOI reference: FOI/18/00465', 'FOI/18/00465', 'labelled'],
    ['Request Number: FOI/15929', 'FOI/15929', 'labelled'],
    ['Our Ref: FOI 4530', 'FOI 4530', 'labelled'],
    ['Our Ref:\nFOI 4530\nDate:\n11 December 2017', 'FOI 4530', 'labelled'],
    ['Reference: F-2022-01268', 'F-2022-01268', 'labelled'],
    ['Freedom of information request reference no: 01.FOI.22.025733', '01.FOI.22.025733', 'labelled'],
    ['Ref 1234/25', '1234/25', 'labelled'],
    ['Case reference 24-1093', '24-1093', 'labelled'],
    ['FOI Request No: 2024-123', '2024-123', 'labelled'],
    ['FOI Request 4530 – Dog bites', '4530', 'labelled'],
    ['Ref No: WCC/FOI/2024/123', 'WCC/FOI/2024/123', 'labelled'],
    ['Reference: 57', '57', 'labelled'],
    ['Cyfeirnod: RhG 4471', 'RhG 4471', 'labelled'],
  ])('in %j: %j, %s', (text, reference, kind) => {
    const found = findReference(text);
    expect(found).toMatchObject({ reference, kind });
    expect(text.slice(found?.start, found?.end)).toBe(reference);
  });

  test('after a label before one in brackets, and there before a bare one', () => {
    expect(findReference('FOI-2024-00001 (FOI-2024-00002) Our ref: FOI-2024-00003')?.reference).toBe('FOI-2024-00003');
    expect(findReference('FOI-2024-00001 (FOI-2024-00002)')?.reference).toBe('FOI-2024-00002');
  });
});

describe('no reference is found', () => {
  test.each([
    'Crime between 01/02/2021 and 28/02/2021',
    'Incidents (15/06/2021)',
    'As at 2024-01-15',
    'Crime 2020/21',
    'Budget (2019/20)',
    'Spending 2015-2020',
    'FOI request 2019/20',
    'FOI 2019',
    'Use of ANPR (ANPR)',
    'Statistics (2019)',
    'Cameras (CCTV)',
    'Coronavirus (COVID-19)',
    'Call 0121 496 0000',
    'Tel: 01214960000',
    'Reference: 01/02/2021',
    'section 31(1)(a) of FOIA 2000',
    'FOIA 31(3)',
    'EIR 12(4)(b)',
    'Freedom of Information Act 2000',
    'Request 3',
    'Question number 7',
    'With reference to question 3',
    'Your ref: 1234/25',
    '24/7 cover',
    'A 50/50 split',
    'Please find this attached (8956_01)',
    'About 202400442407 people',
    'S5W-14204',
    '',
  ])('in %j', (text) => {
    expect(findReference(text)).toBeNull();
  });
});

describe('a title line is split', () => {
  test.each([
    ['Smart glasses (1629A/22)', 'Smart glasses', '1629A/22'],
    ['FOI 23-456: Potholes', 'Potholes', 'FOI 23-456'],
    ['2024-00442 Dog bites', 'Dog bites', '2024-00442'],
    ['Freedom of Information request 1234/25 - Dog bites', 'Dog bites', '1234/25'],
    ['Response to FOI 1234/25 – Parking fines', 'Parking fines', 'FOI 1234/25'],
    ['Drones (Ref: FOI 8926)', 'Drones', 'FOI 8926'],
    ['[FOI 8926]  Drones', 'Drones', 'FOI 8926'],
    ['Drones – FOI-2024-00442 – March', 'Drones – March', 'FOI-2024-00442'],
    ['Drones 1748A/21', 'Drones', '1748A/21'],
    ['FOI 4530', '', 'FOI 4530'],
    ['Custody (CCTV) images (1648A/23)', 'Custody (CCTV) images', '1648A/23'],
    ['Crime in 2020/21', 'Crime in 2020/21', null],
    ['  Number of FOI requests:  FOI release ', 'Number of FOI requests: FOI release', null],
  ])('%j', (line, title, reference) => {
    expect(splitTitle(line)).toEqual({ title, reference });
  });
});

describe('the year of a reference', () => {
  test.each([
    ['920A/21', 2021],
    ['457_17', 2017],
    ['1234/2025', 2025],
    ['FOI-2024-00442', 2024],
    ['2024-00442', 2024],
    ['RFI2021/0345', 2021],
    ['EIR 2023/45', 2023],
    ['FOI/18/00465', 2018],
    ['FOI 23-456', 2023],
    ['01.FOI.22.025733', 2022],
    ['202400442407', 2024],
    ['FOI 8926', null],
    ['FOI/15929', null],
    ['IC-255369-Y7X2', null],
    ['24-1093', null],
    ['2021/22', null],
    ['1234/04', null],
    ['1234/99', null],
    ['FOI-1998-00442', null],
  ])('%s is %s', (reference, year) => {
    expect(yearOfReference(reference)).toBe(year);
  });
});
