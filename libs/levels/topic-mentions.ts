import type { EntityManager } from 'typeorm';
import { factsOf, type StakeholderFact, stakeholderFactSql } from '#stakeholders';
import { salienceShare } from '#rules/stakeholders';
import type { TopicMention } from './topic-voices.js';

/** From so many followers on an author counts as an influencer. */
const INFLUENCER_FOLLOWERS = 50_000;
const BUCKET_MINUTES = 10;
const OF_BUCKET = 60;
const SEVERE_MENTIONS = 500;

interface MentionRow {
  id: string;
  publishedAt: Date;
  severity: number;
  author: string | null;
  network: string;
  followers: number | null;
  sentiment: string;
  authorKind: string | null;
  fingerprint: string | null;
  stakeholder: StakeholderFact | null;
}

/**
 * The mentions of a topic that its evaluation looks at, for a span of time: of each ten minutes the newest 60, and the
 * newest 500 of level 2 and above. Bounded whatever the volume, and read through indexes only.
 */
export async function readTopicMentions(
  manager: EntityManager,
  { topicId, realm }: { topicId: string; realm: string },
  from: Date,
  to: Date,
  ofBucket: number = OF_BUCKET,
): Promise<TopicMention[]> {
  const rows: MentionRow[] = await manager.query(TOPIC_MENTIONS, [
    topicId,
    realm,
    from,
    to,
    BUCKET_MINUTES,
    ofBucket,
    SEVERE_MENTIONS,
  ]);
  return rows.map(viewMention);
}

/** In a drill everything comes through the training network; what counts is where it looks as if it came from. */
const SEEN_NETWORK = `case when m.realm = 'training' then coalesce(m.extra->>'look', m.network) else m.network end`;

const READ = `m.id, m.published_at as "publishedAt", m.severity, coalesce(m.author_handle, m.author_name) as author,
  ${SEEN_NETWORK} as network, m.author_followers as followers, m.sentiment, m.assessment->>'authorKind' as "authorKind", m.fingerprint,
  ${stakeholderFactSql('m.author_id')} as stakeholder`;

/** Apart, so that its plan can be looked at. `offset 0` keeps the reads as they are written. */
export const TOPIC_MENTIONS = `
  with ten_minutes as (
    select start, least(start + $5 * interval '1 minute', $4::timestamptz) as stop
    from generate_series($3::timestamptz, $4::timestamptz, $5 * interval '1 minute') as start
    where start < $4
  ), newest as (
    select found.* from ten_minutes t cross join lateral (
      select ${READ} from mention_topic mt
      cross join lateral (
        select * from mention where id = mt.mention_id and published_at = mt.published_at and realm = $2 offset 0
      ) m
      where mt.topic_id = $1 and mt.published_at >= t.start and mt.published_at < t.stop
      order by mt.published_at desc limit $6
    ) found
  ), severe as (
    select ${READ} from mention m
    where m.realm = $2 and m.level >= 2 and m.assessed_at is not null and not m.own
      and m.published_at >= $3 and m.published_at < $4
      and exists (
        select from mention_topic mt
        where mt.topic_id = $1 and mt.published_at = m.published_at and mt.mention_id = m.id offset 0
      )
    order by m.published_at desc limit $7
  )
  select * from newest union select * from severe`;

function viewMention(row: MentionRow): TopicMention {
  const { stakeholder } = factsOf(row.stakeholder);
  return {
    id: row.id,
    at: row.publishedAt.getTime(),
    severity: row.severity,
    author: row.author,
    network: row.network,
    voice: voiceOf(row),
    negative: row.sentiment === 'negative',
    salience: stakeholder ? salienceShare(stakeholder.salience) : 0,
    stakeholder: stakeholder ? { ...stakeholder } : null,
    fingerprint: row.fingerprint,
  };
}

/** Who speaks: what classification says of the author, where it says something; else a feed is the press. */
function voiceOf({ authorKind, network, followers }: MentionRow): TopicMention['voice'] {
  if (authorKind === 'press' || (authorKind === null && network === 'feed')) return 'press';
  return followers !== null && followers >= INFLUENCER_FOLLOWERS ? 'influencer' : 'person';
}
