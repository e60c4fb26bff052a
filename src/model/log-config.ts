import { z } from 'zod';
import { HOST_IDS } from './hosts.ts';
import { LAW_IDS } from './laws.ts';
import { isIsoDate, isTimeZone } from './dates.ts';

/* `log.yaml`: who publishes, under which law. Scalars arrive as strings, as in entry.ts. Descriptions are the reference documentation. */

const text = z.string({ error: 'expected text' }).trim().min(1, 'expected text, found nothing');
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a slug: lower-case letters and digits, joined by single hyphens');
const webAddress = z
  .string({ error: 'expected a web address' })
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: 'expected a web address that begins with https:// or http://',
  });

const contactAddress = z
  .string({ error: 'expected an address' })
  .refine((value) => /^(https:\/\/|mailto:[^@\s]+@|tel:\+)\S+$/.test(value) && URL.canParse(value), {
    error: 'expected an address that begins with https://, mailto: or tel:+',
  });
const secureAddress = z
  .string({ error: 'expected a web address' })
  .refine((value) => /^https:\/\/\S+$/.test(value) && URL.canParse(value), {
    error: 'expected a web address that begins with https://',
  });

/** Languages the site can speak. */
export const LANGUAGES = ['en', 'cy'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The bank-holiday calendars of the United Kingdom; `united-kingdom` leaves out the holidays of any part, as FOIA 10(6) does. */
export const CALENDARS = ['united-kingdom', 'england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Calendar = (typeof CALENDARS)[number];

/** Words in one language, or in several: `Northmoor Constabulary`, or `{en: …, cy: …}`. Always stored by language. */
const words = z.union([text, z.partialRecord(z.enum(LANGUAGES), text)], { error: 'expected text, or {en: …, cy: …}' });
export type Words = z.output<typeof words>;

/** Every key of log.yaml. */
export const logSchema = z.strictObject({
  authority: words.meta({ description: 'Name of the public authority.' }),
  law: z
    .enum(LAW_IDS, { error: `expected one of ${LAW_IDS.join(', ')}` })
    .meta({ description: 'The law that entries are answered under unless they say otherwise.' }),
  topics: z
    .record(slug, words, { error: 'expected topics as slug: Name' })
    .meta({ description: 'The topics, as `slug: Name`. Entries may use no others.' }),
  site: webAddress.optional().meta({
    description:
      'The canonical address of the published site, without a path. Feeds, sitemap and citations need it; `--site` overrides it.',
  }),
  description: words.optional().meta({ description: 'One sentence under the name on the home page.' }),
  languages: z
    .array(z.enum(LANGUAGES, { error: `expected ${LANGUAGES.join(' or ')}` }))
    .min(1)
    .optional()
    .meta({ description: 'Languages of the site; the first is the default. Default `[en]`.' }),
  timeZone: z
    .string()
    .refine(isTimeZone, { error: 'expected an IANA time zone such as Europe/London' })
    .optional()
    .meta({ description: 'Time zone of embargoes. Default `Europe/London`.' }),
  calendar: z
    .enum(CALENDARS, { error: `expected one of ${CALENDARS.join(', ')}` })
    .optional()
    .meta({
      description: 'Bank holidays left out of working days. Default: `united-kingdom` under FOIA and EIR, `scotland` under FOISA and EISR.',
    }),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'expected a colour as #rrggbb')
    .optional()
    .meta({ description: "The authority's colour, as `#rrggbb`. Its contrast is checked; light and dark shades are derived from it." }),
  contact: z
    .strictObject({
      email: z.email({ error: 'expected an e-mail address' }).optional(),
      phone: text.optional(),
      address: words.optional(),
      url: webAddress.optional(),
      accessibleFormats: words.optional(),
    })
    .optional()
    .meta({
      description:
        'How to reach the FOI team: `email`, `phone`, `address`, `url` of the request form, `accessibleFormats` (how to have a file in another form).',
    }),
  publicContacts: z.array(text, { error: 'expected a list of contacts' }).optional().meta({
    description:
      'Other e-mail addresses, telephone numbers and addresses that the authority publishes and that may stand in answers: the checks leave them alone, as they do every contact that log.yaml names.',
  }),
  complaints: words
    .optional()
    .meta({ description: 'How to ask for an internal review, in the authority’s own words. Default: the general rule.' }),
  reviewDays: z
    .string()
    .regex(/^\d{1,3}$/, 'expected a number of working days')
    .transform(Number)
    .optional()
    .meta({ description: 'Working days after the answer in which an internal review may be asked for. Default 40.' }),
  regulator: z
    .strictObject({ name: words, url: webAddress, address: words.optional() })
    .optional()
    .meta({ description: 'Who a complaint goes to after an internal review. Default: the regulator of `law`.' }),
  licence: z
    .strictObject({ name: words, url: webAddress })
    .optional()
    .meta({ description: 'The licence for re-use. Without it the site says that permission must be asked.' }),
  selection: words
    .optional()
    .meta({ description: 'Which answers are published here, and of how many: a log is nearly always a selection.' }),
  hosts: z
    .array(z.enum(HOST_IDS, { error: `expected one of ${HOST_IDS.join(', ')}` }), { error: 'expected a list such as [nginx]' })
    .min(1, 'expected at least one host')
    .optional()
    .meta({
      description: `Where the site is published: ${HOST_IDS.map((id) => `\`${id}\``).join(', ')}. The build then writes the files of these hosts alone. Default: those of all (see [deploy](deploy.md)).`,
    }),
  security: z
    .strictObject({
      contact: z
        .union([contactAddress, z.array(contactAddress).min(1)], {
          error: 'expected an address that begins with https://, mailto: or tel:+, or a list of such',
        })
        .meta({ description: 'Where to report a weakness of the site: `mailto:…`, `https://…` or `tel:+…`; or several, the best first.' }),
      expires: z
        .string({ error: 'expected a day as YYYY-MM-DD' })
        .refine(isIsoDate, { error: 'expected a day as YYYY-MM-DD that exists in the calendar' })
        .meta({
          description: 'The last day on which this is to be relied on; less than a year ahead is wise. `check` warns 30 days before.',
        }),
      policy: secureAddress.optional().meta({ description: 'Address of the policy on reports.' }),
      encryption: secureAddress.optional().meta({ description: 'Address of a key to write with.' }),
      acknowledgments: secureAddress.optional().meta({ description: 'Address of a page that thanks reporters.' }),
      preferredLanguages: text.optional().meta({ description: 'Languages that reports may be in, as `en, cy`.' }),
    })
    .optional()
    .meta({ description: 'Makes `/.well-known/security.txt` (RFC 9116): where to report a weakness of the site.' }),
  examples: z
    .array(text)
    .max(3)
    .optional()
    .meta({ description: 'Up to three searches offered under the search box. Default: one reference and one title from the log.' }),
});

/** log.yaml after validation, as written. */
export type LogConfig = z.output<typeof logSchema>;

/** Words in the wanted language, else in the first language there is. */
export function inLanguage(value: Words, language: Language): string {
  if (typeof value === 'string') return value;
  return value[language] ?? Object.values(value)[0] ?? '';
}
