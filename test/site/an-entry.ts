import type { Disclosure } from '../../src/log/disclosure.ts';
import type { Log, Settings } from '../../src/log/log.ts';

/* Made-up entries, settings and logs for the tests of this folder. */

export const settings: Settings = {
  authority: 'Fernhill Borough Council',
  law: 'foia',
  laws: ['foia', 'eir'],
  language: 'en',
  site: 'https://foi.fernhill.example',
  description: null,
  timeZone: 'Europe/London',
  calendar: 'united-kingdom',
  accent: '#1d4f76',
  contact: { email: null, phone: null, address: null, url: null, accessibleFormats: null },
  complaints: null,
  reviewDays: 40,
  regulator: { name: 'Information Commissioner', url: 'https://ico.org.uk/', address: null },
  licence: null,
  selection: null,
  examples: [],
  hosts: null,
  security: null,
  topics: [{ slug: 'parking', label: 'Parking' }],
};

export function entry(reference: string, facts: Partial<Disclosure> = {}): Disclosure {
  return {
    slug: reference.toLowerCase(),
    reference,
    title: `About ${reference}`,
    law: 'foia',
    file: '',
    bodyKey: '',
    state: 'published',
    dates: {},
    date: null,
    year: null,
    topics: [],
    department: null,
    outcome: null,
    closedReason: null,
    exemptions: [],
    questions: [],
    attachments: [],
    summary: '',
    named: [],
    more: {},
    ...facts,
  };
}
export const one = (outcome: 'granted' | 'part' | 'refused' | 'ncnd' | 'cost') => ({ outcome: { kind: 'one' as const, outcome } });
export const question = (number: string, outcome: 'granted' | 'ncnd') => ({
  number,
  anchor: `question-${number}`,
  text: '',
  outcome,
  exemptions: [],
  closedReason: null,
});

export function logOf(entries: Disclosure[]): Log {
  return { settings, entries, withdrawn: [], facets: { topics: [], years: [], undated: 0, outcomes: [], exemptions: [] }, pages: [] };
}
