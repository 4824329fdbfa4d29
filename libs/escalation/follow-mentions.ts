import type { DataSource, EntityManager } from 'typeorm';
import { lockMentions } from '#mentions';
import { inTransaction } from '#platform/database';
import { closeEscalation } from './close-reopen.js';
import { lockEscalation, mentionIdsOf } from './escalation-record.js';
import { openEscalation } from './open-escalation.js';

const MANY = 200;

/**
 * Mentions and escalations follow each other by their rows alone, whatever moved a mention: an escalated mention that
 * nobody was asked about gets its escalation; one whose mentions were all taken back or answered is closed; a decided one
 * whose mentions are all handled is done. Returns how many were opened and closed.
 */
export async function followMentions(
  dataSource: DataSource,
  clock: () => Date,
): Promise<{ opened: number; closed: number }> {
  let [opened, closed] = [0, 0];
  for (const id of await settledElsewhere(dataSource)) {
    if (await inTransaction(dataSource, ({ manager }) => closeSettled(manager, id, clock()))) closed += 1;
  }
  for (const id of await askedOfNobody(dataSource)) {
    if (await inTransaction(dataSource, ({ manager }) => openFor(manager, id, clock()))) opened += 1;
  }
  return { opened, closed };
}

const HANDLED = `array['answered', 'no_reply']`;

async function settledElsewhere(dataSource: DataSource): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `select e.id from escalation e
     where e.state in ('open', 'acknowledged', 'decided') and e.effect <> 'pending' and exists (
         select from escalation_mention em where em.escalation_id = e.id)
       and not exists (
         select from escalation_mention em
         join mention_identity i on i.mention_id = em.mention_id
         join mention m on m.id = i.mention_id and m.published_at = i.published_at
         where em.escalation_id = e.id and
           case when e.state = 'decided' then m.state <> all(${HANDLED}) else m.state = 'escalated' end)
     order by e.id limit ${MANY}`,
  );
  return rows.map(({ id }) => id);
}

async function closeSettled(manager: EntityManager, id: string, now: Date): Promise<boolean> {
  const mentions = [...(await lockMentions(manager, await mentionIdsOf(manager, id))).values()];
  const locked = await lockEscalation(manager, id);
  const { state, effect } = locked.escalation;
  if (state === 'closed' || effect === 'pending') return false;
  const standing = mentions.some((mention) =>
    state === 'decided' ? !['answered', 'no_reply'].includes(mention.state) : mention.state === 'escalated',
  );
  if (standing) return false;
  const reason = state === 'decided' ? 'done' : 'mention_handled';
  await closeEscalation(manager, locked, { by: null, reason }, now);
  return true;
}

async function askedOfNobody(dataSource: DataSource): Promise<string[]> {
  const rows: { id: string }[] = await dataSource.query(
    `select m.id from mention m
     where m.realm in ('live', 'training') and m.state = 'escalated' and m.assessed_at is not null and not m.own
       and not exists (select from escalation_mention em where em.mention_id = m.id and em.standing)
     order by m.id limit ${MANY}`,
  );
  return rows.map(({ id }) => id);
}

async function openFor(manager: EntityManager, mentionId: string, now: Date): Promise<boolean> {
  const mention = (await lockMentions(manager, [mentionId])).get(mentionId);
  if (mention?.state !== 'escalated') return false;
  const [standing] = await manager.query(
    `select from escalation_mention where mention_id = $1 and standing`,
    [mentionId],
  );
  if (standing) return false;
  const [asked]: {
    note: string | null;
    departmentIds: string[] | null;
    personId: string | null;
    name: string;
  }[] = await manager.query(
    `select d.note, d.department_ids as "departmentIds", d.person_id as "personId", p.name
       from decision d left join person p on p.id = d.person_id
       where d.mention_id = $1 and d.action = 'escalate' and d.undone_at is null order by d.id desc limit 1`,
    [mentionId],
  );
  const { isNew } = await openEscalation(
    manager,
    {
      subjectType: 'mention',
      subjectId: mentionId,
      realm: mention.realm as 'live' | 'training',
      level: mention.level,
      topicIds: await topicIdsOf(manager, [mentionId]),
      question: asked?.note ?? '',
      departmentIds: asked?.departmentIds ?? [],
      mentionIds: [mentionId],
      openedBy: asked?.personId ? { personId: asked.personId, name: asked.name } : null,
    },
    now,
  );
  return isNew;
}

export async function topicIdsOf(manager: EntityManager, mentionIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select distinct topic_id as id from mention_topic where mention_id = any($1::bigint[]) order by 1`,
    [mentionIds],
  );
  return rows.map(({ id }) => id);
}
