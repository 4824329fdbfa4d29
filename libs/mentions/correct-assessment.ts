import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { adviceFor, type Assessment, HARM_CATEGORIES, INTENTS } from '#classification';
import { type correctAssessment, CORRECTED_FIELDS } from '#contract/mentions';
import { askEvaluation } from '#levels';
import type { InputOf } from '#platform/contract';
import { publishEvents } from '#platform/live';
import { invalid, invalidField, notFound } from '#platform/problem';
import { type CounterMove, EVERY_MENTION, moveCounters } from '#topics';
import { searchSql } from './assessment-write.js';
import { voiceCounted } from './counted-voice.js';
import { type LockedMention, lockMentions } from './locked-mentions.js';

export type CorrectionBody = InputOf<typeof correctAssessment>['body'];

/**
 * Overrules an automatic judgement in the caller's transaction. What stood before is kept as a labelled example, and
 * the counters move from the old level to the new one together with the mention.
 */
export async function correct(
  manager: EntityManager,
  actor: { personId: string; name: string },
  mentionId: string,
  body: CorrectionBody,
): Promise<void> {
  const mention = (await lockMentions(manager, [mentionId])).get(mentionId);
  if (!mention) throw notFound('mention-not-found', 'There is no such mention.');
  const before = mention.assessment;
  const judged: Assessment = {
    ...before,
    level: body.level ?? before.level,
    harm: knownOr('harm', body.harm, HARM_CATEGORIES, before.harm),
    intent: knownOr('intent', body.intent, INTENTS, before.intent),
    sentiment: body.sentiment ?? before.sentiment,
    language: body.language ?? before.language,
    languageKnown: body.language !== undefined || before.languageKnown,
  };
  if (CORRECTED_FIELDS.every((field) => judged[field] === before[field])) {
    throw invalid(
      [{ field: 'level', code: 'nothing-to-correct', detail: 'everything is what it was' }],
      'nothing-to-correct',
    );
  }
  const after = { ...judged, advice: adviceFor(judged.intent, judged.level), correctedBy: actor.name };

  await manager.query(
    `update mention m set level = $3, harm = $4, intent = $5, sentiment = $6, assessment = $9::jsonb,
       language = $7, language_known = $8, version = version + 1,
       search = case when m.language = $7 then m.search else ${searchSql('$7')} end
     where m.id = $1 and m.published_at = $2`,
    [
      mention.id,
      mention.publishedAt,
      after.level,
      after.harm,
      after.intent,
      after.sentiment,
      after.language,
      after.languageKnown,
      JSON.stringify(after),
    ],
  );
  await manager.query(
    `insert into correction (mention_id, person_id, before, after, reason) values ($1, $2, $3::jsonb, $4::jsonb, $5)`,
    [mention.id, actor.personId, JSON.stringify(before), JSON.stringify(after), body.reason],
  );
  if (COUNTED.some((field) => after[field] !== before[field]))
    await moveCounts(manager, mention, before, after);
  await publishEvents(manager, [
    {
      type: 'mention.changed',
      mentionId: mention.id,
      state: mention.state,
      assigneeId: mention.assigneeId,
      version: mention.version + 1,
      by: actor.personId,
    },
  ]);
  await recordDecision(manager, {
    actor,
    action: 'mention.assessment_corrected',
    subjectType: 'mention',
    subjectId: mention.id,
    reason: body.reason,
    before: judgement(before),
    after: judgement(after),
  });
}

/** What the counters tell apart. */
const COUNTED = ['level', 'language', 'sentiment'] as const;

/** The row of the mention is locked, so the topics that it counts for stand still. */
async function moveCounts(
  manager: EntityManager,
  mention: LockedMention,
  before: Assessment,
  after: Assessment,
): Promise<void> {
  const topics: { topicId: string }[] = await manager.query(
    `select topic_id as "topicId" from mention_topic where mention_id = $1`,
    [mention.id],
  );
  const { level, language } = after;
  await askEvaluation(
    manager,
    topics.map(({ topicId }) => ({ ...mention, level, language, topicId })),
  );
  const cell = {
    publishedAt: mention.publishedAt,
    realm: mention.realm,
    network: mention.network,
  };
  await moveCounters(
    manager,
    [EVERY_MENTION, ...topics.map(({ topicId }) => topicId)].flatMap((topicId): CounterMove[] => [
      {
        ...cell,
        topicId,
        level: mention.level,
        language: mention.language,
        ...voiceCounted(mention, before),
        by: -1,
      },
      { ...cell, topicId, level, language, ...voiceCounted(mention, after), by: 1 },
    ]),
  );
}

function knownOr<T extends string>(
  field: string,
  given: string | undefined,
  known: readonly T[],
  standing: T,
): T {
  if (given === undefined) return standing;
  const found = known.find((candidate) => candidate === given);
  if (found === undefined)
    throw invalidField(field, 'unknown-category', 'is not one of the known categories', { value: given });
  return found;
}

function judgement({ level, harm, intent, sentiment, language, severity }: Assessment) {
  return { level, harm, intent, sentiment, language, severity };
}
