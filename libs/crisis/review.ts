import type { EntityManager } from 'typeorm';
import type { InputOf, Realm } from '#platform/contract';
import { conflict, forbidden, notFound } from '#platform/problem';
import type {
  addReviewAction,
  changeReviewAction,
  ReviewAction,
  ReviewView,
  saveReview as saveContract,
} from './contract.js';
import {
  finishIncident,
  type IncidentActor,
  lockIncident,
  lockOpenIncident,
  readIncidentRecord,
} from './incident-record.js';
import type { TaskState } from './life-cycles.js';
import { personWho } from './people.js';
import { readStandings } from './read-facts.js';
import { measureDelays } from './review-delays.js';
import { CALM_LEVEL } from './targets.js';
import { refuseSettled } from './tasks.js';
import { reviewLacks } from './waits-for.js';

const MOST_ACTIONS = 100;

/** The review with what was measured. Throws `incident-not-found`. */
export async function readReview(manager: EntityManager, incidentId: string, now: Date): Promise<ReviewView> {
  const incident = await readIncidentRecord(manager, incidentId);
  const standing = (await readStandings(manager, [incidentId])).get(incidentId);
  const [row]: (Pick<ReviewView, 'happened' | 'worked' | 'failed' | 'learned' | 'noActions' | 'version'> & {
    changedBy: ReviewView['changedBy'];
    changedAt: Date;
  })[] = await manager.query(
    `select v.happened, v.worked, v.failed, v.learned, v.no_actions as "noActions", v.version, v.changed_at as "changedAt",
       case when p.id is not null then json_build_object('id', p.id::text, 'name', p.name) end as "changedBy"
     from incident_review v left join person p on p.id = v.changed_by where v.incident_id = $1`,
    [incidentId],
  );
  const actions = await readActions(manager, 'a.incident_id = $1', [incidentId], now);
  const moments = await readMoments(manager, incidentId);
  const detected = standing?.detectedAt ?? incident.declaredAt;
  const delays = measureDelays(
    {
      firstMention: ms(moments.firstMention),
      detected: detected.getTime(),
      declared: incident.declaredAt.getTime(),
      rolesAccepted: ms(moments.rolesAccepted),
      firstStatement: ms(standing?.statementAt ?? null),
      statementDue: ms(standing?.statementDueAt ?? null),
      firstReport: ms(moments.firstReport),
      calm: ms(moments.calm),
      declaredLevel: incident.declaredLevel,
    },
    incident.closedAt?.getTime() ?? now.getTime(),
  );
  const words = row ?? { happened: '', worked: '', failed: '', learned: '', noActions: false, version: 0 };
  return {
    ...words,
    changedBy: row?.changedBy ?? null,
    changedAt: row?.changedAt.toISOString() ?? null,
    actions,
    delays: delays.map(({ from, to, ...delay }) => ({ ...delay, from: iso(from), to: iso(to) })),
    lacks: reviewLacks({ ...words, actions: actions.length }),
  };
}

const ms = (at: Date | null) => at?.getTime() ?? null;
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

interface Moments {
  firstMention: Date | null;
  rolesAccepted: Date | null;
  firstReport: Date | null;
  calm: Date | null;
}

