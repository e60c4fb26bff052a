import type { Language } from '../model/log-config.ts';
import { en, type Sayings } from './en.ts';

const LANGUAGES: Partial<Record<Language, Sayings>> = { en };

/** What the site says in a language; in English where the site does not speak it yet. */
export function say(language: Language): Sayings {
  return LANGUAGES[language] ?? en;
}
