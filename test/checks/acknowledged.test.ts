import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accept, type Acknowledgement } from '../../src/checks/acknowledged.ts';
import type { AnyFinding } from '../../src/model/finding.ts';

const SHA = 'a1'.repeat(32);
const PLACE = { file: 'index.md', line: 9, column: 5, where: 'acknowledged[1]' };
const finding = (rule: string): AnyFinding => ({
  rule,
  severity: 'block',
  file: 'a.csv',
  line: 2,
  column: 1,
  where: 'cell B2',
  message: 'A number',
  fix: 'Delete it.',
});
const acknowledgement = (rule: string, changes: Partial<Acknowledgement> = {}): Acknowledgement => ({
  rule,
  file: 'a.csv',
  sha256: SHA,
  reason: 'It is invented.',
  by: 'FOI manager',
  on: '2024-03-02',
  place: PLACE,
  ...changes,
});
const stale = (message: string, fix: string): AnyFinding => ({
  rule: 'stale-acknowledgement',
  severity: 'warn',
  ...PLACE,
  message,
  fix,
});

describe('an acknowledgement', () => {
  test('accepts every finding of its rule in exactly these bytes', () => {
    const { findings, accepted } = accept([finding('hidden-rows'), finding('nhs-number'), finding('hidden-rows')], SHA, [
      acknowledgement('hidden-rows'),
    ]);
    expect(findings).toEqual([finding('nhs-number')]);
    const its = { ...finding('hidden-rows'), reason: 'It is invented.', by: 'FOI manager', on: '2024-03-02' };
    expect(accepted).toEqual([its, its]);
  });

  test('may write the hash in capitals, with spaces around it', () => {
    const written = acknowledgement('hidden-rows', { sha256: ` ${SHA.toUpperCase()}\n` });
    expect(accept([finding('hidden-rows')], SHA, [written]).findings).toEqual([]);
  });

  test('of other bytes accepts nothing, and says what to write', () => {
    const { findings, accepted } = accept([finding('hidden-rows')], SHA, [acknowledgement('hidden-rows', { sha256: 'b2'.repeat(32) })]);
    expect(accepted).toEqual([]);
    expect(findings).toEqual([
      finding('hidden-rows'),
      stale(
        '“a.csv” has changed since “hidden-rows” was accepted in it: the acknowledgement no longer counts',
        `Look at the file again. If it is still right, write sha256: ${SHA}; else delete the acknowledgement.`,
      ),
    ]);
  });

  test('of a file that could not be had accepts nothing', () => {
    const { findings, accepted } = accept([finding('not-inspected')], null, [acknowledgement('not-inspected', { sha256: '' })]);
    expect(accepted).toEqual([]);
    expect(findings[0]).toEqual(finding('not-inspected'));
    expect(findings[1]?.fix).toBe(
      'Look at the file again. If it is still right, write sha256: of the new bytes; else delete the acknowledgement.',
    );
  });

  test('of what the rule does not find is to be deleted', () => {
    expect(accept([finding('nhs-number')], SHA, [acknowledgement('hidden-rows')]).findings).toEqual([
      finding('nhs-number'),
      stale('The rule “hidden-rows” finds nothing in “a.csv” that could be accepted', 'Delete the acknowledgement.'),
    ]);
  });
});

test('nothing is lost: each finding is left or accepted, and each acknowledgement accepts or is told to be stale', () => {
  const rule = fc.constantFrom('hidden-rows', 'nhs-number', 'macros');
  const hash = fc.constantFrom(SHA, 'b2'.repeat(32));
  fc.assert(
    fc.property(fc.array(rule), fc.array(fc.tuple(rule, hash)), fc.option(hash), (found, written, sha256) => {
      const { findings, accepted } = accept(
        found.map(finding),
        sha256,
        written.map(([its, of]) => acknowledgement(its, { sha256: of })),
      );
      const isAccepted = (each: string) => written.some(([its, of]) => its === each && of === sha256);
      expect(accepted.map((each) => each.rule)).toEqual(found.filter(isAccepted));
      const stales = written.filter(([its, of]) => !(of === sha256 && found.includes(its))).length;
      expect(findings.map((each) => each.rule)).toEqual([
        ...found.filter((each) => !isAccepted(each)),
        ...Array<string>(stales).fill('stale-acknowledgement'),
      ]);
    }),
  );
});
