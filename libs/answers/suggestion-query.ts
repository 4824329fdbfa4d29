import type { Locale } from '#platform/contract';
import type { Placeholder, Suggestion, VersionContent } from './contract.js';
import type { VariantToPick } from './pick-variant.js';
import { searchQuerySql } from './library-query.js';
import { WEIGHTS } from './suggest-query.js';
import { isCurrentSql } from './version-record.js';

/** What a suggestion is for. */
export interface MentionToAnswer {
  text: string;
  network: string;
  language: string;
  languageKnown: boolean;
  level: number;
  topicIds: string[];
}

/** The mention as suggestions need it; it is found by its identity, which knows its partition. */
export const MENTION_TO_ANSWER = `
  select m.text, m.network, m.language, m.language_known as "languageKnown", m.level,
    coalesce((select array_agg(topic_id::text) from mention_topic t
      where t.mention_id = m.id and t.published_at = m.published_at), '{}') as "topicIds"
  from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
  where i.mention_id = $1`;

/** Words that the configuration keeps, each with its stem: stop words fall out here. */
export const INFORMATIVE_WORDS = (language: Locale) => `
  select word, lexeme, '${language}' as language
  from unnest($1::text[]) with ordinality given(word, place),
    lateral unnest(tsvector_to_array(to_tsvector('passerelle_${language}', word))) lexeme
  order by place`;

export interface InformativeWord {
  word: string;
  lexeme: string;
  language: Locale;
}

/** One word found in one current answer, with how well. */
export interface WordHit {
  versionId: string;
  lexeme: string;
  language: Locale;
  rank: number;
}

const CURRENT_AT_LEVEL = `${isCurrentSql('v')} and $1::smallint between v.level_min and v.level_max`;

/**
 * Every word in every answer that may be used now at this level ($1), of the given stems ($2). The stem goes in as a
 * quoted lexeme, so nothing in it is read as an operator.
 */
export const WORD_HITS = (language: Locale) => `
  with stem as (
    select lexeme, ('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''')::tsquery as query
    from unnest($2::text[]) lexeme
  )
  select v.id as "versionId", stem.lexeme, '${language}' as language,
    ts_rank('{${WEIGHTS.join(',')}}', v.search_${language}, stem.query) as rank
  from answer_version v join stem on v.search_${language} @@ stem.query
  where ${CURRENT_AT_LEVEL}`;

export const COUNT_CURRENT = `select count(*)::integer as count from answer_version v where ${CURRENT_AT_LEVEL}`;

/** Current answers at this level ($1) that hold the words typed ($2 whole, $3 beginning), best first. */
export const SEARCH_HITS = `
  select v.id as "versionId", greatest(ts_rank(v.search_fr, query.fr), ts_rank(v.search_en, query.en)) as rank
  from answer_version v,
    (select ${searchQuerySql('fr', '$2', '$3')} as fr, ${searchQuerySql('en', '$2', '$3')} as en) query
  where (v.search_fr @@ query.fr or v.search_en @@ query.en) and ${CURRENT_AT_LEVEL}
  order by rank desc, v.id limit 200`;

/** What a suggestion shows of the versions found ($1), with all their variants. */
export const SUGGESTED_VERSIONS = `
  select v.id as "versionId", v.answer_id as "answerId", v.number, a.kind, v.question_fr, v.question_en,
    v.topic_id as "topicId", v.placeholders, v.do_not_say as "doNotSay", v.proof_points as "proofPoints", v.strategy,
    v.sensitivity,
    (select count(*)::integer from reply where reply.answer_id = a.id and reply.state = 'sent') as "timesUsed",
    coalesce((select jsonb_agg(jsonb_build_object('id', id::text, 'language', language, 'network', network, 'body', body)
      order by id) from answer_variant where version_id = v.id), '[]') as variants
  from answer_version v join answer a on a.id = v.answer_id
  where v.id = any($1::bigint[])`;

export interface SuggestedVersion {
  versionId: string;
  answerId: string;
  number: number;
  kind: Suggestion['kind'];
  question_fr: string;
  question_en: string;
  topicId: string | null;
  placeholders: Placeholder[];
  doNotSay: string;
  proofPoints: string[];
  strategy: VersionContent['strategy'];
  sensitivity: VersionContent['sensitivity'];
  timesUsed: number;
  variants: VariantToPick[];
}