/** A day before the level moved is far enough back for the mention with which it began. */
async function readMoments(manager: EntityManager, incidentId: string): Promise<Moments> {
  const [row]: Moments[] = await manager.query(
    `with i as materialized (
       select i.*, coalesce((
         select e.at from topic_level_event e
         where e.topic_id = i.topic_id and e.realm = i.realm and e.kind in ('rose', 'set_by_hand') and e.from_level < 2
           and e.to_level >= 2 and e.at <= i.declared_at order by e.at desc, e.id desc limit 1), i.declared_at) as detected_at
       from incident i where i.id = $1)
     select
       (select min(m.published_at) from i join mention_topic t on t.topic_id = i.topic_id
        join mention_identity n on n.mention_id = t.mention_id and n.published_at between i.detected_at - interval '1 day'
          and i.declared_at
        join mention m on m.id = n.mention_id and m.published_at = n.published_at
        where m.realm = i.realm and m.level >= 2 and not m.own) as "firstMention",
       (select case when bool_and(o.state <> 'proposed') then max(o.answered_at) filter (where o.state in ('accepted', 'replaced')) end
        from i join incident_role o on o.incident_id = i.id
        where o.proposed_at <= i.declared_at + interval '1 minute' and o.state <> 'withdrawn') as "rolesAccepted",
       (select min(r.sent_at) from i join situation_report r on r.incident_id = i.id) as "firstReport",
       (select max(e.at) from i join topic_level_event e on e.topic_id = i.topic_id and e.realm = i.realm
        where e.at > i.detected_at and (i.closed_at is null or e.at <= i.closed_at) and e.from_level > $2
          and e.to_level <= $2) as calm`,
    [incidentId, CALM_LEVEL],
  );
  return row ?? { firstMention: null, rolesAccepted: null, firstReport: null, calm: null };
}

/** Throws `changed-meanwhile` when somebody else saved it since. */
export async function saveReview(
  manager: EntityManager,
  actor: IncidentActor,
  incidentId: string,
  { version, ...words }: InputOf<typeof saveContract>['body'],
  now: Date,
): Promise<void> {
  const incident = await lockOpenIncident(manager, incidentId);
  const [before]: { version: number }[] = await manager.query(
    'select version from incident_review where incident_id = $1',
    [incidentId],
  );
  if ((before?.version ?? 0) !== version)
    throw conflict('changed-meanwhile', 'Somebody has saved this review meanwhile.');
  await manager.query(
    `insert into incident_review (incident_id, happened, worked, failed, learned, no_actions, version, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (incident_id) do update set happened = $2, worked = $3, failed = $4, learned = $5, no_actions = $6,
       version = $7, changed_by = $8, changed_at = $9`,
    [
      incidentId,
      words.happened,
      words.worked,
      words.failed,
      words.learned,
      words.noActions,
      version + 1,
      actor.personId,
      now,
    ],
  );
  await finishIncident(
    manager,
    incident,
    actor,
    [{ event: 'review_saved', after: { ...words, version: version + 1 }, inLog: false }],
    now,
  );
}

