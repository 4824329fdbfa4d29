import type { DataSource, EntityManager } from 'typeorm';
import { askEvaluation } from '#levels';
import type { Assessment } from '#rules/classification';
import { fingerprintOf } from '#rules/levels';
import { type MessageIndexCache, recordPickUp, type SearchedMention } from '#messages';
import { inTransaction } from '#platform/database';
import { type LiveEvent, publishEvents } from '#platform/live';
import { EVERY_MENTION, holdTopics, moveCounters, topicDocument, type TopicSet } from '#topics';
import type { MentionState } from './contract-mention.js';
import { voiceCounted } from './counted-voice.js';
import { takeBackJudgements } from './former-judgement.js';
import { retryDeadlocks } from './deadlock.js';
import type { ClaimedMention } from './queue-claim.js';

export interface AssessedMention {
  mention: ClaimedMention;
  assessment: Assessment;
}

/** More ids than this do not go into one live event. */
const IDS_PER_EVENT = 500;

/**
 * Writes a batch back in one transaction: assessment, topics, counters, live event, and the removal from the queue.
 * Only what this transaction takes out of the queue is written and counted, so a mention that two workers assessed
 * counts once. Returns the ids of what was written.
 *
 * `topicsAt` gives the topics of a revision; they and the messages are held still from here to the commit.
 */
export async function writeAssessments(
  dataSource: DataSource,
  batch: readonly AssessedMention[],
  topicsAt: (manager: EntityManager, revision: string) => Promise<TopicSet>,
  messages: MessageIndexCache,
): Promise<string[]> {
  return retryDeadlocks(() =>
    inTransaction(dataSource, async ({ manager }) => {
      const topics = await topicsAt(manager, await holdTopics(manager));
      const watched = await messages.held(manager);
      const taken = await takeOffQueue(manager, batch);
      if (taken.length === 0) return [];
      const moves = await takeBackJudgements(
        manager,
        taken.filter(({ mention }) => mention.edition > 0).map(({ mention }) => mention.id),
      );
      await updateMentions(manager, taken);

      const matches: { topicId: string; mention: ClaimedMention }[] = [];
      const searched: SearchedMention[] = [];
      for (const { mention, assessment } of taken) {
        const cell = {
          publishedAt: mention.publishedAt,
          realm: mention.realm,
          network: mention.network,
          language: assessment.language,
          level: assessment.level,
          ...voiceCounted(mention, assessment),
          by: 1,
        };
        moves.push({ ...cell, topicId: EVERY_MENTION });
        const topicIds = topics.index.match(topicDocument({ ...mention, ...assessment }));
        searched.push({ ...mention, topicIds });
        for (const topicId of topicIds) {
          moves.push({ ...cell, topicId });
          matches.push({ topicId, mention });
        }
      }
      await insertMatches(manager, matches);
      await moveCounters(manager, moves);
      await recordPickUp(manager, watched, searched);
      await askEvaluation(
        manager,
        moves.filter(({ topicId }) => topicId !== EVERY_MENTION),
      );
      await publishEvents(manager, [...assessedEvents(taken), ...(await judgedAnew(manager, taken))]);
      return taken.map(({ mention }) => mention.id);
    }),
  );
}

async function takeOffQueue(
  manager: EntityManager,
  batch: readonly AssessedMention[],
): Promise<AssessedMention[]> {
  const [removed]: [{ id: string }[], number] = await manager.query(
    `with mine as (
       select q.mention_id from mention_queue q
       join unnest($1::bigint[], $2::integer[]) as w(mention_id, edition)
         on w.mention_id = q.mention_id and w.edition = q.edition
       order by q.mention_id for update of q
     )
     delete from mention_queue q using mine where q.mention_id = mine.mention_id returning q.mention_id as id`,
    [batch.map(({ mention }) => mention.id), batch.map(({ mention }) => mention.edition)],
  );
  const ids = new Set(removed.map(({ id }) => id));
  return batch.filter(({ mention }) => ids.has(mention.id));
}

