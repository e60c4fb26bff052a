import { readFile } from 'node:fs/promises';
import { checkAgainst, parseYaml } from '../markdown/front-matter.ts';
import type { FindingInText } from '../model/finding.ts';
import { LAWS, type Law } from '../model/laws.ts';
import { inLanguage, logSchema, type LogConfig, type Words } from '../model/log-config.ts';
import { minuteIn } from '../model/dates.ts';
import { allowedBy } from '../model/text-rules/text-rules.ts';
import { calendarOf } from '../model/working-days.ts';
import type { Settings } from './log.ts';
import { checkSecurity } from './security-text.ts';

/** A calm blue that reads on paper; used where log.yaml names no accent. */
export const DEFAULT_ACCENT = '#1d4f76';

export interface ReadSettings {
  settings: Settings | null;
  /** Declared topics and the law, also where other keys are wrong; `null` where they cannot be told. */
  topics: string[] | null;
  law: Law | null;
  /** Contacts that log.yaml names: they may stand in an answer. */
  allowed: string[];
  findings: FindingInText[];
}

/** Reads log.yaml. A missing or broken one is a finding, and `settings` is `null`. @param now where what is out of date is to be found too */
export async function readSettings(file: string, site: string | null, now?: Date): Promise<ReadSettings> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    const fix = 'Create it with the lines authority:, law: and topics:, or name the folder of the log with --log DIR.';
    const finding: FindingInText = {
      rule: 'no-log',
      severity: 'block',
      line: null,
      column: null,
      where: null,
      message: 'Missing log.yaml, expected it in the folder of the log',
      fix,
    };
    return { settings: null, topics: null, law: null, allowed: allowedBy(''), findings: [finding] };
  }
  const yaml = parseYaml(text, 1);
  const { value, right, findings } = checkAgainst(logSchema, yaml);
  const topics = right.topics ? Object.keys(right.topics) : null;
  const settings = value && settle(value, site);
  const today = settings && now ? minuteIn(settings.timeZone, now).slice(0, 10) : null;
  if (settings?.security && today) findings.push(...checkSecurity(settings.security, today, yaml.place(['security', 'expires'])));
  return { settings, topics, law: right.law ?? null, allowed: allowedBy(text), findings: [...yaml.findings, ...findings] };
}

/** log.yaml with every default filled in, in the default language. */
function settle(config: LogConfig, site: string | null): Settings {
  const language = config.languages?.[0] ?? 'en';
  const say = (words: Words | undefined) => (words === undefined ? null : inLanguage(words, language));
  const regulator = config.regulator ?? { ...LAWS[config.law].regulator, address: undefined };
  return {
    authority: inLanguage(config.authority, language),
    law: config.law,
    laws: [...new Set([config.law, LAWS[config.law].environmental])],
    language,
    site: (site ?? config.site)?.replace(/\/+$/, '') ?? null,
    description: say(config.description),
    timeZone: config.timeZone ?? 'Europe/London',
    calendar: config.calendar ?? calendarOf(config.law),
    accent: (config.accent ?? DEFAULT_ACCENT).toLowerCase(),
    contact: {
      email: config.contact?.email ?? null,
      phone: config.contact?.phone ?? null,
      address: say(config.contact?.address),
      url: config.contact?.url ?? null,
      accessibleFormats: say(config.contact?.accessibleFormats),
    },
    complaints: say(config.complaints),
    reviewDays: config.reviewDays ?? 40,
    regulator: { name: inLanguage(regulator.name, language), url: regulator.url, address: say(regulator.address) },
    licence: config.licence ? { name: inLanguage(config.licence.name, language), url: config.licence.url } : null,
    selection: say(config.selection),
    examples: config.examples ?? [],
    hosts: config.hosts ?? null,
    security: config.security ?? null,
    topics: Object.entries(config.topics).map(([slug, label]) => ({ slug, label: inLanguage(label, language) })),
  };
}
