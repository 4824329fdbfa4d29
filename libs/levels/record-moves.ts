import type { EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { exerciseMark, notify } from '#notifications';
import { ROLES, type Role } from '#platform/contract';
import { publishEvents } from '#platform/live';
import type { LevelMove } from './advance-topic.js';

/** People are told of a rise that is not older than this: catching up after an outage tells them once, of the end. */
const NEWS_MS = 15 * 60_000;
/** From this level on an incident is proposed. */
export const INCIDENT_LEVEL = 2;

export interface MovedTopic {
  topicId: string;
  realm: 'live' | 'training';
  name: string;
}

/** Writes moves to the topic's timeline, to the record and to the screens, and tells those who have to know of a rise. */
export async function recordMoves(
  manager: EntityManager,
  topic: MovedTopic,
  moves: readonly LevelMove[],
  { now, settingsVersion }: { now: Date; settingsVersion: number },
): Promise<void> {
  for (const move of moves) {
    await addEvent(manager, topic, {
      at: new Date(move.at),
      kind: move.kind,
      from: move.from,
      to: move.to,
      score: move.score.score,
      evidence: { ...move.score, settingsVersion },
    });
    await recordDecision(manager, {
      actor: null,
      action: 'topic.level_moved',
      subjectType: 'topic',
      subjectId: topic.topicId,
      before: { level: move.from },
      after: { level: move.to, realm: topic.realm, score: Math.round(move.score.score), settingsVersion },
    });
    if (move.from < INCIDENT_LEVEL && move.to >= INCIDENT_LEVEL) {
      await addEvent(manager, topic, { at: new Date(move.at), kind: 'incident_proposed', to: move.to });
    }
  }
  const [first, last] = [moves[0], moves.at(-1)];
  if (!first || !last) return;
  await publishEvents(manager, [
    { type: 'topic.level', topicId: topic.topicId, realm: topic.realm, level: last.to },
  ]);
  if (last.to > first.from && last.at > now.getTime() - NEWS_MS) {
    await tellOfLevel(manager, topic, first.from, last.to, null);
  }
}

/** Tells whoever has to know at a level, and whoever had to know at the one before. */
export async function tellOfLevel(
  manager: EntityManager,
  { topicId, realm, name }: MovedTopic,
  from: number,
  to: number,
  reason: string | null,
): Promise<void> {
  const roles = ROLES.filter((role) => TOLD_FROM[role] <= Math.max(from, to));
  const people: { id: string }[] = await manager.query(
    `select id from person where active and roles && $1::text[] order by id`,
    [roles],
  );
  if (people.length === 0) return;
  await notify(manager, {
    kind: 'topic.level',
    personIds: people.map(({ id }) => id),
    level: to,
    groupKey: `topic.level ${topicId} ${realm}`,
    params: { ...exerciseMark(realm), topic: name, from, to, ...(reason === null ? {} : { reason }) },
    link: `/topics/${topicId}?realm=${realm}`,
  });
}

/** Whom a level concerns, after the table of levels: those who work on it first, the management from 3 on. */
const TOLD_FROM: Record<Role, number> = {
  crisis_lead: 1,
  community_manager: 1,
  approver: 5,
  executive: 3,
  administrator: 5,
  colleague: 5,
};

/** Adds to a topic's timeline. */
export async function addEvent(
  manager: EntityManager,
  { topicId, realm }: Pick<MovedTopic, 'topicId' | 'realm'>,
  event: {
    at: Date;
    kind: string;
    from?: number;
    to?: number;
    score?: number;
    evidence?: unknown;
    personId?: string;
    note?: string;
  },
): Promise<string> {
  const [row]: { id: string }[] = await manager.query(
    `insert into topic_level_event (topic_id, realm, at, kind, from_level, to_level, score, evidence, person_id, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10) returning id`,
    [
      topicId,
      realm,
      event.at,
      event.kind,
      event.from ?? null,
      event.to ?? null,
      event.score ?? null,
      event.evidence === undefined ? null : JSON.stringify(event.evidence),
      event.personId ?? null,
      event.note ?? null,
    ],
  );
  if (!row) throw new Error('the event was not stored');
  return row.id;
}
