import type { EntityManager } from 'typeorm';
import { type LiveEvent, publishEvents } from '#platform/live';
import type { Assessment } from '#rules/classification';
import type { Handling } from './triage.js';

/** A mention whose row is locked until the transaction ends. */
export interface LockedMention extends Handling {
  id: string;
  publishedAt: Date;
  realm: string;
  network: string;
  language: string;
  level: number;
  version: number;
  authorHandle: string | null;
  authorName: string | null;
  authorFollowers: number | null;
  assessment: Assessment & { correctedBy?: string | null };
}

/**
 * Locks mentions for a change, in the order of their ids as every lock on several mentions is taken. Unknown,
 * unclassified and own posts are not among the result: nobody decides on those.
 */
export async function lockMentions(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, LockedMention>> {
  const rows: LockedMention[] = await manager.query(
    `select m.id, m.published_at as "publishedAt", m.realm, m.network, m.language, m.level, m.version, m.state,
       m.assignee_id as "assigneeId", m.author_handle as "authorHandle", m.author_name as "authorName",
       m.author_followers as "authorFollowers", m.assessment
     from mention_identity i
     join mention m on m.id = i.mention_id and m.published_at = i.published_at
     where i.mention_id = any($1::bigint[]) and m.assessed_at is not null and not m.own
     order by m.id for no key update of m`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export interface HandlingMove {
  mention: LockedMention;
  to: Handling;
}

/** Moves locked mentions, raises their versions and tells the screens. Returns the new versions by id. */
export async function moveMentions(
  manager: EntityManager,
  personId: string | null,
  moves: readonly HandlingMove[],
): Promise<Map<string, number>> {
  if (moves.length === 0) return new Map();
  await manager.query(
    `update mention m set state = w.state, assignee_id = w.assignee_id, version = m.version + 1
     from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::bigint[]) as w(id, published_at, state, assignee_id)
     where m.id = w.id and m.published_at = w.published_at`,
    [
      moves.map(({ mention }) => mention.id),
      moves.map(({ mention }) => mention.publishedAt),
      moves.map(({ to }) => to.state),
      moves.map(({ to }) => to.assigneeId),
    ],
  );
  await publishEvents(
    manager,
    moves.map(({ mention, to }): LiveEvent => ({
      type: 'mention.changed',
      mentionId: mention.id,
      state: to.state,
      assigneeId: to.assigneeId,
      version: mention.version + 1,
      by: personId,
    })),
  );
  return new Map(moves.map(({ mention }) => [mention.id, mention.version + 1]));
}
