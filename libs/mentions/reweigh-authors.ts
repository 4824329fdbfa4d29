import type { DataSource, EntityManager } from 'typeorm';
import { type Assessment, reweighAuthor } from '#classification';
import { askEvaluation } from '#levels';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { REWEIGHED_DAYS, REWEIGHED_POSTS } from '#rules/stakeholders';
import { factsOf, type StakeholderFact, stakeholderFactSql } from '#stakeholders';
import { type CounterMove, EVERY_MENTION, moveCounters } from '#topics';
import { voiceCounted } from './counted-voice.js';
import { retryDeadlocks } from './deadlock.js';

/** Authors whose posts are weighed anew in one transaction. */
const AUTHORS = 10;

interface WeighedMention {
  id: string;
  publishedAt: Date;
  realm: 'live' | 'training';
  network: string;
  text: string;
  language: string;
  level: number;
  authorHandle: string | null;
  authorName: string | null;
  authorFollowers: number | null;
  assessment: Assessment & { correctedBy?: string | null };
  stakeholder: StakeholderFact | null;
  topicIds: string[];
}

/**
 * Weighs anew what authors posted in the last days, because who they speak for has changed: only the part of the author
 * moves, and with it severity, level, advice and counters. What a person corrected stays as corrected. Returns how many
 * authors were gone through; 0 when none is waiting.
 */
export function reweighAuthors(dataSource: DataSource): Promise<number> {
  return retryDeadlocks(() =>
    inTransaction(dataSource, async ({ manager }) => {
      const asked: { id: string }[] = await manager.query(
        `select author_id as id from author_reweigh order by asked_at, author_id limit ${AUTHORS}
         for update skip locked`,
      );
      if (asked.length === 0) return 0;
      const ids = asked.map(({ id }) => id);
      const mentions: WeighedMention[] = await manager.query(RECENT, [ids]);
      await write(
        manager,
        mentions.flatMap((mention) => {
          const after = reweighAuthor(mention.assessment, factsAbout(mention), mention.text);
          const same = JSON.stringify(after.reasons) === JSON.stringify(mention.assessment.reasons);
          return same ? [] : [{ mention, after }];
        }),
      );
      await manager.query(DONE, [ids]);
      return ids.length;
    }),
  );
}

function factsAbout(mention: WeighedMention) {
  return {
    followers: mention.authorFollowers ?? undefined,
    handle: mention.authorHandle ?? undefined,
    name: mention.authorName ?? undefined,
    ...factsOf(mention.stakeholder),
  };
}

async function write(
  manager: EntityManager,
  weighed: readonly { mention: WeighedMention; after: Assessment }[],
): Promise<void> {
  if (weighed.length === 0) return;
  await manager.query(
    `update mention m set severity = w.severity, level = w.level, assessment = w.assessment
     from jsonb_to_recordset($1::jsonb) as w(id bigint, published_at timestamptz, severity smallint, level smallint,
       assessment jsonb)
     where m.id = w.id and m.published_at = w.published_at`,
    [
      JSON.stringify(
        weighed.map(({ mention, after }) => ({
          ...{ id: mention.id, published_at: mention.publishedAt, level: after.level, assessment: after },
          severity: Math.round(after.severity),
        })),
      ),
    ],
  );
  await moveCounters(
    manager,
    weighed.flatMap(({ mention, after }) => moves(mention, after)),
  );
  // A level that falls is found at the next minute; one that rises is looked at now.
  await askEvaluation(
    manager,
    weighed.flatMap(({ mention, after }) =>
      mention.topicIds.map((topicId) => ({
        ...{ topicId, realm: mention.realm },
        level: Math.max(mention.level, after.level),
      })),
    ),
  );
  await publishEvents(
    manager,
    (['live', 'training'] as const).flatMap((realm) => {
      const mentionIds = weighed.flatMap(({ mention }) => (mention.realm === realm ? [mention.id] : []));
      return mentionIds.length === 0 ? [] : [{ type: 'mentions.reweighed' as const, realm, mentionIds }];
    }),
  );
}

function moves(mention: WeighedMention, after: Assessment): CounterMove[] {
  const cell = {
    ...{ publishedAt: mention.publishedAt, realm: mention.realm, network: mention.network },
    language: mention.language,
  };
  return [EVERY_MENTION, ...mention.topicIds].flatMap((topicId): CounterMove[] => [
    { ...cell, topicId, level: mention.level, ...voiceCounted(mention, mention.assessment), by: -1 },
    { ...cell, topicId, level: after.level, ...voiceCounted(mention, after), by: 1 },
  ]);
}

/** Of each author the newest posts of the last days; locked in the order in which every change locks mentions. */
const RECENT = `
  with recent as (
    select found.* from unnest($1::bigint[]) as asked(id) cross join lateral (
      select id, published_at from mention
      where author_id = asked.id and published_at > now() - interval '${REWEIGHED_DAYS} days'
        and assessed_at is not null and erased_at is null
      order by published_at desc, id desc limit ${REWEIGHED_POSTS}
    ) found
  )
  select m.id, m.published_at as "publishedAt", m.realm, m.network, m.text, m.language, m.level,
    m.author_handle as "authorHandle", m.author_name as "authorName", m.author_followers as "authorFollowers",
    m.assessment, ${stakeholderFactSql('m.author_id')} as stakeholder,
    array(select topic_id::text from mention_topic mt where mt.mention_id = m.id and mt.published_at = m.published_at)
      as "topicIds"
  from recent join mention m on m.id = recent.id and m.published_at = recent.published_at
  where m.assessment is not null and m.assessment->>'correctedBy' is null
  order by m.id for no key update of m`;

/**
 * Forgets who was gone through. Whoever has a post in the hands of a classifier right now stays: it may have been read
 * before the change, and is looked at again once it is written.
 */
const DONE = `
  delete from author_reweigh r where r.author_id = any($1::bigint[]) and not exists (
    select from mention m join mention_queue q on q.mention_id = m.id
    where m.author_id = r.author_id and m.published_at > now() - interval '${REWEIGHED_DAYS} days'
      and m.assessed_at is null and q.lease_until > now())`;
