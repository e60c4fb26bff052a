import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import type { Disclosure } from '../../src/log/disclosure.ts';
import { answerAgain } from '../../src/site/answer-again.ts';
import { entry, one, question } from './an-entry.ts';

const CITED = 'Fernhill, ‘Parking’, disclosure 1/24, https://foi.fernhill.example/disclosures/1-24/';
const again = (facts: Partial<Disclosure>, citation: string | null = CITED) => answerAgain(entry('1/24', facts), citation, en);

describe('what an officer may write to the next who asks', () => {
  test.each([
    ['foia', /reasonably accessible to you: it is exempt under section 21 of the Freedom of Information Act 2000\./],
    ['foisa', /reasonably obtain it .* exempt under section 25 of the Freedom of Information \(Scotland\) Act 2002\./],
    ['eir', /publicly available and easily accessible to you, so regulation 6\(1\)\(b\) of the Environmental Information Regulations 2004/],
    ['eisr', /regulation 6\(1\)\(b\) of the Environmental Information \(Scotland\) Regulations 2004/],
  ] as const)('names the provision of the law it was answered under: %s', (law, words) => {
    expect(again({ law, ...one('granted') })).toMatch(words);
  });

  test('ends with the address, with nothing behind it that a mail program would take for a part of it', () => {
    expect(again(one('part'))).toMatch(/See Fernhill, .*https:\/\/foi\.fernhill\.example\/disclosures\/1-24\/$/);
  });

  test.each([
    ['refused', one('refused')],
    ['neither confirmed nor denied', one('ncnd')],
    ['over the cost limit', one('cost')],
    ['not stated', {}],
    ['a mere pointer', { outcome: { kind: 'one', outcome: 'accessible' } }],
    ['partly a pointer', { ...one('part'), questions: [{ ...question('1', 'ncnd'), outcome: 'accessible' }, question('2', 'ncnd')] }],
  ] satisfies [string, Partial<Disclosure>][])('claims no exemption where nothing was given: %s', (_, facts) => {
    expect(again(facts)).toBe(`We have answered a request for this before. Our answer is published. See ${CITED}`);
  });

  test('names the provision where one question of several was given', () => {
    expect(again({ questions: [question('1', 'granted'), question('2', 'ncnd')] })).toContain('section 21');
  });

  test.each([
    ['another answer replaces it', { ...one('granted'), more: { supersededBy: '2/24' } }, CITED],
    ['it was closed without a decision', { outcome: { kind: 'one', outcome: 'closed' } }, CITED],
    ['it was about one person’s request alone', { outcome: { kind: 'one', outcome: 'vexatious' } }, CITED],
    ['the log has no address', one('granted'), null],
  ] satisfies [string, Partial<Disclosure>, string | null][])('is nothing where %s', (_, facts, citation) => {
    expect(again(facts, citation)).toBeNull();
  });
});
