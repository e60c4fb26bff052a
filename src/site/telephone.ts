/** A telephone number as a link takes it and as it is shown: its groups never break over a line. */
export function telephone(number: string): { href: string; text: string } {
  return { href: `tel:${number.replace(/[^\d+]/g, '')}`, text: number.replace(/[ -]/g, (mark) => (mark === '-' ? '\u2011' : '\u00a0')) };
}
