import type { Provision } from '../provisions.ts';

const titles: [string, string, Provision['kind'], string[]][] = [
  ['12', 'Cost limit', 'procedural', []], ['14', 'Vexatious or repeated requests', 'procedural', []],
  ['24', 'National security', 'qualified', ['24(2)']], ['30', 'Investigations and proceedings', 'qualified', ['30(3)']],
  ['31', 'Law enforcement', 'qualified', ['31(3)']], ['40', 'Personal information', 'mixed', ['40(5A)', '40(5B)', '40(5)']],
];

export const FOIA_PROVISIONS: readonly Provision[] = titles.map(([number, title, kind, confirmOrDeny]) => ({
  law: 'foia', number, title, kind, isGround: true, meaning: '', test: '', confirmOrDeny,
}));
