import type { EntityManager } from 'typeorm';
import type { Realm } from '#platform/contract';
import { notFound } from '#platform/problem';
import type { IncidentDraft } from './contract.js';
import { guessType, type HarmCount } from './guess-type.js';
import { readPlaybooks } from './playbooks.js';
import { ASK_LEVEL } from './targets.js';

const RECENT_MS = 6 * 3_600_000;

/** What a declaration begins with; nothing is kept. Throws `topic-not-found`. */
export async function prepareDeclaration(
  manager: EntityManager,
  topicId: string,
  realm: Realm,
  now: Date,
): Promise<IncidentDraft> {
  const [topic]: {
    name: string;
    level: number;
    since: Date | null;
    byHand: boolean;
    openIncidentId: string | null;
  }[] = await manager.query(
    `select t.name, coalesce(l.level, 0) as level, l.since, l.manual_level is not null as "byHand",
       (select i.id from incident i where i.topic_id = t.id and i.realm = $2 and i.state <> 'closed') as "openIncidentId"
     from topic t left join topic_level l on l.topic_id = t.id and l.realm = $2 where t.id = $1`,
    [topicId, realm],
  );
  if (!topic) throw notFound('topic-not-found', 'There is no such topic.');
  const span = [topicId, realm, new Date(now.getTime() - RECENT_MS), now];
  const counts: HarmCount[] = await manager.query(
    `select m.harm, count(*)::integer as mentions, max(m.severity)::integer as severity ${RECENT} group by m.harm`,
    span,
  );
  const posts: IncidentDraft['posts'] = await manager.query(
    `select m.id, coalesce(m.author_name, m.author_handle) as author, left(m.text, 280) as text, m.severity ${RECENT}
     order by m.severity desc, m.published_at, m.id limit 3`,
    span,
  );
  const playbooks = (await readPlaybooks(manager)).filter(({ active }) => active);
  const guess = guessType(counts);
  const playbook = playbooks.find(({ key }) => key === guess.type) ?? playbooks[0];
  return {
    topic: { id: topicId, name: topic.name },
    level: topic.level,
    levelSince: topic.since?.toISOString() ?? null,
    byHand: topic.byHand,
    openIncidentId: topic.openIncidentId,
    guess: { ...guess, type: playbook?.key ?? guess.type },
    cluster: playbook?.cluster ?? 'accidental',
    mentions: counts.reduce((sum, { mentions }) => sum + mentions, 0),
    posts,
    freeze: topic.level >= ASK_LEVEL,
  };
}

const RECENT = `
  from mention_topic t
  join mention_identity i on i.mention_id = t.mention_id
  join mention m on m.id = i.mention_id and m.published_at = i.published_at
  where t.topic_id = $1 and m.realm = $2 and i.published_at > $3 and i.published_at <= $4 and m.assessed_at is not null
    and not m.own`;
