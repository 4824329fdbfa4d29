import type { DataSource, EntityManager } from 'typeorm';
import { recordDecision } from '#audit';
import { exerciseMark, notify } from '#notifications';
import type { Realm } from '#platform/contract';
import { inTransaction } from '#platform/database';
import { publishEvents } from '#platform/live';
import { conflict, notFound } from '#platform/problem';
import type { IncidentProposal } from './contract.js';
import type { IncidentActor } from './incident-record.js';
import { peopleWho } from './people.js';
import { remindOnce } from './remind-once.js';
import { ASK_AGAIN_MINUTES, ASK_LEVEL, PROPOSE_LEVEL } from './targets.js';

/**
 * Brings proposals to where the levels are, and asks for an incident from level 3 on, again and again until somebody
 * decides. Everything follows from the rows, so a missed turn is caught up; workers that come at the same time change
 * nothing twice.
 */
export async function followLevels(dataSource: DataSource, now: Date): Promise<void> {
  await inTransaction(dataSource, async ({ manager }) => {
    const changed: { topicId: string; realm: Realm }[] = [
      ...(await manager.query(PROPOSE, [PROPOSE_LEVEL, now])),
      ...(await updated(manager, RAISE, [ASK_LEVEL, now])),
      ...(await updated(manager, LAPSE, [PROPOSE_LEVEL, now])),
    ];
    await publishEvents(
      manager,
      changed.map(({ topicId, realm }) => ({ type: 'incident.proposed', topicId, realm })),
    );
    await askLeads(manager, now);
  });
}

/**
 * None is open, no incident is, and none was declined at this level or a higher one since the topic came up to where it
 * is: a decision against holds until the level rises above it, or was calm in between.
 */
const PROPOSE = `
  insert into incident_proposal (topic_id, realm, level, proposed_at)
  select l.topic_id, l.realm, l.level, $2 from topic_level l
  where l.level >= $1
    and not exists (select from incident i where i.topic_id = l.topic_id and i.realm = l.realm and i.state <> 'closed')
    and not exists (
      select from incident_proposal p where p.topic_id = l.topic_id and p.realm = l.realm and (
        p.state = 'open' or (p.state = 'declined' and p.level >= l.level and not exists (
          select from topic_level_event e where e.topic_id = l.topic_id and e.realm = l.realm and e.at > p.decided_at
            and e.to_level < $1))))
  on conflict do nothing
  returning topic_id as "topicId", realm`;

const RAISE = `
  update incident_proposal p set level = greatest(p.level, l.level),
    asked_at = coalesce(p.asked_at, case when l.level >= $1 then $2::timestamptz end)
  from topic_level l
  where p.state = 'open' and l.topic_id = p.topic_id and l.realm = p.realm
    and (l.level > p.level or (l.level >= $1 and p.asked_at is null))
  returning p.topic_id as "topicId", p.realm`;

/** What was only proposed goes with the level; what was asked for stays until somebody decides. */
const LAPSE = `
  update incident_proposal p set state = 'lapsed', decided_at = $2
  from topic_level l
  where p.state = 'open' and p.asked_at is null and l.topic_id = p.topic_id and l.realm = p.realm and l.level < $1
  returning p.topic_id as "topicId", p.realm`;

/** An update's rows without their count. */
async function updated(manager: EntityManager, sql: string, values: unknown[]) {
  const [rows]: [{ topicId: string; realm: Realm }[], number] = await manager.query(sql, values);
  return rows;
}

async function askLeads(manager: EntityManager, now: Date): Promise<void> {
  const asked: { id: string; topicId: string; realm: Realm; name: string; level: number; askedAt: Date }[] =
    await manager.query(
      `select p.id, p.topic_id as "topicId", p.realm, t.name, p.level, p.asked_at as "askedAt"
       from incident_proposal p join topic t on t.id = p.topic_id where p.state = 'open' and p.asked_at is not null`,
    );
  for (const { id, topicId, realm, name, level, askedAt } of asked) {
    const turn = Math.floor((now.getTime() - askedAt.getTime()) / (ASK_AGAIN_MINUTES * 60_000));
    const dueAt = new Date(askedAt.getTime() + Math.max(0, turn) * ASK_AGAIN_MINUTES * 60_000);
    if (!(await remindOnce(manager, 'proposal', id, dueAt))) continue;
    const leads = await peopleWho(manager, 'incidents.run');
    await notify(manager, {
      kind: 'incident.asked',
      personIds: leads.map((lead) => lead.id),
      level,
      groupKey: `incident.asked:${topicId}:${realm}`,
      params: { ...exerciseMark(realm), topic: name, level },
      link: `/incidents/new?topic=${topicId}&realm=${realm}`,
    });
  }
}

const READ = `
  select p.id, json_build_object('id', t.id::text, 'name', t.name) as topic, p.realm, p.level,
    coalesce(l.level, 0) as "currentLevel", p.proposed_at as "proposedAt", p.asked_at as "askedAt", p.state
  from incident_proposal p join topic t on t.id = p.topic_id
  left join topic_level l on l.topic_id = p.topic_id and l.realm = p.realm`;

type Row = Omit<IncidentProposal, 'proposedAt' | 'askedAt'> & {
  proposedAt: Date;
  askedAt: Date | null;
  state: string;
};

/** Those that nobody has decided, the highest level first. */
export async function readProposals(manager: EntityManager, realm: Realm): Promise<IncidentProposal[]> {
  const rows: Row[] = await manager.query(
    `${READ} where p.realm = $1 and p.state = 'open' order by p.level desc, p.proposed_at, p.id limit 200`,
    [realm],
  );
  return rows.map(viewOf);
}

function viewOf({ state: _, proposedAt, askedAt, ...row }: Row): IncidentProposal {
  return { ...row, proposedAt: proposedAt.toISOString(), askedAt: askedAt?.toISOString() ?? null };
}

/** Throws `proposal-not-found`, and `proposal-decided` with who came first. */
export async function decline(
  manager: EntityManager,
  actor: Pick<IncidentActor, 'personId' | 'name'>,
  proposalId: string,
  reason: string,
  now: Date,
): Promise<IncidentProposal> {
  const [locked]: { state: string; by: string | null }[] = await manager.query(
    `select state, (select name from person where id = decided_by) as by from incident_proposal
     where id = $1 for no key update`,
    [proposalId],
  );
  if (!locked) throw notFound('proposal-not-found', 'There is no such proposal.');
  if (locked.state !== 'open')
    throw conflict('proposal-decided', `${locked.by ?? 'The level'} has settled this already.`, {
      state: locked.state,
      by: locked.by,
    });
  await manager.query(
    `update incident_proposal set state = 'declined', decided_at = $2, decided_by = $3, reason = $4 where id = $1`,
    [proposalId, now, actor.personId, reason],
  );
  const [row]: Row[] = await manager.query(`${READ} where p.id = $1`, [proposalId]);
  if (!row) throw new Error(`proposal ${proposalId} is not there`);
  await publishEvents(manager, [{ type: 'incident.proposed', topicId: row.topic.id, realm: row.realm }]);
  await recordDecision(manager, {
    actor,
    action: 'incident.proposal_declined',
    subjectType: 'topic',
    subjectId: row.topic.id,
    reason,
    after: { realm: row.realm, level: row.level },
  });
  return viewOf(row);
}
