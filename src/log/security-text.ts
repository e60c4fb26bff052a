import type { FindingInText } from '../model/finding.ts';
import { addDays } from '../model/dates.ts';
import { addresses } from './addresses.ts';
import type { SecurityContact, Settings } from './log.ts';

/** Days before the end of which `check` begins to warn. */
export const WARNING_DAYS = 30;

/**
 * `security.txt` (RFC 9116): where to report a weakness of the site. It is to be relied on until the end of its last day, in universal time.
 * @param address makes a path of this site absolute
 */
export function securityText(contact: SecurityContact, settings: Settings, address: (path: string) => string): string {
  const fields: [name: string, value: string | undefined][] = [
    ...[contact.contact].flat().map((each): [string, string] => ['Contact', each]),
    ['Expires', `${contact.expires}T23:59:59Z`],
    ['Encryption', contact.encryption],
    ['Acknowledgments', contact.acknowledgments],
    ['Preferred-Languages', contact.preferredLanguages ?? settings.language],
    // Only a whole https address may stand here.
    ['Canonical', settings.site?.startsWith('https:') ? address(addresses.securityText()) : undefined],
    ['Policy', contact.policy],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`])).join('');
}

/** True once it is past its last day: it is no longer written, for what is out of date is not to be relied on. */
export function isExpired({ expires }: SecurityContact, today: string): boolean {
  return expires < today;
}

/** A warning from 30 days before the last day on. @param place of the day in log.yaml */
export function checkSecurity(contact: SecurityContact, today: string, place: { line: number; column: number }): FindingInText[] {
  if (contact.expires > addDays(today, WARNING_DAYS)) return [];
  const message = isExpired(contact, today)
    ? `The contact for security has expired on ${contact.expires}, expected a day to come: security.txt is not published`
    : `The contact for security expires on ${contact.expires}, expected a day more than ${WARNING_DAYS} days ahead`;
  const fix = 'See that the contact is still right, then write a later day, less than a year ahead.';
  return [{ rule: 'security-expires', severity: 'warn', ...place, where: 'security.expires', message, fix }];
}
