import type { Locale } from '#platform/contract';
import type { Placeholder, Suggestion, VersionContent } from './contract.js';
import type { VariantToPick } from './pick-variant.js';
import { searchQuerySql } from './library-query.js';
import { isCurrentSql } from './version-record.js';

/** What a suggestion is for, and what people said of its suggestions. */
export interface MentionToAnswer {
  text: string;
  network: string;
  language: string;
  languageKnown: boolean;
  level: number;
  realm: string;
  topicIds: string[];
  corrections: { verdict: string; answerId: string | null; personId: string; at: string }[];
}

/** The mention as suggestions need it; it is found by its identity, which knows its partition. */
export const MENTION_TO_ANSWER = `
  select m.text, m.network, m.language, m.language_known as "languageKnown", m.level, m.realm,
    coalesce((select array_agg(topic_id::text) from mention_topic t
      where t.mention_id = m.id and t.published_at = m.published_at), '{}') as "topicIds",
    coalesce((select jsonb_agg(jsonb_build_object('verdict', verdict, 'answerId', answer_id::text,
        'personId', person_id::text, 'at', at) order by id)
      from suggestion_correction where mention_id = m.id), '[]') as corrections
  from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
  where i.mention_id = $1`;

const CURRENT_AT_LEVEL = `${isCurrentSql('v')} and $1::smallint between v.level_min and v.level_max`;

/** Every answer that may be used now at this level ($1): at this very moment, whatever is in memory. */
export const CURRENT_ANSWERS = `
  select v.id as "versionId", v.answer_id as "answerId", v.topic_id as "topicId", v.approved_at as "approvedAt"
  from answer_version v where ${CURRENT_AT_LEVEL}`;

export interface CurrentAnswer {
  versionId: string;
  answerId: string;
  topicId: string | null;
  approvedAt: Date;
}

/** Current answers at this level ($1) that hold the words typed ($2 whole, $3 beginning), best first. */
export const SEARCH_HITS = `
  select v.answer_id as "answerId", greatest(ts_rank(v.search_fr, query.fr), ts_rank(v.search_en, query.en)) as rank
  from answer_version v,
    (select ${searchQuerySql('fr', '$2', '$3')} as fr, ${searchQuerySql('en', '$2', '$3')} as en) query
  where (v.search_fr @@ query.fr or v.search_en @@ query.en) and ${CURRENT_AT_LEVEL}
  order by rank desc, v.id limit 200`;

/** What a suggestion shows of the versions found ($1) in a realm ($2), if they may still be used, with all their variants. */
export const SUGGESTED_VERSIONS = `
  select v.id as "versionId", v.answer_id as "answerId", v.number, a.kind, v.question_fr, v.question_en,
    v.placeholders, v.do_not_say as "doNotSay", v.proof_points as "proofPoints", v.strategy, v.sensitivity,
    (select count(*)::integer from reply
      where reply.answer_id = a.id and reply.state = 'sent' and reply.realm = $2) as "timesUsed",
    coalesce((select jsonb_agg(jsonb_build_object('id', id::text, 'language', language, 'network', network, 'body', body)
      order by id) from answer_variant where version_id = v.id), '[]') as variants
  from answer_version v join answer a on a.id = v.answer_id
  where v.id = any($1::bigint[]) and ${isCurrentSql('v')}`;

export interface SuggestedVersion {
  versionId: string;
  answerId: string;
  number: number;
  kind: Suggestion['kind'];
  question_fr: string;
  question_en: string;
  placeholders: Placeholder[];
  doNotSay: string;
  proofPoints: string[];
  strategy: VersionContent['strategy'];
  sensitivity: VersionContent['sensitivity'];
  timesUsed: number;
  variants: VariantToPick[];
}

export function isLocale(language: string): language is Locale {
  return language === 'fr' || language === 'en';
}
