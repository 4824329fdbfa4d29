import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import type { Writer } from '#answers';
import type { listCarryingReplies } from '#contract/messages';
import type { Realm, ResponseOf } from '#platform/contract';
import { decodeCursor, encodeCursor, inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { invalidField, notFound } from '#platform/problem';
import type { MessageHit } from './contract.js';
import { movePickUp } from './pick-up-counter.js';

export interface HitsFilter {
  realm: Realm;
  from?: string | undefined;
  /** Exclusive. */
  until?: string | undefined;
}
type CarryingReplies = ResponseOf<typeof listCarryingReplies>;

/** What the figures of a message count, and what people say of finds. */
@Injectable()
export class MessageHitsService {
  constructor(private readonly dataSource: DataSource) {}

  /** The mentions that repeat a message, newest first. */
  async hits(
    key: string,
    filter: HitsFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: MessageHit[]; next: string | null }> {
    await this.refuseUnknown(key);
    const [place, id] = readCursor(cursor);
    const rows: HitRow[] = await this.dataSource.query(
      `select ${HIT_COLUMNS}, (extract(epoch from h.published_at) * 1000000)::bigint as place
       from message_hit h ${HIT_JOINS}
       where h.message_key = $1 and h.realm = $2 and h.in_topic and ($3::timestamptz is null or h.published_at >= $3)
         and ($4::bigint is null or (h.published_at, h.mention_id) <
           (to_timestamp(0) + $4::bigint * interval '1 microsecond', $5::bigint))
         and ($7::timestamptz is null or h.published_at < $7)
       order by h.published_at desc, h.mention_id desc limit $6`,
      [key, filter.realm, filter.from ?? null, place, id, limit + 1, filter.until ?? null],
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(hitView),
      next: rows.length > limit && last ? encodeCursor([last.place, last.mentionId]) : null,
    };
  }

  /** Keeps what a person says of a find, moves the counters with it, and puts it on record; null takes it back. */
  judge(key: string, mentionId: string, verdict: 'yes' | 'no' | null, by: Writer): Promise<MessageHit> {
    return inTransaction(this.dataSource, async ({ manager }) => {
      const [before]: { verdict: string | null; realm: string; publishedAt: Date; inTopic: boolean }[] =
        await manager.query(
          `select verdict, realm, published_at as "publishedAt", in_topic as "inTopic" from message_hit
           where message_key = $1 and mention_id = $2 for update`,
          [key, mentionId],
        );
      if (!before)
        throw notFound('message-hit-not-found', 'This mention was not found to repeat this message.');
      if (before.verdict !== verdict) {
        await manager.query(
          `update message_hit set verdict = $3, verdict_person_id = case when $3::text is null then null else $4::bigint end,
             verdict_at = case when $3::text is null then null else clock_timestamp() end
           where message_key = $1 and mention_id = $2`,
          [key, mentionId, verdict, by.personId],
        );
        if (before.inTopic) {
          await movePickUp(manager, [
            { ...before, key, by: -1 },
            { ...before, key, verdict, by: 1 },
          ]);
        }
        await publishEvents(manager, [{ type: 'message.judged', key }]);
      }
      const hit = await readHit(manager, key, mentionId);
      if (before.verdict !== verdict) {
        await recordDecision(manager, {
          actor: by,
          action: 'messages.hit_judged',
          subjectType: 'mention',
          subjectId: mentionId,
          before: { message: key, verdict: before.verdict },
          after: { message: key, verdict },
        });
      }
      return hit;
    });
  }

  /** The replies sent that carry a message, newest first; of its topic, as its figures count them. */
  async replies(
    key: string,
    filter: HitsFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<CarryingReplies> {
    await this.refuseUnknown(key);
    const [place, id] = readCursor(cursor);
    const rows: (Omit<CarryingReplies['items'][number], 'sentAt'> & { sentAt: Date; place: string })[] =
      await this.dataSource.query(
        `select r.id as "replyId", r.mention_id as "mentionId", r.answer_id as "answerId", r.network, r.text,
           r.sent_at as "sentAt", person.name as by, (extract(epoch from r.sent_at) * 1000000)::bigint as place
         from reply r join answer_version v on v.id = r.answer_version_id join person on person.id = r.person_id
           join key_message k on k.key = $1 left join message_set s on s.id = k.set_id
         where r.state = 'sent' and r.realm = $2 and r.mention_id is not null and v.key_messages @> jsonb_build_array(jsonb_build_object('id', $1::text))
           and (s.topic_id is null or exists (
             select from mention_topic t where t.mention_id = r.mention_id and t.topic_id = s.topic_id))
           and r.sent_at >= greatest(k.in_force_from, $3::timestamptz)
           and ($4::bigint is null or (r.sent_at, r.id) <
             (to_timestamp(0) + $4::bigint * interval '1 microsecond', $5::bigint))
           and ($7::timestamptz is null or r.sent_at < $7)
         order by r.sent_at desc, r.id desc limit $6`,
        [key, filter.realm, filter.from ?? null, place, id, limit + 1, filter.until ?? null],
      );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ place: _, sentAt, ...reply }) => ({ ...reply, sentAt: sentAt.toISOString() })),
      next: rows.length > limit && last ? encodeCursor([last.place, last.replyId]) : null,
    };
  }

  private async refuseUnknown(key: string): Promise<void> {
    const known: unknown[] = await this.dataSource.query('select from key_message where key = $1', [key]);
    if (known.length === 0) throw notFound('message-not-found', `There is no message ${key}.`);
  }
}

const HIT_COLUMNS = `h.mention_id as "mentionId", h.realm, m.network, coalesce(m.author_name, m.author_handle) as author,
  m.text, h.published_at as "publishedAt", h.kind, h.share, h.words, h.verdict, judge.name as "verdictBy"`;
const HIT_JOINS = `join mention m on m.id = h.mention_id and m.published_at = h.published_at
  left join person judge on judge.id = h.verdict_person_id`;

interface HitRow extends Omit<MessageHit, 'publishedAt'> {
  publishedAt: Date;
  place: string;
}

async function readHit(manager: EntityManager, key: string, mentionId: string): Promise<MessageHit> {
  const [row]: HitRow[] = await manager.query(
    `select ${HIT_COLUMNS}, 0 as place from message_hit h ${HIT_JOINS}
     where h.message_key = $1 and h.mention_id = $2`,
    [key, mentionId],
  );
  if (!row) throw new Error('a find has no mention');
  return hitView(row);
}

function hitView({ place: _, publishedAt, ...hit }: HitRow): MessageHit {
  return { ...hit, publishedAt: publishedAt.toISOString() };
}

function readCursor(cursor: string | undefined): readonly [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  const parts = decodeCursor(cursor, 2) ?? [];
  const [place, id] = parts.filter(
    (part): part is string => typeof part === 'string' && /^\d{1,18}$/.test(part),
  );
  if (place !== undefined && id !== undefined) return [place, id];
  throw invalidField('cursor', 'cursor-invalid', 'is not a cursor of this list');
}
