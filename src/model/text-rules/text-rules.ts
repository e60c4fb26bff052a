import { bankAccount } from './bank-account.ts';
import { collarNumber } from './collar-number.ts';
import { dateOfBirth } from './date-of-birth.ts';
import { drivingLicenceNumber } from './driving-licence-number.ts';
import { emailAddress } from './email-address.ts';
import { homeAddress } from './home-address.ts';
import { iban } from './iban.ts';
import { nationalInsuranceNumber } from './national-insurance-number.ts';
import { nhsNumber } from './nhs-number.ts';
import { salutation } from './salutation.ts';
import { signature } from './signature.ts';
import { telephoneNumber } from './telephone-number.ts';
import { templateLeftover } from './template-leftover.ts';
import { ALONE, type Match, type Near, type TextRule } from './text-rule.ts';
import { vehicleRegistration } from './vehicle-registration.ts';

/** What tells who a person is, in any text. Those of which one is a person beyond doubt, or an account, block; the others warn. */
export const IDENTIFIERS = {
  'national-insurance-number': nationalInsuranceNumber,
  'nhs-number': nhsNumber,
  'driving-licence-number': drivingLicenceNumber,
  'date-of-birth': dateOfBirth,
  'bank-account': bankAccount,
  iban,
  'email-address': emailAddress,
  'telephone-number': telephoneNumber,
  'home-address': homeAddress,
  'vehicle-registration': vehicleRegistration,
  'collar-number': collarNumber,
} as const satisfies Record<string, TextRule>;

/** Every rule about words, wherever they stand. */
export const TEXT_RULES = { ...IDENTIFIERS, salutation, signature, 'template-leftover': templateLeftover } as const satisfies Record<
  string,
  TextRule
>;
export type TextRuleId = keyof typeof TEXT_RULES;

const RULES = Object.entries(TEXT_RULES) as [TextRuleId, TextRule][];
const ABOUT_IDENTIFIERS = RULES.filter(([rule]) => rule in IDENTIFIERS);
const ABOUT_WORDS = RULES.filter(([rule]) => !(rule in IDENTIFIERS));

/*
 * First looks: each finds a little more than the rules behind it, in a fraction of the time. Words at the beginning of a line, marks and
 * phrases are looked for apart: one pattern for all of them costs fifteen times as much, because it can begin at almost every letter.
 */
const ANY_IDENTIFIER = /\d|@/;
/** A short number, as most cells are: it tells nobody. */
const SHORT_NUMBER = /^[\d.,%£-]{1,5}$/;
const BEGINNING =
  /^[\s>*_#"“-]*(?:dear|annwyl|yours|kind|best|warm|many|regards|yn |yr |include|insert|add|attach|upload|list|paste|enter|type|click|choose|select|lorem|n\/?a|delete|tb[ca]|to be|xx|\?\?\?)/i;
const MARK = /[[<{«]|XXX|DD\/MM|TB[AC]/;
const PHRASE = /lorem ipsum|delete as appropriate|delete if not applicable|click here to|click or tap/i;

/** What one line holds, by rule; what is allowed is left out. Most lines hold nothing, and cost four looks. */
export function findInLine(line: string, allowed: ReadonlySet<string>, near: Near = ALONE): { rule: TextRuleId; match: Match }[] {
  const found: { rule: TextRuleId; match: Match }[] = [];
  const look = (rules: readonly [TextRuleId, TextRule][]) => {
    for (const [rule, { find }] of rules)
      for (const match of find(line, near)) if (!allowed.has(match.canonical)) found.push({ rule, match });
  };
  if (ANY_IDENTIFIER.test(line) && !SHORT_NUMBER.test(line)) look(ABOUT_IDENTIFIERS);
  if (BEGINNING.test(line) || MARK.test(line) || PHRASE.test(line)) look(ABOUT_WORDS);
  return found;
}

/** Contacts of offices that everybody may name: the two information commissioners'. */
const EVERYBODYS = ['sk95af', 'ky169ds', '01625545745', '01334464610'];

/** Everything in a text of the authority's own, such as log.yaml, that other rules then allow: addresses, numbers, postcodes. */
export function allowedBy(text: string): string[] {
  const found = new Set(EVERYBODYS);
  for (const line of text.split('\n')) {
    for (const { find } of [emailAddress, telephoneNumber, iban, vehicleRegistration])
      for (const { canonical } of find(line, ALONE)) found.add(canonical);
    for (const { canonical } of homeAddress.find(line, { label: '', beside: () => 'name' })) found.add(canonical);
  }
  return [...found].sort();
}
