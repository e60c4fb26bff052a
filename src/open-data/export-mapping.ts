import type { Language } from '../model/log-config.ts';
import type { ExportedEntry, ExportedQuestion } from './export.ts';

type Field = Record<string, unknown>;

/** Stemming that OpenSearch and Elasticsearch bring along; Welsh has none, and its words are taken as they are. */
const ANALYSERS: Record<Language, string> = { en: 'english', cy: 'standard' };

/** For exact values: filters, counts, sorting. */
const keyword: Field = { type: 'keyword' };
/** Exact, in any case: `920a/21` finds `920A/21`. */
const code: Field = { type: 'keyword', normalizer: 'any_case' };
const day: Field = { type: 'date', format: 'strict_date' };
/** Shown, not searched. */
const shown: Field = { type: 'keyword', index: false, doc_values: false };

/**
 * What OpenSearch and Elasticsearch (7 and later) take to create an index that fits exported entries: the body of `PUT /NAME`. `strict`: a document
 * with a field that is not here is refused, so that an index made for an earlier version does not take in half of a later one.
 */
export function exportMapping(language: Language): { settings: Field; mappings: Field } {
  const text: Field = { type: 'text', analyzer: ANALYSERS[language] };
  const question: Record<keyof ExportedQuestion, Field> = {
    number: code,
    anchor: shown,
    address: shown,
    text,
    answer: text,
    outcome: keyword,
    exemptions: keyword,
  };
  const attachment: Record<keyof ExportedEntry['attachments'][number], Field> = {
    title: text,
    kind: keyword,
    type: keyword,
    bytes: { type: 'long' },
    address: shown,
  };
  const entry: Record<keyof ExportedEntry, Field> = {
    id: keyword,
    reference: code,
    title: text,
    address: shown,
    law: keyword,
    received: day,
    responded: day,
    published: day,
    updated: day,
    outcome: keyword,
    outcomeInWords: keyword,
    exemptions: keyword,
    topics: keyword,
    department: keyword,
    // A question is found with its own outcome, and not with that of the one beside it.
    questions: { type: 'nested', properties: question },
    attachments: { properties: attachment },
    request: text,
    response: text,
    other: text,
  };
  return {
    settings: { analysis: { normalizer: { any_case: { type: 'custom', filter: ['lowercase'] } } } },
    mappings: { dynamic: 'strict', properties: entry },
  };
}
