import { describe, expect, test } from 'vitest';
import { answerNumbersOf, reasonKindOf } from '../../src/markdown/part-headings.ts';
import { sectionKindOf } from '../../src/markdown/section-headings.ts';

describe('a heading of an answer names its questions', () => {
  test.each([
    ['Question 1', ['1']],
    ['question 12:', ['12']],
    ['Q3', ['3']],
    ['Q.3A', ['3A']],
    ['Questions 2 and 3A', ['2', '3A']],
    ['Questions 1, 2 & 4', ['1', '2', '4']],
    ['Q1, Q2 and Q3', ['1', '2', '3']],
    ['Questions 4 to 6', ['4', '5', '6']],
    ['Questions 1–3 and 5', ['1', '2', '3', '5']],
    ['Question 2(b)', ['2(b)']],
    ['Question 1: how many', ['1']],
    ['Response to question 7', ['7']],
    ['Answers to questions 1 and 2', ['1', '2']],
    ['4.', ['4']],
    ['Cwestiwn 2', ['2']],
    ['Questions 1 to 900', ['1', '900']],
  ])('%s', (heading, numbers) => expect(answerNumbersOf(heading)).toEqual(numbers));

  test.each([
    'Questions',
    '2024 figures',
    'Question time',
    'Quarter 1',
    '1 in 5 people',
    'Q4 spending by department',
    'Requests received',
    'Section 31',
  ])('but not %s', (heading) => expect(answerNumbersOf(heading)).toBeNull());
});

describe('a heading of the reasons says which step follows', () => {
  test.each([
    ['Public interest test', 'public-interest-test'],
    ['PUBLIC INTEREST TEST', 'public-interest-test'],
    ['Prejudice Test/Public Interest Test', 'public-interest-test'],
    ['Factors favouring disclosure', 'factors-for'],
    ['Factors favouring confirming or denying whether any information is held', 'factors-for'],
    ['Factors against confirming or denying whether any information is held for Section 24(2) – National Security', 'factors-against'],
    ['Factors favouring non-disclosure', 'factors-against'],
    ['Public interest considerations favouring disclosure', 'factors-for'],
    ['Considerations in favour of withholding the information', 'factors-against'],
    ['Balance Test', 'balance'],
    ['Balance of the public interest', 'balance'],
    ['REASON FOR DECISION', 'reasons'],
    ['Reasons for refusal', 'reasons'],
    ['Overall Harm for the NCND', 'prejudice-test'],
    ['EXPLANATION OF EXEMPTIONS CLAIMED', 'exemptions-explained'],
    ['Section 43(2): commercial interests', 'exemptions-explained'],
    ['Regulation 12(5)(e)', 'exemptions-explained'],
    ['Advice and assistance', 'advice'],
    ['Section 16: advice and assistance', 'advice'],
    ['Your right to an internal review', 'complaint'],
    ['Complaint rights', 'complaint'],
  ])('%s', (heading, kind) => expect(reasonKindOf(heading)).toBe(kind));

  test.each(['Background', 'Figures for 2024', 'Factors', 'Harmonisation of systems', 'Sectional title', 'Reasonable adjustments'])(
    'but not %s',
    (heading) => expect(reasonKindOf(heading)).toBeNull(),
  );
});

test.each([
  ['Request', 'request'],
  ['YOU ASKED:', 'request'],
  ['Information requested', 'request'],
  ['We said', 'response'],
  ['Ymateb', 'response'],
  ['Attachments', 'attachments'],
  ['Requests by year', null],
])('the heading “%s” opens the section %s', (heading, kind) => expect(sectionKindOf(heading)).toBe(kind));
