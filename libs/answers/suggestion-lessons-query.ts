import type { Locale } from '#platform/contract';
import type { LibraryAnswer, Pick, Refusal } from './suggestion-lessons.js';

/** Picks of an answer beyond this many are too old to add anything. */
const PICKS_OF_AN_ANSWER = 40;
const REFUSALS = 2000;
const REFUSALS_DAYS = 365;

/** What the index was made of: numbers that rise with every approval, retirement and correction. */
export const LESSONS_REVISION = `
  select string_agg(number::text, '.' order by name) as revision from revision
  where name in ('library', 'suggestions')`;

/** Approved answers, in force at this moment or not: what may be suggested is decided when it is asked for. */
export const LIBRARY_ANSWERS = `
  select v.answer_id as "answerId", v.approved_at as "approvedAt", v.question_fr, v.question_en, v.wordings_fr,
    v.wordings_en,
    coalesce((select jsonb_agg(jsonb_build_object('language', language, 'body', body) order by id)
      from answer_variant where version_id = v.id), '[]') as bodies
  from answer_version v where v.state = 'approved' order by v.answer_id`;

export interface LibraryAnswerRow {
  answerId: string;
  approvedAt: Date;
  question_fr: string;
  question_en: string;
  wordings_fr: string[];
  wordings_en: string[];
  bodies: { language: Locale; body: string }[];
}

export function libraryAnswer(row: LibraryAnswerRow): LibraryAnswer {
  const bodies = (language: Locale) =>
    row.bodies.filter((variant) => variant.language === language).map(({ body }) => body);
  return {
    answerId: row.answerId,
    approvedAt: row.approvedAt,
    wordings: {
      fr: [row.question_fr, ...row.wordings_fr],
      en: [row.question_en, ...row.wordings_en],
    },
    bodies: { fr: bodies('fr'), en: bodies('en') },
  };
}

/** The newest mentions answered with each approved answer. A drill teaches nothing (rule 9). */
export const PICKS = `
  select v.answer_id as "answerId", m.text, m.language, picked.sent_at as at,
    exists (select from suggestion_correction c where c.mention_id = picked.mention_id
      and c.answer_id = v.answer_id and c.verdict = 'better') as corrected
  from answer_version v
  cross join lateral (
    select mention_id, sent_at from reply
    where answer_id = v.answer_id and state = 'sent' and realm = 'live' and sent_at is not null
    order by sent_at desc limit ${PICKS_OF_AN_ANSWER}
  ) picked
  join mention_identity i on i.mention_id = picked.mention_id
  join mention m on m.id = i.mention_id and m.published_at = i.published_at
  where v.state = 'approved'
  order by picked.sent_at desc, v.answer_id`;
export type PickRow = Pick;

/** What people said does not fit. */
export const REFUSALS_SAID = `
  select c.answer_id as "answerId", m.text, m.language, c.at
  from suggestion_correction c
  join mention_identity i on i.mention_id = c.mention_id
  join mention m on m.id = i.mention_id and m.published_at = i.published_at
  where c.verdict in ('none_fits', 'does_not_fit') and m.realm = 'live'
    and c.at > clock_timestamp() - interval '${REFUSALS_DAYS} days'
  order by c.at desc, c.id limit ${REFUSALS}`;
export type RefusalRow = Refusal;