/** Also of a closed incident: what came out later can still be asked for. Throws `unknown-person`, `too-many-tasks`. */
export async function addAction(
  manager: EntityManager,
  actor: IncidentActor,
  incidentId: string,
  { text, ownerId, dueAt }: InputOf<typeof addReviewAction>['body'],
  now: Date,
): Promise<void> {
  const incident = await lockIncident(manager, incidentId);
  const owner = await personWho(manager, ownerId, 'incidents.take_part', 'ownerId');
  const [row]: { count: number }[] = await manager.query(
    'select count(*)::integer as count from review_action where incident_id = $1',
    [incidentId],
  );
  if ((row?.count ?? 0) >= MOST_ACTIONS)
    throw conflict('too-many-tasks', `There are ${MOST_ACTIONS} actions already.`, { most: MOST_ACTIONS });
  await manager.query(
    `insert into review_action (incident_id, text, owner_id, due_at, created_by, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [incidentId, text, ownerId, new Date(dueAt), actor.personId, now],
  );
  const params = { action: text.slice(0, 200), person: owner.name };
  await finishIncident(manager, incident, actor, [{ event: 'action_added', params }], now);
}

interface ActionRecord {
  incidentId: string;
  text: string;
  ownerId: string;
  ownerName: string;
  dueAt: Date;
  state: TaskState;
  note: string | null;
}

/** By its owner, or by whoever runs incidents. Throws `action-not-found`, `not-your-action` and `task-settled`. */
export async function changeAction(
  manager: EntityManager,
  actor: IncidentActor,
  actionId: string,
  body: InputOf<typeof changeReviewAction>['body'],
  now: Date,
): Promise<ReviewAction> {
  const [action]: ActionRecord[] = await manager.query(
    `select a.incident_id as "incidentId", a.text, a.owner_id as "ownerId", p.name as "ownerName", a.due_at as "dueAt",
       a.state, a.note
     from review_action a join person p on p.id = a.owner_id where a.id = $1 for no key update of a`,
    [actionId],
  );
  if (!action) throw notFound('action-not-found', 'There is no such action.');
  if (action.ownerId !== actor.personId && !actor.permissions.includes('incidents.run'))
    throw forbidden('not-your-action', `This was asked of ${action.ownerName}.`);
  const state = body.state ?? action.state;
  refuseSettled(action.state, state);
  if (body.ownerId !== undefined) await personWho(manager, body.ownerId, 'incidents.take_part', 'ownerId');
  const settles = state !== 'open' && action.state === 'open';
  const after = {
    state,
    ownerId: body.ownerId ?? action.ownerId,
    dueAt: body.dueAt === undefined ? action.dueAt : new Date(body.dueAt),
    note: body.note === undefined ? action.note : body.note || null,
  };
  await manager.query(
    `update review_action set state = $2, owner_id = $3, due_at = $4, note = $5,
       done_at = case when $2 = 'open' then null when $6 then $7 else done_at end,
       done_by = case when $2 = 'open' then null when $6 then $8 else done_by end
     where id = $1`,
    [actionId, after.state, after.ownerId, after.dueAt, after.note, settles, now, actor.personId],
  );
  const incident = await lockIncident(manager, action.incidentId);
  await finishIncident(
    manager,
    incident,
    actor,
    [
      {
        event: 'action_changed',
        params: { action: action.text.slice(0, 200), state },
        reason: body.note ?? null,
        before: { state: action.state, ownerId: action.ownerId, dueAt: action.dueAt.toISOString() },
        after: { ...after, dueAt: after.dueAt.toISOString() },
        inLog: state !== action.state,
      },
    ],
    now,
  );
  const [changed] = await readActions(manager, 'a.id = $1', [actionId], now);
  if (!changed) throw new Error(`action ${actionId} is not there`);
  return changed;
}

/** Of a realm: those that are open, the first due first; or those settled, newest first. */
export function listActions(
  manager: EntityManager,
  { realm, state }: { realm: Realm; state: 'open' | 'settled' },
  now: Date,
): Promise<ReviewAction[]> {
  return readActions(manager, `i.realm = $1 and (a.state = 'open') = $2`, [realm, state === 'open'], now);
}

async function readActions(
  manager: EntityManager,
  condition: string,
  values: readonly unknown[],
  now: Date,
): Promise<ReviewAction[]> {
  const rows: (Omit<ReviewAction, 'dueAt' | 'overdue' | 'done'> & {
    dueAt: Date;
    doneAt: Date | null;
    doneBy: { id: string; name: string } | null;
  })[] = await manager.query(
    `select a.id, json_build_object('id', i.id::text, 'title', i.title) as incident, a.text,
       json_build_object('id', o.id::text, 'name', o.name) as owner, a.due_at as "dueAt", a.state, a.note,
       a.done_at as "doneAt", case when d.id is not null then json_build_object('id', d.id::text, 'name', d.name) end as "doneBy"
     from review_action a join incident i on i.id = a.incident_id join person o on o.id = a.owner_id
     left join person d on d.id = a.done_by
     where ${condition} order by a.done_at desc nulls first, a.due_at, a.id limit 500`,
    [...values],
  );
  return rows.map(({ dueAt, doneAt, doneBy, ...row }) => ({
    ...row,
    dueAt: dueAt.toISOString(),
    overdue: row.state === 'open' && dueAt <= now,
    done: doneAt && doneBy ? { at: doneAt.toISOString(), by: doneBy } : null,
  }));
}
