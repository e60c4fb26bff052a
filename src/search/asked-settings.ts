import type { Sayings } from '../i18n/en.ts';
import type { Log } from '../log/log.ts';
import { OUTCOME_IDS } from '../model/outcomes.ts';
import type { AskedSettings } from './client/asked/settings.ts';
import { indexAddress } from './index-address.ts';

/** What a page, of this site or of another, needs to suggest answers of this log. */
export function askedSettings(log: Log, t: Sayings): AskedSettings {
  return {
    language: t.language.tag,
    index: indexAddress(log).slice(1),
    words: t.asked.client,
    outcomes: Object.fromEntries(OUTCOME_IDS.map((id) => [id, { label: t.outcomes[id].label, short: t.outcomes[id].short }])),
  };
}
