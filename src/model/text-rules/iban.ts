import { matches, type TextRule } from './text-rule.ts';

/** Length by country, from the registry of ISO 13616: the countries that payments from the United Kingdom go to most. */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GG: 22, GI: 23, GR: 27,
  HR: 21, HU: 28, IE: 22, IL: 23, IM: 22, IS: 26, IT: 27, JE: 22, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MT: 31, NL: 18, NO: 15, PK: 24, PL: 28,
  PT: 25, RO: 24, RS: 22, SA: 24, SE: 24, SI: 19, SK: 24, SM: 27, TR: 26, UA: 29,
}; // prettier-ignore
const CANDIDATE = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g;

export const iban: TextRule = {
  severity: 'block',
  one: 'an international bank account number (IBAN)',
  many: 'international bank account numbers (IBAN)',
  finds: 'An IBAN with the right length and check digits.',
  why: 'Published account details, a person’s or a supplier’s, have been used to divert payments.',
  mend: 'Delete it.',
  find: (line) =>
    matches(CANDIDATE, line, ([match]) => {
      const compact = match.replace(/[ -]/g, '');
      // Words in capitals may follow: only as much is taken as the country's numbers have.
      const number = compact.slice(0, LENGTHS[compact.slice(0, 2)] ?? 0);
      return isIban(number) ? number.toLowerCase() : null;
    }),
};

/** ISO 13616: the length of its country, and 1 modulo 97 with the first four characters at the end and letters as numbers from 10. */
export function isIban(number: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(number) || number.length !== LENGTHS[number.slice(0, 2)]) return false;
  let rest = 0;
  for (const character of number.slice(4) + number.slice(0, 4))
    for (const digit of String(parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