/** Words are looked for in the language of the text; where that is unknown, as they stand. */
export function searchSql(language: string): string {
  return `to_tsvector(
  case ${language} when 'fr' then 'passerelle_fr' when 'en' then 'passerelle_en' else 'passerelle_plain' end::regconfig,
  concat_ws(' ', m.author_name, m.author_handle, m.text))`;
}

/** The batch goes over as one JSON text: arrays of JSON would have every quotation mark escaped a second time. */
async function updateMentions(manager: EntityManager, batch: readonly AssessedMention[]): Promise<void> {
  const rows = batch.map(({ mention, assessment }) => ({
    id: mention.id,
    published_at: mention.publishedAt,
    language: assessment.language,
    language_known: assessment.languageKnown,
    sentiment: assessment.sentiment,
    intent: assessment.intent,
    harm: assessment.harm,
    severity: Math.round(assessment.severity),
    level: assessment.level,
    fingerprint: fingerprintOf(mention.text),
    assessment,
  }));
  const times = batch.map(({ mention }) => mention.publishedAt.getTime());
  await manager.query(
    `update mention m set
       language = w.language, language_known = w.language_known, sentiment = w.sentiment, intent = w.intent,
       harm = w.harm, severity = w.severity, level = w.level, assessment = w.assessment, assessed_at = now(),
       fingerprint = w.fingerprint,
       search = ${searchSql('w.language')}
     from jsonb_to_recordset($1::jsonb) as w(id bigint, published_at timestamptz, language text, language_known boolean,
       sentiment text, intent text, harm text, severity smallint, level smallint, fingerprint text, assessment jsonb)
     where m.id = w.id and m.published_at = w.published_at and m.published_at between $2 and $3`,
    [JSON.stringify(rows), new Date(Math.min(...times)), new Date(Math.max(...times))],
  );
}

async function insertMatches(
  manager: EntityManager,
  matches: readonly { topicId: string; mention: ClaimedMention }[],
): Promise<void> {
  if (matches.length === 0) return;
  await manager.query(
    `insert into mention_topic (topic_id, published_at, mention_id, realm, state, level)
     select w.topic_id, m.published_at, m.id, m.realm, m.state, m.level
     from unnest($1::bigint[], $2::timestamptz[], $3::bigint[]) as w(topic_id, published_at, mention_id)
     join mention m on m.id = w.mention_id and m.published_at = w.published_at`,
    [
      matches.map(({ topicId }) => topicId),
      matches.map(({ mention }) => mention.publishedAt),
      matches.map(({ mention }) => mention.id),
    ],
  );
}

/** Whoever has a post open that its author changed sees what is made of it now. */
async function judgedAnew(manager: EntityManager, batch: readonly AssessedMention[]): Promise<LiveEvent[]> {
  const ids = batch.filter(({ mention }) => mention.edition > 0).map(({ mention }) => mention.id);
  if (ids.length === 0) return [];
  const rows: { mentionId: string; state: MentionState; assigneeId: string | null; version: number }[] =
    await manager.query(
      `select m.id as "mentionId", m.state, m.assignee_id as "assigneeId", m.version
       from mention_identity i join mention m on m.id = i.mention_id and m.published_at = i.published_at
       where i.mention_id = any($1::bigint[])`,
      [ids],
    );
  return rows.map((row) => ({ type: 'mention.changed', ...row, by: null }));
}

/** One event for each realm of the batch: a screen that follows drills hears nothing of real mentions. */
function assessedEvents(batch: readonly AssessedMention[]): LiveEvent[] {
  const events: LiveEvent[] = [];
  for (const realm of ['live', 'training'] as const) {
    const ofRealm = batch.filter(({ mention }) => mention.realm === realm);
    for (let start = 0; start < ofRealm.length; start += IDS_PER_EVENT) {
      const part = ofRealm.slice(start, start + IDS_PER_EVENT);
      const byLevel: Record<string, number> = {};
      for (const { assessment } of part) byLevel[assessment.level] = (byLevel[assessment.level] ?? 0) + 1;
      events.push({
        type: 'mentions.assessed',
        realm,
        byLevel,
        mentionIds: part.map(({ mention }) => mention.id),
      });
    }
  }
  return events;
}
