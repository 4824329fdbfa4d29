import type { EntityManager } from 'typeorm';
import type { ReasonView } from '#contract/classification';
import type { MentionState, MentionSummary } from '#contract/mentions';
import type { Realm } from '#platform/contract';
import { isWaitingSql } from './asked-answer.js';

/** What a summary is made of, from `mention m left join person p on p.id = m.assignee_id`. */
export const SUMMARY_COLUMNS = `
  m.id, m.realm, m.network, m.source_id as "sourceId", m.external_id as "externalId", m.url,
  m.author_handle as "authorHandle", m.author_name as "authorName", m.author_followers as "authorFollowers",
  m.author_url as "authorUrl", m.text, m.published_at as "publishedAt", m.received_at as "receivedAt", m.state, m.level,
  m.severity, m.language, m.language_known as "languageKnown", m.sentiment, m.intent, m.harm,
  m.assessment->'reasons' as reasons, m.has_media as "hasMedia", m.wording, m.erased_at is not null as erased, m.version, m.assignee_id as "assigneeId",
  p.name as "assigneeName",
  array(select t.topic_id::text from mention_topic t where t.mention_id = m.id order by t.topic_id) as "topicIds",
  (select jsonb_build_object('id', rm.request_id::text, 'state', rm.request_state, 'standing', rm.standing)
   from answer_request_mention rm
   where rm.mention_id = m.id and rm.standing <> 'removed' and ${isWaitingSql('rm.request_state')}
   order by rm.standing, rm.similarity desc nulls last limit 1) as request`;

export interface SummaryRow {
  id: string;
  realm: Realm;
  network: string;
  sourceId: string | null;
  externalId: string;
  url: string | null;
  authorHandle: string | null;
  authorName: string | null;
  authorFollowers: number | null;
  authorUrl: string | null;
  text: string;
  publishedAt: Date;
  receivedAt: Date;
  state: MentionState;
  level: MentionSummary['level'];
  severity: number;
  language: string;
  languageKnown: boolean;
  sentiment: string;
  intent: string;
  harm: string;
  reasons: ReasonView[] | null;
  hasMedia: boolean;
  erased: boolean;
  wording: number;
  version: number;
  assigneeId: string | null;
  assigneeName: string | null;
  topicIds: string[];
  request: MentionSummary['request'];
}

/** A mention as lists show it. */
export function viewSummary(row: SummaryRow): MentionSummary {
  return {
    id: row.id,
    realm: row.realm,
    network: row.network,
    sourceId: row.sourceId,
    externalId: row.externalId,
    url: row.url,
    author: viewAuthor(row),
    text: row.text,
    publishedAt: row.publishedAt.toISOString(),
    receivedAt: row.receivedAt.toISOString(),
    state: row.state,
    level: row.level,
    severity: row.severity,
    language: row.language,
    languageKnown: row.languageKnown,
    sentiment: row.sentiment,
    intent: row.intent,
    harm: row.harm,
    mainReason: mainReason(row.reasons ?? []),
    topicIds: row.topicIds,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? '' },
    hasMedia: row.hasMedia,
    erased: row.erased,
    request: row.request,
    wording: row.wording,
    version: row.version,
  };
}

export function viewAuthor(row: {
  authorHandle: string | null;
  authorName: string | null;
  authorFollowers: number | null;
  authorUrl: string | null;
}): MentionSummary['author'] {
  return {
    handle: row.authorHandle,
    name: row.authorName,
    followers: row.authorFollowers,
    url: row.authorUrl,
  };
}

/** The reason that weighed most; where nothing weighed, what the author wants. */
export function mainReason(reasons: readonly ReasonView[]): ReasonView | null {
  const heaviest = reasons.reduce<ReasonView | null>(
    (best, reason) => (reason.weight > (best?.weight ?? 0) ? reason : best),
    null,
  );
  return heaviest ?? reasons.find(({ part }) => part === 'intent') ?? null;
}

/** Summaries of the given mentions, in the order of the ids; unknown, unclassified and own posts are left out. */
export async function readSummaries(
  manager: EntityManager,
  ids: readonly string[],
): Promise<MentionSummary[]> {
  if (ids.length === 0) return [];
  const rows: SummaryRow[] = await manager.query(
    `select ${SUMMARY_COLUMNS}
     from mention_identity i
     join mention m on m.id = i.mention_id and m.published_at = i.published_at
     left join person p on p.id = m.assignee_id
     where i.mention_id = any($1::bigint[]) and m.assessed_at is not null and not m.own`,
    [ids],
  );
  const byId = new Map(rows.map((row) => [row.id, viewSummary(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
