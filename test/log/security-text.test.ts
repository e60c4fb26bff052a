import { describe, expect, test } from 'vitest';
import type { SecurityContact } from '../../src/log/log.ts';
import { checkSecurity, isExpired, securityText } from '../../src/log/security-text.ts';
import { settings } from '../site/an-entry.ts';

const contact: SecurityContact = { contact: 'mailto:security@fernhill.example', expires: '2027-03-31' };
const to = (path: string) => `https://foi.fernhill.example/foi${path}`;

describe('security.txt', () => {
  test('says whom to write to and until when, as RFC 9116 has it', () => {
    expect(securityText(contact, { ...settings, site: null }, to)).toBe(
      'Contact: mailto:security@fernhill.example\nExpires: 2027-03-31T23:59:59Z\nPreferred-Languages: en\n',
    );
  });

  test('says all that log.yaml does, several contacts in their order, and its own address where that is https', () => {
    const all = {
      ...contact,
      contact: ['https://fernhill.example/report', 'tel:+44-20-7946-0000'],
      policy: 'https://fernhill.example/policy',
      encryption: 'https://fernhill.example/key.asc',
      acknowledgments: 'https://fernhill.example/thanks',
      preferredLanguages: 'en, cy',
    };
    expect(securityText(all, { ...settings, site: 'https://foi.fernhill.example' }, to).split('\n')).toEqual([
      'Contact: https://fernhill.example/report',
      'Contact: tel:+44-20-7946-0000',
      'Expires: 2027-03-31T23:59:59Z',
      'Encryption: https://fernhill.example/key.asc',
      'Acknowledgments: https://fernhill.example/thanks',
      'Preferred-Languages: en, cy',
      'Canonical: https://foi.fernhill.example/foi/.well-known/security.txt',
      'Policy: https://fernhill.example/policy',
      '',
    ]);
  });
});

test.each([
  ['2027-02-28', null],
  ['2027-03-01', /expires on 2027-03-31, expected a day more than 30 days ahead/],
  ['2027-03-31', /expires on 2027-03-31/],
  ['2027-04-01', /has expired on 2027-03-31, expected a day to come: security.txt is not published/],
])('on %s the day is judged', (today, message) => {
  const [finding, ...others] = checkSecurity(contact, today, { line: 4, column: 3 });
  expect(others).toEqual([]);
  if (message === null) expect(finding).toBeUndefined();
  else
    expect(finding).toMatchObject({
      rule: 'security-expires',
      severity: 'warn',
      line: 4,
      column: 3,
      message: expect.stringMatching(message),
    });
  expect(isExpired(contact, today)).toBe(today > '2027-03-31');
});
